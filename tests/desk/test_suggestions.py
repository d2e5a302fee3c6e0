"""Names and posts of earlier sessions, offered while they are typed."""

import pytest

from meetings.models import Attendee, Council, Session

from ..conftest import logged_in

ADDRESS = "/quan-tri/meetings/session/goi-y/"


@pytest.fixture
def suggest(at_clerks_desk):
    def ask(field, typed):
        return at_clerks_desk.get(ADDRESS, {"truong": field, "q": typed}).json()["results"]

    return ask


def session(month, *people, year=2021):
    council = Council.objects.get()
    held = Session.objects.create(council=council, year=year, month=month)
    Attendee.objects.bulk_create(Attendee(session=held, name=name, position=position) for name, position in people)


@pytest.mark.parametrize("typed", ["tran", "TRAN QUYET", "thắng", "thang", "tha q", "Trần  Quyết"])
def test_a_name_is_found_whatever_the_accents_with_its_post(suggest, january, typed):
    assert suggest("name", typed) == [
        {"text": "Trần Quyết Thắng", "position": "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận"}
    ]


@pytest.mark.parametrize("typed", ["", "  ", "uyet", "thang x", "%", "̀"])
def test_what_begins_no_word_finds_nothing(suggest, january, typed):
    assert suggest("name", typed) == []


def test_a_name_comes_with_the_post_of_its_latest_session_not_of_the_latest_typing(suggest, january):
    session(3, ("Lê Thị Ba", "Trưởng phòng Y tế"))
    session(2, ("Lê Thị Ba", "Phó Trưởng phòng Y tế"))
    session(4, ("Lê Thị Ba", ""))
    assert suggest("name", "le thi") == [{"text": "Lê Thị Ba", "position": "Trưởng phòng Y tế"}]


def test_a_post_is_offered_once_and_without_a_name(suggest, january):
    session(2, ("Lê Thị Ba", "Trưởng phòng Y tế quận"), ("", "Trưởng phòng Y tế quận"))
    assert suggest("position", "truong phong") == [{"text": "Trưởng phòng Y tế quận"}]


def test_what_begins_as_typed_stands_first_and_eight_are_enough(suggest, january):
    session(2, *((f"Lê Văn {letter}", "") for letter in "ABCDEFGHIK"), ("Nguyễn Văn Lê", ""))
    session(3, ("Phạm Thu Lê", ""))
    found = [each["text"] for each in suggest("name", "lê")]
    assert found == [f"Lê Văn {letter}" for letter in "ABCDEFGH"]
    assert [each["text"] for each in suggest("name", "thu le")] == ["Phạm Thu Lê"]


def test_the_table_is_read_once_a_minute(at_clerks_desk, january):
    at_clerks_desk.get(ADDRESS, {"truong": "name", "q": "tran"})
    session(2, ("Trần Văn Bốn", ""))
    again = at_clerks_desk.get(ADDRESS, {"truong": "name", "q": "tran"})
    assert [each["text"] for each in again.json()["results"]] == ["Trần Quyết Thắng"]


def test_a_cell_without_suggestions_is_refused(at_clerks_desk, january):
    assert at_clerks_desk.get(ADDRESS, {"truong": "reason", "q": "nội bộ"}).status_code == 400


def test_reasons_for_absence_are_never_offered(suggest, january):
    assert suggest("name", "noi bo") == suggest("position", "noi bo") == []


def test_only_who_writes_sessions_is_answered(january, citizen, reader):
    asked = {"truong": "name", "q": "tran"}
    assert citizen.get(ADDRESS, asked).status_code == 302
    assert logged_in(reader).get(ADDRESS, asked).status_code == 403


def test_suggestions_are_only_read(at_clerks_desk):
    assert at_clerks_desk.post(ADDRESS, {"truong": "name", "q": "tran"}).status_code == 405
