"""Where Django looks for the desk: each module registers its tables."""

from . import first_password
from .desk import (
    council_admin,
    edition_admin,
    error_report_admin,
    ladder_admin,
    session_admin,
    sitting_admin,
    unit_admin,
)
from .desk.accounts import locked, users
from .desk.archive import import_admin
from .desk.directives import directive_admin
from .desk.letters import letter_admin
from .desk.proposals import proposal_admin
