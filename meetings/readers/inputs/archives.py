"""Reads a ZIP (a DOCX is one) within limits that do not depend on its own headers."""

import contextlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from meetings.vietnamese import squeeze, tidy

from ..post_text import UnreadablePost

MOST_ENTRIES = 20_000
_MOST_DIRECTORY = 10_000_000
"""The list of entries has at most so many bytes."""
_ALLOWANCE = 64_000_000
_MOST_RATIO = 50
"""At most the allowance and this many times the archive's own size is read from it."""
_END = struct.Struct("<4s4H2LH")
_END_MARK, _LARGE_MARK = b"PK\x05\x06", b"PK\x06\x07"
_CHUNK = 1 << 20
_BROKEN = "tệp nén hỏng hoặc dở dang: hãy nén lại rồi gửi lại"
_TOO_MANY = "tệp nén có quá 20.000 tệp: hãy chia thành nhiều tệp ZIP nhỏ hơn"
_BOMB = "tệp nén phình ra quá lớn khi mở: hãy giải nén và chỉ giữ lại các bài đăng"
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
)
_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE)


class Archive:
    """An open ZIP. It raises UnreadablePost alone."""

    def __init__(self, file: Path | BinaryIO) -> None:
        self._file = file
        try:
            self._size = _checked_size(file)
            self._zip = zipfile.ZipFile(file)
        except UnreadablePost:
            raise
        except _ERRORS as error:
            raise UnreadablePost(_BROKEN) from error
        self._inflated = 0
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > MOST_ENTRIES:
            raise UnreadablePost(_TOO_MANY)
        self.names = {_name(entry): entry for entry in reversed(entries)}
        """The entries by name, with "/" between folders; of two with one name the first."""
        self.repeated = len(entries) - len(self.names)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def size(self, name: str) -> int:
        return self.names[name].file_size

    def read(self, name: str, most: int) -> bytes:
        """The entry's bytes; refused beyond `most`."""
        data = b"".join(self.stream(name, most + 1))
        if len(data) > most:
            raise UnreadablePost(f"tệp lớn quá {most // 1_000_000} MB: hãy chỉ giữ lại bài đăng")
        return data

    def stream(self, name: str, most: int) -> Iterator[bytes]:
        """The first `most` bytes of the entry, in pieces."""
        entry = self.names[name]
        if entry.flag_bits & 1:
            raise UnreadablePost("tệp nén có mật khẩu: hãy nén lại không đặt mật khẩu")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadablePost("tệp nén theo cách lạ: hãy nén lại theo cách thường (Deflate)")
        self._refuse_swelling()
        try:
            if self._zip.fp is None:  # a file beside a post may be read long after the post
                self._zip = zipfile.ZipFile(self._file)
            with self._zip.open(entry) as inflating:
                while most > 0 and (piece := inflating.read(min(_CHUNK, most))):
                    self._inflated += len(piece)
                    self._refuse_swelling()
                    most -= len(piece)
                    yield piece
        except UnreadablePost:
            raise
        except _ERRORS as error:
            raise UnreadablePost(_BROKEN) from error

    def _refuse_swelling(self) -> None:
        if self._inflated > _ALLOWANCE + _MOST_RATIO * self._size:
            raise UnreadablePost(_BOMB)


def escapes(name: str) -> bool:
    """Whether a name leads out of the folder it is in."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or bool(_DRIVE.match(plain)) or ".." in plain.split("/")


def is_link(entry: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def _name(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    if not entry.flag_bits & 0x800 and not name.isascii():
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return squeeze(tidy(name.replace("\\", "/"))) or "?"


def _checked_size(file: Path | BinaryIO) -> int:
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _checked_size(opened)
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - 65_535))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise UnreadablePost(_BROKEN)
    *_, entries, directory, _start, _comment = _END.unpack_from(tail, at)
    large = tail[max(0, at - 20) : at].startswith(_LARGE_MARK)
    if large or entries > MOST_ENTRIES or directory > _MOST_DIRECTORY:
        raise UnreadablePost(_TOO_MANY)
    file.seek(0)
    return size
