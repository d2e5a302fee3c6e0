"""Where Django looks for the desk."""

from .desk import catalogue, record_room, session_admin

__all__ = ["catalogue", "record_room", "session_admin"]
