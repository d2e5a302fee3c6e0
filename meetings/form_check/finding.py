"""The result of a form check: plain frozen data, which one process sends to another."""

from dataclasses import dataclass
from enum import StrEnum

from ..paper import PaperKind


class Unreadable(ValueError):
    """The file cannot be read as a paper; the message says why and what to do."""


class Outcome(StrEnum):
    KEPT = "Đúng"
    BROKEN = "Sai"
    NOT_CHECKABLE = "Không kiểm được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of one rule for one paper."""

    rule: str
    """A stable slug: "margin-left"."""
    law: str
    """The code of the place in the law: "ND30-I.I.3", `law_places.py`."""
    cell: str
    """The cell (ô số) of the decree's layout: "1", "5a"; "" where it has none."""
    label: str
    outcome: Outcome
    where: str = ""
    """ "trang 2, dòng “Địa điểm: …”"."""
    measured: str = ""
    """ "28,4 mm"; for a rule that could not be checked, the reason."""
    allowed: str = ""
    """ "30-35 mm"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A word that may be misspelt; it is never an error."""

    law: str
    """The code of the place in Phụ lục II: "ND30-II.V.1"."""
    where: str
    words: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    kind: PaperKind | None
    pages: int
    findings: tuple[Finding, ...]
    hints: tuple[Hint, ...] = ()

    @property
    def broken(self) -> tuple[Finding, ...]:
        return self._having(Outcome.BROKEN)

    @property
    def kept(self) -> tuple[Finding, ...]:
        return self._having(Outcome.KEPT)

    @property
    def not_checkable(self) -> tuple[Finding, ...]:
        return self._having(Outcome.NOT_CHECKABLE)

    def _having(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.outcome is outcome)
