"""Accepting a post of a batch: it becomes a session, which can be published at once."""

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from .. import intake, issuing
from ..models import Attachment, Decision, ImportedPost, OldAddress, Refused, Session, Verdict
from ..vietnamese import date_digits
from . import post_files
from .councils import refuse_unknown
from .deciding import DecidedUnits, answers, decide, settle_unit_proposals
from .frame_answers import FRAME
from .unit_guesses import StoredSessions

LONGEST_URL = 200


def accept(post, *, by=None, publish=False, record=None) -> Session:
    """The session that the post becomes; `record` replaces the record that was read.

    Raises intake.Unstorable, intake.AlreadyStored or Refused, with nothing changed.
    """
    return accept_with(post, DecidedUnits(answers(post.batch)), by, publish, record)


def accept_with(post, units, by, publish, record=None):
    """`accept` with the units that a run of many posts shares."""
    record = record or post.record
    _refuse(post, record)
    refuse_unknown(record)
    if publish:
        refuse_publishing(record, by)
    with transaction.atomic():
        _refuse_mended(post)
        session = intake.store(
            record,
            source_text=post.reading["text"],
            source_hash=post.source_hash,
            source_url=_web_address(post.address),
            units=units,
        )
        settle_unit_proposals(post.batch, units.made)
        attach_files(post, session)
        redirect_old_address(post.address, session)
        decide(post, Decision.ACCEPTED, by=by, session=session)
        settle_copies(post, session)
    if publish:
        issuing.publish(session, "publish", by=by)
    return session


def _refuse(post, record):
    if post.decision == Decision.ACCEPTED:
        raise Refused("Bài này đã nhập rồi.")
    if post.decision == Decision.SKIPPED:
        raise Refused("Bài này đã bỏ qua. Hãy bấm Xét lại bài này trước.")
    if record is None or post.reading is None:
        raise intake.Unstorable(f"không đọc được: {post.reason}")
    if post.verdict == Verdict.CHANGED and _still_changed(post, record):
        raise intake.Unstorable(
            f"đã có {post.session or 'phiên họp này'} với nội dung khác; phiên đã có được giữ nguyên. "
            "Hãy mở phiên đó và đính chính tại đó"
        )


def _refuse_mended(post):
    """The row is locked: an answer that comes in the same moment is read before or refused after."""
    rows = ImportedPost.objects.select_for_update(of=("self",)).filter(pk=post.pk)
    now = rows.values_list("answers", flat=True).first()
    if now is None or now.get(FRAME) != post.answers.get(FRAME):
        raise Refused("Bài này vừa được đọc lại với câu trả lời khác. Hãy mở lại trang để xem.")


def _still_changed(post, record):
    """The session may be deleted since, or the clerk may have corrected the month."""
    return StoredSessions().judge(record, post.source_hash, post.address, ())[0] == Verdict.CHANGED


def refuse_publishing(record, by):
    """Refuses what `issuing.publish` would refuse, before anything is stored."""
    if by is not None and not by.has_perm("meetings.publish_session"):
        raise Refused("Bạn không có quyền đăng. Hãy nhập thành bản nháp rồi gửi duyệt.")
    if record.held_on and record.held_on > timezone.localdate():
        raise Refused(f"Phiên họp ngày {date_digits(record.held_on)} chưa diễn ra, chưa đăng được.")


def settle_copies(post, session):
    """Posts with the very text of this one, in whatever batch, are stored with it."""
    copies = ImportedPost.objects.filter(source_hash=post.source_hash, decision=Decision.PENDING)
    copies.exclude(source_hash="").update(verdict=Verdict.KNOWN, session=session)


def attach_files(post, session):
    """Adds the post's files after the files that the session has."""
    if not post.files.exists():
        return
    have = set(session.attachments.values_list("sha256", flat=True))
    rows = post_files.attachments(post, session, after=len(have))
    if rows := [row for row in rows if row.sha256 not in have]:
        bulk_create_with_history(rows, Attachment)


def redirect_old_address(address, session):
    """The old address redirects to this session, unless it redirects to another one already."""
    if path := OldAddress.key(address):
        OldAddress.objects.get_or_create(path=path, defaults={"session": session})


def _web_address(address):
    fits = address.startswith(("http://", "https://")) and len(address) <= LONGEST_URL
    return address if fits else ""
