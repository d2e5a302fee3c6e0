"""The counts of one run."""

from collections import Counter
from dataclasses import dataclass, field

from ..models import Verdict


@dataclass
class Tally:
    read: int = 0
    """Posts read in this run."""
    unchanged: int = 0
    """Posts that the batch held already with the same text."""
    verdicts: Counter = field(default_factory=Counter)
    """The number of posts by Verdict."""
    units: int = 0
    """Unit names of the batch without a decision."""

    @property
    def posts(self):
        return self.read + self.unchanged

    def __getitem__(self, verdict):
        return self.verdicts[Verdict(verdict)]
