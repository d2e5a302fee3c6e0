"""Reads a document of old Word (.doc) with the help of LibreOffice, antiword or catdoc, whichever is installed."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..post_text import UnreadablePost
from . import docx_text, office_lines, office_programs
from .compound_file import BROKEN, CompoundFile
from .office_lines import Run
from .source import Draft

MOST_BYTES = 50_000_000
MAIN = "WordDocument"
_OTHERS = {
    "EncryptedPackage": "tệp có mật khẩu: hãy mở bằng Word hoặc Excel rồi lưu lại không đặt mật khẩu",
    "Workbook": "đây là bảng tính Excel đời cũ (.xls): hãy mở bằng Excel rồi lưu thành .xlsx",
    "Book": "đây là bảng tính Excel đời cũ (.xls): hãy mở bằng Excel rồi lưu thành .xlsx",
    "PowerPoint Document": "đây là tệp PowerPoint đời cũ (.ppt): hãy chép phần chữ sang tệp .txt",
}
_NO_WORD = "đây không phải tệp Word, dù có dáng tệp Office đời cũ: hãy bỏ tệp này ra"
_LOCKED = "tệp Word đời cũ (.doc) có mật khẩu: hãy mở bằng Word rồi lưu thành .docx không đặt mật khẩu"
_NO_PROGRAM = (
    "máy này chưa có chương trình đọc tệp Word đời cũ (.doc): hãy mở bằng Word rồi lưu thành .docx, hoặc nhờ người "
    "quản trị cài LibreOffice (gói libreoffice-writer-nogui), antiword hoặc catdoc"
)
_OLD_FONT = (
    "tệp Word đời cũ (.doc) dùng phông chữ cũ (TCVN3, VNI), chỉ LibreOffice đọc đúng được: hãy mở bằng Word rồi lưu "
    "thành .docx, hoặc nhờ người quản trị cài LibreOffice (gói libreoffice-writer-nogui)"
)
"""The others lose the letter ư, which is the soft hyphen in TCVN3."""
_WORD_97, _WORD_95 = b"\xec\xa5", b"\xdc\xa5"
_FLAGS, _ENCRYPTED = 11, 0x01
_BULLET = re.compile(r"^\s*[*•·○▪\uf0b7](?=\s)")
_LINE_OF_TABLE = re.compile(r"^\s*\|(.*)\|\s*$")
_BETWEEN_CELLS = re.compile(r"(?<=\S)[ \t]*\t[ \t]*(?=\S)")


def read(data: bytes) -> Draft:
    """The text of the document, and with LibreOffice the pictures in it. Raises UnreadablePost."""
    old = _refuse_others(CompoundFile(data))
    for names, reader in _READERS.items():
        if program := office_programs.path_of(*names):
            with TemporaryDirectory(prefix="doc-doi-cu-") as folder:
                file = Path(folder) / "bai.doc"
                file.write_bytes(data)
                return reader(program, file, old)
    raise UnreadablePost(_NO_PROGRAM)


def _refuse_others(file: CompoundFile) -> bool:
    """Whether it is of Word 6 or 95. Raises UnreadablePost for what is no Word document or has a password."""
    for name, reason in _OTHERS.items():
        if name in file.top:
            raise UnreadablePost(reason)
    if MAIN not in file.top:
        raise UnreadablePost(_NO_WORD)
    head = file.head(MAIN)
    if not is_word(head):
        raise UnreadablePost(BROKEN)
    if is_locked(head):
        raise UnreadablePost(_LOCKED)
    return head.startswith(_WORD_95)


def is_word(head: bytes) -> bool:
    """Whether the first bytes of the stream MAIN are those of a document of Word 95 or 97."""
    return head.startswith((_WORD_97, _WORD_95)) and len(head) > _FLAGS


def is_locked(head: bytes) -> bool:
    return bool(head[_FLAGS] & _ENCRYPTED)


def _by_libreoffice(program: str, file: Path, old: bool) -> Draft:
    in_filter = "MS Word 95" if old else "MS Word 97"
    made = office_programs.libreoffice(program, file, in_filter, "docx:MS Word 2007 XML")
    if not made:
        raise UnreadablePost(BROKEN)
    return docx_text.read(made)


def _by_antiword(program: str, file: Path, _old: bool) -> Draft:
    return _plain(office_programs.run((program, "-w", "0", "-m", "UTF-8.txt", str(file)), file.parent), "antiword")


def _by_catdoc(program: str, file: Path, _old: bool) -> Draft:
    return _plain(
        office_programs.run((program, "-w", "-s", "cp1252", "-d", "utf-8", str(file)), file.parent), "catdoc"
    )


_READERS: dict[tuple[str, ...], Callable[[str, Path, bool], Draft]] = {
    ("soffice", "libreoffice"): _by_libreoffice,
    ("antiword",): _by_antiword,
    ("catdoc",): _by_catdoc,
}
"""The best first: only LibreOffice knows fonts and lists."""


def _plain(output: bytes, name: str) -> Draft:
    text = output[: 8 * docx_text.MOST_BYTES].decode("utf-8", "replace")
    if not text.strip():
        raise UnreadablePost(BROKEN)
    made = office_lines.draft([[Run(_line(line), "")] for line in text.splitlines() if line.strip() != "[pic]"])
    if made.encoding != "utf-8":
        raise UnreadablePost(_OLD_FONT)
    note = f"Tệp .doc đọc bằng {name}, không thấy số thứ tự tự động và ảnh: hãy đối chiếu với bài gốc."
    return replace(made, notes=(*made.notes, note))


def _line(words: str) -> str:
    """The line with "-" for a bullet, and the cells of a table as other readers write them."""
    if row := _LINE_OF_TABLE.match(words):
        return " | ".join(cell.strip() for cell in row[1].split("|") if cell.strip())
    return _BETWEEN_CELLS.sub(" | ", _BULLET.sub("-", words))
