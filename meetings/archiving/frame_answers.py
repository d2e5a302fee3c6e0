"""What a clerk types where a post does not say it: the council, the month of the session, the day it was held."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .. import prose
from ..readers.reading import Doubt
from ..record import CouncilRecord
from ..vietnamese import date_digits, month_and_year, month_words

FRAME = "frame"
"""The name of these answers among ImportedPost.answers, beside those to the doubts."""
MOST_APART = 62
"""Days between the month of a session and the day held, from which on one of them is doubtful."""
_QUOTED = re.compile("“[^”]*”")
_ABOUT = {
    "council": re.compile(r"hội đồng", re.IGNORECASE),
    "month": re.compile(r"tháng (?:của phiên|trong tiêu đề)|năm ở tên phiên|phiên họp thuộc tháng", re.IGNORECASE),
    "held_on": re.compile(r"ngày họp", re.IGNORECASE),
}
"""The doubts that each answer settles; words that a doubt quotes from the post do not count."""


@dataclass(frozen=True)
class FrameAnswers:
    council: CouncilRecord | None = None
    year: int | None = None
    month: int | None = None
    held_on: date | None = None

    def __bool__(self):
        return any((self.council, self.month, self.held_on))

    @classmethod
    def of(cls, post, councils):
        """Those of the post; `councils` are the office's, and a council that is no more among them is unanswered."""
        kept = post.answers.get(FRAME, {})
        council = next((each for each in councils if each.committee_name == kept.get("council")), None)
        held_on = date.fromisoformat(kept["held_on"]) if kept.get("held_on") else None
        return cls(council, kept.get("year"), kept.get("month"), held_on)

    def to_data(self):
        council = self.council.committee_name if self.council else ""
        held_on = self.held_on.isoformat() if self.held_on else ""
        return {"council": council, "year": self.year, "month": self.month, "held_on": held_on}

    @property
    def title(self):
        """The title that the answers give a post without one; "" where they answer neither council nor month."""
        if not (self.council or self.month):
            return ""
        month = f" {month_and_year(self.year, self.month)}" if self.month else ""
        return f"Phiên họp{month}{f' của {self.council.committee_name}' if self.council else ''}"

    def applied(self, reading):
        """The reading with these answers in its record, without the doubts that they settle."""
        fields = {"council": self.council, "year": self.year, "month": self.month, "held_on": self.held_on}
        answered = {name: value for name, value in fields.items() if value}
        record = same_opening(replace(reading.record, **answered), reading.record)
        open_doubts = (doubt for doubt in reading.doubts if not _settled(doubt.said, answered))
        return replace(reading, record=record, doubts=(*open_doubts, *(_odd_days(record) if answered else ())))


def same_opening(record, read):
    """The post's own opening sentence stays, where an answer would compose another one."""
    words = prose.opening(read)
    return record if prose.opening(record) == words else replace(record, opening=words)


def settles(name, said):
    """Whether an answer of that name settles the doubt in these words."""
    return bool(_ABOUT[name].search(_QUOTED.sub("", said)))


def _settled(said, answered):
    return any(settles(name, said) for name in _ABOUT if name in answered)


def _odd_days(record):
    held_on, posted_at = record.held_on, record.posted_at
    if held_on and abs((held_on - date(record.year, record.month, 15)).days) > MOST_APART:
        month = f"{month_words(record.month)}/{record.year}"
        yield Doubt(f"Phiên tháng {month} mà họp ngày {date_digits(held_on)}, cách nhau nhiều tháng; hãy xem lại.")
    if held_on and posted_at and posted_at.date() < held_on:
        yield Doubt(f"Ngày đăng đứng trước ngày họp {date_digits(held_on)}; hãy xem lại.")
