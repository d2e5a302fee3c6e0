"""Hints on capitals (ND30, Phụ lục II), only where the words around leave no doubt."""

import re
from collections.abc import Iterator
from itertools import islice

from .finding import Hint
from .layout import Layout
from .measure import place

MOST = 20
"""Nobody reads more hints than this."""

_OF_A_PLACE = r"(?=quận|phường|xã|huyện|thị xã|thành phố|tỉnh|[A-ZĐ])"
"""These words follow the name of one body; other words follow the name of a kind of body."""

_HINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), advice)
    for pattern, advice in (
        (
            r"(?:[Pp]hục vụ|[Cc]ủa|[Cc]ho|[Vv]ới|lớp|đời sống|nguyện vọng|ý kiến) nhân dân\b(?! tệ)",
            "Viết hoa: Nhân dân.",
        ),
        (r"\bĐảng(?: và|,) nhà nước\b|\bnhà nước (?:và|,) Nhân dân\b", "Viết hoa: Nhà nước."),
        (r"\bHội đồng (?!nhân dân)[Nn]hân [Dd]ân\b", "Tên cơ quan viết: Hội đồng nhân dân."),
        (rf"\bhội đồng nhân dân {_OF_A_PLACE}", "Tên cơ quan viết: Hội đồng nhân dân."),
        (r"\b(?:Ủy|Uỷ) ban (?!nhân dân)[Nn]hân [Dd]ân\b", "Tên cơ quan viết: Ủy ban nhân dân."),
        (rf"\b(?:ủy|uỷ) ban nhân dân {_OF_A_PLACE}", "Tên cơ quan viết: Ủy ban nhân dân."),
        (r"\b(?:mặt trận [Tt]ổ quốc|Mặt trận tổ quốc)\b", "Tên cơ quan viết: Mặt trận Tổ quốc."),
        (
            r"(?<!các )(?:\b[Pp]hó |(?<![Pp]hó )\b)chủ tịch (?=HĐND|UBND|Hội đồng nhân dân|(?:Ủy|Uỷ) ban nhân dân)",
            "Chức vụ đi với tên cơ quan viết hoa: Chủ tịch, Phó Chủ tịch.",
        ),
    )
)


def hints(layout: Layout) -> tuple[Hint, ...]:
    """Words that may be misspelt, in the order of the paper."""
    return tuple(islice(_all(layout), MOST))


def _all(layout: Layout) -> Iterator[Hint]:
    for paragraph in layout.paragraphs:
        for pattern, advice in _HINTS:
            for match in pattern.finditer(paragraph.text):
                yield Hint(law="ND30-II.V.1", where=place(paragraph.first), words=match[0].strip(), advice=advice)
