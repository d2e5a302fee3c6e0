"""Looks into a compound file (OLE 2), in which old programs of Office keep their documents, without opening it."""

import struct
from dataclasses import dataclass

from ..post_text import UnreadablePost

BROKEN = "tệp Word đời cũ (.doc) hỏng hoặc dở dang: hãy mở bằng Word rồi lưu thành .docx"
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = struct.Struct("<64sHBB3I16sI8s8sIQ")
_HEADER, _IN_HEADER = 512, 109
_MOST_SECTORS = 4_000
"""Of the list of streams."""
_NONE = 0xFFFFFFFA
"""From here on a number names no sector."""
_SMALL, _PIECE = 4_096, 64
"""Shorter streams lie in pieces of 64 bytes inside one stream."""


@dataclass(frozen=True, slots=True)
class Stream:
    name: str
    start: int
    size: int


class CompoundFile:
    """The streams and storages at the top; those of embedded documents are not among them."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE) or len(data) < _HEADER:
            raise UnreadablePost(BROKEN)
        self.data = data
        try:
            shift = struct.unpack_from("<H", data, 30)[0]
            if shift not in (9, 12):
                raise UnreadablePost(BROKEN)
            self.sector = 1 << shift
            self.tables = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
            self._add_tables()
            self.top = {stream.name: stream for stream in self._top()}
        except (struct.error, IndexError) as error:
            raise UnreadablePost(BROKEN) from error

    def head(self, name: str) -> bytes:
        """The first bytes of a stream, at most 64. Raises UnreadablePost."""
        stream = self.top[name]
        at, within = stream.start, 0
        try:
            if stream.size < _SMALL:
                steps, within = divmod(stream.start * _PIECE, self.sector)
                at = self.small
                for _ in range(min(steps, _MOST_SECTORS)):
                    at = self._after(at)
        except (struct.error, IndexError) as error:
            raise UnreadablePost(BROKEN) from error
        return self._read(at)[within : within + min(stream.size, _PIECE)]

    def _read(self, sector: int) -> bytes:
        at = (sector + 1) * self.sector
        return self.data[at : at + self.sector]

    def _add_tables(self) -> None:
        """The places of the tables that a long file has beyond those that its header names."""
        at, count = struct.unpack_from("<2I", self.data, 68)
        whole = self.sector // 4
        for _ in range(min(count, len(self.data) // (self.sector * whole) + 1)):
            if at >= _NONE:
                break
            *more, at = struct.unpack(f"<{whole}I", self._read(at))
            self.tables += more

    def _after(self, sector: int) -> int:
        whole = self.sector // 4
        return int(struct.unpack_from("<I", self._read(self.tables[sector // whole]), sector % whole * 4)[0])

    def _top(self) -> list[Stream]:
        entries = bytearray()
        at: int = struct.unpack_from("<I", self.data, 48)[0]
        for _ in range(_MOST_SECTORS):
            if at >= _NONE:
                break
            entries += self._read(at)
            at = self._after(at)
        root, _, _, first = self._entry(entries, 0)
        self.small = root.start
        found, waiting, seen = [], [first], set[int]()
        while waiting:
            place = waiting.pop()
            if place < _NONE and place not in seen:
                seen.add(place)
                stream, left, right, _ = self._entry(entries, place)
                found.append(stream)
                waiting += [left, right]
        return found

    def _entry(self, entries: bytearray, place: int) -> tuple[Stream, int, int, int]:
        """A stream or storage, its neighbours at the same level, and the first of those inside it."""
        name, length, _, _, left, right, child, _, _, _, _, start, size = _ENTRY.unpack_from(entries, place * 128)
        words = name[: max(length, 2) - 2].decode("utf-16-le", "replace")
        return Stream(words, start, size), left, right, child
