"""The list of the documents in a file (mục lục văn bản trong hồ sơ): ND30, Điều 30, Phụ lục VI, Phần I.V.5."""

from dataclasses import dataclass

from ...record import SessionRecord
from . import paper_heading
from .text import Column, PaperText, Signature, Table, paragraph

KIND = "MỤC LỤC VĂN BẢN TRONG HỒ SƠ"
_COLUMNS = (
    Column("STT", 0.07, centred=True),
    Column("Số, ký hiệu", 0.2),
    Column("Ngày tháng", 0.15, centred=True),
    Column("Tên loại và trích yếu nội dung", 0.32),
    Column("Số trang", 0.09, centred=True),
    Column("Ghi chú", 0.17),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """One line of the list."""

    ordinal: int
    reference: str = ""
    day: str = ""
    """ "05/01/2021"."""
    subject: str
    pages: int | None = None
    has_files: bool = True
    """A page that was not printed has none, and no pages to count."""
    note: str = ""


def text(record: SessionRecord, documents: list[ListedDocument], notation: str, creator: str) -> PaperText:
    counted = [each.pages for each in documents if each.has_files]
    total = f"{sum(filter(None, counted))} trang" if all(counted) else "chưa đếm được hết số trang"
    return PaperText(
        title=paper_heading.title("Mục lục văn bản trong hồ sơ", record),
        letterhead=record.council.letterhead,
        number=None,
        kind=KIND,
        abstract=paper_heading.of_the_session(record),
        body=(
            paragraph(f"Số và ký hiệu hồ sơ: {notation or '……………………'}"),
            paragraph(f"Hồ sơ có {len(documents)} văn bản, tài liệu; {total}."),
        ),
        table=Table(_COLUMNS, tuple(_row(each) for each in documents)),
        signatures=(Signature(("NGƯỜI LẬP",), creator),),
        held=paper_heading.held(record),
    )


def _row(document: ListedDocument) -> tuple[str, ...]:
    pages = f"{document.pages}" if document.pages else ""
    return (f"{document.ordinal}", document.reference, document.day, document.subject, pages, document.note)
