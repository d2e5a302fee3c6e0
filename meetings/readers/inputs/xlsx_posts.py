"""Reads an Excel workbook that is a table of posts, as a CSV is read: the head row names the columns."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from io import BytesIO

from meetings.vietnamese import squeeze, tidy

from ..post_text import UnreadablePost
from . import files_beside
from .archives import Archive
from .csv_table import Table
from .file_tree import Entry, FileTree
from .source import Source, Unread
from .xlsx_sheet import Sheet, Workbook

MOST_BYTES = 50_000_000
_HEAD_WITHIN = 10
"""Titles of the table may stand above the row that names its columns."""
_LONGEST_OF_EXCEL = 32_767
_NO_POSTS = "bảng không có cột tiêu đề và cột nội dung: hãy đặt tên các cột ở dòng đầu của bảng"
_HIDDEN = "trang tính đang ẩn nên không đọc: hãy bỏ ẩn nếu các bài trong đó cần nhập, hoặc xóa trang tính này"
_CUT = "Có ô dài đúng 32.767 chữ cái, mức cao nhất của Excel: bài có thể bị cắt cụt, hãy đối chiếu với bài gốc."


def rows(entry: Entry, tree: FileTree) -> Iterator[Source | Unread]:
    """The posts of all sheets that name the columns of posts. Raises UnreadablePost."""
    with Archive(BytesIO(entry.read(MOST_BYTES))) as archive:
        book = Workbook(archive)
        found = False
        for sheet in book.sheets:
            where = entry.name if len(book.sheets) == 1 else f"{entry.name}:{squeeze(tidy(sheet.name))[:60]}"
            found = (yield from _posts(book, sheet, where, entry.inner, tree)) or found
    if not found:
        raise UnreadablePost(_NO_POSTS)


def _posts(
    book: Workbook, sheet: Sheet, where: str, inner: str, tree: FileTree
) -> Generator[Source | Unread, None, bool]:
    """The posts of one sheet, and whether it is a table of posts or could not be read."""
    table: Table | None = None
    number = 0
    try:
        for place, (number, cells) in enumerate(book.rows(sheet)):
            if table is not None:
                yield _row(f"{where}:{number}", inner, table, cells, tree)
            elif (head := Table(cells)).is_of_posts:
                table = head
                if sheet.hidden:
                    yield files_beside.unread(where, UnreadablePost(_HIDDEN))
                    return True
            elif place + 1 == _HEAD_WITHIN:
                return False
    except UnreadablePost as refused:
        yield files_beside.unread(f"{where}:{number + 1}" if table else where, refused)
        return True
    return table is not None


def _row(name: str, inner: str, table: Table, cells: list[str], tree: FileTree) -> Source | Unread:
    try:
        draft = table.draft(cells, "utf-8")
    except UnreadablePost as refused:
        return files_beside.unread(name, refused)
    if any(len(cell) == _LONGEST_OF_EXCEL for cell in cells):
        draft = replace(draft, notes=(*draft.notes, _CUT))
    return files_beside.source(name, inner, draft, "xlsx", table.sha256(cells), tree)[0]
