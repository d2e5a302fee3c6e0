"""The words of the page that no sentence holds: who was invited, and who came."""

from dataclasses import replace

from meetings.models import Attendee as AttendeeRow
from meetings.record import AgendaItemRecord, AttendeeRecord, DirectiveRecord, Presence, Role
from meetings.writers.article import PRESENCE_WORDS, Attendee, article
from tests.public.conftest import session_of

ROWS = (
    AttendeeRecord(role=Role.INVITEE, position="các đoàn thể quận", headcount=5, presence=Presence.PRESENT),
    AttendeeRecord(
        role=Role.INVITEE,
        name="Vũ Thị Lan",
        position="Chánh Thanh tra quận",
        presence=Presence.EXCUSED,
        reason="đi viện",
        delegate="ông Lê An",
    ),
    AttendeeRecord(role=Role.INVITEE, name="Đỗ Bình", unit="Phòng Y tế", presence=Presence.ABSENT, reason="bận"),
    AttendeeRecord(role=Role.CHAIR, name="Trần Quyết Thắng", position="Chủ tịch HĐND quận", presence=Presence.LATE),
    AttendeeRecord(role=Role.SECRETARY, name="Phạm Thu Hà", position="Thư ký"),
)


def told(*rows, **given):
    made = article(session_of(2021, 1, attendees=rows, **given))
    return made, {each.label: each.attendees for each in made.rolls}


def test_they_stand_role_by_role_with_post_and_presence():
    made, rolls = told(*ROWS)
    assert [each.label for each in made.rolls] == ["Chủ trì", "Thư ký", "Khách mời"]
    assert rolls["Chủ trì"] == (Attendee("Trần Quyết Thắng", "Chủ tịch HĐND quận", "đến muộn"),)
    assert rolls["Thư ký"] == (Attendee("Phạm Thu Hà", "Thư ký", ""),)
    assert rolls["Khách mời"] == (
        Attendee("Các đoàn thể quận (05 người)", "", "có mặt"),
        Attendee("Vũ Thị Lan", "Chánh Thanh tra quận", "vắng mặt, ông Lê An dự thay"),
        Attendee("Đỗ Bình", "Phòng Y tế", "vắng mặt"),
    )


def test_no_word_says_why_somebody_was_away():
    for made in (told(*ROWS)[0], article(session_of(2021, 1, attendees=ROWS).public())):
        assert not any(why in str(made.rolls) for why in ("đi viện", "bận", "lý do"))
    assert {PRESENCE_WORDS[each] for each in Presence if each.missed} == {"vắng mặt"}


def test_every_role_and_presence_has_its_word_and_the_desk_calls_the_roles_the_same():
    assert set(PRESENCE_WORDS) == set(Presence)
    assert dict(AttendeeRow._meta.get_field("role").flatchoices) == {role.value: role.label for role in Role}


def test_the_facts_count_them_or_say_that_nobody_did():
    present = replace(ROWS[3], presence=Presence.PRESENT)
    facts = {each.label: each.value for each in told(present, ROWS[1])[0].facts}
    assert facts["Số người dự"] == "Có mặt 1/2 thành phần được mời"
    unknown = next(each for each in told(*ROWS)[0].facts if not each.value)
    assert unknown.label == "Giờ họp, địa điểm, số người dự"
    assert told()[0].rolls == ()


def test_its_text_is_every_paragraph_in_the_order_of_the_page():
    item = AgendaItemRecord(title="Kết quả năm", summary="Đã báo cáo.", opinions="Nhất trí.", opinions_public=True)
    rows = (DirectiveRecord(topic="Tập trung"), DirectiveRecord(level=1, task="rà soát", lead="Ban Pháp chế"))
    prose = {"opening": "Mở đầu.", "attendance": "Có mặt.", "assessment": "Tốt.", "directives_intro": "Giao:"}
    made = article(session_of(2021, 1, agenda=(item,), directives=rows, closing="Kết thúc.", **prose))
    before, after = ["Mở đầu.", "Có mặt.", *made.agenda[0].text, "Tốt.", "Giao:"], ["Kết thúc."]
    assert made.text() == [*before, "Tập trung:", "giao Ban Pháp chế rà soát.", *after]
    assert made.text(lambda row: [row.lead]) == [*before, "", "Ban Pháp chế", *after]
    assert made.agenda[0].text == ["Kết quả năm", "Đã báo cáo.", "Nhất trí."]
