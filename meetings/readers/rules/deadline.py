"""The deadline a task names: "trước ngày 25/01/2021", "trong quý I năm 2021", "định kỳ hàng quý"."""

import re
from datetime import date

from ..clip import Clip
from . import days

_BY = r"(?:trước|chậm nhất(?: là| vào| đến)?|muộn nhất(?: là| vào)?|không quá|hạn(?: cuối)?(?: là)?|xong trong|trong)"
_DATE = r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2}(?: ?[/.-] ?[0-9]{4})?|[0-9]{1,2} tháng [0-9]{1,2}(?: năm [0-9]{4})?"
_DEADLINE = re.compile(
    rf"\b(?:{_BY} (?:hết )?(?:ngày (?:{_DATE})"
    r"|tháng [0-9]{1,2}(?:(?: năm | ?/ ?)[0-9]{4})?"
    r"|quý (?:[IVX]+|[1-4])(?:(?: năm | ?/ ?)[0-9]{4})?)"
    r"|trước (?:kỳ họp thứ [0-9]+|kỳ họp (?:tới|giữa năm|cuối năm)|phiên họp (?:tới|sau|tháng [0-9]{1,2})"
    r"|Tết(?: Nguyên đán)?)"
    r"|định kỳ (?:hàng|hằng) (?:tuần|tháng|quý|năm))(?!\w)",
    re.IGNORECASE,
)


def find(clip: Clip) -> list[tuple[date | None, Clip]]:
    """Each deadline: its day (None where the words are no full date) and its words."""
    found = []
    for match in _DEADLINE.finditer(clip.words):
        words = clip.cut(*match.span())
        day = next(iter(days.find(words.words)), None)
        found.append((day.value if day else None, words))
    return found
