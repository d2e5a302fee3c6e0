"""The sessions that the papers are made of in these tests: one complete, one as an old post tells it, one long."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from meetings import official_form
from meetings.paper import PaperKind, PaperRecord
from meetings.record import (
    AgendaItemRecord,
    AttendeeRecord,
    CouncilRecord,
    DirectiveRecord,
    Presence,
    Role,
    SessionRecord,
)
from meetings.writers import pdf
from meetings.writers.pdf import pdf_sheet
from meetings.writers.words import sheets

HAI_BA_TRUNG = CouncilRecord(
    name="Hội đồng nhân dân quận Hai Bà Trưng",
    short_name="HĐND quận Hai Bà Trưng",
    committee_name="Thường trực HĐND quận Hai Bà Trưng",
    committee_full_name="Thường trực Hội đồng nhân dân quận Hai Bà Trưng",
    locality="quận Hai Bà Trưng",
    place_name="Hai Bà Trưng",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
    recipients=("Thường trực HĐND quận", "Các thành phần dự họp", "Lưu: VT, Hồ sơ phiên họp"),
)


def attendee(role: Role, position: str, presence: Presence = Presence.PRESENT, **more: Any) -> AttendeeRecord:
    return AttendeeRecord(role=role, position=position, presence=presence, **more)


CHAIR = attendee(Role.CHAIR, "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận", name="Trần Quyết Thắng")
SECRETARY = attendee(Role.SECRETARY, "Phó Chánh Văn phòng HĐND&UBND quận", name="Lê Thị Hương Giang")

JANUARY = SessionRecord(
    council=HAI_BA_TRUNG,
    year=2021,
    month=1,
    held_on=date(2021, 1, 5),
    starts_at=time(8, 30),
    ends_at=time(11, 15),
    venue="Phòng họp số 2, trụ sở HĐND và UBND quận",
    assessment="Năm 2020, Hội đồng nhân dân quận làm tròn nhiệm vụ đề ra.\nViệc tiếp công dân được giữ đúng lịch.",
    attendees=(
        CHAIR,
        SECRETARY,
        attendee(Role.MEMBER, "Các đồng chí trong Thường trực HĐND quận", headcount=3),
        attendee(Role.INVITEE, "Chủ tịch Ủy ban MTTQ Việt Nam quận"),
        attendee(Role.INVITEE, "Trưởng Ban Pháp chế HĐND quận", Presence.LATE),
        attendee(Role.INVITEE, "Bí thư Đoàn TNCS Hồ Chí Minh quận", Presence.ONLINE),
        attendee(Role.INVITEE, "Trưởng phòng Tài chính - Kế hoạch quận", Presence.EXCUSED, reason="đi công tác"),
        attendee(Role.INVITEE, "Trưởng phòng Văn hóa và Thông tin quận", Presence.ABSENT),
    ),
    agenda=(
        AgendaItemRecord(
            title="Kết quả công tác năm 2020",
            presenter="Phó Chánh Văn phòng HĐND&UBND quận",
            summary="báo cáo những việc đã làm và những việc còn chậm của năm 2020.",
            opinions="Trưởng Ban Pháp chế đề nghị nêu rõ số kiến nghị chưa trả lời.\n"
            "Chủ tịch Ủy ban MTTQ Việt Nam quận đề nghị bổ sung kết quả tiếp xúc cử tri.",
            conclusion="Thông qua báo cáo; bổ sung hai nội dung vừa nêu.",
        ),
        AgendaItemRecord(
            title="Chuẩn bị tổng kết nhiệm kỳ 2016-2021",
            opinions="Các thành viên nhất trí với dự thảo kế hoạch.",
            conclusion="Ban hành kế hoạch trước ngày 20/01/2021.",
        ),
    ),
    directives=(
        DirectiveRecord(
            topic="Đối với việc giám sát của Mặt trận Tổ quốc",
            task="xây dựng kế hoạch giám sát năm 2021",
            assignment="đề nghị … chủ trì, cùng … thống nhất và",
            lead="Ủy ban MTTQ Việt Nam quận",
            coordinators=("Thường trực HĐND quận", "các tổ chức chính trị - xã hội quận"),
            due_text="trong quý I năm 2021",
        ),
        DirectiveRecord(topic="Đối với nhiệm vụ tháng 01 năm 2021", task="tập trung vào các việc sau"),
        DirectiveRecord(level=1, task="gửi chương trình công tác đến hai Ban HĐND quận"),
        DirectiveRecord(
            level=1, task="chuẩn bị quà Tết cho gia đình chính sách", lead="Phòng LĐTB&XH", due_on=date(2021, 2, 5)
        ),
    ),
)
"""Internal and complete: opinions, a reason for absence, all times."""

OLD_POST = SessionRecord(
    council=HAI_BA_TRUNG,
    year=2019,
    month=7,
    held_on=date(2019, 7, 4),
    from_old_post=True,
    attendees=(
        attendee(Role.CHAIR, "Chủ tịch HĐND quận", name="Nguyễn Văn Bình"),
        attendee(Role.INVITEE, "Chánh Văn phòng HĐND&UBND quận"),
        AttendeeRecord(role=Role.INVITEE, position="Đại diện các phòng, ban có liên quan"),
    ),
    directives=(DirectiveRecord(task="Các phòng, ban chuẩn bị báo cáo cho kỳ họp tới"),),
)
"""What a short news post tells: no hours, no place, no secretary, and no word on who was invited."""

_OPINION = (
    "Đại biểu tổ {0} cho rằng tiến độ cải tạo thoát nước ở khu dân cư số {0} còn chậm, đề nghị cơ quan được giao "
    "việc báo cáo nguyên nhân, nêu rõ phần việc của từng đơn vị và thời điểm hoàn thành để cử tri theo dõi."
)
LONG = SessionRecord(
    council=HAI_BA_TRUNG,
    year=2020,
    month=12,
    held_on=date(2020, 12, 3),
    starts_at=time(8),
    ends_at=time(17, 5),
    attendees=(CHAIR, *(attendee(Role.INVITEE, f"Tổ trưởng tổ đại biểu số {each}") for each in range(1, 60))),
    agenda=tuple(
        AgendaItemRecord(
            title=f"Kiến nghị của cử tri, nhóm thứ {group}",
            opinions="\n".join(_OPINION.format(each) for each in range(1, 32)),
        )
        for group in range(1, 9)
    ),
    directives=tuple(
        DirectiveRecord(task=f"trả lời kiến nghị số {each}", lead=f"Phòng chuyên môn số {each}", due_text="quý I")
        for each in range(1, 41)
    ),
)


def minutes_sheets(
    record: SessionRecord, *, number: int | None = None, draft: bool = False, verify_at: str = ""
) -> Any:
    """The words of the minutes of `record`; a draft bears neither number nor address."""
    paper = PaperRecord(kind=PaperKind.MINUTES, number=None if draft else number)
    return sheets(record, paper, verify_at="" if draft else verify_at)


def minutes_page(record: SessionRecord, *, draft: bool = False, **more: Any) -> str:
    return pdf_sheet.html(minutes_sheets(record, draft=draft, **more), draft=draft)


def write_minutes(record: SessionRecord, *, draft: bool = False, **more: Any) -> bytes:
    return pdf.write(minutes_sheets(record, draft=draft, **more), draft=draft)


MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass
class Paper:
    """A printed paper, opened once: its pages, its characters, its words on one line."""

    pdf: bytes
    pages: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = pdfplumber.open(BytesIO(self.pdf)).pages

    @cached_property
    def text(self) -> str:
        """The words inside the margins, with single plain spaces."""
        top = official_form.MARGIN_TOP_MM * MM
        inside = (page.filter(lambda each: each["top"] > top - 2) for page in self.pages)
        return " ".join(" ".join(page.extract_text() for page in inside).split())

    def find(self, words: str, page: int = 0) -> list[dict[str, Any]]:
        """The characters that print `words` where they stand first on the page."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = self.pages[page].search(pattern, return_chars=True)[0]["chars"]
        return [each for each in found if each["text"].strip()]


@pytest.fixture(scope="session")
def january_paper() -> Paper:
    return Paper(write_minutes(JANUARY, number=5, verify_at="https://hdnd.example/xac-minh/"))


@pytest.fixture(scope="session")
def old_post_paper() -> Paper:
    return Paper(write_minutes(OLD_POST))


@pytest.fixture(scope="session")
def long_paper() -> Paper:
    return Paper(write_minutes(LONG, number=112))


@pytest.fixture(scope="session")
def draft_paper() -> Paper:
    return Paper(write_minutes(JANUARY, number=5, draft=True, verify_at="https://hdnd.example/xac-minh/"))
