"""The desk's tables and the record room's."""

from .agenda import AgendaItem
from .archive import Decision, ImportBatch, ImportedFile, ImportedPost, OldAddress, UnitProposal, Verdict
from .attachment import Attachment
from .attendee import Attendee
from .catalogue import DirectiveEntry, ListedUnit, Party, Revision, SearchEntry, SessionEntry
from .council import Council
from .council_term import CouncilTerm
from .directive import Coordination, Directive
from .drawing import redraw
from .edition import Edition, NumberGone
from .edition_file import EditionFile, Part, PrintedFile
from .page_views import PageViews
from .paper_defaults import PaperDefaults
from .paper_draft import PaperDraft
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
    "CouncilTerm",
    "Decision",
    "Directive",
    "DirectiveEntry",
    "DirectiveState",
    "Edition",
    "EditionFile",
    "ImportBatch",
    "ImportedFile",
    "ImportedPost",
    "ListedUnit",
    "NumberGone",
    "OldAddress",
    "PageViews",
    "PaperDefaults",
    "PaperDraft",
    "Part",
    "Party",
    "PrintedFile",
    "ProgressReport",
    "Refused",
    "Revision",
    "SearchEntry",
    "Session",
    "SessionEntry",
    "SessionState",
    "StateChange",
    "Unit",
    "UnitName",
    "UnitProposal",
    "Verdict",
    "redraw",
]
