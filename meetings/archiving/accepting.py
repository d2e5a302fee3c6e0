"""A post of a batch onto the desk, and from there, where it is wished, into the record room."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from .. import intake, issuing
from ..models import Attachment, Decision, OldAddress, Refused, Session, Verdict
from ..vietnamese import date_digits
from . import post_files
from .councils import refuse_unknown
from .deciding import DecidedUnits, answers, decide, settle
from .unit_guesses import Standing

LONGEST_URL = 200


def accept(post, *, by=None, publish=False, verify_at="", record=None) -> Session:
    """The session that the post becomes; `record` is the clerk's mended one.

    Raises intake.Unstorable, intake.AlreadyStored or Refused, with nothing changed.
    """
    return take(post, DecidedUnits(answers(post.batch)), by, publish, verify_at, record)


def take(post, units, by, publish, verify_at, record=None):
    """`accept`, with units at hand."""
    record = record or post.record
    _refuse(post, record)
    refuse_unknown(record)
    if publish:
        refuse_publishing(record, by)
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
    if post.verdict == Verdict.CHANGED and _still_changed(post, record):
        raise intake.Unstorable(
            f"đã có {post.session or 'phiên họp này'} với nội dung khác; phiên đã có được giữ nguyên. "
            "Hãy mở phiên đó và đính chính tại đó"
        )


def _still_changed(post, record):
    """The session may be gone meanwhile, or the clerk may have mended the month."""
    return Standing().judge(record, post.source_hash, post.address, ())[0] == Verdict.CHANGED


def refuse_publishing(record, by):
    """What `issuing.publish` would refuse: said before anything is stored."""
    if by is not None and not by.has_perm("meetings.publish_session"):
        raise Refused("Bạn không có quyền đăng. Hãy nhập thành bản nháp rồi gửi duyệt.")
    if record.held_on and record.held_on > timezone.localdate():
        raise Refused(f"Phiên họp ngày {date_digits(record.held_on)} chưa diễn ra, chưa đăng được.")


def attach(post, session):
    """The post's files, after those that the session has."""
    if not post.files.exists():
        return
    have = set(session.attachments.values_list("sha256", flat=True))
    rows = post_files.attachments(post, session, after=len(have))
    if rows := [row for row in rows if row.sha256 not in have]:
        bulk_create_with_history(rows, Attachment)


def lead_here(address, session):
    """The old address leads to this session from now on, unless it leads to another."""
    if path := OldAddress.key(address):
        OldAddress.objects.get_or_create(path=path, defaults={"session": session})


def _web_address(address):
    fits = address.startswith(("http://", "https://")) and len(address) <= LONGEST_URL
    return address if fits else ""
