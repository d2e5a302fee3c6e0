"""The reader's law: the article that the record gives says the post's words again, all of them and no others."""

from meetings import prose, vietnamese
from meetings.record import SessionRecord


def article(record: SessionRecord) -> tuple[str, ...]:
    """The paragraphs of the article as the record gives them, each with single spaces."""
    return tuple(
        vietnamese.squeeze(line)
        for words in (
            prose.opening(record),
            prose.attendance(record),
            record.assessment,
            prose.directives_intro(record),
            *(
                " ".join([head.words, *(task.words for task in head.tasks)])
                for head in prose.numbered(record.directives)
            ),
            record.closing,
        )
        for line in words.split("\n")
        if line.strip()
    )


def holds(record: SessionRecord, body: tuple[str, ...]) -> bool:
    return article(record) == body
