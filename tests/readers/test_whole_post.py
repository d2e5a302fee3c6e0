"""A whole post of the commonest shape, field by field."""

from datetime import date, datetime

import pytest

from meetings.record import Presence, Role, SessionKind
from meetings.vietnamese import LOCAL_ZONE

from .posts import doubts, reading


@pytest.fixture(scope="module")
def found():
    return reading("ca-phien-2020-01")


def test_when_it_was_held_and_posted(found):
    record = found.record
    assert (record.year, record.month, record.kind, record.expanded) == (2020, 1, SessionKind.REGULAR, False)
    assert record.held_on == date(2020, 1, 3)
    assert record.posted_at == datetime(2020, 1, 9, 10, 20, tzinfo=LOCAL_ZONE)
    assert (record.imported_views, record.from_old_post) == (73, True)
    assert record.council.committee_name == "Thường trực HĐND quận Hai Bà Trưng"


def test_who_attended(found):
    chair, members, *invitees = found.record.attendees
    assert (chair.role, chair.name) == (Role.CHAIR, "Trần Quyết Thắng")
    assert chair.position == "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận"
    assert (members.role, members.position) == (Role.MEMBER, "các đồng chí trong Thường trực HĐND quận")
    assert [each.position for each in invitees] == [
        "Phó Chủ tịch Ủy ban MTTQ quận",
        "phó hai Ban HĐND quận",
        "Trưởng các đoàn thể chính trị, nghề nghiệp quận",
        "phó Chánh Văn phòng HĐND&UBND quận",
    ]
    assert {each.role for each in invitees} == {Role.INVITEE}
    assert {(each.presence, each.headcount) for each in found.record.attendees} == {(Presence.PRESENT, None)}


def test_who_was_given_what(found):
    first, second, *tasks = found.record.directives
    assert first.assignment == "đề nghị … chủ trì phối hợp với …"
    assert first.lead == "Ủy ban MTTQ Việt Nam quận"
    assert first.coordinators == ("Thường trực HĐND quận", "các tổ chức chính trị - xã hội quận")
    assert first.topic.startswith("Đối với nội dung khảo sát, ") and first.topic.endswith(" năm 2020")
    assert first.task.startswith("xây dựng và gửi kế hoạch ")
    assert (second.topic, second.lead) == ("Đối với nhiệm vụ tháng 01 năm 2020", "")
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
