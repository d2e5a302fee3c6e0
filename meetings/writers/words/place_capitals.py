"""The name of the place as papers write it, whatever the page says: ND30-II.III.1b."""

import re

from ...paper import PaperRecord
from ...plain_data import with_words
from ...record import SessionRecord
from ...vietnamese import upper_first


def with_place_capitals(record: SessionRecord, paper: PaperRecord) -> tuple[SessionRecord, PaperRecord]:
    """Both with "quận Hai Bà Trưng" as "Quận Hai Bà Trưng" in every text, where the place is called after a person, a
    number or an event; else as they are."""
    locality = record.council.locality
    if not (record.council.named_in_full and locality):
        return record, paper
    place = re.compile(rf"(?<!\w){re.escape(locality)}(?!\w)")

    def capital(text: str) -> str:
        return place.sub(upper_first(locality), text)

    return with_words(record, capital), with_words(paper, capital)
