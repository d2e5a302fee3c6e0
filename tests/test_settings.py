"""One settings file, environment only: a key of its own, no known key, fit to be deployed."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from council.embedded import cache_options, database_options, secret_key

ROOT = Path(__file__).resolve().parent.parent


def manage(data_dir, *arguments, **environment):
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, "DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
    )


def test_a_random_key_is_made_once_and_kept_for_the_owner_alone(tmp_path):
    key = secret_key("", tmp_path, debug=False)
    assert secret_key("", tmp_path, debug=False) == key != secret_key("", tmp_path.parent, debug=False)
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("known", ["changeme", "django-insecure-" + "x1y2z3" * 12, "a" * 64, "short"])
def test_a_known_key_is_refused_with_debug_off(tmp_path, known):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        secret_key(known, tmp_path, debug=False)
    assert secret_key(known, tmp_path, debug=True) == known


def test_the_site_does_not_start_with_a_known_key(tmp_path):
    done = manage(tmp_path, "check", SECRET_KEY="django-insecure-known")
    assert done.returncode != 0 and "SECRET_KEY" in done.stderr


def test_nothing_stands_in_the_way_of_deployment(tmp_path):
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("environment", "proxies"), [({}, "1"), ({"HTTPS": "off"}, "0"), ({"PROXY_COUNT": "2"}, "2")]
)
def test_with_https_one_proxy_stands_in_front_unless_told_otherwise(tmp_path, environment, proxies):
    asked = "from django.conf import settings; print(settings.PROXY_COUNT)"
    assert manage(tmp_path, "shell", "--verbosity", "0", "-c", asked, **environment).stdout.strip() == proxies


def test_models_and_migrations_agree(tmp_path):
    done = manage(tmp_path, "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout


def test_sqlite_keeps_its_promises():
    whole = database_options("django.db.backends.sqlite3")
    options = whole["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE" and "synchronous=FULL" in options["init_command"]
    assert whole["CONN_MAX_AGE"]  # a page that the reader has already costs less than opening the file


def test_postgresql_never_waits_for_ever():
    options = database_options("django.db.backends.postgresql")
    assert options["CONN_HEALTH_CHECKS"] and "statement_timeout" in options["OPTIONS"]["options"]


@pytest.mark.parametrize(
    ("url", "seconds"),
    [("", None), ("rediscache://127.0.0.1:6379/1", 0.25), ("rediscache://127.0.0.1:6379/1?socket_timeout=2", 2)],
)
def test_a_silent_cache_holds_nobody_up_longer_than_was_said(tmp_path, url, seconds):
    asked = "from django.conf import settings; print(settings.CACHES['default']['OPTIONS'].get('socket_timeout'))"
    given = {"CACHE_URL": url} if url else {}
    assert manage(tmp_path, "shell", "--verbosity", "0", "-c", asked, **given).stdout.strip() == str(seconds)


def test_only_a_cache_across_the_network_needs_a_time_limit():
    assert cache_options("django.core.cache.backends.redis.RedisCache")["socket_connect_timeout"] < 1
    assert "socket_timeout" not in cache_options("django.core.cache.backends.filebased.FileBasedCache")


@pytest.mark.parametrize(("query", "most"), [("", "4000 8"), ("?max_entries=900&cull_frequency=2", "900 2")])
def test_a_folder_holds_as_many_pages_as_the_site_needs(tmp_path, query, most):
    asked = "from django.core.cache import cache; print(cache._max_entries, cache._cull_frequency)"
    told = {"CACHE_URL": f"filecache://{tmp_path}/cache{query}"} if query else {}
    assert manage(tmp_path, "shell", "--verbosity", "0", "-c", asked, **told).stdout.strip() == most


def test_watchers_are_answered(client, db):
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200


def test_no_dependency_file_names_a_package_host():
    for name in ("requirements.lock", "tests/requirements.lock", "pyproject.toml"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")
