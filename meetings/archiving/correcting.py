"""A post whose session stands with another text: put in its place as a correction, still to be published."""

from django.db import transaction

from .. import intake
from ..models import Decision, Refused, Session, SessionState, Verdict
from .accepting import attach, lead_here
from .deciding import DecidedUnits, answers, decide, settle


@transaction.atomic
def propose_correction(post, *, by) -> Session:
    """The standing session with the post's content in place of its own, a draft or opened for correction.

    Raises intake.Unstorable or Refused, with nothing changed.
    """
    if post.verdict != Verdict.CHANGED or post.decision != Decision.PENDING or not post.session_id:
        raise Refused("Bài này không khác phiên họp nào đã có.")
    session = Session.objects.get(pk=post.session_id)
    if session.directives.exclude(reports=None).exists():
        raise Refused(f"{session} đã có báo cáo tiến độ chỉ đạo. Hãy mở phiên đó và đính chính tại đó.")
    _open(session, post, by)
    _rewrite(session, post)
    attach(post, session)
    lead_here(post.address, session)
    decide(post, Decision.ACCEPTED, by=by)
    return session


def _open(session, post, by):
    if session.state == SessionState.PUBLISHED:
        session.reopen(by=by, note=f"Bài cũ “{post.name[:200]}” có nội dung khác bản đã đăng.")
    elif session.state == SessionState.WITHDRAWN or session.state == SessionState.SUBMITTED:
        raise Refused(f"{session} đang ở trạng thái “{session.get_state_display()}”, chưa sửa được.")


def _rewrite(session, post):
    record = post.record
    _same_place(session, record)
    numbers = [(row.level, row.number) for row in session.directives.all()]
    intake.write_fields(session, record)
    session.version += 1
    session.source_text, session.source_hash = post.reading["text"], post.source_hash
    session.save()
    units = DecidedUnits(answers(post.batch))
    intake.write_rows(session, record, units)
    settle(post.batch, units.made)
    _keep_numbers(session, numbers)


def _same_place(session, record):
    """The address of a session and its council do not change with its text."""
    there = (session.council.committee_name, session.year, session.month, session.kind)
    if there != (record.council.committee_name, record.year, record.month, record.kind.value):
        raise Refused(f"Bài này nói về tháng khác với {session}. Hãy mở phiên đó và đính chính tại đó.")


def _keep_numbers(session, numbers):
    """A directive keeps its number where the rows are as many and as deep; else they are numbered on."""
    rows = list(session.directives.all())
    if [row.level for row in rows] == [level for level, _ in numbers]:
        for row, (_, number) in zip(rows, numbers, strict=True):
            row.number = number
            session.directives.filter(pk=row.pk).update(number=number)
