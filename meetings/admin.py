"""Where Django looks for the desk."""

from .desk import accounts, catalogue, directive_admin, locked, record_room, session_admin

__all__ = ["accounts", "catalogue", "directive_admin", "locked", "record_room", "session_admin"]
