"""Reads who came instead of somebody: "(vắng, cử đồng chí Phạm Văn D dự thay)" gives a row for each of the two."""

import re
from dataclasses import replace

from ...readers.grammar import people
from ...readers.grammar.names import NAME
from ...readers.grammar.vocabulary import POST
from ...record import CouncilRecord, Presence
from ...vietnamese import fold
from .attendee_sentences import address_spans, person_spans
from .attendee_words import role_by_post, trimmed_post
from .pasted_lines import clip
from .pasted_row import Row, Span, filled

_SENT = re.compile(
    r"[\s,;:(–—-]*(?:(?P<verb>(?:và |đã |nhưng |có )*(?:cử|phân công|ủy quyền(?: cho)?|uỷ quyền(?: cho)?))"
    r"(?=[\s:])(?::? (?P<address>(?:đồng chí|đ/c|ông|bà):?))?|(?<=[,;(] )(?P<alone>(?:đồng chí|đ/c|ông|bà):?)) "
    rf"(?P<who>(?:{NAME}|(?i:{POST.pattern}))[^();]*?)"
    r"(?P<instead>,? (?i:(?:đi |đến |tham )*(?:dự|họp)(?: họp| phiên họp| cuộc họp)? thay|thay mặt dự(?: họp)?))"
    r"(?!\w)"
)
"""The verbs are written small; a name has its capitals."""


def with_delegate(row: Row, council: CouncilRecord) -> list[Row]:
    """The row, and the row of the person who came instead."""
    for span in row.spans:
        if span.kind in ("reason", "unclear", "position") and (sent := _sent(row, span)):
            return _both(row, span, sent, council)
    return [row]


def _sent(row, span):
    sent = _SENT.search(row.words, span.start, span.end)
    return sent if sent and people.person(clip(sent["who"]), addressed=True).position != clip("") else None


def _both(row, span, sent, council):
    delegate = _came(sent, council)
    kept = Span(span.start, sent.start(), span.kind)
    rest = row.words[sent.end() :].strip(" ,;.)")
    spans = tuple(each for each in row.spans if each.end <= sent.start() and each is not span)
    spans += (kept,) if any(map(str.isalnum, row.words[kept.start : kept.end])) else ()
    words = row.words if rest else row.words[: sent.start()]
    if rest:
        spans += tuple(each for each in row.spans if each.start >= sent.end()) + (Span(*sent.span(), ""),)
    own = {name: value for name, value in row.values.items() if name not in ("reason", "position")}
    own |= {"delegate": delegate.values.get("name") or delegate.values.get("position", "")}
    if not _has_reason(row, spans):
        own["presence"] = Presence.ABSENT.value
    return [replace(filled(words, spans, own), notes=row.notes, take=row.take), delegate]


def _has_reason(row: Row, spans) -> bool:
    """Whether the words give a reason beside the one who came instead, or say that there is one."""
    said = fold(" ".join(row.words[span.start : span.end] for span in spans if span.kind == "presence"))
    excused = row.values.get("presence") == Presence.EXCUSED
    return excused and (any(span.kind == "reason" for span in spans) or bool(re.search(r"ly do|phep|xin", said)))


def _came(sent, council):
    words = sent.group().lstrip(" ,;:(–—-")
    at = sent.start() + len(sent.group()) - len(words)
    who, start = sent["who"], sent.start("who") - at
    person = people.person(clip(who), addressed=True)
    spans = trimmed_post(who, person_spans(person))
    spans = [Span(start + span.start, start + span.end, span.kind) for span in spans]
    said = [Span(sent.start(name) - at, sent.end(name) - at, "") for name in ("verb", "instead") if sent[name]]
    address = address_spans(words, start) if person.name else []
    values = {
        "role": role_by_post(person.position, council).value,
        "presence": Presence.PRESENT.value,
        "headcount": "1" if person.name else "",
    }
    return filled(words, (*spans, *address, *said), values)
