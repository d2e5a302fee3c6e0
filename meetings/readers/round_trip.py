"""The law of the readers: the record's article has the words of the post, all of them and in their order.

The comparison ignores the marks of a list ("-", "1."), which the page sets itself, and the stops (. , ; :) that
close a row.
"""

import re
from collections.abc import Iterable

from meetings import prose
from meetings.record import SessionRecord

_STOPS = re.compile(r"[\s.,;:]+")


def said(words: Iterable[str]) -> str:
    """The words without what the law ignores."""
    return _STOPS.sub("", "".join(words))


def article(record: SessionRecord) -> str:
    return said(
        (
            prose.opening(record),
            prose.attendance(record),
            record.assessment,
            prose.directives_intro(record),
            *(words for head in prose.numbered(record.directives) for words in _rows(head)),
            record.closing,
        )
    )


def _rows(head: prose.Task) -> Iterable[str]:
    return (head.words, *(task.words for task in head.tasks))


def holds(record: SessionRecord, body: Iterable[str]) -> bool:
    """`body` are the post's paragraphs, without the list marks of those that became rows."""
    return article(record) == said(body)
