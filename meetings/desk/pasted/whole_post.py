"""A whole post, pasted at the desk, fills a session that has no content yet."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ... import intake
from ...archiving import accepting, councils, deciding, unit_names
from ...archiving.giving_back import PASTED
from ...models import Council, Decision, ImportedPost, PageViews, Session, SessionState, Verdict
from ...models.member import bare_name
from ...plain_data import plain
from ...record import PLAIN_FIELDS, PROSE_FIELDS, Role, SessionKind
from ...vietnamese import date_digits, join_words, month_words
from . import whole_reading
from .said_by_rows import without_attendance
from .whole_units import UnitsOfTheDesk

_ROWS = {"attendees": "thành phần", "agenda": "nội dung", "directives": "chỉ đạo"}
_OWN = ("council_id", "kind", *PLAIN_FIELDS, "posted_at", "source_text", "source_hash")


class HasContent(intake.Unstorable):
    """The session is not empty; a paste never overwrites what it has."""


def content_of(session) -> list[str]:
    """What the session has already, in words; [] for one that a paste may fill."""
    rows = [words for name, words in _ROWS.items() if getattr(session, name).exists()]
    prose = [session._meta.get_field(name).verbose_name for name in PROSE_FIELDS if getattr(session, name)]
    return rows + prose


def refuse_filled(session):
    if session.state != SessionState.DRAFT:
        raise HasContent(f"{session} không còn là bản nháp chưa gửi, nên không dán cả bài vào được.")
    if content := content_of(session):
        raise HasContent(
            f"{session} đã có {join_words(content)}; dán cả bài chỉ vào phiên còn trống, không ghi đè gì. "
            "Hãy dán từng phần bằng nút “Dán…” ở phần ấy."
        )


def make(post, *, by) -> Session:
    """A new draft session from the post. Raises Unstorable or AlreadyStored, with nothing stored."""
    councils.refuse_unknown(post.record)
    try:
        with transaction.atomic():
            batch = whole_reading.batch_of_pastes()
            units = UnitsOfTheDesk(deciding.answers(batch))
            session = intake.store(
                _record_of(post), source_text=post.reading["text"], source_hash=_hash_of_published(post), units=units
            )
            _keep(post, batch, session, by, {"made": True})
    except IntegrityError as error:
        raise intake.Unstorable("Chưa ghi được: vừa có người dán cùng lúc. Hãy thử lại.") from error
    return session


def fill(post, session, *, by) -> Session:
    """The session with what was read in the post. Raises Unstorable or AlreadyStored, with nothing changed."""
    councils.refuse_unknown(post.record)
    try:
        with transaction.atomic():
            session = Session.objects.select_for_update().get(pk=session.pk)
            refuse_filled(session)
            _refuse_again(post)
            before = _snapshot(session)
            batch = whole_reading.batch_of_pastes()
            _write(session, post, UnitsOfTheDesk(deciding.answers(batch)))
            _keep(post, batch, session, by, before)
    except IntegrityError as error:
        raise intake.Unstorable("Chưa ghi được: vừa có người dán cùng lúc. Hãy thử lại.") from error
    return session


def _refuse_again(post):
    source_hash = _hash_of_published(post)
    if source_hash and (known := Session.objects.filter(source_hash=source_hash).first()):
        raise intake.AlreadyStored(known)


def _hash_of_published(post):
    """A text with the day it was posted is an old post, whose directives nobody follows until somebody says so; a
    draft is a session of today."""
    return post.source_hash if post.record.posted_at else ""


def _snapshot(session):
    fields = {name: plain(getattr(session, name)) for name in _OWN}
    views = PageViews.objects.filter(session=session).values_list("imported", flat=True).first()
    return {"made": False, "fields": fields, "views": views}


def _write(session, post, units):
    record = _record_of(post)
    session.council = intake.council_of(record.council)
    if record.kind is not SessionKind.REGULAR:
        session.kind = record.kind.value
    for name in PLAIN_FIELDS:
        if value := getattr(record, name):
            setattr(session, name, value)
    session.posted_at = record.posted_at
    session.source_text, session.source_hash = post.reading["text"], _hash_of_published(post)
    session.version += 1
    _refuse_unfit(session)
    session.save()
    PageViews.objects.update_or_create(session=session, defaults={"imported": record.imported_views})
    intake.write_rows(session, record, units)


def _record_of(post):
    """What is stored of the post: an old one as it was read; of a draft its people once, members as members."""
    record = post.record
    if _hash_of_published(post):
        return record
    return _with_members(without_attendance(record))


def _with_members(record):
    """Who is a member of the committee attends as one, whatever the words made of the post."""
    council = Council.objects.filter(committee_name=record.council.committee_name).first()
    members = council.members_on(record.day) if council else []
    roles = {bare_name(member.name): member.role for member in members}
    rows = (
        replace(row, role=roles.get(bare_name(row.name), row.role)) if row.role is Role.INVITEE else row
        for row in record.attendees
    )
    return replace(record, attendees=tuple(rows))


def _refuse_unfit(session):
    """What the columns cannot hold, and what the form would refuse: an end before the start, a month taken."""
    try:
        session.clean_fields(exclude={"slug"})
        session.validate_constraints(exclude={"slug", "source_hash"})
    except ValidationError as error:
        raise intake.Unstorable(" ".join(error.messages)) from error


def _keep(post, batch, session, by, before):
    """The pasted text stays in its batch, as a post that was accepted."""
    post.batch, post.order = batch, batch.posts.count() + 1
    post.name = f"Lần dán {post.order}: {session}"
    post.verdict = Verdict.DOUBTS if post.reading["doubts"] else Verdict.CLEAN
    post.session = None
    post.answers = {PASTED: {**before, "version": session.version}}
    post.save()
    unit_names.follow(post, None)
    deciding.decide(post, Decision.ACCEPTED, by=by, session=session)
    if session.source_hash:
        accepting.settle_copies(post, session)


def pasted_into(session):
    """The post that was pasted into the session, or None."""
    posts = ImportedPost.objects.filter(session=session, decision=Decision.ACCEPTED, batch__name=whole_reading.BATCH)
    return posts.select_related("batch").order_by("-pk").first()


def changed_frame(post) -> list[str]:
    """What the session had and the post says otherwise, in words: "tháng 11/2026 thành 10/2026"."""
    fields, record = post.answers[PASTED].get("fields"), post.record
    if not fields:
        return []
    months = (fields["month"], fields["year"]), (record.month, record.year)
    pairs = [("tháng", *(f"{month_words(month)}/{year}" for month, year in months))]
    if fields["held_on"] and record.held_on:
        before = "/".join(reversed(fields["held_on"].split("-")))
        pairs.append(("ngày họp", before, date_digits(record.held_on)))
    if fields["venue"] and record.venue:
        pairs.append(("địa điểm", f"“{fields['venue']}”", f"“{record.venue}”"))
    return [f"{name} {old} thành {new}" for name, old, new in pairs if old != new]
