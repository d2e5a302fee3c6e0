"""Splits the pasted text into rows for one section of the form, and says whether every letter is in a row."""

from collections import Counter
from dataclasses import dataclass

from ...record import CouncilRecord
from . import pasted_agenda, pasted_attendees, pasted_directives
from .known_units import KnownUnits
from .pasted_lines import lines
from .pasted_row import Row, letters
from .unsplittable import Unsplittable

_COUNTED = {"agenda": "nội dung", "attendees": "dòng", "directives": "việc"}
_MOST_ROWS = 300
_UNNAMED = dict.fromkeys(
    ("name", "short_name", "committee_name", "committee_full_name", "locality", "place_name"), ""
)
NOBODY = CouncilRecord(**_UNNAMED, letterhead=())
"""The council of an office that has not stored one yet."""

__all__ = ["Pasted", "Unsplittable", "split"]


@dataclass(frozen=True, slots=True)
class Pasted:
    rows: list[Row]
    summary: str

    def to_data(self):
        return {"rows": [row.to_data() for row in self.rows], "summary": self.summary}


def split(kind: str, text: str, *, council: CouncilRecord | None = None, answers=None) -> Pasted:
    pasted = lines(text)
    if kind == "directives":
        rows = pasted_directives.rows(pasted, KnownUnits(answers))
    elif kind == "attendees":
        rows = pasted_attendees.rows(pasted, council or NOBODY)
    elif kind == "agenda":
        rows = pasted_agenda.rows(pasted)
    else:
        raise Unsplittable("Không rõ đoạn này dán vào phần nào. Hãy tải lại trang rồi dán lại.")
    if len(rows) > _MOST_ROWS:
        raise Unsplittable(f"Đoạn này có {len(rows)} dòng, mỗi lần chỉ nhận {_MOST_ROWS}. Hãy dán từng phần.")
    return Pasted(rows, _summary(kind, pasted, rows))


def _summary(kind, pasted, rows) -> str:
    """ "Đã tách thành 3 việc; không bỏ sót chữ nào.", or the words that are in no field."""
    left = "" if kind != "agenda" or all(row.take for row in rows) else _left_out(rows)
    counted = f"Đã tách thành {sum(row.take for row in rows) if left else len(rows)} {_COUNTED[kind]}{left}"
    aside = [words for row in rows for words in row.aside]
    kept = Counter(letters("".join(row.says for row in rows) + "".join(aside)))
    lost = (Counter(letters("".join(line.words for line in pasted))) - kept).total()
    if lost:
        return f"{counted}; còn {lost} chữ cái chưa vào dòng nào, hãy đối chiếu với đoạn đã dán."
    if aside:
        quoted = ", ".join(f"“{words}”" for words in dict.fromkeys(aside))
        return f"{counted}; không bỏ sót chữ nào. Không vào ô nào: {quoted}."
    return f"{counted}; không bỏ sót chữ nào."


def _left_out(rows) -> str:
    """The lines of an agenda that are no items, which the clerk may still tick."""
    quoted = ", ".join(f"“{row.words[:60]}{'…' if len(row.words) > 60 else ''}”" for row in rows if not row.take)
    return f" (để ngoài: {quoted})"
