"""A backup holds everything, is refused where it no longer does, and is put back into an empty place alone."""

import json
import os
import subprocess
import sys
import tarfile
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from meetings.backup import archive, manifest, restoring
from meetings.backup.refused import BackupRefused

from ..apart import ROOT, database_url

__all__ = ["database_url"]


@pytest.fixture
def backup(tmp_path):
    """A small archive of two parts, as backups are laid out."""
    told = manifest.Manifest("0.2.0", "2026-11-30T08:00:00+00:00", connection.vendor, ["meetings 0001_desk"], {})
    parts = {archive.DATABASE: b"database", "files/attachments/ab/bien-ban.pdf": b"%PDF-1.7"}
    for name, content in parts.items():
        (tmp_path / "part").write_bytes(content)
        told.parts[name] = archive._measured(tmp_path / "part")
    return pack(tmp_path / "sao-luu.tar", parts, told)


def pack(target, parts, told):
    parts = parts | {archive.MANIFEST: json.dumps({name: getattr(told, name) for name in told.__slots__}).encode()}
    with tarfile.open(target, "w") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, BytesIO(content))
    return target


@pytest.mark.django_db(transaction=True)
def test_put_back_elsewhere_it_is_the_same_row_by_row(published, database_url, tmp_path):
    call_command("backup", tmp_path / "sao-luu.tar", stdout=StringIO())
    elsewhere = os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "manage.py", "restore", str(tmp_path / "sao-luu.tar")]
    done = subprocess.run(command, cwd=ROOT, env=elsewhere, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Khớp từng dòng: " in done.stdout and "mọi mã băm, dấu niêm, tệp và số đều khớp" in done.stdout
    again = subprocess.run(command, cwd=ROOT, env=elsewhere, capture_output=True, text=True)
    assert again.returncode == 1 and "Chỉ khôi phục vào nơi còn trống" in again.stderr


def test_every_part_comes_out_as_it_went_in(backup, tmp_path):
    (room := tmp_path / "room").mkdir()
    assert set(archive.open_in(backup, room).parts) == {"database", "files/attachments/ab/bien-ban.pdf"}
    assert (room / "files/attachments/ab/bien-ban.pdf").read_bytes() == b"%PDF-1.7"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda whole: whole.replace(b"%PDF-1.7", b"%PDF-1.8"), "đã bị sửa hoặc hỏng ở files/attachments"),
        (lambda whole: whole[:1024], "không phải bản sao lưu"),
        (lambda whole: b"", "không phải bản sao lưu"),
        (lambda whole: b"Word" * 500, "không phải bản sao lưu"),
        (
            lambda whole: whole.replace(
                b"files/attachments/ab/bien-ban.pdf", b"files/attachments/ab/bien-bam.pdf", 1
            ),
            "không phải bản sao lưu",
        ),
    ],
)
def test_one_that_is_no_longer_whole_is_refused(backup, tmp_path, damage, words):
    backup.write_bytes(damage(backup.read_bytes()))
    (room := tmp_path / "room").mkdir()
    with pytest.raises(BackupRefused, match=words):
        archive.open_in(backup, room)


def test_nothing_is_written_outside_the_room(backup, tmp_path):
    told = manifest.Manifest("0.2.0", "", connection.vendor, [], {})
    pack(backup, {"../ngoai.txt": b"x"}, told)
    (room := tmp_path / "room").mkdir()
    with pytest.raises(BackupRefused):
        archive.open_in(backup, room)
    assert not (tmp_path / "ngoai.txt").exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"vendor": "oracle"}, "của oracle"),
        ({"migrations": ["meetings 9999_later"], "version": "9.0"}, r"bản mới hơn \(9.0\)"),
    ],
)
def test_one_of_another_database_or_a_newer_version_is_refused(
    backup, monkeypatch, settings, tmp_path, change, words
):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("meetings.backup.database_copy.is_empty", lambda: True)
    opened = archive.open_in
    monkeypatch.setattr(archive, "open_in", lambda *where: replace(opened(*where), **change))
    with pytest.raises(BackupRefused, match=words):
        restoring.restore(backup)


@pytest.mark.django_db(transaction=True)
def test_the_oldest_go_and_nothing_else(published, tmp_path, settings):
    (place := tmp_path / "cat").mkdir()
    for name in ("sao-luu-20260101-000000.tar", "sao-luu-20260102-000000.tar", "cua-nguoi-khac.tar"):
        (place / name).touch()
    call_command("backup", place, keep=2, stdout=StringIO())
    kept = sorted(each.name for each in place.iterdir())
    assert kept[:2] == ["cua-nguoi-khac.tar", "sao-luu-20260102-000000.tar"] and len(kept) == 3
    assert (place / kept[2]).stat().st_mode & 0o777 == 0o600


def test_what_breaks_off_leaves_nothing_behind(tmp_path, monkeypatch, settings):
    settings.DATA_DIR = tmp_path

    def full(target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(manifest, "of_here", lambda: manifest.Manifest("", "", "", [], {}))
    monkeypatch.setattr("meetings.backup.database_copy.write", full)
    with pytest.raises(CommandError, match="Chưa có bản sao lưu nào mới"):
        call_command("backup", tmp_path / "sao-luu.tar")
    assert list(tmp_path.iterdir()) == []


def test_no_password_and_no_key_goes_along():
    names = " ".join(manifest.KEPT_SETTINGS)
    assert not [word for word in ("SECRET", "DATABASE", "EMAIL_URL", "CACHE", "PASSWORD") if word in names]
