"""The register of papers sent: its page and files, what the office adds to a line, the closing of a year."""
