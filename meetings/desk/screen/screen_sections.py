"""The context of the session form's template: its seven sections and the bar above them."""

import json
from dataclasses import dataclass, field, replace

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from ...attendee_groups import GROUP
from ...directive_numbering import numbers_of
from ...models import Edition, StateChange
from ...models.directive import issued_numbers
from ...models.member import TITLES, bare_name
from ...models.quorum import members_of, quorum
from ...record import Presence
from ..home.session_status import SessionStatus
from ..office_time import moment_words
from ..papers import answers_page
from ..papers.next_paper import next_paper
from ..preparing import new_sessions
from . import checklist
from .row_forms import grey_sentences
from .vote_form import FIELDS as VOTE_FIELDS
from .vote_form import stored_votes

NEXT_VERBS = ("publish", "republish", "submit")
"""The first of these that is possible is the red button."""

PUBLICATION = {"published": "đã đăng", "reopened": "đã đăng", "resubmitted": "đã đăng", "withdrawn": "đã thu hồi"}
APART = ("withdraw", "keep")
"""What takes something away stands apart, folded, so that nobody meets it on the way to the red button."""

SAVING_VERBS = ("submit", "republish")
"""These verbs start from an editable form and save it first."""

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
        return len(checklist.musts(self.items))


def context(adminform, inlines, user):
    """The context of form.html beside Django's own: sections, check list, and the bar of a saved session."""
    form, stored = adminform.form, getattr(adminform.form, "stored", None)
    formsets = [inline.formset for inline in inlines]
    items = checklist.faults(form, formsets) + _items(stored)
    sections = _sections(adminform, inlines, items)
    screen = {
        "sections": sections,
        "checklist": items,
        "roll": _roll(stored.attendees.all() if stored else []),
        "group_pattern": GROUP,
        "vote_fields": VOTE_FIELDS,
        **checklist.by_rank(items),
    }
    if stored is None:
        return screen
    _count(sections, stored)
    if not stored.is_editable:
        _number(next(rows for rows in formsets if rows.prefix == "directives"), stored)
    grey = grey_sentences(stored.to_record())
    more = {"grey": grey, "votes": stored_votes(stored), "answers": _answers(formsets)}
    return screen | _bar(stored, user) | _quorum(stored) | more


def _quorum(session):
    """The quorum as it is stored, and what presence.js goes by to follow it on the screen."""
    members = [] if session.source_hash else [bare_name(member.name) for member in members_of(session)]
    return {"quorum": quorum(session), "member_names": json.dumps(members), "titles_pattern": TITLES}


def _answers(formsets):
    """What those answered who were invited, counted."""
    rows = [row for formset in formsets if formset.prefix == "attendees" for row in formset.initial_forms]
    return answers_page.sums(row.instance.invitation.answer for row in rows if hasattr(row.instance, "invitation"))


def _items(session):
    """The check list as the clerk has it; where nothing can be edited its lines lead to sections, not to fields."""
    if session is None or not (session.is_editable or session.is_awaiting):
        return []
    items = checklist.items(session)
    if session.is_editable:
        return items
    numbers = {key: number for number, (key, *_) in enumerate(SECTIONS, start=1)}
    return [replace(item, anchor=f"phan-{(at := numbers[item.section])}", link=f"Tới phần {at}") for item in items]


def _sections(adminform, inlines, items):
    fieldsets = {fieldset.name: fieldset for fieldset in adminform}
    rows = {inline.formset.prefix: inline for inline in inlines}
    sections = []
    for number, (key, name, heading) in enumerate(SECTIONS, start=1):
        own = [item for item in items if item.section == key]
        sections.append(Section(number, key, name, heading, fieldsets.get(name), rows.get(key), items=own))
    return [section for section in sections if section.rows or section.key != "attachments"]


def _count(sections, session):
    counts = {
        "when": "✓" if session.held_on or session.source_hash else "",
        "attendees": f"{sum(checklist.people(session.attendees.all()).values())} người",
        "agenda": f"{len(session.agenda.all())} mục",
        "assessment": "✓" if session.assessment else "trống",
        "directives": f"{len(session.directives.all())} dòng",
        "attachments": f"{len(session.attachments.all())}",
        "publication": PUBLICATION.get(session.state, "chưa đăng") if not session.is_scheduled else "hẹn giờ",
    }
    for section in sections:
        section.count = counts[section.key]


def _number(rows, session):
    """Where no script numbers the rows, each directive shows the number that it has or will be given."""
    forms = rows.initial_forms
    for form, number in zip(
        forms, numbers_of([form.instance for form in forms], issued_numbers(session)), strict=True
    ):
        form.shown_number = number


def _roll(attendees):
    """The line of totals: people, rows, and (presence, its label, people) for each presence."""
    people = checklist.people(attendees)
    return {
        "people": sum(people.values()),
        "rows": len(attendees),
        "parts": [(part.value, part.label.lower(), people.get(part, 0)) for part in Presence],
        "unknown": Presence.UNKNOWN.value,
    }


def _bar(session, user):
    editions = Edition.objects.without_records().with_ending().select_related("issued_by")
    prefetch_related_objects(
        [session],
        Prefetch("state_changes", queryset=StateChange.objects.select_related("by")),
        Prefetch("editions", queryset=editions.order_by("kind", "sequence", "pk")),
    )
    status = SessionStatus(session, user)
    verbs = session.verbs_for(user)
    return {
        "status": status,
        "saved": _saved(status),
        "last_saved": moment_words(session.modified_at),
        "near": [verb for verb in verbs if verb.name not in (*NEXT_VERBS, *APART)],
        "apart": [verb for verb in verbs if verb.name in APART],
        "next_verb": min((verb for verb in verbs if verb.name in NEXT_VERBS), key=_rank, default=None),
        "own_words": status.own_words,
        "next_paper": next_paper(session, user),
        "saving_verbs": SAVING_VERBS if session.is_editable else (),
        "editions": session.editions.all(),
        "roster_from": new_sessions.roster_before(session),
    }


def _rank(verb):
    return NEXT_VERBS.index(verb.name)


def _saved(status):
    """The small line of the bar: when the session was saved, or who changed its state."""
    session = status.session
    if session.is_scheduled:
        return "Chưa ai ngoài cơ quan xem được"
    if session.state == "published" and status.live:
        return f"{timezone.localtime(session.posted_at):%d/%m/%Y %H:%M}, bản {status.live.sequence}"
    if session.state == "reopened" and status.live:
        return f"Trang công khai vẫn là bản {status.live.sequence}"
    if session.state == "resubmitted" and status.live:
        return status.last_change_words
    return f"Đã lưu {moment_words(session.modified_at)}" if session.is_editable else status.last_change_words
