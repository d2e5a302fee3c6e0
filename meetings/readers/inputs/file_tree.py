"""The files of a batch in a folder or a ZIP. Nothing outside is opened, and no link out of it is followed."""

import os
import posixpath
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from meetings.vietnamese import squeeze, tidy

from ..post_text import UnreadablePost
from . import file_kinds
from .archives import Archive, escapes, is_link

CHUNK = 1 << 18
MOST_FILE = 50_000_000
"""Bytes of a picture or an attachment."""
_PAGE = re.compile(r"\.(?:x?html?|mht|mhtml)$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:_files|\.files|_tệp|-tệp)$", re.IGNORECASE)
_LINKED_OUT = "đây là lối tắt trỏ ra ngoài thư mục: hãy chép tệp thật vào thư mục rồi gửi lại"
_NO_FILE = "đây không phải là tệp thường: hãy bỏ mục này ra"
_CLIMBS = "tên tệp trỏ ra ngoài thư mục: hãy nén lại các tệp bằng tên thường"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    name: str
    """Its place in the batch, fit to be shown."""
    inner: str
    """Its name in the folder or ZIP, with "/" between folders."""
    size: int
    pieces: Callable[[int], Iterator[bytes]]
    """The first so many bytes. Raises UnreadablePost and OSError."""
    path: Path | None = None
    """Its path in the file system; None inside an archive."""
    refused: str = ""
    """The reason why it may not be opened."""

    def head(self) -> bytes:
        return b"".join(self.pieces(file_kinds.HEAD))

    def read(self, most: int) -> bytes:
        """All the bytes. Raises UnreadablePost, for a file beyond `most` bytes too."""
        try:
            data = b"".join(self.pieces(most + 1))
        except OSError as error:
            raise UnreadablePost("không mở được tệp: hãy kiểm tra quyền đọc rồi gửi lại") from error
        if len(data) > most:
            raise UnreadablePost(f"tệp lớn quá {most // 1_000_000} MB: hãy chỉ giữ lại bài đăng")
        return data


class FileTree(Protocol):
    def entries(self) -> Iterator[Entry]:
        """In a stable order, without hidden files and files of saved pages."""
        ...

    def find(self, inner: str) -> Entry | None:
        """The entry that a page names."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    root: Path
    prefix: str = ""

    def entries(self) -> Iterator[Entry]:
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                found = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
            except OSError:
                yield self._refused(folder or ".", "không mở được thư mục: hãy kiểm tra quyền đọc rồi gửi lại")
                continue
            pages = {_PAGE.sub("", entry.name) for entry in found if _PAGE.search(entry.name)}
            below = []
            for entry in found:
                inner = posixpath.join(folder, entry.name)
                if _is_hidden(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below += [inner] * (not _belongs(entry.name, pages))
                elif not file_kinds.is_furniture(entry.name):
                    yield self._entry(inner)
            folders += reversed(below)

    def find(self, inner: str) -> Entry | None:
        for form in ("NFC", "NFD"):
            entry = self._entry(unicodedata.normalize(form, inner))
            if not entry.refused:
                return entry
        return None

    def _entry(self, inner: str) -> Entry:
        path = self.root / inner
        try:
            if escapes(inner) or not path.resolve().is_relative_to(self.root.resolve()):
                return self._refused(inner, _LINKED_OUT)
            found = path.stat()
        except (OSError, ValueError, RuntimeError):
            return self._refused(inner, "không thấy tệp này: hãy kiểm tra lại tên tệp")
        if not stat.S_ISREG(found.st_mode):
            return self._refused(inner, _LINKED_OUT if path.is_symlink() else _NO_FILE)
        pieces = partial(_of_file, path)
        return Entry(name=self.prefix + shown(inner), inner=inner, size=found.st_size, pieces=pieces, path=path)

    def _refused(self, inner: str, reason: str) -> Entry:
        return Entry(name=self.prefix + shown(inner), inner=inner, size=0, pieces=_nothing, refused=reason)


class Zip:
    def __init__(self, archive: Archive, prefix: str) -> None:
        self.archive, self.prefix = archive, prefix
        self.known = {unicodedata.normalize("NFC", name).casefold(): name for name in reversed(archive.names)}

    def entries(self) -> Iterator[Entry]:
        pages = {_PAGE.sub("", name) for name in self.archive.names if _PAGE.search(name)}
        for name in sorted(self.archive.names, key=lambda name: name.split("/")):
            folders = name.split("/")[:-1]
            paths = ["/".join(folders[: depth + 1]) for depth in range(len(folders))]
            if any(_belongs(path, pages) for path in paths) or file_kinds.is_furniture(name):
                continue
            if not escapes(name) and any(map(_is_hidden, name.split("/"))):
                continue
            yield self._entry(name)

    def find(self, inner: str) -> Entry | None:
        name = self.known.get(unicodedata.normalize("NFC", inner).casefold())
        entry = self._entry(name) if name else None
        return None if entry and entry.refused else entry

    def _entry(self, name: str) -> Entry:
        reason = _CLIMBS if escapes(name) else _LINKED_OUT if is_link(self.archive.names[name]) else ""
        return Entry(
            name=self.prefix + shown(name),
            inner=name,
            size=self.archive.size(name),
            pieces=partial(self.archive.stream, name),
            refused=reason,
        )


def shown(name: str) -> str:
    """A file's name as it can be shown, whatever bytes it is made of."""
    return squeeze(tidy(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))) or "?"


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in ("thumbs.db", "desktop.ini")


def _belongs(folder: str, pages: set[str]) -> bool:
    """Whether a browser or Word made the folder beside a saved page."""
    return bool(_BESIDE.search(folder)) and _BESIDE.sub("", folder) in pages


def _of_file(path: Path, most: int) -> Iterator[bytes]:
    with path.open("rb") as opened:
        while most > 0 and (piece := opened.read(min(CHUNK, most))):
            most -= len(piece)
            yield piece


def _nothing(_most: int) -> Iterator[bytes]:
    return iter(())
