"""What units sent by their links: read, mended, taken or sent back, before anybody else sees it."""
