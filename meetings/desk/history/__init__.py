"""The history of a session as one read-only timeline."""
