"""PaperRecord: what an official paper says beside the record of its session; plain frozen data, JSON both ways."""

import json
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from .period_account import PeriodAccount
from .plain_data import LATER, Upgrade, plain, revive, upgraded
from .vietnamese import fold

SCHEMA = 1
"""The version written into each paper's JSON. A change of shape adds one and a step to UPGRADES."""
UPGRADES: dict[int, Upgrade] = {}
"""{1: what turns plain data of version 1 into that of version 2, …}: a step for every version before SCHEMA."""


INTERNAL = {"internal": True}
"""Marks a field that stays in the office: `public()` leaves it blank."""


class PaperKind(StrEnum):
    """Each is described by its own file in paper_kinds/."""

    MINUTES = "minutes"
    NOTICE = "notice"
    INVITATION = "invitation"
    REMINDER = "reminder"
    CORRECTION = "correction"
    REPORT = "report"
    EXPLANATION = "explanation"
    QUARTER_REPORT = "quarter"
    YEAR_REPORT = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRecord:
    authority: tuple[str, ...]
    """Line by line, in capitals: "TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"."""
    name: str = ""
    """Blank: a line is left for the hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedRecord:
    """A directive of an earlier session that is still open, as the annex lists it."""

    reference: str
    """ "2020-12-1"."""
    words: str
    lead: str = ""
    due: str = ""
    state: str = ""
    """ "Đang làm", "Quá hạn"."""
    is_public: bool = True
    """Whether the public annex lists it."""
    public_state: str = field(default="", metadata=LATER)
    """What public reports alone make of it, where that is not `state`."""
    is_task: bool = field(default=False, metadata=LATER)
    """A task under a directive: a part of it, not counted beside it."""
    only_public: bool = field(default=False, metadata=LATER)
    """Only the public annex lists it: an internal report ended it, and the public knows it as open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """One place of an issued paper, as it stands and as it is to be read."""

    place: str
    """ "phần địa danh, ngày tháng"."""
    wrong: str = ""
    """Blank where something is lacking there."""
    right: str = ""
    """Blank where the words are to be left out."""
    is_public: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MendedRecord:
    """An issued paper that a letter of correction mends; it stays in force."""

    edition: int
    """Its key in the record room."""
    name: str
    """ "Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021"."""
    sent_to: tuple[str, ...] = ()
    is_public: bool = True
    corrections: tuple[CorrectionRecord, ...] = ()

    def public(self) -> Self:
        """With the places that stand in its public version."""
        shown = tuple(each for each in self.corrections if self.is_public and each.is_public)
        return replace(self, corrections=shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """A blank field is composed by paper_prose.py; a filled one is printed as typed.

    What the office may type is a column of the draft under the same name, and one of the `fields` of its kind.
    """

    kind: PaperKind
    symbol: str = ""
    """ "BB-HĐND"."""
    number: int | None = None
    """None before issue."""
    sequence: int = 1
    """The edition: 2 for the one that replaces the first."""
    dated: date | None = None
    """The day of issue, before which the number's year is told."""
    grounds: tuple[str, ...] = ()
    """The legal grounds before the opening, one "Căn cứ ..." each."""
    opening: str = ""
    closing: str = ""
    contact: str = field(default="", metadata=INTERNAL)
    """Whom to tell, with a telephone number."""
    addressees: tuple[str, ...] = ()
    """Whom an invitation invites, as it calls them; to whom a letter is sent."""
    one_sheet_each: bool = False
    """An invitation printed once for each addressee."""
    signatures: tuple[SignatureRecord, ...] = ()
    recipients: tuple[str, ...] = ()
    """The lines under "Nơi nhận:", without the leading "- " and the closing mark."""
    owed: tuple[OwedRecord, ...] = ()
    """The annex; none where it is empty."""
    replaces: str = ""
    """The paper this one takes the place of: "05/BB-HĐND ngày 05 tháng 01 năm 2021"."""
    order_note: str = field(default="", metadata=LATER | INTERNAL)
    """Why its day does not follow the order of the numbers; of the register alone, never printed on the paper."""
    mends: tuple[MendedRecord, ...] = field(default=(), metadata=LATER)
    """The papers that a letter of correction mends."""
    internal_addressees: tuple[str, ...] = field(default=(), metadata=LATER | INTERNAL)
    """Those of the addressees who are addressed for the sake of internal words alone."""

    account: PeriodAccount | None = field(default=None, metadata=LATER)
    """Of a report on a quarter or a year: its numbers. The longest late ones are in `owed`."""
    public_account: PeriodAccount | None = field(default=None, metadata=LATER | INTERNAL)
    """The same by what is public."""

    @property
    def reference(self) -> str:
        """ "05/BB-HĐND"; "" before a number is given."""
        return "" if self.number is None else f"{self.number:02d}/{self.symbol}"

    def public(self) -> Self:
        """The paper without its internal fields, the annex as public reports alone make it, a letter with what it
        corrects in public and with whom that concerns."""
        mended = tuple(paper.public() for paper in self.mends)
        internal = {fold(name) for name in self.internal_addressees}
        blank: dict[str, Any] = {each.name: each.default for each in fields(self) if "internal" in each.metadata}
        return replace(
            self,
            owed=tuple(_as_public(directive) for directive in self.owed if directive.is_public),
            mends=tuple(paper for paper in mended if paper.corrections),
            addressees=tuple(name for name in self.addressees if fold(name) not in internal),
            account=self.public_account,
            **blank,
        )

    def to_data(self) -> dict[str, Any]:
        """The paper as JSON-ready dicts, lists and scalars; dates in ISO 8601."""
        return {"schema": SCHEMA, **plain(self)}

    def to_json(self) -> str:
        """The paper as canonical JSON: the same paper gives the same text."""
        return json.dumps(self.to_data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """The paper that `to_data` gave, of this release or an earlier one. Raises RecordError for anything else."""
        paper = revive(cls, upgraded(data, SCHEMA, UPGRADES, "hồ sơ văn bản"))
        assert isinstance(paper, cls)
        return paper


def _as_public(row: OwedRecord) -> OwedRecord:
    return replace(row, state=row.public_state or row.state, public_state="", only_public=False)
