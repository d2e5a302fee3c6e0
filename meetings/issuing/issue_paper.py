"""A paper's way out: printed outside any transaction, numbered and frozen inside one."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from fcntl import LOCK_EX, flock

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .. import printing
from ..models import BookClosed, Edition, NumberGone, Part, Refused, Session, draft_of
from ..models.directive import number_directives
from ..paper import PaperKind
from ..paper_kinds import description, series
from ..paper_numbers import out_of_order
from ..vietnamese import LOCAL_ZONE, date_digits, tidy
from .composing import compose, missing, template_of
from .stray_fields import with_fields
from .verify_address import refuse_homeless, verify_address
from .year_book import closing_of

TRIES = 5
"""On several machines two may print the same number; the database takes one, the other prints anew."""


class FormBroken(Refused):
    """The printed paper breaks a rule of the official form, and no reason was given to go on."""

    def __init__(self, report, version="Văn bản"):
        self.report = report
        super().__init__(
            f"{version} còn {len(report.broken)} chỗ chưa đúng thể thức (xem bảng dưới). "
            "Hãy sửa, hoặc ghi rõ vì sao vẫn phát hành."
        )


class OutOfOrder(Refused):
    """The day does not follow the order of the numbers, and no reason was given to go on."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """What whoever issues a paper decides."""

    dated: date
    number: int | None = None
    """One set by hand because the paper register is ahead; the series goes on from it."""
    note: str = ""
    """Why it replaces what is in force."""
    form_note: str = ""
    """Why it goes out although the form check found faults."""
    order_note: str = ""
    """Why its day does not follow the order of the numbers."""
    is_public: bool = True
    seen: str | None = None
    """The token of the composed paper that was looked at: where the desk has changed since, nothing is issued."""
    at: datetime | None = None
    """The moment of issue, now if none is given."""


def issue(session, kind, order: Order, *, by) -> Edition:
    """Print, number and freeze the paper; what was in force before is replaced, and says so.

    Raises Refused, in words for the office, and PressRefused; neither leaves anything behind but unused files.
    """
    kind = PaperKind(kind)
    draft_of(session, kind).refuse("issue", by=by)
    refuse_homeless()
    _refuse_gaps(session, kind, order.dated)
    if closing := closing_of(session.council, order.dated.year):
        raise Refused(_closed_words(closing.words))
    with _one_at_a_time(f"{session.council_id}-{series(kind)[0]}-{order.dated.year}"):
        for _ in range(TRIES):
            composed = compose(session, kind)
            _refuse_unseen(composed, order)
            number = order.number or Edition.objects.next_number(session.council_id, kind, order.dated.year)
            paper = replace(composed.paper, number=number, dated=order.dated)
            order_note = _disorder_allowed(session, paper, order)
            files = printing.files(
                composed.record, paper, template=template_of(session, kind), verify_at=verify_address()
            )
            form_note = _faults_allowed(composed.record, paper, files, order)
            paper = replace(paper, order_note=order_note)
            try:
                return _freeze(session, composed, paper, [file.keep() for file in files], order, form_note, by=by)
            except BookClosed as closed:
                raise Refused(_closed_words(closed)) from closed
            except NumberGone as gone:
                if order.number:
                    raise Refused(
                        f"Số {number:02d} đã cấp hoặc đã qua; số nhỏ nhất còn dùng được là {gone.free:02d}."
                    ) from gone
    raise Refused("Đang có người khác lấy số. Hãy làm lại sau ít phút.")


def _closed_words(closed):
    return f"{closed}; không cấp thêm số của năm ấy được nữa. Hãy ghi ngày văn bản thuộc năm sổ còn mở."


def _refuse_unseen(composed, order):
    if order.seen is not None and order.seen != composed.token:
        raise Refused("Phiên họp hoặc giấy tờ vừa được sửa sau khi bạn mở trang. Hãy xem lại rồi bấm lần nữa.")
    if composed.before and not tidy(order.note):
        raise Refused(f"Văn bản {composed.before.reference} đang có hiệu lực. Hãy ghi rõ vì sao phải thay.")
    if composed.before and order.dated < composed.before.dated:
        day = date_digits(composed.before.dated)
        raise Refused(f"Văn bản được thay ghi ngày {day}; văn bản thay không thể ghi ngày trước đó.")


def _refuse_gaps(session, kind, dated):
    if lacking := missing(session, kind):
        raise Refused(f"Còn thiếu {', '.join(lacking)}. Hãy điền rồi làm lại.")
    today = timezone.localdate(timezone=LOCAL_ZONE)
    if dated > today:
        raise Refused(f"Ngày văn bản {date_digits(dated)} chưa tới. Hãy ghi ngày hôm nay hoặc một ngày trước đó.")
    described = description(kind)
    if described.precedes_session and dated > session.held_on:
        raise Refused(
            f"Phiên họp ngày {date_digits(session.held_on)}; {described.name.lower()} phải ghi ngày đó "
            "hoặc một ngày trước đó."
        )
    if not described.precedes_session and session.held_on > dated:
        raise Refused(
            f"Phiên họp ngày {date_digits(session.held_on)}; văn bản ghi kết quả không thể ghi ngày trước đó."
        )


def _faults_allowed(record, paper, files, order):
    """Why faults of the form are let through; "" where there are none. Every version that goes out is checked; of one
    that is printed singly the first sheet stands for all."""
    reason, broken = tidy(order.form_note), False
    for file in (file for file in files if file.filename.endswith(".pdf")):
        printed = _first_sheet(file.part, record, paper) if paper.one_sheet_each else file.content
        report = with_fields(printing.check(printed, paper.kind), record, paper)
        broken = broken or bool(report.broken)
        if report.broken and not reason:
            raise FormBroken(report, "Bản công khai" if file.part == Part.PUBLIC and len(files) > 2 else "Văn bản")
    return reason if broken else ""


def _first_sheet(part, record, paper):
    if part == Part.PUBLIC:
        record, paper = record.public(), paper.public()
    return printing.first_sheet(record, paper)


def disorder(session, kind, number, dated) -> str:
    """Which papers of the series stand against this number and day, in words; "" where none does."""
    series = Edition.objects.series(session.council_id, kind, dated.year).without_records()
    return out_of_order(number, dated, [(other.number, other.reference, other.dated) for other in series])


def _disorder_allowed(session, paper, order):
    """Why the day may leave the order of the numbers; "" where it keeps to it."""
    found = disorder(session, paper.kind, paper.number, paper.dated)
    reason = tidy(order.order_note)
    if found and not reason:
        raise OutOfOrder(
            f"Số {paper.reference} sẽ ghi ngày {date_digits(paper.dated)}, trong khi {found}: số sau không ghi ngày "
            "trước số trước. Hãy xem lại ngày, hoặc ghi rõ vì sao vẫn cấp như vậy."
        )
    return reason if found else ""


def look(session, composed, *, dated):
    """The form check of the paper as it would go out now, with the number it would be given."""
    kind = composed.paper.kind
    number = Edition.objects.next_number(session.council_id, kind, dated.year)
    paper = replace(composed.paper, number=number, dated=dated)
    report = printing.check(printing.first_sheet(composed.record, paper), kind)
    return with_fields(report, composed.record, paper)


def _freeze(session, composed, paper, files, order, form_note, *, by):
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        if not description(paper.kind).precedes_session:
            number_directives(stored)
        if compose(stored, paper.kind).token != composed.token:
            raise Refused("Phiên họp vừa được sửa trong lúc in. Chưa phát hành gì; hãy xem lại rồi làm lại.")
        draft_of(stored, paper.kind).move("issue", by=by, at=order.at)
        return Edition.objects.issue(
            session.pk,
            paper.kind.value,
            composed.record,
            by=by,
            at=order.at,
            note=tidy(order.note),
            paper=paper,
            files=files,
            form_note=form_note,
            is_public=order.is_public and description(paper.kind).has_public_words(paper),
        )


@contextmanager
def _one_at_a_time(series):
    """On one machine a number is printed once: whoever comes second waits for the first to be done."""
    folder = settings.DATA_DIR / "locks"
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / series).open("w") as held:
        flock(held, LOCK_EX)
        yield
