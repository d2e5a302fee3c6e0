"""The file of a backup: a tar of the database, the kept files and, last, the manifest; GnuPG encrypts it if asked."""

import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.storage import default_storage

from . import database_copy, manifest
from .manifest import Manifest
from .refused import BackupRefused

DATABASE, FILES, MANIFEST = "database", "files", "manifest.json"
ENCRYPTED = ".gpg"


def write(target: Path, encrypt_to: Path | None = None) -> Manifest:
    """Make a backup at `target`, whole or not at all. Raises BackupRefused, or OSError where there is no room.

    Files are never changed once they are kept, and kept before a row names them: those read after the database hold
    all that it names.
    """
    beside = target.with_name(f"{target.name}.part")
    try:
        with workroom() as room, _sink(beside, encrypt_to) as out, tarfile.open(fileobj=out, mode="w|") as tar:
            told = manifest.of_here()
            told.tables = database_copy.write(room / DATABASE)
            told.parts[DATABASE] = _add(tar, DATABASE, room / DATABASE)
            for name in _kept_files(""):
                with default_storage.open(name) as content:
                    shutil.copyfileobj(content, kept := (room / "file").open("wb"))
                    kept.close()
                told.parts[f"{FILES}/{name}"] = _add(tar, f"{FILES}/{name}", room / "file")
            (room / MANIFEST).write_text(json.dumps(asdict(told), ensure_ascii=False, indent=1), encoding="utf-8")
            tar.add(room / MANIFEST, MANIFEST, filter=_of_nobody)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return told


def open_in(source: Path, room: Path) -> Manifest:
    """Unpack a backup into `room`; every part is checked by its hash. Raises BackupRefused for what is none, or is
    no longer whole."""
    try:
        with _source(source) as given, tarfile.open(fileobj=given, mode="r|") as tar:
            tar.extractall(room, filter="data")
        told = Manifest(**json.loads((room / MANIFEST).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise BackupRefused(f"{source} không có, hoặc thiếu bản kê: không phải bản sao lưu trọn vẹn.") from None
    except (tarfile.TarError, ValueError, TypeError, EOFError) as broken:
        raise BackupRefused(f"{source} không phải bản sao lưu, hoặc đã hỏng: {broken}") from None
    found = {str(path.relative_to(room).as_posix()) for path in room.rglob("*") if path.is_file()} - {MANIFEST}
    if found != set(told.parts):
        raise BackupRefused(f"{source} thiếu hoặc thừa: {', '.join(sorted(found ^ set(told.parts))[:5])}.")
    for name, expected in told.parts.items():
        if _measured(room / name) != expected:
            raise BackupRefused(f"{source} đã bị sửa hoặc hỏng ở {name}.")
    return told


@contextmanager
def workroom():
    """A folder that is away afterwards. It lies in DATA_DIR: a database does not fit every temporary folder."""
    with tempfile.TemporaryDirectory(prefix="sao-luu-", dir=settings.DATA_DIR) as room:
        yield Path(room)


def put_back_files(room: Path) -> None:
    for path in sorted((room / FILES).rglob("*")):
        if path.is_file():
            with path.open("rb") as content:
                default_storage.save(path.relative_to(room / FILES).as_posix(), content)


def has_files() -> bool:
    return next(_kept_files(""), None) is not None


def _kept_files(folder):
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (str(PurePosixPath(folder, name)) for name in sorted(names))
    for each in sorted(folders):
        yield from _kept_files(str(PurePosixPath(folder, each)))


def _add(tar, name, path):
    measured = _measured(path)
    tar.add(path, name, filter=_of_nobody)
    return measured


def _measured(path):
    with path.open("rb") as content:
        return [path.stat().st_size, file_digest(content, "sha256").hexdigest()]


def _of_nobody(member):
    """Whose account it was says nothing on another machine."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


@contextmanager
def _sink(path, encrypt_to):
    """Where the tar is written: a file that its owner alone may read, or GnuPG in front of it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        if encrypt_to is None:
            yield file
            return
        with tempfile.TemporaryDirectory() as home:
            options = ["--batch", "--homedir", home, "--trust-model", "always", "--recipient-file", str(encrypt_to)]
            with _gpg(*options, "--encrypt", stdin=subprocess.PIPE, stdout=file) as process:
                yield process.stdin


@contextmanager
def _source(path):
    if path.suffix != ENCRYPTED:
        with path.open("rb") as file:
            yield file
        return
    with path.open("rb") as file, _gpg("--batch", "--decrypt", stdin=file, stdout=subprocess.PIPE) as process:
        yield process.stdout


@contextmanager
def _gpg(*arguments, **streams):
    try:
        process = subprocess.Popen(["gpg", *arguments], stderr=subprocess.PIPE, **streams)
    except FileNotFoundError:
        raise BackupRefused("Máy chưa có chương trình gpg: hãy cài gói gnupg.") from None
    try:
        yield process
    except BrokenPipeError:
        pass  # what it says of itself tells more
    finally:
        said = process.communicate()[1]
    if process.returncode:
        raise BackupRefused(f"gpg không làm được: {said.decode(errors='replace').strip()}")
