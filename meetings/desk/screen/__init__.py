"""The session form: its fields and rows, its check list and its sections."""
