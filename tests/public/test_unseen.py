"""A citizen never meets a draft: in no state of the desk does a word of it reach a public address."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.models import Edition

MARK = "DẤU-CHƯA-CÔNG-BỐ"
PLACES = ("", "bien-ban.pdf", "du-lieu.json", "ban/1/", "ban/2/")


def marked(session):
    """The mark in every text of the desk's session and rows."""
    for row in (session, *session.attendees.all(), *session.agenda.all(), *session.directives.all()):
        for field in row._meta.concrete_fields:
            if field.get_internal_type() in ("CharField", "TextField") and not field.choices and field.editable:
                setattr(row, field.attname, MARK)
        row.save()
    session.refresh_from_db()
    return session


def everything_public(client):
    """Every public answer about January, and the lists that could name it."""
    addresses = ["/", "/phien-hop/", "/phien-hop/?nam=2021", "/phien-hop/2021/02/"]
    addresses += [f"/phien-hop/2021/01/{place}" for place in PLACES]
    return {address: client.get(address) for address in addresses}


def seen(client):
    """The addresses whose words carry the mark."""
    found = []
    for address, answer in everything_public(client).items():
        if "pdf" not in answer.get("Content-Type", "") and MARK in answer.content.decode():
            found.append(address)
    return found


@pytest.fixture
def draft(january):
    return marked(january)


def test_a_draft_is_nowhere(draft, citizen):
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/").status_code == 404


def test_what_awaits_approval_is_nowhere(draft, clerk, citizen):
    draft.submit(by=clerk)
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/bien-ban.pdf").status_code == 404


def test_what_is_to_appear_later_is_nowhere_before(draft, clerk, chief, citizen, monkeypatch):
    draft.submit(by=clerk)
    moment = timezone.now() + timedelta(hours=2)
    draft.publish(by=chief, at=moment)
    assert seen(citizen) == []
    assert {answer.status_code for address, answer in everything_public(citizen).items() if "2021/01" in address} == {
        404
    }
    monkeypatch.setattr("meetings.models.edition.timezone.now", lambda: moment)
    assert "/phien-hop/2021/01/" in seen(citizen)


def test_a_correction_under_way_is_nowhere(reopened, citizen):
    marked(reopened)
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/").status_code == 200


def test_what_was_withdrawn_answers_410_with_the_reason_and_nothing_else(draft, clerk, chief, citizen):
    draft.submit(by=clerk)
    draft.publish(by=chief)
    assert "/phien-hop/2021/01/" in seen(citizen)
    draft.withdraw(by=chief, note="Công bố nhầm phiên họp.")
    answers = everything_public(citizen)
    for place in ("", "bien-ban.pdf", "du-lieu.json"):
        answer = answers[f"/phien-hop/2021/01/{place}"]
        assert answer.status_code == 410 and "Công bố nhầm phiên họp." in answer.content.decode()
    assert [address for address in seen(citizen) if address in ("/", "/phien-hop/")] == []


def test_the_crawl_would_find_a_leak(draft, citizen, monkeypatch, clerk, chief):
    """The same crawl with the door of the record room broken open."""
    draft.submit(by=clerk)
    draft.publish(by=chief, at=timezone.now() + timedelta(hours=2))
    monkeypatch.setattr(
        "meetings.models.edition.EditionQuerySet.live", lambda self, kind="news": self.filter(kind=kind, state="live")
    )
    assert "/phien-hop/2021/01/" in seen(citizen)
    assert Edition.objects.count() == 1
