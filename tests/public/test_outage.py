"""While the database does not answer, pages are read as they were made last, and say so; none that was withdrawn."""

import socket
import threading
import time

import psycopg2
import pytest
from django.db import OperationalError, connection

from council.database_patience import patience
from meetings.models import Edition
from meetings.public import outage, site_state

from ..conftest import logged_in

JANUARY = "/phien-hop/2021/01/"


@pytest.fixture
def silent(monkeypatch):
    def down(*args):
        raise OperationalError("im lặng")

    return lambda: monkeypatch.setattr(site_state, "_asked", down)


def test_a_page_that_was_read_is_read_on_and_says_as_of_when(client, posted, silent):
    before = client.get(JANUARY).content.decode()
    silent()
    page = client.get(JANUARY)
    words = page.content.decode()
    assert (page.status_code, page["Cache-Control"]) == (200, "no-store") and not page.has_header("ETag")
    assert "Trang này tính đến" in words and "Trang này tính đến" not in before
    assert words.replace(words[words.index('<div class="as-of"') : words.index('<div class="sheet">')], "") == before


def test_another_process_reads_what_this_one_kept(client, posted, silent):
    client.get(JANUARY)
    outage.forget()
    silent()
    assert client.get(JANUARY).status_code == 200


def test_what_nobody_read_is_not_there_and_a_search_is_not_answered(client, posted, silent):
    client.get(JANUARY)
    silent()
    for address in ("/phien-hop/", "/tim-kiem/?q=giám sát"):
        assert client.get(address).status_code == 503


def test_what_was_withdrawn_is_not_read_on(client, posted, silent):
    client.get(JANUARY)
    Edition.objects.live().close(Edition.State.WITHDRAWN, note="Đăng nhầm.")
    client.get("/")
    silent()
    assert client.get(JANUARY).status_code == 503


def test_nobody_waits_for_it_again_for_a_few_seconds(client, posted, monkeypatch):
    client.get(JANUARY)
    asked = []

    def down(*args):
        asked.append(1)
        raise OperationalError("im lặng")

    monkeypatch.setattr(site_state, "_asked", down)
    for _ in range(5):
        assert client.get(JANUARY).status_code == 200
    assert asked == [1]


def test_the_desk_says_that_nothing_was_saved_and_gives_back_what_was_typed(clerk, published, monkeypatch):
    def down(*args, **named):
        raise OperationalError("im lặng")

    client, page = logged_in(clerk), f"/quan-tri/meetings/directive/{published.directives.first().pk}/"
    monkeypatch.setattr("meetings.desk.directives.progress_page.get_object_or_404", down)
    typed = {"note": "Đã nộp <kế hoạch>.", "password": "mật"}
    answer = client.post(page, typed)
    words = answer.content.decode()
    assert answer.status_code == 503 and "Chưa có gì được lưu" in words and "mật" not in words
    assert (
        '<textarea name="note" hidden>\nĐã nộp &lt;kế hoạch&gt;.</textarea>' in words and f'action="{page}"' in words
    )


def test_what_a_unit_typed_by_its_link_is_given_back_too(client, posted, monkeypatch):
    def down(*args, **named):
        raise OperationalError("im lặng")

    monkeypatch.setattr("meetings.models.signed_link.SignedLinkQuerySet.usable", down)
    answer = client.post("/bao-cao/1-" + "a" * 32 + "/2021-01-1/", {"note": "Đã nộp."})
    assert answer.status_code == 503 and ">\nĐã nộp.</textarea>" in answer.content.decode()


class BlackHole:
    """Stands between us and PostgreSQL and, told so, lets nothing through any more."""

    def __init__(self, host, port):
        self.there, self.is_shut, self.sockets = (host, port), threading.Event(), []
        self.door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                ours, _ = self.door.accept()
            except OSError:
                return
            theirs = socket.create_connection(self.there)
            self.sockets += [ours, theirs]
            for pair in ((ours, theirs), (theirs, ours)):
                threading.Thread(target=self._pass, args=pair, daemon=True).start()

    def _pass(self, one, other):
        try:
            while data := one.recv(65536):
                if self.is_shut.is_set():
                    return
                other.sendall(data)
        except OSError:
            return

    def close(self):
        for each in (self.door, *self.sockets):
            each.close()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL")
def test_a_database_that_hangs_is_given_up_after_our_own_patience():
    settings = connection.get_connection_params()
    hole = BlackHole("127.0.0.1", int(settings.get("port") or 5432))
    there = {"dbname": "postgres", "user": settings.get("user") or "root", "host": "127.0.0.1"}
    try:
        open_one = psycopg2.connect(**there, port=hole.door.getsockname()[1])
        with patience(5), open_one.cursor() as cursor:
            cursor.execute("SELECT 1")
        hole.is_shut.set()
        for ask in (
            lambda: open_one.cursor().execute("SELECT 1"),
            lambda: psycopg2.connect(**there, port=hole.door.getsockname()[1]),
        ):
            began = time.monotonic()
            with patience(0.4), pytest.raises(psycopg2.OperationalError, match="im lặng"):
                ask()
            assert time.monotonic() - began < 3
    finally:
        hole.close()
