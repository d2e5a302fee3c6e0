"""A post of a batch onto the desk, and from there, where it is wished, into the record room."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from .. import intake, issuing
from ..models import Attachment, Decision, OldAddress, Refused, Session, SessionState, Verdict
from ..vietnamese import date_digits
from . import files
from .deciding import DecidedUnits, answers, decide, judge_anew, settle
from .standing import Standing

LONGEST_URL = 200


def accept(post, *, by=None, publish=False, verify_at="", record=None, units=None) -> Session:
    """The session that the post becomes; `record` is the clerk's mended one. `units` are the batch's `answers`.

    Raises intake.Unstorable, intake.AlreadyStored or Refused, with nothing changed.
    """
    record = record or post.record
    _refuse(post, record)
    if publish:
        _refuse_publishing(record, by)
    units = DecidedUnits(answers(post.batch) if units is None else units)
    with transaction.atomic():
        session = intake.store(
            record,
            source_text=post.reading["text"],
            source_hash=post.source_hash,
            source_url=_web_address(post.address),
            units=units,
        )
        settle(post.batch, units.made)
        attach(post, session)
        lead_here(post.address, session)
        decide(post, Decision.ACCEPTED, by=by, session=session)
    if publish:
        issuing.publish(session, "publish", by=by, verify_at=verify_at)
    return session


def _refuse(post, record):
    if post.decision == Decision.ACCEPTED:
        raise Refused("Bài này đã nhập rồi.")
    if post.decision == Decision.SKIPPED:
        raise Refused("Bài này đang để lại. Hãy đưa vào xét lại trước.")
    if record is None or post.reading is None:
        raise intake.Unstorable(f"không đọc được: {post.reason}")
    if post.verdict == Verdict.CHANGED:
        raise intake.Unstorable(
            f"đã có {post.session or 'phiên họp này'} với nội dung khác; phiên đã có được giữ nguyên. "
            "Hãy mở phiên đó và đính chính tại đó"
        )


def _refuse_publishing(record, by):
    """What `issuing.publish` would refuse: said before anything is stored."""
    if by is not None and not by.has_perm("meetings.publish_session"):
        raise Refused("Bạn không có quyền đăng. Hãy nhập thành bản nháp rồi gửi duyệt.")
    if record.held_on and record.held_on > timezone.localdate():
        raise Refused(f"Phiên họp ngày {date_digits(record.held_on)} chưa diễn ra, chưa đăng được.")


def attach(post, session):
    """The post's files, after those that the session has."""
    have = set(session.attachments.values_list("sha256", flat=True))
    rows = files.attachments(post, session, after=len(have))
    if rows := [row for row in rows if row.sha256 not in have]:
        bulk_create_with_history(rows, Attachment)


def lead_here(address, session):
    """The old address leads to this session from now on, unless it leads to another."""
    if path := OldAddress.key(address):
        OldAddress.objects.get_or_create(path=path, defaults={"session": session})


def _web_address(address):
    fits = address.startswith(("http://", "https://")) and len(address) <= LONGEST_URL
    return address if fits else ""


def accept_clean(batch, *, by=None, publish=False, verify_at="", progress=None):
    """Accept every post read without a doubt; with `publish`, also the untouched drafts that came of it before.

    Returns [(post, None or the error that kept it back)]; `progress(done, post)` is called after each.
    """
    outcomes, units = [], answers(batch)
    for done, post in enumerate(_clean(batch, publish), start=1):
        error = _taken(post, by, publish, verify_at, units)
        outcomes.append((post, error))
        if progress:
            progress(done, post)
    return outcomes


def _clean(batch, publish):
    """Fetched one by one, so that a large batch is never held whole."""
    clean = batch.posts.filter(verdict=Verdict.CLEAN, decision=Decision.PENDING)
    keys = list(clean.values_list("pk", flat=True))
    if publish:
        drafts = batch.posts.filter(session__state=SessionState.DRAFT, session__version=1)
        drafts = drafts.filter(verdict__in=(Verdict.CLEAN, Verdict.KNOWN))
        keys += drafts.exclude(decision=Decision.SKIPPED).values_list("pk", flat=True)
    for pk in keys:
        yield batch.posts.select_related("batch", "session").get(pk=pk)


def _taken(post, by, publish, verify_at, units):
    """None, or why it was kept back."""
    try:
        if post.session_id:
            _refuse_publishing(post.record, by)
            issuing.publish(post.session, "publish", by=by, verify_at=verify_at)
        else:
            accept(post, by=by, publish=publish, verify_at=verify_at, units=units)
    except intake.AlreadyStored as known:
        judge_anew(post, Verdict.KNOWN, known.session)
        return known
    except intake.Unstorable as error:
        verdict, session = Standing().judge(post.record, post.source_hash, post.address, post.reading["doubts"])
        if session:
            judge_anew(post, verdict, Session.objects.get(pk=session))
        return error
    except Refused as error:
        return error
    return None
