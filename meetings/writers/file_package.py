"""A package of files: a ZIP with a list of checksums, written piece by piece; the same files give the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

CHECKSUMS = "SHA256SUMS.txt"
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The oldest that a ZIP knows: the moment of packing would make each package another."""
_SHRINKS = (".json", ".xml", ".txt")
_PIECE = 2**16


class Package:
    """Use it as a context manager; the list of checksums is written at its end."""

    def __init__(self, out: IO[bytes], folder: str) -> None:
        self.folder, self.sums = folder, list[tuple[str, str]]()
        self._zip = zipfile.ZipFile(out, "w")

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, error: object, *rest: object) -> None:
        if error is None:
            lines = "".join(f"{digest}  {name}\n" for name, digest in self.sums)
            self._put(CHECKSUMS, [lines.encode()])
        self._zip.close()

    def add(self, name: str, content: bytes | IO[bytes]) -> str:
        """Put the content under `name`, and return its SHA-256 in hex."""
        pieces = [content] if isinstance(content, bytes) else iter(lambda: content.read(_PIECE), b"")
        digest = self._put(name, pieces)
        self.sums.append((name, digest))
        return digest

    def _put(self, name: str, pieces: Iterable[bytes] | Iterator[bytes]) -> str:
        info = zipfile.ZipInfo(f"{self.folder}/{name}", _NO_MOMENT)
        info.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_SHRINKS) else zipfile.ZIP_STORED
        info.create_system, info.external_attr = 3, 0o644 << 16
        digest = hashlib.sha256()
        with self._zip.open(info, "w") as held:
            for piece in pieces:
                digest.update(piece)
                held.write(piece)
        return digest.hexdigest()
