"""Old posts in bulk: read into a batch, decided on one by one, and the clean ones taken together."""

from .accepting import accept, accept_clean
from .correcting import propose_correction
from .deciding import decide_unit, resume, skip
from .gathering import gather, look, waiting
from .standing import Standing
from .tally import Tally

__all__ = [
    "Standing",
    "Tally",
    "accept",
    "accept_clean",
    "decide_unit",
    "gather",
    "look",
    "propose_correction",
    "resume",
    "skip",
    "waiting",
]
