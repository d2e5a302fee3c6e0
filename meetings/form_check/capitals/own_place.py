"""The name of the paper's own place (ND30-II.III.1a), which its head spells."""

import re

from .case_pattern import UPPER, CasePattern, after

_UNITS = ("quận", "huyện", "phường", "xã", "thị xã", "thị trấn", "thành phố", "tỉnh")
_UNIT = re.compile(rf"^(?:{'|'.join(_UNITS)})\b\s*", re.IGNORECASE)


def own_place(place: str) -> tuple[CasePattern, ...]:
    """After its common noun the name has a capital on each syllable. All in small letters it may be ordinary words
    ("phường bình an"), but not behind the name of a body. A name of one syllable is left alone."""
    name = _UNIT.sub("", place)
    syllables = name.split()
    if len(syllables) < 2 or not name.replace(" ", "").isalpha():
        return ()
    written = rf"(?i:{re.escape(name)})\b"
    some_capital = rf"(?=(?:\S+ ){{0,{len(syllables) - 1}}}[{UPPER}])"
    units = [*_UNITS, *(unit.capitalize() for unit in _UNITS)]
    of_a_body = [f"nhân dân {unit}" for unit in units]
    return tuple(
        CasePattern("ND30-II.III.1a", re.compile(before + written), "Viết: {}.", name)
        for before in (after(*units) + some_capital, after(*of_a_body))
    )
