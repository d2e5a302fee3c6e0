"""The desk's tables and the record room's."""

from .agenda import AgendaItem
from .attachment import Attachment
from .attendee import Attendee
from .council import Council
from .directive import Coordination, Directive
from .edition import Edition
from .page_views import PageViews
from .progress import DirectiveState, ProgressReport
from .session import Session
from .unit import Unit, UnitName
from .workflow import Refused, SessionState, StateChange

__all__ = [
    "AgendaItem",
    "Attachment",
    "Attendee",
    "Coordination",
    "Council",
    "Directive",
    "DirectiveState",
    "Edition",
    "PageViews",
    "ProgressReport",
    "Refused",
    "Session",
    "SessionState",
    "StateChange",
    "Unit",
    "UnitName",
]
