"""Putting a backup back: only into an empty place, and only what this version understands."""

from pathlib import Path

from django.db import connection

from . import archive, database_copy
from .manifest import Manifest, unknown_migrations
from .refused import BackupRefused


def restore(source: Path) -> Manifest:
    """Fill this empty installation from `source` and compare every row with what the backup holds.

    Raises BackupRefused; nothing is put back before all of the backup was checked.
    """
    for is_taken, what in ((not database_copy.is_empty(), "cơ sở dữ liệu"), (archive.has_files(), "kho tệp")):
        if is_taken:
            raise BackupRefused(f"Ở đây đã có {what}. Chỉ khôi phục vào nơi còn trống: DATA_DIR, DATABASE_URL mới.")
    with archive.workroom() as room:
        told = archive.open_in(source, room)
        if told.vendor != connection.vendor:
            raise BackupRefused(
                f"Bản sao lưu này của {told.vendor}, nơi đây dùng {connection.vendor}: hãy đặt DATABASE_URL cho khớp."
            )
        if unknown_migrations(told):
            raise BackupRefused(
                f"Bản sao lưu này do bản mới hơn ({told.version}) của hệ thống làm ra. Hãy cài bản đó rồi khôi phục."
            )
        database_copy.put_back(room / archive.DATABASE)
        archive.put_back_files(room)
    if different := differences(told):
        raise BackupRefused(f"Đã khôi phục nhưng không khớp bản sao lưu ở bảng: {', '.join(different)}.")
    return told


def differences(told: Manifest) -> list[str]:
    """The tables that are not row by row as in the backup."""
    now = database_copy.sums_now()
    return sorted(name for name in told.tables.keys() | now.keys() if told.tables.get(name) != now.get(name))
