"""The register of a year: the book as it stands, what the office adds to its lines, and its closing."""

from dataclasses import replace

from django.db import IntegrityError, transaction
from django.db.models import Prefetch, Q
from django.utils import timezone

from .. import printing
from ..models import Council, Edition, Mending, Part, PrintedFile, Refused, RegisterClosing, RegisterEntry
from ..models.council import lines as lines_of
from ..models.paper_defaults import KINDS
from ..models.user_names import known_as
from ..paper import PaperKind
from ..paper_kinds import description, series
from ..recipients import file_copy, receivers, receivers_in_short
from ..register_book import RegisterBook, RegisterLine, RegisterPart
from ..vietnamese import LOCAL_ZONE, date_digits
from ..working_days import late_words

AWAITED = [description(kind).label for kind in PaperKind if not description(kind).goes_out_when_needed]
"""The parts that the book has before their first number."""
SKIPPED = "Cấp trên sổ giấy, không có ở đây"


def book_of(council, year) -> RegisterBook:
    """The book as it stands now, whether it is closed or not; its number of queries does not grow with its lines."""
    papers = Edition.objects.filter(council=council, number_year=year).order_by("kind", "number")
    papers = papers.defer("record", "public_record", "folded").select_related("replaces", "replaced_by")
    mended = Prefetch("mended_by", Mending.objects.select_related("letter"))
    papers = list(papers.prefetch_related("files__revocation", "register_entries", mended))
    every = dict.fromkeys(series(PaperKind(kind)) for kind, _ in KINDS)
    parts = (_part(kinds, [paper for paper in papers if paper.kind in kinds]) for kinds in every)
    parts = (part for part in parts if part.lines or part.label in AWAITED)
    return RegisterBook(council=council.name, letterhead=lines_of(council.letterhead), year=year, parts=tuple(parts))


def _part(kinds, papers):
    """One series of numbers: of a kind, or of all letters."""
    lines, last = [], 0
    for paper in sorted(papers, key=lambda paper: paper.number):
        if paper.number > last + 1:
            lines.append(_skipped(last + 1, paper.number - 1, paper.symbol))
        lines.append(_line(paper))
        last = paper.number
    symbol = papers[-1].symbol if papers else ""
    described = description(kinds[0])
    label = described.type_name if described.is_letter else described.label
    return RegisterPart(label=label, lines=tuple(lines), last=last, symbol=symbol)


def _skipped(first, last, symbol):
    numbers = f"{first:02d}" if first == last else f"{first:02d} đến {last:02d}"
    return RegisterLine(reference=f"{numbers}/{symbol}", subject=SKIPPED)


def _line(edition):
    paper, entry = edition.paper_record, last_entry(edition) or RegisterEntry()
    return RegisterLine(
        reference=edition.reference,
        dated=edition.dated,
        subject=_subject(edition),
        signer=", ".join(signature.name for signature in paper.signatures if signature.name),
        recipients="; ".join(receivers(paper)) if description(paper.kind).is_letter else receivers_in_short(paper),
        kept_by=entry.kept_by or file_copy(paper),
        copies=entry.copies,
        sent_on=entry.sent_on,
        receipt=entry.receipt,
        note=". ".join(note.rstrip(".") for note in _notes(edition, paper, entry) if note),
        edition=edition.pk,
    )


def _subject(edition):
    """ "Thông báo kết luận phiên họp tháng 01 năm 2021 của …": kind and abstract in one."""
    abstract = edition.abstract
    return f"{description(PaperKind(edition.kind)).type_name} {abstract[:1].lower()}{abstract[1:]}"


def last_entry(edition):
    """What the office typed last for it, or None. Fetch the editions with their entries."""
    return next(reversed(edition.register_entries.all()), None)


def _notes(edition, paper, entry):
    yield f"Thay {edition.replaces.reference}: {edition.note}" if edition.replaces else edition.note
    yield "; ".join(f"Đính chính {each}" for each in _mended(paper))
    yield "; ".join(f"Được đính chính bằng {letter.reference}" for letter in letters_for(edition))
    yield ending(edition)
    yield f"Thể thức: {edition.form_note}" if edition.form_note else ""
    yield f"Số sau ghi ngày trước: {paper.order_note}" if paper.order_note else ""
    yield lateness(edition, entry)
    signed = any(file.part == "signed" and not file.is_revoked for file in edition.files.all())
    yield "Có bản ký" if signed else ""
    yield entry.note


def _mended(paper):
    """ "Biên bản số 05/BB-HĐND"."""
    return [mended.name.partition(" ngày ")[0] for mended in paper.mends]


def letters_for(edition):
    """The letters of correction in force that mend it. Fetch lists with `mended_by__letter`."""
    return [row.letter for row in edition.mended_by.all() if row.letter.state == Edition.State.LIVE]


def ending(edition):
    """How it went out of force; "" while it is in force."""
    if successor := getattr(edition, "replaced_by", None):
        return f"Được thay bằng {successor.reference}"
    if edition.state == Edition.State.WITHDRAWN:
        return f"Thu hồi ngày {date_digits(_day_of(edition.closed_at))}: {edition.closed_note}"
    return ""


def lateness(edition, entry):
    """That a paper was sent, or issued, after the next working day; "" where it was not."""
    sent = entry.sent_on if entry else None
    late = late_words(edition.dated, sent or _day_of(edition.issued_at))
    if not late:
        return ""
    return f"Chuyển chậm, {late}" if sent else f"Phát hành {date_digits(_day_of(edition.issued_at))}, {late}"


def _day_of(moment):
    return moment.astimezone(LOCAL_ZONE).date()


def closing_of(council, year) -> RegisterClosing | None:
    return RegisterClosing.objects.select_related("closed_by", "council").filter(council=council, year=year).first()


def enter(edition, entry: RegisterEntry, *, by, after=None) -> RegisterEntry:
    """Add `entry` to the line of `edition`; `after` is the key of the entry that whoever types had before them.

    Raises Refused for a year that is closed, for a day before the paper's own, and where somebody else typed since.
    """
    if edition.number is None:
        raise Refused("Chỉ văn bản có số mới có dòng trong sổ văn bản.")
    if entry.sent_on and entry.sent_on < edition.dated:
        raise Refused(
            f"Văn bản ghi ngày {date_digits(edition.dated)}; ngày chuyển không thể là ngày trước đó. "
            "Hãy xem lại ngày chuyển."
        )
    if entry.sent_on and entry.sent_on > _day_of(timezone.now()):
        raise Refused(f"Ngày chuyển {date_digits(entry.sent_on)} chưa tới. Hãy ghi khi đã chuyển.")
    entry.edition, entry.typed_by = edition, by
    with transaction.atomic():
        council = Council.objects.select_for_update().get(pk=edition.council_id)
        if closing := closing_of(council, edition.number_year):
            raise Refused(f"{closing.words}; không ghi thêm, không sửa được nữa.")
        last = edition.register_entries.select_related("typed_by").last()
        if (last.pk if last else None) != after:
            when = f"{last.typed_at.astimezone(LOCAL_ZONE):%H:%M, %d/%m/%Y}"
            raise Refused(
                f"{known_as(last.typed_by)} vừa ghi dòng này, lúc {when}. "
                "Chưa lưu chữ của bạn; hãy xem dòng vừa ghi ở dưới rồi lưu lại nếu vẫn cần."
            )
        entry.save()
    return entry


def close_year(council, year, *, by, at=None) -> RegisterClosing:
    """Make the book of the year final: its PDF is printed outside the transaction and frozen inside it with its hash.

    Raises Refused where it is closed already or changed meanwhile, and PressRefused.
    """
    at = at or timezone.now()
    if closing := closing_of(council, year):
        raise Refused(f"{closing.words}.")
    if year > _day_of(at).year:
        raise Refused(f"Năm {year} chưa tới, chưa có sổ để khóa.")
    open_book = book_of(council, year)
    if not open_book.count:
        raise Refused(f"Sổ văn bản năm {year} chưa có số nào, không có gì để khóa.")
    closed = _closed(open_book, by, at)
    file = PrintedFile("", f"so-dang-ky-van-ban-di-{year}.pdf", printing.register(closed)).keep()
    try:
        with transaction.atomic():
            council = Council.objects.select_for_update().get(pk=council.pk)
            if book_of(council, year) != open_book:
                raise Refused("Sổ vừa có thêm số hoặc dòng ghi mới trong lúc in. Chưa khóa; hãy xem lại rồi làm lại.")
            return council.register_closings.create(
                year=year,
                book=closed.to_data(),
                filename=file.filename,
                sha256=file.sha256,
                size=len(file.content),
                closed_at=at,
                closed_by=by,
            )
    except IntegrityError as error:
        raise Refused(f"Sổ văn bản năm {year} vừa được người khác khóa. Hãy mở lại trang để xem.") from error


def _closed(book, by, at):
    return replace(book, closed_at=at.astimezone(LOCAL_ZONE).strftime("%H:%M, %d/%m/%Y"), closed_by=known_as(by))


def since_closing(closing):
    """What happened to papers of the year after its book was closed: (edition, words) for each, by number."""
    papers = Edition.objects.filter(council=closing.council, number_year=closing.year).order_by("kind", "number")
    later = Q(closed_at__gt=closing.closed_at) | Q(files__part=Part.SIGNED, files__added_at__gt=closing.closed_at)
    papers = papers.filter(later).distinct().without_records().select_related("replaced_by")
    return [(paper, ending(paper) if paper.closed_at else "Có bản ký") for paper in papers]
