"""Closed for maintenance: 503 with a page that asks nothing of a database, for all but the probe and static files."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from council import maintenance


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def run(*words):
    out = StringIO()
    call_command("maintenance", *words, stdout=out)
    return out.getvalue().strip()


@pytest.mark.parametrize("address", ["/", "/phien-hop/2021/01/", "/quan-tri/", "/khong-co/"])
def test_every_page_says_until_when(client, address):
    maintenance.close(maintenance.Notice("Nâng cấp máy chủ <b>.", timezone.now() + timedelta(hours=1)))
    page = client.get(address)
    words = page.content.decode()
    assert page.status_code == 503 and page["Cache-Control"] == "no-store"
    assert 3590 <= int(page["Retry-After"]) <= 3600
    assert "Trang đang bảo trì" in words and "Dự kiến mở lại lúc" in words and "máy chủ &lt;b&gt;" in words
    assert "default-src 'none'" in page["Content-Security-Policy"]


def test_a_form_that_is_sent_is_refused_too(client):
    maintenance.close(maintenance.Notice())
    assert client.post("/xac-minh/").status_code == 503


def test_the_probe_answers_all_the_same(client, db):
    maintenance.close(maintenance.Notice())
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_an_hour_that_is_past_is_not_promised(client):
    maintenance.close(maintenance.Notice(until=timezone.now() - timedelta(hours=1)))
    page = client.get("/")
    assert page["Retry-After"] == "600" and "Dự kiến" not in page.content.decode()


@pytest.mark.parametrize("words", ["", "[]", "{", '{"message": "x", "until": "mai"}', "\udcff"])
def test_a_file_put_there_by_hand_closes_the_site_whatever_is_in_it(client, settings, words):
    (settings.DATA_DIR / "maintenance").write_bytes(words.encode("utf-8", "surrogateescape"))
    assert client.get("/").status_code == 503


def test_the_command_closes_and_opens(client, db):
    assert run("status") == "Trang đang mở."
    said = run("on", "--until", "17:30", "--message", "Nâng cấp.")
    assert said.startswith("Trang đang tạm đóng để bảo trì, dự kiến mở lại lúc 17:30 ngày ")
    assert said.endswith("Lời nhắn: Nâng cấp.") and run("status") == said
    assert client.get("/").status_code == 503
    assert run("off") == run("off") == "Trang đang mở."
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("words", [("on", "--until", "chiều"), ("off", "--until", "17:30")])
def test_the_command_refuses_what_it_cannot_do(words):
    with pytest.raises(CommandError):
        run(*words)
