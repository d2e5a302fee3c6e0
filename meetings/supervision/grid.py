"""The grid as rows: of each office its year by months, and in words why it stands there. Without a score."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..portal import posted
from ..portal.places import Place
from ..vietnamese import date_digits, fold, month_words, upper_first
from .grid_facts import Facts, Meeting, facts, last_day

MONTHS = range(1, 13)
ORDERS = {"": "Cần chú ý nhất trước", "ten": "Theo tên"}
SHOWN = {
    "": "Tất cả",
    "chu-y": "Nơi cần chú ý",
    "chua-dang": "Không họp, chưa đăng",
    "qua-han": "Có chỉ đạo quá hạn",
    "bien-ban": "Thiếu biên bản",
}


@dataclass(frozen=True)
class Cell:
    """A month of an office."""

    month: int
    meetings: list[Meeting]
    planned: date | None = None
    is_missed: bool = False
    """The month is over and nobody met."""

    @property
    def late(self):
        return sum(meeting.late for meeting in self.meetings)

    @property
    def is_told(self):
        return bool(self.meetings or self.planned or self.is_missed)

    @property
    def is_plain(self):
        """On a phone it is counted and not shown."""
        told = self.is_missed or self.planned or self.late
        return not told and all(each.path and each.has_minutes and not each.is_slow for each in self.meetings)


@dataclass(frozen=True)
class Row:
    place: Place
    cells: list[Cell]
    told_on: date | None

    @cached_property
    def meetings(self):
        return [(cell.month, meeting) for cell in self.cells for meeting in cell.meetings]

    @cached_property
    def missed(self):
        return [cell.month for cell in self.cells if cell.is_missed]

    @cached_property
    def unposted(self):
        return [meeting for _, meeting in self.meetings if meeting.is_unposted]

    @cached_property
    def late(self):
        return sum(cell.late for cell in self.cells)

    @cached_property
    def without_minutes(self):
        return sum(bool(meeting.path) and not meeting.has_minutes for _, meeting in self.meetings)

    @cached_property
    def slow(self):
        return [(month, meeting.days) for month, meeting in self.meetings if meeting.is_slow]

    @property
    def plain(self):
        """The months in which there is nothing to see to."""
        return sum(cell.is_plain and bool(cell.meetings) for cell in self.cells)

    @property
    def attention(self):
        """The order that is printed under the table; the names come after it."""
        return (
            -len(self.missed) - len(self.unposted),
            -self.late,
            -self.without_minutes,
            -len(self.slow),
        )

    @property
    def needs_attention(self):
        return any(self.attention)

    @property
    def gravest(self):
        """What is missing altogether, in words; "" where nothing is."""
        return upper_first("; ".join(filter(None, (_missed(self.missed), _unposted(self.unposted)))))

    @property
    def reasons(self):
        """The rest."""
        words = (
            f"{self.late} chỉ đạo quá hạn" if self.late else "",
            f"thiếu {self.without_minutes} biên bản" if self.without_minutes else "",
            _slow(self.slow),
        )
        said = "; ".join(filter(None, words))
        return said if self.gravest else upper_first(said)

    @property
    def why(self):
        return "; ".join(filter(None, (self.gravest, self.reasons))) or "không"


def _missed(months):
    if len(months) == 1:
        return f"không họp tháng\N{NO-BREAK SPACE}{month_words(months[0])}"
    return f"{len(months)} tháng không họp" if months else ""


def _unposted(meetings):
    if len(meetings) == 1:
        return f"họp {meetings[0].held_on:%d/%m} chưa đăng"
    return f"{len(meetings)} phiên chưa đăng" if meetings else ""


def _slow(slow):
    if len(slow) == 1:
        (month, days) = slow[0]
        return f"tháng\N{NO-BREAK SPACE}{month_words(month)} đăng sau {days} ngày"
    return f"{len(slow)} phiên đăng chậm" if slow else ""


def rows(places, year, day, *, name="", order="", shown=""):
    """The rows that are asked for, in their order."""
    of_offices = facts(places, year, day)
    all_rows = [_row(place, of_offices[place.office.pk], year, day) for place in places.all]
    wanted = [row for row in all_rows if fold(name) in row.place.named.folded and _is_shown(row, shown)]
    return wanted if order == "ten" else sorted(wanted, key=lambda row: row.attention)


def _is_shown(row, shown):
    asked = {
        "chu-y": row.needs_attention,
        "chua-dang": row.missed or row.unposted,
        "qua-han": row.late,
        "bien-ban": row.without_minutes,
    }
    return not shown or bool(asked[shown])


def _row(place, of_office: Facts, year, day):
    begun = _begun(place, of_office)
    cells = []
    for month in MONTHS:
        meetings = of_office.meetings.get(month, [])
        is_over = day >= last_day(year, month) and begun is not None and (year, month) >= begun
        missed = is_over and not meetings and month not in of_office.planned
        cells.append(Cell(month, meetings, None if meetings else of_office.planned.get(month), missed))
    return Row(place, cells, of_office.told_on)


def _begun(place, of_office):
    """The first month in which it ought to have met: that after its opening; of an office that was always there, that
    of its first session. None where neither is known."""
    if opened := place.office.opened_on:
        return opened.year, opened.month + 1
    return of_office.first


def sums(all_rows, year, day):
    """How many have met and have posted in the month at hand, if it is of the year that is looked at, and what is
    late."""
    year_told, month = posted.month_told(day)
    of_month = [row.cells[month - 1].meetings for row in all_rows] if year == year_told else []
    return {
        "of": len(all_rows),
        "met": sum(bool(meetings) for meetings in of_month),
        "posted": sum(any(each.path for each in meetings) for meetings in of_month),
        "late": sum(row.late for row in all_rows),
        "month": month if year == year_told else None,
    }


def in_words(cell):
    """A cell in full, for the spreadsheet: "họp 09/06/2026, đăng sau 3 ngày, có biên bản"."""
    if cell.is_missed:
        return "không họp"
    if cell.planned:
        return f"dự kiến {date_digits(cell.planned)}"
    said = [meeting.in_words for meeting in cell.meetings]
    return "\n".join([*said, *([f"{cell.late} chỉ đạo quá hạn"] if cell.late else [])])
