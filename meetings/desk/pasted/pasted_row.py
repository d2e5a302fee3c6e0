"""One row made of pasted words: the values of its fields, and its words with each recognised part marked."""

from dataclasses import dataclass

from ...models import Unit

LABELS = {
    "topic": "về việc",
    "lead": "chủ trì",
    "coordinator": "phối hợp",
    "unit-unknown": "đơn vị lạ",
    "due": "hạn",
    "name": "họ tên",
    "position": "chức vụ",
    "role": "vai trò",
    "headcount": "số người",
    "presence": "điểm danh",
    "reason": "lý do",
    "delegate": "người dự thay",
    "unclear": "chưa hiểu",
    "presenter": "người trình bày",
    "opinions": "ý kiến",
    "conclusion": "kết luận",
}

HEAD_NOTE = "Dòng tiêu đề của bảng; chỉ thêm nếu bạn chọn."
_INTERNAL = ("reason", "unclear")
"""The kinds that go into the one field about a person that the public never sees."""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """An unknown unit name: the clerk chooses its unit or leaves it in the words."""

    name: str
    candidates: tuple[Unit, ...] = ()

    def to_data(self):
        return {"name": self.name, "candidates": [choice(candidate) for candidate in self.candidates]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    words: str
    values: dict[str, str]
    spans: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    lead: Unit | None = None
    coordinators: tuple[Unit, ...] = ()
    take: bool = True
    """False for words that are probably no row: they are shown and added only if the clerk ticks them."""
    leads_in: bool = False
    """True for the sentence before the directives, which has a box of its own."""
    says: str = ""
    """The words of all fields together."""
    unclear: tuple[str, ...] = ()
    """Words about a person that were not understood. They are in the internal reason until the clerk moves them."""
    aside: tuple[str, ...] = ()
    """Words in no field: "Đồng chí" before a name, "trình bày" after a presenter."""

    def to_data(self):
        return {
            "values": self.values,
            "lead_unit": self.lead and choice(self.lead),
            "coordinators": [choice(coordinator) for coordinator in self.coordinators],
            "words": marked(self.words, self.spans),
            "notes": list(self.notes),
            "unknown": [each.to_data() for each in self.unknown],
            "unclear": list(self.unclear),
            "take": self.take,
            "leads_in": self.leads_in,
        }


def filled(words: str, spans: tuple[Span, ...], values: dict[str, str] | None = None, **more) -> Row:
    """A row whose fields are the words of its spans; `values` are those that are no words of the passage."""
    texts = [(span.kind, words[span.start : span.end]) for span in spans]
    fields = {kind: text for kind, text in texts if kind and kind not in _INTERNAL and text}
    if internal := [text for kind, text in texts if kind in _INTERNAL and text]:
        fields["reason"] = "; ".join(internal)
    inside = {place for span in spans for place in range(span.start, span.end)}
    gaps = "".join("\n" if place in inside else letter for place, letter in enumerate(words)).split("\n")
    return Row(
        words=words,
        values=fields | (values or {}),
        spans=spans,
        says=" ".join(text for _, text in texts),
        unclear=tuple(text for kind, text in texts if kind == "unclear" and text),
        aside=tuple(gap.strip(" ,;:.()[]-–—") for gap in gaps if letters(gap)),
        **more,
    )


def choice(unit: Unit) -> dict[str, str]:
    return {"id": str(unit.pk), "text": unit.name}


def marked(words: str, spans: tuple[Span, ...]) -> list[dict[str, str]]:
    """The words as pieces, each with its kind and its label."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < at or span.start >= min(span.end, len(words)):
            continue
        if at < span.start:
            pieces.append({"text": words[at : span.start], "kind": "", "label": ""})
        at = min(span.end, len(words))
        label = LABELS.get(span.kind, "")
        pieces.append({"text": words[span.start : at], "kind": span.kind if label else "", "label": label})
    if at < len(words):
        pieces.append({"text": words[at:], "kind": "", "label": ""})
    return pieces


def letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
