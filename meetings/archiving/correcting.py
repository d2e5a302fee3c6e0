"""A post whose session has another text: it becomes a correction of the session, which is still to be published."""

from django.db import transaction

from .. import intake
from ..models import Decision, Refused, Session, SessionState, Verdict
from .accepting import attach_files, redirect_old_address
from .deciding import DecidedUnits, answers, decide, settle_unit_proposals


@transaction.atomic
def propose_correction(post, *, by) -> Session:
    """The stored session with the content of the post, as a draft or opened for correction.

    Raises intake.Unstorable or Refused, with nothing changed.
    """
    if post.verdict != Verdict.CHANGED or post.decision != Decision.PENDING or not post.session_id:
        raise Refused("Bài này không khác phiên họp nào đã có.")
    session = Session.objects.get(pk=post.session_id)
    if session.directives.exclude(reports=None).exists():
        raise Refused(f"{session} đã có báo cáo tiến độ chỉ đạo. Hãy mở phiên đó và đính chính tại đó.")
    _open(session, post, by)
    _rewrite(session, post)
    attach_files(post, session)
    redirect_old_address(post.address, session)
    decide(post, Decision.ACCEPTED, by=by)
    return session


def _open(session, post, by):
    if session.state == SessionState.PUBLISHED:
        session.reopen(by=by, note=f"Bài cũ “{post.name[:200]}” có nội dung khác bản đã đăng.")
    elif session.state == SessionState.WITHDRAWN or session.state == SessionState.SUBMITTED:
        raise Refused(f"{session} đang ở trạng thái “{session.get_state_display()}”, chưa sửa được.")


def _rewrite(session, post):
    record = post.record
    _refuse_other_month(session, record)
    numbers = [(row.level, row.number) for row in session.directives.all()]
    intake.write_fields(session, record)
    session.version += 1
    session.source_text, session.source_hash = post.reading["text"], post.source_hash
    session.save()
    units = DecidedUnits(answers(post.batch))
    intake.write_rows(session, record, units)
    settle_unit_proposals(post.batch, units.made)
    _keep_numbers(session, numbers)


def _refuse_other_month(session, record):
    """A correction changes neither the address of a session nor its council."""
    stored = (session.council.committee_name, session.year, session.month, session.kind)
    if stored != (record.council.committee_name, record.year, record.month, record.kind.value):
        raise Refused(f"Bài này nói về tháng khác với {session}. Hãy mở phiên đó và đính chính tại đó.")


def _keep_numbers(session, numbers):
    """The directives keep their numbers where number and levels of the rows are the same; else they get new ones."""
    rows = list(session.directives.all())
    if [row.level for row in rows] == [level for level, _ in numbers]:
        for row, (_, number) in zip(rows, numbers, strict=True):
            row.number = number
            session.directives.filter(pk=row.pk).update(number=number)
