"""What a watcher is told: whether all is there that the site needs, and by whom each check may be read."""

from datetime import timedelta

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import OperationalError
from django.utils import timezone

from council import health
from meetings.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"


def asked(client, **named):
    answer = client.get("/readyz", **named)
    return answer.status_code, answer.json()


def test_all_is_there(client):
    status, told = asked(client)
    assert (status, told["ready"], set(told["checks"].values())) == (200, True, {"ok"})
    assert set(told["checks"]) == set(health.CHECKS)


def test_whoever_asks_by_whatever_name_is_answered_and_only_a_watcher_reads_the_checks(client, settings):
    for host in ("la.example", "10.0.0.7", "khong hop le"):
        assert client.get("/healthz", HTTP_HOST=host).status_code == 200
        assert client.get("/readyz", HTTP_HOST=host).status_code == 200
    assert asked(client, REMOTE_ADDR="203.0.113.9") == (200, {"ready": True})
    settings.WATCHERS = ["203.0.113.0/24"]
    assert "checks" in asked(client, REMOTE_ADDR="203.0.113.9")[1]


def broken_database(monkeypatch, settings, tmp_path):
    def refused():
        raise OperationalError("không nối được")

    monkeypatch.setitem(health.CHECKS, "database", refused)


def missing_migration(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(health.migrations, "are_done", False)
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: ["0001"])


def no_static_files(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(staticfiles_storage, "hashed_files", {}, raising=False)


def full_disk(monkeypatch, settings, tmp_path):
    settings.DISK_FREE_MB = 10**12


def dead_file_store(monkeypatch, settings, tmp_path):
    (tmp_path / "media").write_text("no folder")


def letters_that_stand_still(monkeypatch, settings, tmp_path):
    settings.EMAIL_URL = "smtp://mail.example"
    Letter.objects.append("k", to="a@vidu.example", due_at=timezone.now() - timedelta(hours=1))


def under_maintenance(monkeypatch, settings, tmp_path):
    (tmp_path / "maintenance").write_text("")


FAULTS = {
    "database": broken_database,
    "migrations": missing_migration,
    "static_files": no_static_files,
    "disk": full_disk,
    "files": dead_file_store,
    "letters": letters_that_stand_still,
    "maintenance": under_maintenance,
}


def test_every_check_has_a_fault_that_it_finds():
    assert set(FAULTS) == set(health.CHECKS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_and_no_other_check_falls_with_it(name, client, monkeypatch, settings, tmp_path):
    FAULTS[name](monkeypatch, settings, tmp_path)
    status, told = asked(client)
    faulty = {check for check, words in told["checks"].items() if words != "ok"}
    assert (status, told["ready"], faulty) == (503, False, {name})
    assert client.get("/healthz").status_code == 200
