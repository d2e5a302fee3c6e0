"""Reads how many people a pasted row stands for where its words begin with the number: "03 đ/c Phó Trưởng ban"."""

import re
from dataclasses import replace

from ...readers.grammar.vocabulary import UNIT_NOUN
from .pasted_row import Row, Span, filled

_COUNT = re.compile(
    r"(?P<number>\d{1,3}) (?P<people>đồng chí|đ/c|đc|người|vị|đại biểu|ông, bà)(?!\w):? (?=\S)", re.IGNORECASE
)


def counted(row: Row) -> Row:
    """The row with the number as its headcount and not in its post."""
    post = next((span for span in row.spans if span.kind == "position"), None)
    if not post or row.values.get("name") or not (count := _COUNT.match(row.words, post.start, post.end)):
        return row
    rest = next((span for span in row.spans if _goes_on(row, post, span)), None)
    spans = (
        *(span for span in row.spans if span not in (post, rest)),
        Span(*count.span("number"), "headcount"),
        Span(*count.span("people"), ""),
        Span(count.end(), (rest or post).end, "position"),
    )
    own = {name: value for name, value in row.values.items() if name not in ("position", "headcount", "reason")}
    made = filled(row.words, spans, own | {"headcount": str(int(count["number"]))})
    return replace(made, notes=row.notes, take=row.take)


def _goes_on(row: Row, post: Span, span: Span) -> bool:
    """Whether the words behind a comma belong to the group: "12 đồng chí Trưởng phòng, ban"."""
    between = row.words[post.end : span.start]
    nouns = row.words[span.start : span.end].split(", ")
    return span.kind == "unclear" and between.strip() == "," and all(UNIT_NOUN.fullmatch(noun) for noun in nouns)
