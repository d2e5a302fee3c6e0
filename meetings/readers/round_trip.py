"""The reader's law: the article that the record gives says the post's words again, all of them and in their order.

Left out of the comparison are the marks of a list ("-", "1."), which the page sets itself, and the stops (. , ; :)
with which it closes a row.
"""

import re
from collections.abc import Iterable

from meetings import prose
from meetings.record import SessionRecord

_STOPS = re.compile(r"[\s.,;:]+")


def said(words: Iterable[str]) -> str:
    """The words with nothing that the law leaves out."""
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
    """`body`: the post's paragraphs, without the list marks of those that became rows."""
    return article(record) == said(body)
