"""The boxes of a post's frame: which must be answered before the post can be read, and what the machine read."""

from dataclasses import dataclass

from ...archiving import frame_answers
from ...models import Session
from ...record import SessionKind
from ...vietnamese import date_digits
from .month_hints import months_of

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
    office: object = None
    """The council in office, offered where none or an unlisted one was read."""


def questions(post, form, answers):
    """The three questions in their order."""
    return [_question(post, form, answers, name) for name in _ASKED]


def _question(post, form, answers, name):
    named = _unlisted(post, form) if name == "council" else ""
    missing, why = _missing(post, name, answers, named)
    return Question(
        name=name,
        asked=_ASKED[name],
        why=why,
        box=form[name],
        missing=missing,
        answered=bool(getattr(answers, name)),
        offers=_offers(post, answers) if name == "month" and _is_open(post, answers, missing) else (),
        named=named if missing else "",
        office=next(iter(form.councils.values()), None) if name == "council" and missing else None,
    )


def _missing(post, name, answers, named):
    """(whether the post cannot become a session without an answer, what there is in words)."""
    if getattr(answers, name):
        return False, "Người duyệt đã điền."
    if not post.reading:
        missing = post.reason.startswith(REASONS[name])
        return missing, _UNSAID[name] if missing or name == "held_on" else "Điền nếu bài không nêu."
    if named:
        return True, f"Máy đọc: {named}; chưa xác nhận thì chưa nhập được."
    read = _read(post.record, name)
    return False, f"Máy đọc: {read}." if read else _UNSAID[name]


def _read(record, name):
    if name == "council":
        return record.council.short_name
    if name == "month":
        return f"{record.month:02d}/{record.year}"
    return date_digits(record.held_on) if record.held_on else ""


def _is_open(post, answers, missing):
    """Whether the month is missing, or was read with a doubt."""
    if missing or answers.month or not post.reading:
        return missing
    return any(frame_answers.settles("month", doubt["said"]) for doubt in post.reading["doubts"])


def _unlisted(post, form):
    listed = {council.committee_name for council in form.councils.values()}
    council = post.record.council if post.reading else None
    return council.short_name if council and council.committee_name not in listed else ""


def _offers(post, answers):
    """The month of the day held and those that the post names, each with whether it has a session. One query."""
    held_on = answers.held_on or (post.record.held_on if post.reading else None)
    months = months_of(post.reading["text"] if post.reading else post.source_text, held_on)
    rows = Session.objects.filter(kind=SessionKind.REGULAR.value, year__in={year for year, _ in months})
    taken = set(rows.exclude(state="withdrawn").values_list("year", "month")) if months else set()
    return tuple((f"{month:02d}/{year}", "đã có phiên" if (year, month) in taken else "") for year, month in months)
