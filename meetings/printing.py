"""The office's press: papers printed and checked in a process with bounds, never inside a transaction."""

from functools import cache as once
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache

from . import form_check
from .models import Part, PrintedFile
from .paper import PaperKind, PaperRecord
from .paper_kinds import description
from .paper_prose import excerpt, warnings
from .prose import completed
from .record import SessionRecord
from .register_book import RegisterBook
from .vietnamese import slugify
from .writers import docx, fonts, pdf, words
from .writers.press import Press, PressRefused
from .writers.words import attendance_sheet
from .writers.words import directive_list as directive_list_words
from .writers.words import file_contents as file_contents_words

BadTemplate, UnreadablePdf, default_template = docx.BadTemplate, pdf.UnreadablePdf, docx.default_template
__all__ = ["BadTemplate", "PressRefused", "UnreadablePdf", "default_template"]


KEPT_SECONDS = 30 * 24 * 3600

CERTIFICATES = (".pem", ".crt", ".cer", ".der")
MOST_ROOTS, LARGEST_ROOT = 100, 1_000_000
"""Files and bytes: what is larger is no certificate."""


@once
def press() -> Press:
    return Press(seconds=settings.PRESS_SECONDS, memory_mb=settings.PRESS_MEMORY_MB)


def _made(work, *args, **named):
    """What the press makes of a paper of ours. Raises PressRefused, in words for the office, for whatever cannot be
    printed or measured: neither is a fault of who asks for the paper."""
    try:
        return press().make(work, *args, **named)
    except form_check.Unreadable as unread:
        raise PressRefused(f"Văn bản in ra không kiểm được thể thức: {unread}") from unread
    except (fonts.NoUsableFont, BadTemplate) as refused:
        raise PressRefused(f"Chưa in được văn bản. {refused}") from refused


def draft(record: SessionRecord, paper: PaperRecord) -> bytes:
    """A look at the paper, marked DỰ THẢO, without number and address."""
    return _made(pdf.write, words.sheets(record, paper), draft=True)


def word_draft(record: SessionRecord, paper: PaperRecord, template: bytes | None) -> bytes:
    return _made(docx.write, words.sheets(record, paper), template=template, draft=True)


def attendance_list(record: SessionRecord) -> bytes:
    """The sheet to sign at the door."""
    return _made(pdf.write, [attendance_sheet.text(record)])


def check_template(template: bytes) -> None:
    """Raises BadTemplate, in words that name the field, for a Word form that no paper can be filled into."""
    press().make(docx.check_template, template)


def left_out_of_pdf(template: bytes | None) -> list[str]:
    """What of an office's own Word form does not come into the PDF, in sentences that are kept in the cache."""
    if not template:
        return []
    key = f"own-form:{sha256(template + default_template()).hexdigest()}"
    found = cache.get(key)
    if found is None:
        try:
            found = list(press().make(docx.left_out_of_pdf, template))
        except (BadTemplate, PressRefused) as refused:
            return [str(refused)]
        cache.set(key, found, KEPT_SECONDS)
    return found


def picture(content: bytes) -> tuple[bytes, int]:
    """The first page of a PDF from outside as a PNG, and how many pages there are. Raises UnreadablePdf."""
    return press().make(pdf.first_page, content)


def contents(content: bytes, ours: list[bytes]) -> pdf.Contents:
    """What is inside a PDF from outside, compared with those that were printed. Raises UnreadablePdf."""
    return press().make(pdf.contents_of, content, ours, _roots())


def _roots() -> dict[str, bytes]:
    """The files of certificates in the folder that the operator fills, by name."""
    files = sorted(each for each in settings.SIGNATURE_ROOTS.glob("*") if each.suffix.lower() in CERTIFICATES)
    return {each.name: each.read_bytes() for each in files[:MOST_ROOTS] if each.stat().st_size <= LARGEST_ROOT}


def register(book: RegisterBook) -> bytes:
    """The register of papers sent, as a book in the form of Phụ lục IV.I."""
    return press().make(pdf.write_register, book)


def file_contents(record: SessionRecord, documents: list, notation: str, creator: str) -> bytes:
    """The list of the documents in a session's file."""
    return press().make(pdf.write, [file_contents_words.text(record, documents, notation, creator)])


def directive_list(council, chosen: str, day: str, rows: list) -> bytes:
    """A list of directives, to go on with in Word."""
    return _made(docx.write, [directive_list_words.text(council, chosen, day, rows)], template=None)


def page_count(content: bytes) -> int:
    """Raises UnreadablePdf."""
    return press().make(pdf.page_count, content)


def check(paper: bytes, kind: PaperKind):
    return _made(form_check.check, paper, kind)


def first_sheet(record: SessionRecord, paper: PaperRecord) -> bytes:
    """What the form check reads: the paper, or of one that is printed singly the sheet of the first addressee."""
    return _made(pdf.write, words.sheets(record, paper)[:1])


def files(record, paper, *, template=None, verify_at="") -> list[PrintedFile]:
    """Both versions of a complete paper, in PDF with the public record inside and in Word; one version alone where
    nothing of it is internal.

    Raises PressRefused where it cannot be made within the bounds.
    """
    public = paper.public(), record.public()
    versions = [(Part.PUBLIC, *public)]
    if public != (paper, record):
        versions.insert(0, (Part.WHOLE, paper, record))
    number = f"-so-{paper.number:02d}" if paper.number else ""
    name = f"{description(paper.kind).slug}-{slugify(record.path)}{number}"
    printed = []
    for part, of_paper, of_record in versions:
        stem = f"{name}-noi-bo" if part == Part.WHOLE else name
        sheets = words.sheets(of_record, of_paper, verify_at=verify_at)
        data = completed(of_record.public()).to_json()
        content = _made(pdf.write, sheets, data=data)
        printed.append(PrintedFile(part, f"{stem}.pdf", content, page_count(content)))
        printed.append(PrintedFile(part, f"{stem}.docx", _made(docx.write, sheets, template=template)))
    return printed


def page_files(record, *, verify_at="") -> list[PrintedFile]:
    """The minutes as they go out with the page, without a number, for whoever wants to print what was published."""
    public = excerpt(PaperKind.MINUTES, record.public())
    return files(public, PaperRecord(kind=PaperKind.MINUTES), verify_at=verify_at)


def page_warnings(record: SessionRecord) -> list[str]:
    """What the page's printed minutes would lack, in words."""
    return warnings(PaperRecord(kind=PaperKind.MINUTES), record)
