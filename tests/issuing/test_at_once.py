"""Numbers have no hole and no duplicate, were twenty issuing at once; on SQLite in a file and on PostgreSQL."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database_url(tmp_path, db):
    """An empty database of the kind the suite runs on, for other processes to meet in."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/office.sqlite3"
        return
    name = f"at_once_{uuid.uuid4().hex[:12]}"
    given = connection.get_connection_params() | {"dbname": "postgres"}
    server = psycopg2.connect(**{key: value for key, value in given.items() if key in _OF_THE_SERVER})
    server.autocommit = True
    server.cursor().execute(f"CREATE DATABASE {name}")
    yield _url(given, name)
    server.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    server.close()


_OF_THE_SERVER = ("dbname", "user", "password", "host", "port")


def _url(given, name):
    user = ":".join(filter(None, (given.get("user"), given.get("password"))))
    host = ":".join(filter(None, (given.get("host"), str(given.get("port") or ""))))
    return f"postgres://{user + '@' if user else ''}{host}/{name}"


def test_twenty_at_once_get_twenty_numbers_in_a_row(database_url, tmp_path):
    environment = os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.issuing.at_once"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"minutes {_row(20)}", f"invitation {_row(8)}"]
    assert "mọi mã băm, dấu niêm, tệp và số đều khớp" in done.stderr


def _row(last):
    return " ".join(map(str, range(1, last + 1)))
