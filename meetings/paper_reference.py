"""The number and day of a paper as people write them, and the address at which a paper is asked about by them."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from .vietnamese import fold
from .written_days import day_in

NUMBER, DAY = "so", "ngay"
"""The parameters of the address."""

_PART = "[a-z][a-z0-9&]*"
_REFERENCE = re.compile(rf"(?<![0-9/])([0-9]{{1,5}})\s*/\s*({_PART}(?:\s*-\s*{_PART})*)")
_DASHES = str.maketrans("–—−‑", "----")


@dataclass(frozen=True, slots=True)
class Reference:
    number: int
    symbol: str
    """Folded: who has no Vietnamese keyboard types "BB-HDND"."""
    day: date | None


def read(text: str) -> Reference | None:
    """ "Số: 05/BB-HĐND, 05/01/2021", "5/bb-hdnd ngày 5-1-2021"; None for a text without a number and symbol."""
    plain = fold(text.translate(_DASHES))
    found = _REFERENCE.search(plain)
    if not found:
        return None
    return Reference(
        int(found[1]), symbol_folded(found[2]), day_in(plain[: found.start()] + " " + plain[found.end() :])
    )


def symbol_folded(symbol: str) -> str:
    return fold(symbol).replace(" ", "")


def address(verify_at: str, number: int, symbol: str, dated: date) -> str:
    """Where the paper is asked about: in plain letters, so that its QR code is coarse enough for any printer."""
    asked = {NUMBER: f"{number:02d}/{symbol_folded(symbol).upper()}", DAY: dated.isoformat()}
    return f"{verify_at}?{urlencode(asked, safe='/')}"
