"""What the site keeps for itself when nothing is configured: its secret key and its SQLite database."""

import os
import secrets
import sqlite3
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SQLITE_WITH_SOUND_WAL = (3, 51, 3)
"""Older libraries may corrupt a write-ahead log; they keep the rollback journal."""

KNOWN_KEYS = ("django-insecure", "changeme", "change-me", "secret", "insecure")


def secret_key(given, data_dir: Path, *, debug):
    """The key from the environment, else the one in DATA_DIR/secret_key, made at random on first use."""
    key = given or _kept_key(data_dir / "secret_key")
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
    """Settings each kind of database needs to keep its promises under load."""
    if engine.endswith("sqlite3"):
        journal = "WAL" if sqlite3.sqlite_version_info >= SQLITE_WITH_SOUND_WAL else "DELETE"
        pragmas = f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;"
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        return {"CONN_MAX_AGE": 60, "OPTIONS": options}
    if engine.endswith("postgresql"):
        limits = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
        return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "OPTIONS": {"options": limits}}
    return {}


def cache_options(backend):
    """A cache that does not answer holds nobody up: pages are made without it."""
    if backend.endswith("RedisCache"):
        return {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
    return {}
