"""What became of the posts of one run."""

from collections import Counter
from dataclasses import dataclass, field

from ..models import Verdict


@dataclass
class Tally:
    fresh: int = 0
    """Posts read now."""
    alone: int = 0
    """Posts of the batch that stand as they were read before."""
    verdicts: Counter = field(default_factory=Counter)
    """Of both, by Verdict."""
    units: int = 0
    """Names of units in the batch that nobody has decided on."""

    @property
    def posts(self):
        return self.fresh + self.alone

    def __getitem__(self, verdict):
        return self.verdicts[Verdict(verdict)]
