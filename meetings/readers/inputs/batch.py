"""Reads the posts of paths one at a time: it walks folders, opens archives and reads tables row by row."""

import hashlib
import logging
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from ..post_text import MAX_BYTES, UnreadablePost, bounded
from . import (
    csv_posts,
    docx_text,
    encodings,
    file_kinds,
    files_beside,
    html_text,
    legacy,
    odt_text,
    old_word,
    packages,
    pdf_text,
    rtf_text,
    xlsx_posts,
)
from .archives import Archive
from .file_tree import Entry, FileTree, Folder, Zip, shown
from .source import Draft, Source, Unread

log = logging.getLogger(__name__)
_NOT_THERE = "Không thấy tệp này: hãy kiểm tra lại đường dẫn."
_IN_ARCHIVE = "đây là tệp ZIP nằm trong tệp ZIP: hãy giải nén tệp bên trong rồi nén lại một lần"
_READERS: dict[str, tuple[int, Callable[[bytes], Draft]]] = {
    "html": (html_text.MOST_BYTES, html_text.read),
    "mhtml": (html_text.MOST_BYTES, html_text.read_mhtml),
    "doc": (old_word.MOST_BYTES, old_word.read),
    "docx": (docx_text.MOST_BYTES, docx_text.read),
    "odt": (odt_text.MOST_BYTES, odt_text.read),
    "pdf": (pdf_text.MOST_BYTES, pdf_text.read),
    "rtf": (rtf_text.MOST_BYTES, rtf_text.read),
}
"""The most bytes of each kind of file, and its reader."""


def sources(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    given = [Path(path) for path in paths]
    for path in given:
        try:
            folder = path.is_dir()
            place = path.resolve()
        except (OSError, ValueError, RuntimeError):
            yield Unread(name=shown(path.name), reason=_NOT_THERE)
            continue
        if folder:
            yield from _tree_posts(Folder(path, f"{shown(place.name)}/" if len(given) > 1 else ""))
        elif entry := (beside_it := Folder(place.parent)).find(place.name):
            yield from _posts(replace(entry, name=shown(path.name)), beside_it, set(), within_archive=False)
        else:
            yield Unread(name=shown(path.name), reason=_NOT_THERE)


def _tree_posts(tree: FileTree, *, within_archive: bool = False) -> Iterator[Source | Unread]:
    taken: set[str] = set()
    for entry in tree.entries():
        if not entry.refused and _is_page(entry):
            yield from _posts(entry, tree, taken, within_archive=within_archive)
    for entry in tree.entries():
        if entry.inner not in taken and (entry.refused or not _is_page(entry)):
            yield from _posts(entry, tree, taken, within_archive=within_archive)


def _is_page(entry: Entry) -> bool:
    try:
        return file_kinds.kind_of(entry.head()) in ("html", "mhtml")
    except (UnreadablePost, OSError):
        return False


def _posts(entry: Entry, tree: FileTree, taken: set[str], *, within_archive: bool) -> Iterator[Source | Unread]:
    """The posts of one file, table or archive, or an Unread with the reason."""
    try:
        if entry.refused:
            raise UnreadablePost(entry.refused)
        kind = file_kinds.kind_of(entry.head())
        if kind == "zip":
            kind = _kind_of_zip(entry)
            if kind == "zip" and within_archive:
                raise UnreadablePost(_IN_ARCHIVE)
        if kind == "zip":
            yield from _zip(entry)
        elif kind == "xlsx":
            yield from xlsx_posts.rows(entry, tree)
        elif kind == "text" and (sign := csv_posts.sign_of(entry)):
            yield from csv_posts.rows(entry, tree, sign)
        else:
            yield _post(entry, tree, taken, kind)
    except UnreadablePost as refused:
        yield files_beside.unread(entry.name, refused)
    except OSError:
        yield files_beside.unread(entry.name, UnreadablePost("không mở được tệp: hãy kiểm tra quyền đọc rồi gửi lại"))
    except Exception:  # the other files must still be read; the log has the error
        log.exception("Lỗi khi đọc tệp %s", entry.name)
        yield files_beside.unread(
            entry.name, UnreadablePost("không đọc được tệp: hãy chép phần chữ sang tệp .txt rồi gửi lại")
        )


def _post(entry: Entry, tree: FileTree, taken: set[str], kind: str) -> Source:
    data = entry.read(_READERS[kind][0] if kind in _READERS else MAX_BYTES)
    draft = read(data, kind)
    form = "html" if kind == "mhtml" else kind
    source, names = files_beside.source(entry.name, entry.inner, draft, form, hashlib.sha256(data).hexdigest(), tree)
    taken.update(names)
    return source


def read(data: bytes, kind: str) -> Draft:
    """The post in the bytes of one file. Raises UnreadablePost and nothing else."""
    return _READERS[kind][1](data) if kind in _READERS else text(data)


def text(data: bytes) -> Draft:
    """The post of a text file. Raises UnreadablePost."""
    decoded = encodings.characters(data)
    plain = unicodedata.normalize("NFC", decoded.text).replace("\r\n", "\n").replace("\r", "\n")
    bounded(plain)  # refuses a huge text before its words are looked at
    repaired = legacy.repair(plain)  # repairs before tidying: ư of TCVN3 is the soft hyphen of Unicode
    return Draft(
        bounded(repaired.text), repaired.charset or decoded.encoding, notes=(*decoded.notes, *repaired.notes)
    )


def _kind_of_zip(entry: Entry) -> str:
    with Archive(BytesIO(entry.read(docx_text.MOST_BYTES)) if entry.path is None else entry.path) as archive:
        return packages.kind_of(archive)


def _zip(entry: Entry) -> Iterator[Source | Unread]:
    if entry.path is None:
        raise UnreadablePost(_IN_ARCHIVE)
    with Archive(entry.path) as archive:
        if archive.repeated:
            reason = (
                f"Trong tệp nén có {archive.repeated} tệp trùng tên: chỉ đọc tệp đầu, hãy nén lại bằng tên khác nhau."
            )
            yield Unread(name=entry.name, reason=reason)
        yield from _tree_posts(Zip(archive, f"{entry.name}/"), within_archive=True)
