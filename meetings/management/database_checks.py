"""Says in one line why a command cannot work with the database, before and while it works."""

from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

_SILENT = (
    "Cơ sở dữ liệu không trả lời. Hãy kiểm tra DATABASE_URL (hoặc quyền ghi vào DATA_DIR) và máy chủ cơ sở dữ "
    "liệu, rồi chạy lại lệnh."
)
_BROKE_OFF = (
    "Cơ sở dữ liệu ngừng trả lời giữa chừng. Những bài đã lưu vẫn còn; hãy kiểm tra máy chủ cơ sở dữ liệu và chỗ "
    "trống trên đĩa, rồi chạy lại đúng lệnh này để làm tiếp."
)
_NOT_MIGRATED = "Cơ sở dữ liệu chưa có đủ bảng của bản phần mềm này. Hãy chạy bin/manage migrate, rồi chạy lại lệnh."


@contextmanager
def answering_database():
    """Raises CommandError before anything is done where the tables are not those of this version, and where the
    database does not answer, at first or in the middle."""
    try:
        connection = connections[DEFAULT_DB_ALIAS]
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        unapplied = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError) as error:
        raise CommandError(_SILENT) from error
    if unapplied:
        raise CommandError(_NOT_MIGRATED)
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise CommandError(_BROKE_OFF) from error
