"""The name of the place as papers write it, whatever the page says: ND30-II.III.1b."""

import re
from typing import TypeVar

from ...plain_data import with_words
from ...record import CouncilRecord
from ...vietnamese import upper_first

Record = TypeVar("Record")


def with_place_capitals(told: Record, council: CouncilRecord) -> Record:
    """A record with "quận Hai Bà Trưng" as "Quận Hai Bà Trưng" in every text, where the place of the council is
    called after a person, a number or an event; else as it is."""
    if not (council.named_in_full and council.locality):
        return told
    place = re.compile(rf"(?<!\w){re.escape(council.locality)}(?!\w)")
    return with_words(told, lambda text: place.sub(upper_first(council.locality), text))
