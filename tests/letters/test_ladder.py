"""The ladder taken: who is written to on which day, once, about what; and what is drafted for a person to sign."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from meetings.letters import digest, ladder_letters, ladder_plan
from meetings.letters.digest import Digest, Owed
from meetings.models import (
    Directive,
    Handover,
    LadderStep,
    Letter,
    Membership,
    Office,
    PaperDraft,
    Session,
    StepTaken,
    Succession,
    Unit,
    at_office,
)
from meetings.models.office import Told
from meetings.models.office_scope import current
from meetings.models.unit_link import link_for
from tests.conftest import logged_in, make_user

pytestmark = pytest.mark.django_db
TERM = date(2026, 3, 20)  # a Friday
DAY_BEFORE_SEVEN = date(2026, 3, 11)


@pytest.fixture
def unit():
    return Unit.objects.create(name="phòng Kinh tế", email="kinhte@noi.example", head_email="truongphong@noi.example")


@pytest.fixture
def give(council, unit):
    """give(due_on): a directive of the February session, led by the unit."""
    session = Session.objects.create(
        council=council, year=2026, month=2, state="published", posted_at=datetime(2026, 2, 2, tzinfo=UTC)
    )

    def give(due_on=TERM, **fields):
        number = f"{session.directives.count() + 1}"
        named = {"number": number, "task": f"việc số {number}", "lead_unit": unit, "due_on": due_on}
        return Directive.objects.create(session=session, **named | fields)

    return give


@pytest.fixture
def clerk():
    user = make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    user.email = "vanthu@phuong.example"
    user.save()
    return user


def on(day):
    """The letters that are written on `day`: [(to, subject), …]."""
    known = set(Letter.objects.values_list("pk", flat=True))
    ladder_letters.take_steps(current(), day)
    return [(letter.to, letter.subject) for letter in Letter.objects.exclude(pk__in=known).order_by("pk")]


def test_the_unit_hears_before_its_head_on_the_day_the_office_after(give, clerk):
    give()
    days = [date(2026, 2, 20) + timedelta(days=count) for count in range(60)]
    written = {f"{day:%d/%m}": letters for day in days if (letters := on(day))}
    assert {day: [to for to, _ in letters] for day, letters in written.items()} == {
        "27/02": ["kinhte@noi.example"],
        "11/03": ["kinhte@noi.example"],
        "17/03": ["kinhte@noi.example"],
        "20/03": ["truongphong@noi.example"],
        "23/03": ["vanthu@phuong.example"],
        "30/03": ["vanthu@phuong.example"],
        "14/04": ["vanthu@phuong.example"],
    }
    assert written["20/03"][0][1] == "1 việc đến hạn hôm nay: Phòng Kinh tế"


def test_nothing_is_written_on_a_day_off_twice_or_about_what_is_done(give):
    one, done = give(), give(state="done")
    assert on(date(2026, 3, 14)) == [], "a Saturday"
    assert len(on(DAY_BEFORE_SEVEN)) == 1 and on(DAY_BEFORE_SEVEN) == []
    assert one.steps_taken.count() == 1 and not done.steps_taken.exists()


def test_of_several_missed_steps_the_latest_alone_is_taken(give):
    give()
    assert len(on(date(2026, 3, 17))) == 1
    assert list(StepTaken.objects.values_list("days", flat=True)) == [-3]


def test_a_step_from_before_the_page_was_posted_is_no_step(give):
    give()
    Session.objects.update(posted_at=datetime(2026, 3, 13, tzinfo=UTC))
    assert on(date(2026, 3, 13)) == []
    assert len(on(date(2026, 3, 17))) == 1


def test_another_term_begins_the_ladder_anew(give):
    row = give()
    on(DAY_BEFORE_SEVEN)
    Directive.objects.filter(pk=row.pk).update(due_on=TERM + timedelta(days=31))
    assert len(on(date(2026, 4, 9))) == 1


def test_a_second_directive_of_the_day_waits_for_the_next_one_letter_a_day(give):
    give()
    on(DAY_BEFORE_SEVEN)
    give()
    assert on(DAY_BEFORE_SEVEN) == []
    [(_, subject)] = on(DAY_BEFORE_SEVEN + timedelta(days=1))
    assert subject == "2 việc đến hạn trong tháng 3: Phòng Kinh tế"


def test_a_unit_reads_all_it_owes_and_nothing_of_others(give):
    other = Unit.objects.create(name="phòng Nội vụ", email="noivu@noi.example")
    give()
    give(task="việc dài hạn", due_on=TERM + timedelta(days=90))
    give(task="việc chưa có ngày", due_on=None, due_text="kỳ họp tới")
    give(task="việc của nội vụ", lead_unit=other)
    on(DAY_BEFORE_SEVEN)
    letter = Letter.objects.get(to="kinhte@noi.example")
    for words in (letter.text, letter.html):
        assert "còn 3 việc" in words and "iệc dài hạn" in words and "iệc chưa có ngày" in words
        assert "nội vụ" not in words.lower()


def test_who_took_the_directive_over_is_written_to(give, unit):
    row, day = give(), date(2026, 3, 1)
    heir = Unit.objects.create(name="phòng mới", email="moi@noi.example")
    units = {"from_unit": unit, "from_name": unit.name, "to_unit": heir, "to_name": heir.name}
    succession = Succession.objects.create(day=day)
    Handover.objects.create(succession=succession, directive=row, is_lead=True, day=day, **units)
    assert [to for to, _ in on(DAY_BEFORE_SEVEN)] == ["moi@noi.example"]
    assert "iệc số 1" in Letter.objects.get().text and row.steps_taken.get().to == "moi@noi.example"


def test_without_an_address_nothing_is_written_and_nothing_is_said_to_be_done(give, unit):
    Unit.objects.update(email="")
    give()
    assert on(DAY_BEFORE_SEVEN) == [] and not StepTaken.objects.exists()
    Unit.objects.update(email="sau@noi.example")
    assert len(on(DAY_BEFORE_SEVEN + timedelta(days=1))) == 1


def test_a_letter_that_never_went_gives_way_to_the_next(give):
    give()
    on(DAY_BEFORE_SEVEN)
    on(date(2026, 3, 17))
    assert list(Letter.objects.order_by("pk").values_list("state", flat=True)) == ["called_off", "waiting"]


def test_after_ten_days_a_person_finds_a_draft_and_signs_it(give, clerk):
    give()
    on(date(2026, 3, 30))
    draft = PaperDraft.objects.get()
    assert (draft.kind, draft.state, draft.saved_by) == ("reminder", "drafting", None)
    assert "Dự thảo chờ xem: Công văn đôn đốc, Phiên tháng 02/2026" in Letter.objects.get().text
    page = logged_in(clerk).get(reverse("admin:index")).content.decode()
    assert "Dự thảo đã soạn, chờ xem" in page
    assert reverse("admin:meetings_session_paper", args=[draft.session_id, "cong-van-don-doc"]) in page
    on(date(2026, 4, 14))
    assert PaperDraft.objects.filter(kind="explanation").exists()


def test_who_wants_one_letter_a_day_finds_it_in_there(give, clerk):
    Membership.objects.update(told=Told.DAILY)
    give()
    on(date(2026, 3, 23))
    assert "chỉ đạo 2026-02-1, Phòng Kinh tế" in Letter.objects.get(key__startswith="day:").text


def test_the_office_edits_its_ladder_and_each_step_can_be_off(give):
    give()
    LadderStep.objects.filter(days=7).update(is_on=False)
    assert on(DAY_BEFORE_SEVEN) == []
    LadderStep.objects.create(days=6, side="before", action="unit")
    assert len(on(DAY_BEFORE_SEVEN + timedelta(days=1))) == 1


def test_each_office_has_a_ladder_of_its_own(give):
    other = Office.objects.create(slug="khac")
    give()
    assert ladder_plan.plan(other, DAY_BEFORE_SEVEN) == []
    with at_office(other):
        assert not LadderStep.objects.exists()
    assert len(ladder_plan.plan(current(), DAY_BEFORE_SEVEN)) == 1


def test_every_letter_stands_on_the_page_of_its_directive(give, clerk):
    row = give()
    on(DAY_BEFORE_SEVEN)
    Letter.objects.update(sent_at=datetime(2026, 3, 11, 0, 31, tzinfo=UTC), state="sent")
    page = logged_in(clerk).get(reverse("admin:meetings_directive_change", args=[row.pk])).content.decode()
    assert "Gửi thư nhắc đơn vị" in page and "kinhte@noi.example" in page and "đã đi 07:31, 11/03/2026" in page


ROWS = (
    Owed(
        "2026-09-2", "Rà soát, xử lý 5 điểm tập kết rác trên hè phố Trần Khát Chân.", date(2026, 10, 14), False, -47
    ),
    Owed("2026-11-2", "Lắp lại 18 đèn chiếu sáng hỏng ở ngõ Hòa Mã và ngõ Thi Sách.", date(2026, 11, 30), False, 0),
    Owed("2026-10-4", "Lập danh mục 22 hố ga phố Lò Đúc.", date(2026, 12, 15), True, 15),
)
UNIT = "Phòng Kinh tế, Hạ tầng và Đô thị"
LETTER = Digest("Thường trực HĐND phường Hai Bà Trưng", (UNIT,), date(2026, 11, 30), ROWS)


def test_the_text_is_narrow_and_marks_what_is_late():
    lines = LETTER.text.splitlines()
    assert max(map(len, lines)) <= digest.WIDTH
    assert "1. [!] QUÁ HẠN 47 NGÀY (hạn 14/10/2026)" in lines and LETTER.text.count("[!]") == 1
    assert "2. HẠN HÔM NAY (hạn 30/11/2026)" in lines
    assert "trước thứ Sáu, 04/12/2026" in LETTER.text.replace("\n", " ")


def test_the_subject_has_the_counts():
    assert LETTER.subject == f"1 việc quá hạn, 1 việc đến hạn hôm nay: {UNIT}"
    calm = Digest(LETTER.office, LETTER.units, LETTER.day, ROWS[2:])
    assert calm.subject == f"1 việc đến hạn trong tháng 12: {UNIT}"


def test_the_page_is_one_table_without_picture_or_button():
    assert LETTER.html.count("<table") == 1 and "! Quá hạn 47 ngày" in LETTER.html
    assert not any(tag in LETTER.html for tag in ("<img", "<button", "<script", "<link", "url("))


def test_a_link_of_the_unit_is_written_out():
    linked = Digest(LETTER.office, LETTER.units, LETTER.day, ROWS, ("https://hdnd.example/bao-cao/k7f2/",))
    assert "\n\nhttps://hdnd.example/bao-cao/k7f2/\n\n" in linked.text
    assert '<a href="https://hdnd.example/bao-cao/k7f2/"' in linked.html


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_the_letter_leads_to_where_the_unit_reports_unless_the_office_withdrew_it(
    give, unit, clerk, settings, is_withdrawn
):
    settings.SITE_URL = "https://hdnd.example"
    give()
    link = link_for(unit, DAY_BEFORE_SEVEN)
    if is_withdrawn:
        link.revoke(by=clerk)
    on(DAY_BEFORE_SEVEN)
    text = Letter.objects.get(to=unit.email).text
    assert (f"https://hdnd.example/bao-cao/{link.token}/" in text) is not is_withdrawn
    assert unit.links.count() == 1


def test_the_days_query_goes_by_the_index_of_terms(give):
    """Two hundred directives of other terms, so that looking at all of them would not be cheaper."""
    session = give().session
    Directive.objects.bulk_create(
        Directive(session=session, number=f"x{count}", task="việc", due_on=date(2020, 1, 1) + timedelta(days=count))
        for count in range(200)
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("ANALYZE")
    at = {TERM: ladder_plan.reached(LadderStep.objects.taken_now(), DAY_BEFORE_SEVEN)[TERM]}
    assert "directives_by_day_owed" in ladder_plan.waiting(at).explain()


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(give, monkeypatch):
    give()
    monkeypatch.setattr("meetings.management.commands.send_letters.today", lambda: DAY_BEFORE_SEVEN)
    said = StringIO()
    call_command("send_letters", "--dry-run", stdout=said)
    assert "1 chỉ đạo đến bước nhắc, sẽ viết 1 thư cho đơn vị" in said.getvalue() and not Letter.objects.exists()
