"""Where Django looks for the desk."""

from .desk import council_admin, edition_admin, session_admin, unit_admin
from .desk.accounts import locked, users
from .desk.archive import import_admin
from .desk.directives import directive_admin

__all__ = [
    "council_admin",
    "directive_admin",
    "edition_admin",
    "import_admin",
    "locked",
    "session_admin",
    "unit_admin",
    "users",
]
