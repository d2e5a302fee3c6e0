"""The result of a reader: the record, the origin of each part, and the doubts."""

from dataclasses import asdict, dataclass
from typing import Any

from meetings.record import SessionRecord


@dataclass(frozen=True, slots=True)
class Part:
    """The words of the post from which one field of the record was read."""

    field: str
    """The field's path in the record: "title", "attendees[0].name", "directives[2].task"."""
    start: int
    end: int
    """Characters of the reading's text: `text[start:end]` are the words."""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the reader did not understand or is not sure of."""

    said: str
    """One Vietnamese sentence for the clerk."""
    start: int = 0
    end: int = 0
    """The words that the doubt is about, as in Part; both 0 for the whole post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    record: SessionRecord
    parts: tuple[Part, ...]
    """In the order of the post."""
    doubts: tuple[Doubt, ...]
    """A reading without doubts is clean."""
    text: str
    """The tidied text of the post."""
    body: tuple[str, ...]
    """The paragraphs without title and date line, which the article must give back word for word."""

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; each part has its words too."""
        return {
            "record": self.record.to_data(),
            "parts": [{**asdict(part), "words": self.text[part.start : part.end]} for part in self.parts],
            "doubts": [asdict(doubt) for doubt in self.doubts],
            "text": self.text,
            "body": list(self.body),
        }
