"""What of a post's frame must be answered: the box, the question, the reason, and what the machine read."""

from dataclasses import dataclass

from ...archiving import frame_answers
from ...models import Session
from ...record import SessionKind
from ...vietnamese import date_digits
from .month_hints import months_named

REASONS = {
    "council": ("không thấy tên cơ quan", "không thấy tên phiên"),
    "month": ("không thấy tháng", "không thấy tên phiên"),
    "held_on": (),
}
"""The beginnings of the reasons for which a post is refused and that the box answers."""
_ASKED = {"council": "Hội đồng nào họp?", "month": "Phiên thuộc tháng nào?", "held_on": "Họp ngày nào?"}
_UNSAID = {
    "council": "Bài không nêu tên hội đồng.",
    "month": "Bài không nêu tháng và năm của phiên họp.",
    "held_on": "Bài không nêu ngày họp; để trống cũng được.",
}


@dataclass(frozen=True)
class Question:
    name: str
    asked: str
    why: str
    box: object
    missing: bool
    answered: bool
    offers: tuple = ()
    """((month, note), …): buttons that answer at once."""
    named: str = ""
    """The council that the post names and the list lacks."""


def questions(post, form, answers):
    """The three questions in their order."""
    return [_question(post, form, answers, name) for name in _ASKED]


def _question(post, form, answers, name):
    missing, why = _missing(post, name, answers)
    return Question(
        name=name,
        asked=_ASKED[name],
        why=why,
        box=form[name],
        missing=missing,
        answered=bool(getattr(answers, name)),
        offers=_offers(post) if name == "month" and missing else (),
        named=_unlisted(post, form) if name == "council" and missing else "",
    )


def _missing(post, name, answers):
    """(whether the box waits for an answer, the reason in words)."""
    if getattr(answers, name):
        return False, "Người duyệt đã điền."
    if not post.reading:
        missing = post.reason.startswith(REASONS[name])
        return missing, _UNSAID[name] if missing or name == "held_on" else "Điền nếu bài không nêu."
    doubts = [doubt["said"] for doubt in post.reading["doubts"] if frame_answers.settles(name, doubt["said"])]
    return bool(doubts), " ".join(doubts) or f"Máy đọc: {_read(post.record, name)}."


def _read(record, name):
    if name == "council":
        return record.council.short_name
    if name == "month":
        return f"{record.month:02d}/{record.year}"
    return date_digits(record.held_on) if record.held_on else "không có"


def _unlisted(post, form):
    listed = {council.committee_name for council in form.councils.values()}
    council = post.record.council if post.reading else None
    return council.short_name if council and council.committee_name not in listed else ""


def _offers(post):
    """The months of the days that the post names, each with whether it has a session already. One query."""
    months = months_named(post.reading["text"] if post.reading else post.source_text)
    rows = Session.objects.filter(kind=SessionKind.REGULAR.value, year__in={year for year, _ in months})
    taken = set(rows.exclude(state="withdrawn").values_list("year", "month")) if months else set()
    return tuple((f"{month:02d}/{year}", "đã có phiên" if (year, month) in taken else "") for year, month in months)
