"""Scripts that several connections run at once, on a database that no other test sees."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import psycopg2
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


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


def run_apart(script, database_url, folder, room="issuing"):
    """A script of the tests of `room` in a process of its own, on an empty database."""
    environment = os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(folder / "data")}
    environment["SITE_URL"] = "https://hdnd.example.vn"
    command = [sys.executable, "-m", f"tests.{room}.{script}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
