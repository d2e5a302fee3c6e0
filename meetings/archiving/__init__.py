"""Old posts in bulk: read into a batch, decided on one by one, and the clean ones taken together."""

from .accept_all import accept_clean
from .accepting import accept
from .batches import batch_of, name_of
from .correcting import propose_correction
from .councils import add as add_council
from .councils import named as council_named
from .councils import unknown as unknown_councils
from .deciding import decide_unit, resume, skip
from .gathering import gather, look, waiting
from .import_report import page, report
from .run_counts import Tally
from .unit_guesses import Standing
from .unit_names import counted as proposed

__all__ = [
    "Standing",
    "Tally",
    "accept",
    "accept_clean",
    "add_council",
    "batch_of",
    "council_named",
    "decide_unit",
    "gather",
    "look",
    "name_of",
    "page",
    "propose_correction",
    "proposed",
    "report",
    "resume",
    "skip",
    "unknown_councils",
    "waiting",
]
