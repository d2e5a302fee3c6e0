"""Units named in a row: "Thường trực HĐND quận và các tổ chức chính trị - xã hội quận" is two of them."""

import re

from ..clip import Clip
from .vocabulary import heads_unit

_SEPARATOR = re.compile(r", | và ")


def named(clip: Clip) -> list[Clip]:
    """The units, parted where what follows a comma or "và" can begin a unit's name."""
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        if heads_unit(words[mark.end() :]) and not _one_office(words[: mark.start()], words[mark.end() :]):
            found.append(clip.cut(start, mark.start()))
            start = mark.end()
    return [*found, clip.cut(start)]


def is_one(clip: Clip) -> bool:
    return heads_unit(clip.words) and len(named(clip)) == 1


def _one_office(before: str, after: str) -> bool:
    """Whether "và" stands inside a name: "Văn phòng HĐND và UBND quận" is one office."""
    return before.endswith(("HĐND", "Hội đồng nhân dân")) and after.startswith(("UBND", "Ủy ban nhân dân"))
