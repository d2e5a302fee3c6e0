"""The one letter of a day to an address: all that the units with that address still owe, as text and as a page."""

import textwrap
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string

from ..vietnamese import WEEKDAYS, date_digits, join_words
from ..working_days import working_days_after

WIDTH, INDENT = 70, "   "
MOST = 60
"""Rows; of the others the letter gives the number."""
DAYS_TO_ANSWER = 4
"""Working days for what is overdue or falls due today."""


@dataclass(frozen=True)
class Owed:
    """A directive as a unit is reminded of it."""

    reference: str
    words: str
    due_on: date | None
    is_begun: bool
    """A report said that it is being done."""
    left: int = 0
    """Days to its term; below 0 it is overdue."""

    @property
    def is_late(self):
        return self.due_on is not None and self.left < 0

    @property
    def is_pressing(self):
        return self.due_on is not None and self.left <= 0

    @property
    def mark(self):
        return "!" if self.is_late else ""

    @property
    def standing(self):
        """ "Quá hạn 47 ngày", "Hạn hôm nay", "Còn 15 ngày", "Chưa có ngày"."""
        if self.due_on is None:
            return "Chưa có ngày"
        if self.left == 0:
            return "Hạn hôm nay"
        return f"Quá hạn {-self.left} ngày" if self.is_late else f"Còn {self.left} ngày"

    @property
    def term(self):
        return date_digits(self.due_on) if self.due_on else ""


@dataclass(frozen=True)
class Digest:
    office: str
    units: tuple[str, ...]
    day: date
    rows: tuple[Owed, ...]
    """The longest overdue first, then by term."""
    links: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """The invitations that wait for an answer, a paragraph each."""
    contact: str = ""
    """How the office is reached: "thư điện tử …, điện thoại …"."""
    foot: str = "Thư nhắc tự động, mỗi ngày nhiều nhất một thư."

    @property
    def subject(self):
        return f"{self._counts}: {self.named}"

    @property
    def named(self):
        return join_words(self.units)

    @property
    def late(self):
        return sum(row.is_late for row in self.rows)

    @property
    def opening(self):
        late = f", trong đó {self.late} việc quá hạn" if self.late else ""
        owed = f"Đến ngày {date_digits(self.day)}, đơn vị còn {len(self.rows)} việc {self.office} giao{late}."
        return f"{owed} {self._asks}".strip()

    @property
    def shown(self):
        return self.rows[:MOST]

    @property
    def more(self):
        return len(self.rows) - len(self.shown)

    @property
    def text(self):
        owed = [paragraph(f"Kính gửi: {self.named},"), paragraph(self.opening)]
        owed += [_text_of(number, row) for number, row in enumerate(self.shown, 1)]
        owed += [f"Và {self.more} việc khác."] if self.more else []
        asked = ("\n".join(map(paragraph, words.split("\n"))) for words in self.asked)
        foot = f"-- \n{self.office}\n{self.foot}\n"
        return "\n\n".join((*owed, *map(paragraph, self.closing), *asked, foot))

    @property
    def html(self):
        return render_to_string("letters/digest.html", {"digest": self})

    @property
    def closing(self):
        if self.links:
            return (
                "Báo cáo tại đường dẫn riêng của đơn vị, không cần đăng nhập:",
                *self.links,
                "Ai có đường dẫn thì gửi được báo cáo: đề nghị không chuyển thư này ra ngoài đơn vị.",
            )
        return (f"Đề nghị gửi báo cáo về {self.office}{f' ({self.contact})' if self.contact else ''}.",)

    @property
    def _counts(self):
        """ "2 việc quá hạn, 1 việc đến hạn hôm nay"; where there are none, "3 việc đến hạn trong tháng 12"."""
        today = sum(row.due_on == self.day for row in self.rows)
        counts = [f"{self.late} việc quá hạn"] * bool(self.late) + [f"{today} việc đến hạn hôm nay"] * bool(today)
        if counts:
            return ", ".join(counts)
        month = min((row.due_on for row in self.rows if row.due_on), default=self.day).replace(day=1)
        in_it = sum(row.due_on is not None and row.due_on.replace(day=1) == month for row in self.rows)
        return f"{in_it} việc đến hạn trong tháng {month.month}"

    @property
    def _asks(self):
        pressing = sum(row.is_pressing for row in self.rows)
        if not pressing:
            return ""
        answer_by = working_days_after(self.day, DAYS_TO_ANSWER)
        weekday = WEEKDAYS[answer_by.weekday()]
        which = "" if pressing == len(self.rows) else f" {pressing} việc đầu"
        return f"Đề nghị báo cáo{which} trước {weekday}, {date_digits(answer_by)}."


def _text_of(number, row):
    mark = f"[{row.mark}] " if row.mark else ""
    due = f" (hạn {row.term})" if row.due_on else ""
    lines = [f"{number}. {mark}{row.standing.upper()}{due}", *_wrapped(row.words)]
    lines += [f"{INDENT}Chỉ đạo {row.reference}"]
    return "\n".join(lines + [f"{INDENT}Đã báo cáo đang làm, gửi thêm được."] * row.is_begun)


def _wrapped(words):
    return textwrap.wrap(words, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, break_long_words=False)


def paragraph(words):
    return textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)
