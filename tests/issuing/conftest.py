"""Papers ready to be issued: the January session with its hours, on a desk whose council has its defaults."""

import os
import subprocess
import sys
import uuid
from datetime import date, time
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

from meetings import issuing
from meetings.models import Session

DAY = date(2021, 1, 5)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ready(january):
    """The January session with all that its papers need."""
    Session.objects.filter(pk=january.pk).update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    return Session.objects.get(pk=january.pk)


@pytest.fixture
def issue(ready, chief):
    """issue("minutes", number=…, note=…): by the chief of office, dated on the day of the session."""

    def issue(kind, session=ready, by=chief, **order):
        return issuing.issue(session, kind, issuing.Order(**{"dated": DAY, **order}), by=by)

    return issue


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


def run_apart(script, database_url, folder):
    """A script of this folder in a process of its own, on an empty database."""
    environment = os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(folder / "data")}
    command = [sys.executable, "-m", f"tests.issuing.{script}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
