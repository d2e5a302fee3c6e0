"""Old posts in bulk: they are read into a batch and accepted one by one; clean ones are accepted together."""

from .accept_all import accept_clean, clean_posts, untouched_drafts
from .accepting import accept
from .batches import batch_of, name_of
from .correcting import propose_correction
from .councils import add as add_council
from .councils import named as council_named
from .councils import unknown as unknown_councils
from .deciding import decide_unit, decide_units, resume, skip
from .frame_answers import FrameAnswers
from .gathering import gather, read_post, waiting
from .import_report import page, report
from .mending import mend, mendable
from .office_names import councils_of_office, known_office
from .other_bodies import suspicion
from .own_session import accept_as_own, may_be_own, other_day
from .run_counts import Tally
from .unit_decisions import UnitDecisions
from .unit_guesses import StoredSessions
from .unit_names import liken, unit_proposals

__all__ = [
    "FrameAnswers",
    "StoredSessions",
    "Tally",
    "UnitDecisions",
    "accept",
    "accept_as_own",
    "accept_clean",
    "add_council",
    "batch_of",
    "clean_posts",
    "council_named",
    "councils_of_office",
    "decide_unit",
    "decide_units",
    "gather",
    "known_office",
    "suspicion",
    "liken",
    "may_be_own",
    "mend",
    "mendable",
    "name_of",
    "other_day",
    "page",
    "propose_correction",
    "read_post",
    "report",
    "resume",
    "skip",
    "unit_proposals",
    "unknown_councils",
    "untouched_drafts",
    "waiting",
]
