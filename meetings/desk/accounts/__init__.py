"""The accounts of the desk, their roles, and locked accounts."""
