"""Defaults for an installation without settings: the secret key, and options of the database and the cache."""

import os
import secrets
import sqlite3
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from . import database_patience

SQLITE_WITH_SOUND_WAL = (3, 51, 3)
"""Older libraries can corrupt a write-ahead log, so that they keep the rollback journal."""

KNOWN_KEYS = ("django-insecure", "changeme", "change-me", "secret", "insecure")


def secret_key(configured, data_dir: Path, *, debug):
    """The key from the environment, else the one in DATA_DIR/secret_key, which the first start makes at random."""
    key = configured or _kept_key(data_dir / "secret_key")
    guessable = len(key) < 50 or len(set(key)) < 5 or key.lower().startswith(KNOWN_KEYS)
    if guessable and not debug:
        raise ImproperlyConfigured(
            "SECRET_KEY quá ngắn hoặc ai cũng biết. Hãy bỏ biến này để hệ thống tự tạo, "
            "hoặc đặt một chuỗi ngẫu nhiên từ 50 ký tự."
        )
    return key


def _kept_key(path: Path):
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(key := secrets.token_urlsafe(64))
    return key


def database_options(engine):
    """The options that keep transactions safe and waits short under load."""
    if engine.endswith("sqlite3"):
        journal = "WAL" if sqlite3.sqlite_version_info >= SQLITE_WITH_SOUND_WAL else "DELETE"
        pragmas = f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        return {"CONN_MAX_AGE": 60, "OPTIONS": options}
    if engine.endswith("postgresql"):
        database_patience.install()
        limits = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
        return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "OPTIONS": {"options": limits}}
    return {}


MOST_KEPT, CULLED = 4_000, 8
"""A cache in a folder holds so many entries, some 200 MB of pages; beyond that Django deletes every eighth one. With
Django's own limit of 300, a visit of a search engine deletes a third again and again, the visitor counts too."""


def cache_options(backend):
    """Redis answers within a quarter of a second or is left out; a folder has room for the whole site."""
    if backend.endswith("RedisCache"):
        return {"socket_connect_timeout": 0.25, "socket_timeout": 0.25}
    if backend.endswith("FileBasedCache"):
        return {"MAX_ENTRIES": MOST_KEPT, "CULL_FREQUENCY": CULLED}
    return {}
