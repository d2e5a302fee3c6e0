"""What a reader gives back: the record, where each part of it came from, and what it could not make out."""

from dataclasses import asdict, dataclass
from typing import Any

from meetings.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Part:
    """The words of the post that one field of the record came from."""

    field: str
    """The field's path in the record: "title", "attendees[0].name", "directives[2].task"."""
    start: int
    end: int
    """Characters of the reading's text: `text[start:end]` are the words."""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader could not make out, or is not sure of."""

    said: str
    """One Vietnamese sentence for the clerk."""
    start: int = 0
    end: int = 0
    """The words it is about, as in Part; both 0 where it is about the whole post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    record: SessionRecord
    parts: tuple[Part, ...]
    """In the order of the post."""
    doubts: tuple[Doubt, ...]
    """What was not understood; a reading without any is clean."""
    text: str
    """The post as it was read, tidied."""
    body: tuple[str, ...]
    """The paragraphs of the post without its title and date line: what the article must say again, word for word."""

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; each part with its words, so that nobody has to count characters."""
        return {
            "record": self.record.to_data(),
            "parts": [{**asdict(part), "words": self.text[part.start : part.end]} for part in self.parts],
            "doubts": [asdict(doubt) for doubt in self.doubts],
            "text": self.text,
            "body": list(self.body),
        }
