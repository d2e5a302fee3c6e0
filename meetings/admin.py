"""Where Django looks for the desk."""

from .desk import catalogue, councils, record_room, session_admin
from .desk.accounts import locked
from .desk.accounts import users as accounts
from .desk.archive import admin as archive
from .desk.directives import admin as directive_admin

__all__ = [
    "accounts",
    "archive",
    "catalogue",
    "councils",
    "directive_admin",
    "locked",
    "record_room",
    "session_admin",
]
