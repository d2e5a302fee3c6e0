"""Directives after the session: the list, and how far each has come."""
