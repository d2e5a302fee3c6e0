"""A real post, where it is at hand: its facts."""

from datetime import date, datetime

import pytest

from meetings.readers import decode, read
from meetings.record import Presence, Role, SessionKind
from meetings.vietnamese import LOCAL_ZONE

from .posts import SEED, doubts

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the post is not at hand")


@pytest.fixture(scope="module")
def found():
    return read(decode(SEED.read_bytes()))


def test_when_it_was_held_and_posted(found):
    record = found.record
    assert (record.year, record.month, record.kind, record.expanded) == (2021, 1, SessionKind.REGULAR, False)
    assert record.held_on == date(2021, 1, 5)
    assert record.posted_at == datetime(2021, 1, 11, 8, 52, tzinfo=LOCAL_ZONE)
    assert (record.imported_views, record.from_old_post) == (88, True)
    assert record.council.committee_name == "Thường trực HĐND quận Hai Bà Trưng"


def test_who_attended(found):
    chair, members, *invitees = found.record.attendees
    assert (chair.role, chair.name) == (Role.CHAIR, "Trần Quyết Thắng")
    assert chair.position == "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận"
    assert (members.role, members.position) == (Role.MEMBER, "các đồng chí trong Thường trực HĐND quận")
    assert [each.position for each in invitees] == [
        "Chủ tịch Ủy ban MTTQ quận",
        "phó hai Ban HĐND quận",
        "Trưởng các tổ chức chính trị, xã hội quận",
        "phó Chánh Văn phòng HĐND&UBND quận",
    ]
    assert {each.role for each in invitees} == {Role.INVITEE}
    assert {(each.presence, each.headcount) for each in found.record.attendees} == {(Presence.PRESENT, None)}


def test_who_was_given_what(found):
    first, second, *tasks = found.record.directives
    assert first.assignment == "đề nghị … chủ trì phối hợp với …"
    assert first.lead == "Ủy ban MTTQ Việt Nam quận"
    assert first.coordinators == ("Thường trực HĐND quận", "các tổ chức chính trị - xã hội quận")
    assert first.topic.startswith("Đối với nội dung hoạt động giám sát, ") and first.topic.endswith(" năm 2021")
    assert first.task.startswith("xây dựng và triển khai kế hoạch ")
    assert (second.topic, second.lead) == ("Đối với nhiệm vụ tháng 01 năm 2021", "")
    assert [row.level for row in found.record.directives] == [0, 0, 1, 1, 1, 1, 1]
    assert not any(row.lead or row.coordinators or row.assignment for row in tasks)
    assert not any(row.task.endswith((";", ".")) for row in tasks)


def test_what_follows_from_the_rows_is_left_to_be_composed(found):
    record = found.record
    assert (record.opening, record.attendance, record.closing) == ("", "", "")
    assert record.assessment and record.directives_intro.endswith(":")


def test_nothing_was_doubtful(found):
    assert doubts(found) == ()
    assert all(part.sure for part in found.parts)
