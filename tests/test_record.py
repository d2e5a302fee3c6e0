"""SessionRecord: frozen, to and from JSON without loss, and only its public part for the public."""

import dataclasses
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.record import (
    AgendaItemRecord,
    AttachmentRecord,
    AttendeeRecord,
    CouncilRecord,
    DirectiveRecord,
    RecordError,
    SessionRecord,
    VoteRecord,
    VoteShown,
    directive_reference,
    marked_reference,
)
from meetings.vietnamese import LOCAL_ZONE

words = st.text(max_size=20)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(LOCAL_ZONE))
common = {str: words, date: days, datetime: moments, time: st.times()}
for kind, strategy in common.items():
    st.register_type_strategy(kind, strategy)
records = st.builds(
    SessionRecord,
    council=st.builds(CouncilRecord, letterhead=st.lists(words).map(tuple), telephone=words, email=words),
    attendees=st.lists(st.builds(AttendeeRecord), max_size=3).map(tuple),
    agenda=st.lists(st.builds(AgendaItemRecord), max_size=3).map(tuple),
    directives=st.lists(st.builds(DirectiveRecord, due_on=st.none() | days), max_size=4).map(tuple),
    attachments=st.lists(st.builds(AttachmentRecord), max_size=2).map(tuple),
    held_on=st.none() | days,
    posted_at=st.none() | moments,
    starts_at=st.none() | st.times(),
)


@given(records)
def test_any_record_comes_back_from_json_as_it_was(record):
    again = SessionRecord.from_json(record.to_json())
    assert again == record
    assert again.to_json() == record.to_json()


@given(records)
def test_what_is_public_is_so_for_good(record):
    assert record.public().public() == record.public()


def test_fields_that_came_later_leave_what_was_frozen_before_as_it_was(january_record):
    data = january_record.to_data()
    assert not {"address", "telephone", "email"} & set(data["council"])
    assert SessionRecord.from_data(data).council.address == ""


def test_a_contact_that_is_known_is_kept(january_record):
    council = dataclasses.replace(january_record.council, telephone="024 0000 0000")
    again = SessionRecord.from_json(dataclasses.replace(january_record, council=council).to_json())
    assert again.council == council and again.public().council.telephone == "024 0000 0000"


def test_a_record_cannot_be_changed(january_record):
    with pytest.raises(dataclasses.FrozenInstanceError):
        january_record.year = 2022


def test_the_public_meets_nothing_internal(january_record):
    whole, public = january_record.to_json(), january_record.public().to_json()
    assert whole.count("nội bộ") == 5
    assert "nội bộ" not in public


def test_the_public_gets_everything_else(january_record):
    public = january_record.public()
    assert [item.title for item in public.agenda] == ["Kết quả công tác năm 2020"]
    assert len(public.directives) == 4
    assert len(public.attendees) == len(january_record.attendees)
    assert public.assessment == january_record.assessment


def test_opinions_that_were_released_are_public(january_record):
    item = dataclasses.replace(january_record.agenda[0], opinions_public=True)
    assert dataclasses.replace(january_record, agenda=(item,)).public().agenda[0].opinions == item.opinions


VOTE = VoteRecord(agreed=2, opposed=1, agreed_names=("An", "Bình"), opposed_names=("nội bộ: Cúc",))


def voted(record, **more):
    item = dataclasses.replace(record.agenda[0], vote=dataclasses.replace(VOTE, **more))
    return dataclasses.replace(record, agenda=(item,))


def test_a_vote_is_public_without_its_voters(january_record):
    assert voted(january_record).public().agenda[0].vote == VoteRecord(agreed=2, opposed=1)


def test_voters_are_public_where_the_vote_is_public_by_name(january_record):
    by_name = voted(january_record, shown=VoteShown.NAMES)
    assert by_name.public().agenda[0].vote == by_name.agenda[0].vote


def test_an_internal_vote_or_one_on_an_internal_item_stays_inside(january_record):
    assert voted(january_record, shown=VoteShown.NOTHING).public().agenda[0].vote is None
    item = dataclasses.replace(voted(january_record).agenda[0], is_public=False)
    assert dataclasses.replace(january_record, agenda=(item,)).public().agenda == ()


def test_an_item_without_a_vote_is_frozen_as_it_was_before_there_were_votes(january_record):
    assert all("vote" not in item for item in january_record.to_data()["agenda"])
    again = SessionRecord.from_json(voted(january_record).to_json())
    assert again.agenda[0].vote == VOTE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"x"',
        "{}",
        '{"schema": 99}',
        '{"schema": 1}',
        '{"schema": 1, "council": 5, "year": 2021, "month": 1}',
        '{"schema": 1, "council": {"name": 1}, "year": 2021, "month": 1}',
    ],
)
def test_another_shape_is_refused(text):
    with pytest.raises(RecordError):
        SessionRecord.from_json(text)


def test_a_wrong_type_or_an_unknown_field_is_refused(january_record):
    for change in ({"year": "2021"}, {"held_on": "5/1/2021"}, {"kind": "party"}, {"surprise": 1}, {"agenda": {}}):
        with pytest.raises(RecordError):
            SessionRecord.from_data({**january_record.to_data(), **change})


SLUGS = ("", *(f"{base}{more}" for base in ("phien", "dot-xuat", "chuyen-de") for more in ("", "-2", "-3", "-12")))
NUMBERS = [str(head) for head in range(1, 40)] + [f"{head}.{task}" for head in range(1, 40) for task in range(1, 14)]


def test_no_two_directives_of_a_month_are_addressed_alike():
    paths = ["/".join(filter(None, ("2020/12", slug))) for slug in SLUGS]
    assert len({directive_reference(path, number) for path in paths for number in NUMBERS}) == 13 * len(NUMBERS)


@pytest.mark.parametrize(
    ("path", "number", "reference", "before"),
    [
        ("2021/01", "2", "2021-01-2", "2021-01-2"),
        ("2021/01", "2.1", "2021-01-2-1", "2021-01-2-1"),
        ("2020/12/dot-xuat", "2.1", "2020-12-dot-xuat-2-1", "2020-12-dot-xuat-2-1"),
        ("2020/12/dot-xuat-2", "1", "2020-12-dot-xuat-2-nd1", "2020-12-dot-xuat-2-1"),
        ("2020/12/dot-xuat-2", "1.3", "2020-12-dot-xuat-2-1-3", "2020-12-dot-xuat-2-1-3"),
    ],
)
def test_only_what_can_be_read_two_ways_is_addressed_anew(path, number, reference, before):
    assert directive_reference(path, number) == reference
    assert reference in (before, marked_reference(before))
