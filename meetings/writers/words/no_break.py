"""Where no line of a paper may end: the same no-break spaces in PDF and in Word."""

from ...vietnamese import hold_together

_SHORT_ENDING = 12
"""Two last words of no more letters than this stay together, so that no line holds one syllable alone."""
_LONGEST_HELD = 16
"""Letters of a name that stays on one line. A longer one would tear holes into the justified line before it."""


def held(text: str, *names: str) -> str:
    """`text` with no-break spaces where a line of the paper may not end; the spaces at its own ends stay."""
    text = hold_together(" ".join(text.split(" ")), *(name for name in names if len(name) <= _LONGEST_HELD))
    start, _, last = text.rpartition(" ")
    if start and last and len(start.rpartition(" ")[2]) + len(last) <= _SHORT_ENDING:
        return f"{start}\N{NO-BREAK SPACE}{last}"
    return text
