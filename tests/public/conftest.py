"""What the tests of the public site share: records as plain data, and a way to have them issued."""

from datetime import date, datetime

import pytest
from django.db import transaction

from meetings.models import Council, Directive, Edition, PageViews, Part, PrintedFile, Session
from meetings.paper import PaperKind, PaperRecord
from meetings.paper_kinds import description
from meetings.record import AttendeeRecord, CouncilRecord, DirectiveRecord, Presence, Role, SessionRecord
from meetings.vietnamese import LOCAL_ZONE

COUNCIL = CouncilRecord(
    name="Hội đồng nhân dân quận Hai Bà Trưng",
    short_name="HĐND quận Hai Bà Trưng",
    committee_name="Thường trực HĐND quận Hai Bà Trưng",
    committee_full_name="Thường trực Hội đồng nhân dân quận Hai Bà Trưng",
    locality="quận Hai Bà Trưng",
    place_name="Hai Bà Trưng",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
    office_name="Văn phòng HĐND và UBND quận Hai Bà Trưng",
)


def session_of(year, month, **given):
    """A session held on the 5th of its month and posted on the 11th."""
    usual = {
        "council": COUNCIL,
        "held_on": date(year, month, 5),
        "posted_at": datetime(year, month, 11, 8, 52, tzinfo=LOCAL_ZONE),
        "attendees": (
            AttendeeRecord(
                role=Role.CHAIR, name="Trần Quyết Thắng", position="Chủ tịch HĐND quận", presence=Presence.PRESENT
            ),
        ),
    }
    return SessionRecord(year=year, month=month, **(usual | given))


def desk_session(record):
    """The session on the desk that `record` is of."""
    council, _ = Council.objects.get_or_create(
        name=record.council.name,
        defaults={
            "short_name": record.council.short_name,
            "committee_name": record.council.committee_name,
            "committee_full_name": record.council.committee_full_name,
        },
    )
    session, _ = Session.objects.get_or_create(
        council=council,
        kind=record.kind.value if not record.slug else "thematic",
        year=record.year,
        month=record.month,
        title=record.slug,
    )
    return session


def issue(record, *, states=None, note="", at=None, views=0, files=()):
    """Have `record` issued as news; `states` sets what has come of its directives: {"1": "done"}."""
    session = desk_session(record)
    for number, state in (states or {}).items():
        row = Directive.objects.create(session=session, number=number, task="việc", state=state)
        row.reports.create(reported_on=record.held_on, state=state, is_public=True)
    if views:
        PageViews.objects.create(session=session, imported=views)
    with transaction.atomic():
        return Edition.objects.issue(
            session.pk, "news", record, by=None, note=note, at=at or record.posted_at, files=files
        )


def printed(slug="bien-ban", *, part=Part.PUBLIC, words="công khai"):
    """A paper in PDF and Word, kept in the store; `words` stand for what is in it."""
    return [
        PrintedFile(part, f"{slug}.{each}", f"%PDF-1.7 {slug} {words} {each}".encode()).keep()
        for each in ("pdf", "docx")
    ]


def issue_paper(record, kind="minutes", number=5, *, files=None, dated=None, **frozen):
    """Have a paper of the session issued; its files say the kind, the number and which version they are."""
    kind, words = PaperKind(kind), f"số {number}"
    symbol = f"{description(kind).symbol}-HĐND"
    paper = PaperRecord(kind=kind, number=number, symbol=symbol, dated=dated or record.held_on)
    if files is None:
        files = printed(description(kind).slug, words=f"{words} công khai")
        files += printed(f"{description(kind).slug}-noi-bo", part=Part.WHOLE, words=f"{words} đầy đủ")
    with transaction.atomic():
        return Edition.objects.issue(
            desk_session(record).pk, kind.value, record, by=None, paper=paper, files=files, **frozen
        )


@pytest.fixture
def news():
    """What the page of January 2021 is made of."""
    return session_of(
        2021,
        1,
        imported_views=88,
        assessment="Năm 2020 công tác của HĐND quận đạt kết quả tốt.\nCác Ban phối hợp chặt chẽ.",
        directives=(
            DirectiveRecord(
                number="1",
                topic="Đối với việc giám sát",
                assignment="đề nghị … chủ trì phối hợp với …",
                task="xây dựng kế hoạch.",
                lead="Ủy ban MTTQ Việt Nam quận",
                coordinators=("Thường trực HĐND quận", "các tổ chức chính trị - xã hội quận"),
                due_on=date(2021, 1, 15),
            ),
            DirectiveRecord(number="2", topic="Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung:"),
            *(
                DirectiveRecord(level=1, number=f"2.{place}", task=task)
                for place, task in ((1, "phục vụ Tết"), (2, "tổng kết nhiệm kỳ"), (5, "tiếp công dân"))
            ),
        ),
    )


@pytest.fixture
def posted(db, news):
    """The page of January 2021, issued."""
    return issue(news, states={"1": "in_progress", "2": "open", "2.1": "done", "2.2": "open"}, views=88)


@pytest.fixture
def opened(browser):
    """The page at an address in a window of a given width, with all that the browser complains of."""

    def opened(address, width, **how):
        page = browser.new_context(viewport={"width": width, "height": 900}, **how).new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(address)
        return page

    return opened
