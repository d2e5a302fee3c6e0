"""From the desk to the record room: a paper is composed, printed outside any transaction, numbered and frozen."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from fcntl import LOCK_EX, flock

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from . import printing
from .models import Edition, NumberGone, PaperDefaults, PaperDraft, PrintedFile, Refused, Session, seal
from .models.numbering import number_directives
from .models.owed import owed_before
from .paper import PaperKind, PaperRecord
from .paper_prose import completed
from .record import SessionRecord
from .vietnamese import LOCAL_ZONE, date_digits, date_words, tidy
from .writers.press import PressRefused

TRIES = 5
"""On several machines two may print the same number; the database takes one, the other prints anew."""


@dataclass(frozen=True)
class Composed:
    """A paper ready for the press, all but its number."""

    record: SessionRecord
    paper: PaperRecord
    before: Edition | None
    """The edition in force that it would take the place of."""

    @property
    def token(self) -> str:
        """Changes with every word of the paper."""
        return seal.digest([self.record.to_data(), self.paper.to_data()])


def draft_of(session, kind) -> PaperDraft:
    """What was set for this paper, or a blank one that is not stored."""
    return session.paper_drafts.filter(kind=kind).first() or PaperDraft(session=session, kind=kind)


def compose(session, kind) -> Composed:
    """The paper as it would be issued now. Nothing is stored."""
    kind = PaperKind(kind)
    stored = Session.objects.with_rows().get(pk=session.pk)
    record = stored.to_record() if kind is PaperKind.INVITATION else stored.as_issued()
    draft = draft_of(stored, kind)
    chosen = draft.chosen(stored, record)
    before = stored.editions.filter(kind=kind, state=Edition.State.LIVE).without_records().first()
    paper = draft.to_record(owed_before(stored) if draft.with_owed else ())
    if before:
        replaces = f"{before.reference} {date_words(before.dated)}"
        paper = replace(paper, replaces=replaces, sequence=before.sequence + 1)
    return Composed(chosen, completed(paper, chosen), before)


def template_of(session, kind) -> bytes | None:
    """The office's own Word form, where it has one."""
    usual = PaperDefaults.objects.filter(council=session.council_id, kind=kind).exclude(template="").first()
    return usual.template.read() if usual else None


def missing(session, kind) -> list[str]:
    """What must still be filled in before the paper may be issued, in words."""
    lacking = [] if session.held_on else ["ngày họp"]
    if kind == PaperKind.INVITATION:
        lacking += [] if session.starts_at else ["giờ bắt đầu"]
        lacking += [] if session.venue else ["địa điểm"]
        lacking += [] if session.attendees.exists() or draft_of(session, kind).addressees else ["thành phần kính mời"]
    if kind == PaperKind.NOTICE:
        record = compose(session, kind).record
        lacking += [] if record.directives or record.agenda else ["kết luận hoặc chỉ đạo để thông báo"]
    return lacking


def issue(
    session, kind, *, by, dated=None, number=None, note="", form_note="", is_public=True, verify_at="", seen=None
) -> Edition:
    """Print, number and freeze the paper; what was in force before is replaced, and says so.

    `number` is one set by hand because the paper register is ahead; the series goes on from it. `seen` is the token
    of the composed paper that was looked at: where the desk has changed since, nothing is issued. Raises Refused, in
    words for the office, and PressRefused; neither leaves anything behind but unused files.
    """
    kind, dated, note = PaperKind(kind), dated or timezone.localdate(timezone=LOCAL_ZONE), tidy(note)
    _refuse_gaps(session, kind, dated)
    with _one_at_a_time(f"{session.council_id}-{kind}-{dated.year}"):
        for _ in range(TRIES):
            composed = compose(session, kind)
            if seen is not None and seen != composed.token:
                raise Refused(
                    "Phiên họp hoặc giấy tờ vừa được sửa sau khi bạn mở trang. Hãy xem lại rồi bấm lần nữa."
                )
            if composed.before and not note:
                raise Refused(f"Văn bản {composed.before.reference} đang có hiệu lực. Hãy ghi rõ vì sao phải thay.")
            given = number or Edition.objects.next_number(session.council_id, kind, dated.year)
            paper = replace(composed.paper, number=given, dated=dated)
            files = printing.files(composed.record, paper, template=template_of(session, kind), verify_at=verify_at)
            words = {"note": note, "form_note": tidy(form_note), "is_public": is_public}
            try:
                return _freeze(session, composed, paper, [each.keep() for each in files], by=by, **words)
            except NumberGone as gone:
                if number:
                    raise Refused(
                        f"Số {number:02d} đã cấp hoặc đã qua; số nhỏ nhất còn dùng được là {gone.free:02d}."
                    ) from gone
    raise Refused("Nhiều nơi đang cùng lấy số. Đề nghị làm lại sau ít phút.")


def _refuse_gaps(session, kind, dated):
    if session.state == "withdrawn":
        raise Refused("Phiên họp này đã thu hồi, không phát hành giấy tờ được nữa.")
    if lacking := missing(session, kind):
        raise Refused(f"Còn thiếu {', '.join(lacking)}. Hãy điền rồi làm lại.")
    today = timezone.localdate(timezone=LOCAL_ZONE)
    if dated > today:
        raise Refused(f"Ngày văn bản {date_digits(dated)} chưa tới. Hãy ghi ngày hôm nay hoặc một ngày trước đó.")
    if kind != PaperKind.INVITATION and session.held_on > dated:
        raise Refused(
            f"Phiên họp ngày {date_digits(session.held_on)}; văn bản ghi kết quả không thể ghi ngày trước đó."
        )


def _freeze(session, composed, paper, files, *, by, **frozen):
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        if paper.kind is not PaperKind.INVITATION:
            number_directives(stored)
        now = compose(stored, paper.kind)
        if now.token != composed.token:
            raise Refused("Phiên họp vừa được sửa trong lúc in. Chưa phát hành gì; hãy xem lại rồi làm lại.")
        return Edition.objects.issue(
            session.pk, paper.kind.value, composed.record, by=by, paper=paper, files=files, **frozen
        )


def publish(session, verb, *, verify_at="", **words) -> str:
    """Publish or republish the page with its printed minutes; says so where they could not be printed, else ""."""
    said, files = "", []
    try:
        files = [each.keep() for each in printing.page_files(session.as_issued(), verify_at=verify_at)]
    except PressRefused as refused:
        said = f"Trang đã đăng, nhưng chưa kèm được bản in của biên bản. {refused}"
    getattr(session, verb)(files=files, **words)
    return said


def sign(edition, file: PrintedFile, *, by):
    """Keep a scan or a digitally signed file with its number, as the authoritative copy."""
    row = file.keep().row(edition, by)
    row.save()
    return row


@contextmanager
def _one_at_a_time(series):
    """On one machine a number is printed once: whoever comes second waits for the first to be done."""
    folder = settings.DATA_DIR / "locks"
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / series).open("w") as held:
        flock(held, LOCK_EX)
        yield
