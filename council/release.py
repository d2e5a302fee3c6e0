"""The release of the site, as a hash of its files: two releases make different pages of one record."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
PARTS = ("council", "meetings", "templates", "static", "requirements.lock")


def _files():
    for part in PARTS:
        place = BASE_DIR / part
        files = [place] if place.is_file() else place.rglob("*")
        yield from (file for file in files if file.is_file() and file.suffix not in (".pyc", ".png"))


def _read():
    digest, newest = hashlib.sha256(), 0.0
    for file in sorted(_files()):
        digest.update(str(file.relative_to(BASE_DIR)).encode() + b"\0" + file.read_bytes())
        newest = max(newest, file.stat().st_mtime)
    return digest.hexdigest()[:16], datetime.fromtimestamp(int(newest), UTC)


RELEASE, RELEASED_AT = _read()
