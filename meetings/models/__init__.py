"""The desk's tables and the record room's."""

from .agenda_item import AgendaItem
from .attachment import Attachment
from .attendee import Attendee
from .council import Council
from .council_term import CouncilTerm
from .directive import Coordination, Directive
from .edition import BookClosed, Edition, NumberGone
from .edition_file import EditionFile, Part, PrintedFile, SignedCopyRevocation
from .erratum import Erratum
from .error_report import ErrorReport
from .handover import Handover
from .imports import Decision, ImportBatch, ImportedFile, ImportedPost, OldAddress, UnitProposal, Verdict
from .indexing import rebuild_index
from .invitation import Answer, DocumentOpening, Invitation
from .ladder_step import LadderStep
from .letter import Letter, LetterState
from .member import Member
from .mending import Mending
from .office import Membership, Office
from .office_scope import OutsideOffice, at_office, every_office
from .one_time_password import OneTimePassword
from .page_views import PageViews
from .paper_defaults import PaperDefaults
from .paper_draft import PaperDraft, draft_of
from .paper_move import PaperMove
from .paper_workflow import PAPER_VERBS, PaperState
from .plenary_sitting import PlenarySitting
from .progress_report import ProgressReport
from .proposal import Proposal
from .public_index import DirectiveEntry, KnownWord, ListedUnit, Party, Revision, SearchEntry, SessionEntry
from .register_closing import RegisterClosing
from .register_entry import RegisterEntry
from .report_taken_back import ReportTakenBack
from .sent_form import SentForm
from .session import Session
from .step_taken import StepTaken
from .subscriber import Subscriber, Subscription
from .succession import Succession
from .unit import Unit, UnitName
from .unit_link import UnitLink
from .workflow import Refused, SessionState, StateChange
