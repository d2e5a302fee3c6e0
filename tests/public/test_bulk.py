"""The files of a year are sent to slow readers too, and nobody waits for them."""

import threading

import pytest
from django.db import connection

from meetings.models import Edition, at_office
from meetings.models.office_scope import current
from meetings.public import open_data
from meetings.record import DirectiveRecord

from .conftest import issue, session_of

NAMES = [".jsonl", "-phien-hop.csv", "-chi-dao.csv"]


def withdrawn(path):
    """Whether the page could be taken back by somebody else, with a connection of their own."""
    done, office = [], current()

    def take_back():
        try:
            with at_office(office):
                done.append(Edition.objects.filter(path=path).close(Edition.State.WITHDRAWN, "Nhầm."))
        finally:
            connection.close()

    other = threading.Thread(target=take_back)
    other.start()
    other.join(30)
    return done == [1]


@pytest.mark.browser  # apart from the others: what it commits is swept away with the roles
@pytest.mark.django_db(transaction=True)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("name", NAMES)
def test_the_office_writes_while_somebody_reads_slowly(client, monkeypatch, name):
    monkeypatch.setattr(open_data, "AT_ONCE", 2)
    for month in range(1, 8):
        issue(session_of(2021, month, directives=(DirectiveRecord(number="1", task="rà soát"),)))
    lines = iter(client.get(f"/du-lieu-mo/2021{name}").streaming_content)
    read = [next(lines), next(lines)]
    assert withdrawn("2021/01")
    read += lines
    assert b"2021/02" in b"".join(read) and b"2021/01" not in b"".join(read)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_every_portion_is_sent_once_whatever_is_left_for_the_last(client, db, monkeypatch, name, count):
    monkeypatch.setattr(open_data, "AT_ONCE", 2)
    for month in range(1, count + 1):
        issue(session_of(2021, month, directives=(DirectiveRecord(number="1", task="rà soát"),)))
    sent = b"".join(client.get(f"/du-lieu-mo/2021{name}").streaming_content).decode()
    lines = [each for each in sent.splitlines() if "/phien-hop/2021/" in each]
    assert [f"/phien-hop/2021/0{month}/" in line for month, line in zip(range(count, 0, -1), lines, strict=True)] == [
        True
    ] * count
