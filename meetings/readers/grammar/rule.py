"""Compiles the patterns of the reader, so that each finds both ways of placing a tone: "chủ tọa" and "chủ toạ"."""

import re

_NEW = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_OLD = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OTHER = {**dict(zip(_NEW, _OLD, strict=True)), **dict(zip(_OLD, _NEW, strict=True))}
_OTHER |= {one[0].upper() + one[1]: other[0].upper() + other[1] for one, other in _OTHER.items()}
_PLACED = re.compile(rf"(?:{'|'.join(_OTHER)})(?![^\W\d_])")
"""Where a syllable goes on ("toàn", "khoẻn") there is one way only."""


def rule(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, which may be in either way of placing tones."""
    return re.compile(_PLACED.sub(lambda placed: f"(?:{placed.group()}|{_OTHER[placed.group()]})", pattern), flags)


def ways(syllable: str) -> tuple[str, ...]:
    """A syllable with its tone in either place."""
    other = _PLACED.sub(lambda placed: _OTHER[placed.group()], syllable)
    return (syllable,) if other == syllable else (syllable, other)
