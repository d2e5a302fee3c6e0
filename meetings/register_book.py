"""The register of papers sent (sổ đăng ký văn bản đi) of one year as plain data: ND30, Điều 16, Phụ lục IV.I.

One book a council and year, with a part for each kind of paper: numbers run by kind, so that only there their order,
which is that of time, can be read, a hole be seen, and the cover say from which number to which.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from .plain_data import Upgrade, plain, revive, upgraded
from .vietnamese import date_digits

SCHEMA = 1
UPGRADES: dict[int, Upgrade] = {}

TITLE = "Sổ đăng ký văn bản đi"
COLUMNS = (
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)
"""The ten that the decree asks for at least, in its order and its words."""
SHARES = (0.098, 0.083, 0.185, 0.09, 0.132, 0.08, 0.05, 0.083, 0.069, 0.13)
"""Of the width of the table, column by column."""
CENTRED = (0, 1, 6, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One number; or numbers that only the register on paper holds."""

    reference: str
    subject: str
    dated: date | None = None
    signer: str = ""
    recipients: str = ""
    kept_by: str = ""
    copies: int | None = None
    sent_on: date | None = None
    receipt: str = ""
    note: str = ""
    edition: int = 0
    """The paper's key in the record room; 0 for numbers that were skipped."""

    @property
    def cells(self) -> tuple[str, ...]:
        """One for each of COLUMNS."""
        return (
            self.reference,
            _day(self.dated),
            self.subject,
            self.signer,
            self.recipients,
            self.kept_by,
            "" if self.copies is None else f"{self.copies}",
            _day(self.sent_on),
            self.receipt,
            self.note,
        )

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The cells with the heads of their columns."""
        return tuple(zip(COLUMNS, self.cells, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPart:
    """One kind of paper: a series of numbers."""

    label: str
    lines: tuple[RegisterLine, ...] = ()
    last: int = 0
    """The last number given."""
    symbol: str = ""

    @property
    def numbers(self) -> str:
        """ "Từ số 01 đến số 04/BB-HĐND"; "" where none was given."""
        return f"Từ số 01 đến số {self.last:02d}/{self.symbol}" if self.last else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBook:
    council: str
    letterhead: tuple[str, ...]
    year: int
    volume: int = 1
    """Always the first: a book holds the whole year."""
    parts: tuple[RegisterPart, ...] = ()
    closed_at: str = ""
    """ "16:30, 31/12/2026"; "" while it is open."""
    closed_by: str = ""

    @property
    def lines(self) -> tuple[RegisterLine, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its first and its last paper; none of an empty book."""
        days = sorted(line.dated for line in self.lines if line.dated)
        return (days[0], days[-1]) if days else ()

    @property
    def count(self) -> int:
        """How many papers stand in it, without numbers that were skipped."""
        return sum(bool(line.edition) for line in self.lines)

    def to_data(self) -> dict[str, Any]:
        return {"schema": SCHEMA, **plain(self)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """The book that `to_data` gave. Raises RecordError for anything else."""
        book = revive(cls, upgraded(data, SCHEMA, UPGRADES, "sổ văn bản"))
        assert isinstance(book, cls)
        return book


def _day(day: date | None) -> str:
    return date_digits(day) if day else ""
