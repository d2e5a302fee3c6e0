"""From paths to texts: folders walked, archives opened, tables read row by row, one post at a time."""

import codecs
import hashlib
import logging
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from meetings.vietnamese import upper_first

from ..source import MAX_BYTES, UnreadablePost, bounded
from . import beside, docx, encodings, html, kinds, legacy, table
from .archives import Archive
from .shelf import CHUNK, Entry, Folder, Shelf, Zip, shown
from .source import Draft, Source, Unread

log = logging.getLogger(__name__)
_MOST_TABLE = 4_000_000_000
_MOST_LINE = 8_000_000
_FEWEST_COLUMNS = 3
"""Known columns that make a table of a text whose name does not say it is one."""
_IN_ARCHIVE = "đây là tệp ZIP nằm trong tệp ZIP: hãy giải nén tệp bên trong rồi nén lại một lần"
_OFFICE = (
    ("xl/workbook.xml", "đây là bảng tính Excel (.xlsx): hãy lưu bảng thành CSV UTF-8 (.csv)"),
    ("ppt/presentation.xml", "đây là tệp PowerPoint (.pptx): hãy chép phần chữ sang tệp .txt"),
    ("content.xml", "đây là tệp OpenDocument (.odt, .ods): hãy lưu thành .docx hoặc CSV"),
)


def sources(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    """Every post in `paths`, lazily and in a stable order: of each folder and archive the pages first, then the rest
    without the files that the pages took along. Raises nothing: what cannot be read is an Unread."""
    given = [Path(path) for path in paths]
    for path in given:
        if path.is_dir():
            prefix = f"{shown(path.name)}/" if len(given) > 1 and path.name else ""
            yield from _shelf(Folder(path, prefix))
        else:
            folder = Folder(path.resolve().parent)
            entry = folder.find(path.resolve().name)
            if entry is None:
                yield Unread(name=shown(path.name), reason="Không thấy tệp này: hãy kiểm tra lại đường dẫn.")
            else:
                yield from _posts(entry, folder, set(), within_archive=False)


def _shelf(shelf: Shelf, *, within_archive: bool = False) -> Iterator[Source | Unread]:
    taken: set[str] = set()
    for entry in shelf.entries():
        if not entry.refused and _is_page(entry):
            yield from _posts(entry, shelf, taken, within_archive=within_archive)
    for entry in shelf.entries():
        if entry.inner not in taken and (entry.refused or not _is_page(entry)):
            yield from _posts(entry, shelf, taken, within_archive=within_archive)


def _is_page(entry: Entry) -> bool:
    try:
        return kinds.of(entry.head()) in ("html", "mhtml")
    except (UnreadablePost, OSError):
        return False


def _posts(entry: Entry, shelf: Shelf, taken: set[str], *, within_archive: bool) -> Iterator[Source | Unread]:
    """What one file gives: a post, the posts of a table or an archive, or a sentence."""
    try:
        if entry.refused:
            raise UnreadablePost(entry.refused)
        kind = kinds.of(entry.head())
        if kind == "zip":
            kind = _kind_of_zip(entry)
            if kind == "zip" and within_archive:
                raise UnreadablePost(_IN_ARCHIVE)
        if kind == "zip":
            yield from _zip(entry)
        elif kind == "text" and (sign := _sign_of_table(entry)):
            yield from _rows(entry, shelf, sign)
        else:
            yield _post(entry, shelf, taken, kind)
    except UnreadablePost as refused:
        yield _unread(entry.name, refused)
    except OSError:
        yield _unread(entry.name, UnreadablePost("không mở được tệp: hãy kiểm tra quyền đọc rồi gửi lại"))
    except Exception:  # one file out of years of them: the others must still be read, and the log says what it was
        log.exception("Lỗi khi đọc tệp %s", entry.name)
        yield _unread(entry.name, UnreadablePost("không đọc được tệp: hãy chép phần chữ sang tệp .txt rồi gửi lại"))


def _post(entry: Entry, shelf: Shelf, taken: set[str], kind: str) -> Source:
    most = {"text": MAX_BYTES, "html": html.MOST_BYTES, "mhtml": html.MOST_BYTES, "docx": docx.MOST_BYTES}[kind]
    data = entry.read(most)
    draft = read(data, kind)
    form = "html" if kind == "mhtml" else kind
    source, names = _source(entry.name, entry.inner, draft, form, hashlib.sha256(data).hexdigest(), shelf)
    taken.update(names)
    return source


def read(data: bytes, kind: str) -> Draft:
    """The post in the bytes of one file. Raises UnreadablePost and nothing else."""
    return {"html": html.read, "mhtml": html.read_mhtml, "docx": docx.read}.get(kind, text)(data)


def text(data: bytes) -> Draft:
    """The post of a text file. Raises UnreadablePost."""
    decoded = encodings.characters(data)
    plain = unicodedata.normalize("NFC", decoded.text).replace("\r\n", "\n").replace("\r", "\n")
    repaired = legacy.repair(plain)  # before it is tidied: TCVN3's ư is where Unicode has the soft hyphen
    return Draft(
        bounded(repaired.text), repaired.charset or decoded.encoding, notes=(*decoded.notes, *repaired.notes)
    )


def _source(name: str, inner: str, draft: Draft, form: str, sha256: str, shelf: Shelf) -> tuple[Source, list[str]]:
    files, names, notes = beside.take(shelf, inner, draft.links)
    whole = Source(
        name=name,
        text=draft.text,
        sha256=sha256,
        form=form,
        encoding=draft.encoding,
        address=draft.address,
        files=(*draft.files, *files),
        notes=(*draft.notes, *notes),
    )
    return whole, names


def _kind_of_zip(entry: Entry) -> str:
    with Archive(BytesIO(entry.read(docx.MOST_BYTES)) if entry.path is None else entry.path) as archive:
        if docx.DOCUMENT in archive.names:
            return "docx"
        for name, reason in _OFFICE:
            if name in archive.names:
                raise UnreadablePost(reason)
    return "zip"


def _zip(entry: Entry) -> Iterator[Source | Unread]:
    if entry.path is None:
        raise UnreadablePost(_IN_ARCHIVE)
    with Archive(entry.path) as archive:
        if archive.repeated:
            reason = (
                f"Trong tệp nén có {archive.repeated} tệp trùng tên: chỉ đọc tệp đầu, hãy nén lại bằng tên khác nhau."
            )
            yield Unread(name=entry.name, reason=reason)
        yield from _shelf(Zip(archive, f"{entry.name}/"), within_archive=True)


def _sign_of_table(entry: Entry) -> str:
    """The sign between the columns; "" for a text that is no table. Raises UnreadablePost for a table of no posts."""
    first = next(_lines(entry), "")
    named = entry.inner.lower().endswith((".csv", ".tsv"))
    sign = first.strip()[4:5] if first.lower().startswith("sep=") else table.delimiter(first[:20_000])
    if first.lower().startswith("sep="):
        return sign or ","
    header = table.Table(next(table.rows([first[:20_000]], sign), []))
    if named and not header.is_of_posts:
        raise UnreadablePost("bảng không có cột tiêu đề và cột nội dung: hãy đặt tên các cột ở dòng đầu của bảng")
    return sign if header.is_of_posts and (named or len(header.fields) >= _FEWEST_COLUMNS) else ""


def _rows(entry: Entry, shelf: Shelf, sign: str) -> Iterator[Source | Unread]:
    lines = _lines(entry)
    encoding = _encoding(entry)
    number = 0
    header: table.Table | None = None
    try:
        for number, row in enumerate(table.rows(lines, sign), start=1):
            if header is None:
                header = None if row and row[0].lower().startswith("sep=") else table.Table(row)
                if header and not header.is_of_posts:
                    raise UnreadablePost("bảng không có cột tiêu đề và cột nội dung: hãy đặt tên các cột ở dòng đầu")
            elif any(cell.strip() for cell in row):
                yield _row(f"{entry.name}:{number}", entry.inner, header, row, encoding, shelf)
    except UnreadablePost as refused:
        yield _unread(f"{entry.name}:{number + 1}", refused)


def _row(name: str, inner: str, header: table.Table, row: list[str], encoding: str, shelf: Shelf) -> Source | Unread:
    try:
        return _source(name, inner, header.draft(row, encoding), "csv", header.sha256(row), shelf)[0]
    except UnreadablePost as refused:
        return _unread(name, refused)


def _encoding(entry: Entry) -> str:
    """Of a table, from its first lines."""
    sample = b"".join(entry.pieces(CHUNK))
    if len(sample) == CHUNK:
        sample = sample[: sample.rfind(b"\n") + 1 or CHUNK]
        sample = sample[: len(sample) - len(sample) % 2] if b"\x00" in sample else sample
    return encodings.characters(sample).encoding


def _lines(entry: Entry) -> Iterator[str]:
    """The lines of a table, decoded piece by piece. Raises UnreadablePost."""
    encoding = _encoding(entry)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    left, first = "", True
    for piece in _pieces(entry):
        left += decoder.decode(piece)
        if first:
            left, first = left.removeprefix("\ufeff"), False
        *lines, left = left.split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(left) > _MOST_LINE:
            raise UnreadablePost("bảng có dòng dài quá 8 triệu chữ cái: hãy lưu lại bảng bằng CSV UTF-8")
    if left := left + decoder.decode(b"", final=True):
        yield left


def _pieces(entry: Entry) -> Iterator[bytes]:
    if entry.size > _MOST_TABLE:
        raise UnreadablePost("bảng lớn quá 4 GB: hãy chia thành nhiều bảng")
    return entry.pieces(_MOST_TABLE)


def _unread(name: str, refused: UnreadablePost) -> Unread:
    return Unread(name=name, reason=upper_first(str(refused)).rstrip(".") + ".")
