"""The lists of the API: how many there are, what has the words, each body at an address of its own."""

import pytest

from meetings.models import Council
from meetings.record import DirectiveRecord

from .conftest import issue, session_of


def ask(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.json()


@pytest.fixture
def year(db):
    for month in range(1, 6):
        row = DirectiveRecord(number="1", task="rà soát chợ đêm" if month == 3 else "rà soát", lead="Ban Pháp chế")
        issue(session_of(2021, month, directives=(row,)))


def test_a_list_says_how_many_there_are_on_every_page(client, year):
    first = ask(client, "/api/meetings?limit=2")
    assert first["pagination"] == {"elementsPerPage": 2, "totalElements": 5, "totalPages": 3}
    second = ask(client, first["links"]["next"].removeprefix("http://testserver"))
    assert second["pagination"] == first["pagination"]
    assert ask(client, "/api/directives?state=done")["pagination"]["totalElements"] == 0
    assert ask(client, "/api/organizations")["pagination"]["totalElements"] == 1


@pytest.mark.parametrize("words", ["chợ đêm", "cho dem", '"chợ đêm"'])
def test_a_list_is_narrowed_by_words(client, year, words):
    found = client.get("/api/directives", {"q": words}).json()
    assert [each["reference"] for each in found["data"]] == ["2021-03-1"]
    assert found["pagination"]["totalElements"] == 1
    assert len(client.get("/api/meetings", {"q": words, "year": 2021}).json()["data"]) == 1
    assert client.get("/api/directives", {"q": "đêm chợ không có"}).json()["data"] == []


def test_words_without_a_letter_find_nothing_and_too_long_ones_are_refused(client, year):
    assert ask(client, "/api/directives?q=%3F")["data"] == []
    assert ask(client, f"/api/directives?q={'a' * 201}", 400)["parameter"] == "q"


def test_each_body_has_an_address_that_its_meetings_name(client, year):
    Council.objects.get().save()
    (body,) = ask(client, "/api/bodies")["data"]
    assert body["id"] == "http://testserver/api/bodies/hdnd-quan-hai-ba-trung"
    assert ask(client, "/api/bodies/hdnd-quan-hai-ba-trung") == body
    assert ask(client, "/api/meetings/2021-01")["organization"] == [body["id"]]
    ask(client, "/api/bodies/hdnd-khac", 404)
