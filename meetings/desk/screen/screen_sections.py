"""The session screen as its template reads it: seven sections in the order of the work, and the bar above them."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from ...models import Edition, StateChange
from ...models.attendee import PRESENCE_LABELS
from ...record import Presence
from ..home.session_status import Standing
from ..office_time import moment_words
from ..preparing import new_sessions
from . import checklist
from .row_forms import grey_sentences

NEXT_VERBS = ("submit", "publish", "republish")
"""At most one of them stands open: the one red button."""

PUBLICATION = {"published": "đã đăng", "reopened": "đã đăng", "withdrawn": "đã thu hồi"}
SAVING_VERBS = ("submit", "republish")
"""Those that begin where the form can be edited: they save it first."""

SECTIONS = (
    ("when", "Thời gian, địa điểm", "Thời gian, địa điểm"),
    ("attendees", "Thành phần", "Thành phần dự họp"),
    ("agenda", "Nội dung, ý kiến", "Nội dung, ý kiến, kết luận"),
    ("assessment", "Đánh giá", "Đánh giá của chủ trì"),
    ("directives", "Chỉ đạo", "Nội dung chỉ đạo"),
    ("attachments", "Tài liệu kèm", "Tài liệu kèm"),
    ("publication", "Công bố", "Công bố"),
)


@dataclass
class Section:
    number: int
    key: str
    name: str
    heading: str
    fieldset: object = None
    rows: object = None
    count: str = ""
    items: list = field(default_factory=list)

    @property
    def musts(self):
        return sum(item.rank == checklist.MUST for item in self.items)


def context(adminform, inlines, user):
    """What form.html needs beside Django's own: sections, check list, and for a saved session its bar."""
    form, stored = adminform.form, getattr(adminform.form, "stored", None)
    formsets = [inline.formset for inline in inlines]
    items = checklist.faults(form, formsets) + (checklist.of(stored) if stored and stored.is_editable else [])
    sections = _sections(adminform, inlines, items)
    found = {
        "sections": sections,
        "checklist": items,
        "musts": [item for item in items if item.rank == checklist.MUST],
    }
    found |= {"shoulds": [item for item in items if item.rank == checklist.SHOULD]}
    if stored is None:
        return found | {"roll": _roll([])}
    _count(sections, stored)
    found |= {"roll": _roll(stored.attendees.all()), "quorum": checklist.quorum(stored)}
    return found | _bar(stored, user) | {"grey": grey_sentences(stored.to_record())}


def _sections(adminform, inlines, items):
    fieldsets = {each.name: each for each in adminform}
    rows = {inline.formset.prefix: inline for inline in inlines}
    found = []
    for number, (key, name, heading) in enumerate(SECTIONS, start=1):
        of_it = [item for item in items if item.section == key]
        found.append(Section(number, key, name, heading, fieldsets.get(name), rows.get(key), items=of_it))
    return [each for each in found if each.rows or each.key != "attachments"]


def _count(sections, session):
    counts = {
        "when": "" if session.missing() else "✓",
        "attendees": f"{sum(checklist.people(session.attendees.all()).values())} người",
        "agenda": f"{len(session.agenda.all())} mục",
        "assessment": "✓" if session.assessment else "trống",
        "directives": f"{len(session.directives.all())} dòng",
        "attachments": f"{len(session.attachments.all())}",
        "publication": PUBLICATION.get(session.state, "chưa đăng") if not session.is_scheduled else "hẹn giờ",
    }
    for section in sections:
        section.count = counts[section.key]


def _roll(attendees):
    """The line of totals: people, rows, and (presence, its word, people) of each kind."""
    people = checklist.people(attendees)
    return {
        "people": sum(people.values()),
        "rows": len(attendees),
        "parts": [(each.value, label.lower(), people.get(each, 0)) for each, label in PRESENCE_LABELS.items()],
        "unknown": Presence.UNKNOWN.value,
    }


def _bar(session, user):
    editions = Edition.objects.without_records().select_related("issued_by")
    prefetch_related_objects(
        [session],
        Prefetch("state_changes", queryset=StateChange.objects.select_related("by")),
        Prefetch("editions", queryset=editions.order_by("kind", "sequence")),
    )
    stands = Standing(session, user)
    verbs = session.verbs_for(user)
    return {
        "stands": stands,
        "saved": _saved(stands),
        "last_saved": moment_words(session.modified_at),
        "verbs": [verb for verb in verbs if verb.name not in NEXT_VERBS],
        "next_verb": next((verb for verb in verbs if verb.name in NEXT_VERBS), None),
        "saving_verbs": SAVING_VERBS if session.is_editable else (),
        "editions": session.editions.all(),
        "roster_from": new_sessions.roster_before(session),
    }


def _saved(stands):
    """The small line of the bar: when it was saved, or who brought it where it stands."""
    session = stands.session
    if session.is_scheduled:
        return "Chưa ai ngoài cơ quan xem được"
    if session.state == "published" and stands.live:
        return f"{timezone.localtime(session.posted_at):%d/%m/%Y %H:%M}, bản {stands.live.sequence}"
    if session.state == "reopened" and stands.live:
        return f"Trang công khai vẫn là bản {stands.live.sequence}"
    return f"Đã lưu {moment_words(session.modified_at)}" if session.is_editable else stands.told
