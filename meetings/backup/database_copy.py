"""The database as of one moment, written to a file while others go on working, and put back into an empty one."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection, transaction

from .refused import BackupRefused
from .table_sums import AT_ONCE, table_sums

_TOOLS = {"pg_dump": "postgresql-client", "pg_restore": "postgresql-client"}


def write(target: Path) -> dict:
    """Write the copy to `target`; gives the sums of its tables, taken of the very same moment.

    Raises BackupRefused where a program that the database needs is missing or fails.
    """
    return _write_sqlite(target) if connection.vendor == "sqlite" else _write_postgresql(target)


def is_empty() -> bool:
    return not connection.introspection.table_names()


def put_back(source: Path) -> None:
    """Fill the empty database from `source`."""
    if connection.vendor == "sqlite":
        connection.close()
        shutil.copy(source, _name())
    else:
        _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", f"--dbname={_name()}", str(source))


def sums_now() -> dict:
    """The sums of the database as it is now. SQLite is asked past Django, as the copy was: both give plain values."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_name())) as database:
            return table_sums(database.execute)
    with transaction.atomic(), connection.cursor() as cursor:
        return table_sums(lambda query: _rows(cursor, query))


def _write_sqlite(target):
    """SQLite's own way, page by page: a plain copy of the file under writes is a broken database now and then."""
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
        return table_sums(copy.execute)


def _write_postgresql(target):
    """The sums are taken and the dump is made of one exported snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}", _name())
        return table_sums(lambda query: _rows(cursor, query))


def _rows(cursor, query):
    cursor.execute(query)
    while rows := cursor.fetchmany(AT_ONCE):
        yield from rows


def _name():
    return connection.settings_dict["NAME"]


def _run(program, *arguments):
    settings = connection.settings_dict
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {variable: str(settings[key]) for variable, key in named.items() if settings[key]}
    try:
        subprocess.run([program, *arguments], check=True, capture_output=True, text=True, env=os.environ | given)
    except FileNotFoundError:
        raise BackupRefused(f"Máy chưa có chương trình {program}: hãy cài gói {_TOOLS[program]}.") from None
    except subprocess.CalledProcessError as failed:
        raise BackupRefused(f"{program} không làm được: {failed.stderr.strip()}") from None
