"""What was frozen by an earlier version of a record's shape is read for ever: a file of each version is kept here."""

import json
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from meetings import paper, record
from meetings.paper import OwedRecord, PaperKind, PaperRecord, SignatureRecord
from meetings.plain_data import RecordError
from meetings.record import (
    AgendaItemRecord,
    AttachmentRecord,
    AttendeeRecord,
    CouncilRecord,
    DirectiveRecord,
    Presence,
    Role,
    SessionKind,
    SessionRecord,
)
from meetings.vietnamese import LOCAL_ZONE

VERSIONS = Path(__file__).with_name("versions")
SESSION = SessionRecord(
    council=CouncilRecord(
        name="Hội đồng nhân dân xã Tân Lập",
        short_name="HĐND xã Tân Lập",
        committee_name="Thường trực HĐND xã Tân Lập",
        committee_full_name="Thường trực Hội đồng nhân dân xã Tân Lập",
        locality="xã Tân Lập",
        place_name="Tân Lập",
        letterhead=("HỘI ĐỒNG NHÂN DÂN", "XÃ TÂN LẬP"),
        recipients=("Đảng ủy xã", "Lưu: VT"),
        telephone="024 3333 4444",
    ),
    kind=SessionKind.THEMATIC,
    expanded=True,
    year=2025,
    month=8,
    slug="chuyen-de",
    ordinal=3,
    title="Phiên họp chuyên đề tháng 8 năm 2025",
    held_on=date(2025, 8, 20),
    starts_at=time(14),
    ends_at=time(16, 30),
    venue="Hội trường tầng 2",
    opening="Ngày 20/8/2025, Thường trực HĐND xã họp.",
    assessment="Các ban đã làm xong việc tháng trước.\nCòn hai kiến nghị chưa trả lời.",
    posted_at=datetime(2025, 8, 22, 9, 5, tzinfo=LOCAL_ZONE),
    imported_views=12,
    attendees=(
        AttendeeRecord(role=Role.CHAIR, name="Lê Thị Mai", position="Chủ tịch HĐND xã", presence=Presence.PRESENT),
        AttendeeRecord(role=Role.MEMBER, name="Vũ Văn Bình", presence=Presence.EXCUSED, reason="đi công tác"),
        AttendeeRecord(role=Role.INVITEE, position="Trưởng các thôn", headcount=7, presence=Presence.UNKNOWN),
    ),
    agenda=(AgendaItemRecord(title="Thu ngân sách", opinions="Cần thu sớm.", conclusion="Nhất trí."),),
    directives=(
        DirectiveRecord(number="1", topic="Về thu ngân sách", task="rà soát nguồn thu", lead="UBND xã"),
        DirectiveRecord(number="1.1", level=1, task="lập danh sách", due_on=date(2025, 9, 5), is_public=False),
    ),
    attachments=(AttachmentRecord(title="Báo cáo", kind="report", filename="bao-cao.pdf", size=10, sha256="0" * 64),),
)
PAPER = PaperRecord(
    kind=PaperKind.NOTICE,
    symbol="TB-HĐND",
    number=7,
    dated=date(2025, 8, 21),
    grounds=("Căn cứ Luật Tổ chức chính quyền địa phương",),
    contact="Ông Bình, 0900 000 000",
    signatures=(SignatureRecord(authority=("TM. THƯỜNG TRỰC HĐND", "CHỦ TỊCH"), name="Lê Thị Mai"),),
    recipients=("Như trên", "Lưu: VT"),
    owed=(OwedRecord(reference="2025-07-1", words="Sửa mương", lead="Thôn 2", due="31/8/2025", state="Đang làm"),),
)
SHAPES = [("session", record, SESSION), ("paper", paper, PAPER)]


def frozen(name, version):
    return json.loads((VERSIONS / f"{name}-{version}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "module", "known"), SHAPES)
def test_every_version_is_kept_and_read(name, module, known):
    """A field that came later is blank in an older file: compare what the file says, not what it could not say."""
    for version in range(1, module.SCHEMA + 1):
        assert type(known).from_data(frozen(name, version)) == known
    assert {path.name for path in VERSIONS.glob(f"{name}-*.json")} == {
        f"{name}-{version}.json" for version in range(1, module.SCHEMA + 1)
    }


@pytest.mark.parametrize(("name", "module", "known"), SHAPES)
def test_a_change_of_shape_leaves_what_was_stored_readable(name, module, known, monkeypatch):
    """As the next version would do it: a field gets another name, and a step that reads the old one."""
    new = "title" if name == "session" else "contact"
    old = {**frozen(name, 1)}
    old["was_called"] = old.pop(new)
    with pytest.raises(RecordError):
        type(known).from_data(old)
    monkeypatch.setattr(module, "SCHEMA", 2)
    monkeypatch.setitem(module.UPGRADES, 1, lambda data: {new: data.pop("was_called"), **data})
    assert type(known).from_data(old) == known
    assert type(known).from_data(known.to_data()) == known and known.to_data()["schema"] == 2


@pytest.mark.parametrize(("name", "module", "known"), SHAPES)
def test_what_a_newer_release_wrote_is_refused_in_words(name, module, known):
    with pytest.raises(RecordError, match="do bản phần mềm mới hơn ghi"):
        type(known).from_data({**known.to_data(), "schema": module.SCHEMA + 1})
    for nonsense in (None, [], "1", {}, {"schema": 0}, {"schema": True}, {"schema": "1"}):
        with pytest.raises(RecordError, match="không phải hồ sơ"):
            type(known).from_data(nonsense)


def test_a_difference_would_be_seen():
    assert SessionRecord.from_data(frozen("session", 1)) != replace(SESSION, venue="Nơi khác")
