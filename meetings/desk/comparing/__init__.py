"""What the chief decides on: where a session differs from its page, and from what came back to be mended."""
