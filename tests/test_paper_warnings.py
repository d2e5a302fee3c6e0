"""What a paper would be printed with as a blank is said in one sentence, for every kind of paper."""

from dataclasses import replace
from datetime import time

from meetings.paper import PaperKind, PaperRecord, SignatureRecord
from meetings.paper_prose import contents, warnings
from meetings.record import AttendeeRecord, Presence, Role

SECRETARY = AttendeeRecord(role=Role.SECRETARY, name="Lê An", position="Chuyên viên", presence=Presence.PRESENT)
HOURS = {"starts_at": time(8), "ends_at": time(11), "venue": "Phòng họp số 2"}


def of(kind, record, **paper):
    return warnings(PaperRecord(kind=kind, **paper), record)


def test_minutes_name_every_blank_in_the_order_of_the_sheet(january_record):
    first, _ = of(PaperKind.MINUTES, january_record)
    assert first == "Sẽ in chỗ trống: giờ bắt đầu, giờ kết thúc, địa điểm, thư ký"
    first, _ = of(PaperKind.MINUTES, replace(january_record, **{**HOURS, "ends_at": None}))
    assert first == "Sẽ in chỗ trống: giờ kết thúc, thư ký"


def test_a_group_that_nobody_counted_is_named(january_record):
    full = replace(january_record, **HOURS, attendees=(*january_record.attendees, SECRETARY))
    assert of(PaperKind.MINUTES, full) == ["Chưa ghi số người: các đồng chí trong Thường trực HĐND quận"]
    counted = tuple(replace(row, headcount=row.headcount or 3) for row in full.attendees)
    assert of(PaperKind.MINUTES, replace(full, attendees=counted)) == []


def test_a_secretary_who_was_absent_leaves_the_line_blank(january_record):
    absent = replace(SECRETARY, presence=Presence.EXCUSED)
    record = replace(january_record, **HOURS, attendees=(*january_record.attendees, absent))
    assert "thư ký" in of(PaperKind.MINUTES, record)[0]


def test_a_name_that_waits_for_its_presence_says_so(january_record):
    unknown = replace(SECRETARY, presence=Presence.UNKNOWN)
    record = replace(january_record, **HOURS, attendees=(*january_record.attendees, unknown))
    assert of(PaperKind.MINUTES, record)[:2] == [
        "Sẽ in chỗ trống: thư ký",
        "Chưa ghi nhận thư ký có mặt hay vắng, nên chưa in tên",
    ]


def test_a_notice_warns_of_its_signer_alone(january_record):
    assert of(PaperKind.NOTICE, january_record) == []
    nobody = replace(january_record, attendees=())
    assert of(PaperKind.NOTICE, nobody) == ["Sẽ in chỗ trống: họ tên người ký"]
    signer = (SignatureRecord(authority=("CHÁNH VĂN PHÒNG",), name="Đỗ Văn Khải"),)
    assert of(PaperKind.NOTICE, nobody, signatures=signer) == []


def test_an_invitation_warns_of_who_presides_and_of_a_blank_agenda(january_record):
    assert of(PaperKind.INVITATION, january_record) == []
    bare = replace(january_record, attendees=(), agenda=())
    assert of(PaperKind.INVITATION, bare) == ["Sẽ in chỗ trống: chủ trì, nội dung, họ tên người ký"]


def test_what_a_paper_tells_is_counted(january_record):
    assert contents(PaperRecord(kind=PaperKind.NOTICE), january_record) == "1 kết luận, 3 chỉ đạo"
    assert contents(PaperRecord(kind=PaperKind.INVITATION), january_record) == "3 dòng kính mời"
