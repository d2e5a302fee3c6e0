"""A whole post pasted at the desk fills a new or an empty session, keeps the text, and can be taken back."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from meetings import archiving, prose
from meetings.models import Council, ImportBatch, ImportedPost, Session, Unit
from meetings.vietnamese import paragraphs
from tests.conftest import logged_in

from .filling import filled

POSTS = Path(__file__).resolve().parents[1] / "posts"
OLD = (POSTS / "thuong-ky-2021-02.txt").read_text(encoding="utf-8")
DRAFT = """Phiên họp tháng 3 năm 2021 của Thường trực HĐND quận Hai Bà Trưng
Ngày 04/3/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 3 năm 2021.
Đồng chí Lê Minh Quang - Chủ tịch HĐND quận chủ trì phiên họp. Cùng dự có Chủ tịch Ủy ban MTTQ quận.
Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo thực hiện các nội dung sau:
Giao Tổ Cầu Cảng chủ trì rà soát hệ thống thoát nước trước ngày 20/3/2021.
Đề nghị Ủy ban MTTQ quận giám sát việc thu phí."""
NEW = "/quan-tri/meetings/session/dan-ca-bai/"


@pytest.fixture
def empty(council):
    """A draft of March with nothing but its month and its room."""
    return Session.objects.create(council=council, year=2021, month=3, venue="Phòng họp số 1")


def into(session):
    return reverse("admin:meetings_session_whole_into", args=[session.pk])


def form_of(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


def paste(client, text, session=None):
    return client.post(into(session) if session else NEW, {"bai": text})


def take_back(client, session, **more):
    where = reverse("admin:meetings_session_whole_undo", args=[session.pk])
    version = Session.objects.values_list("version", flat=True).get(pk=session.pk)
    return client.post(where, {"ban": version, **more})


def words_of(answer):
    return " ".join(answer.content.decode().split())


def said(record):
    """What the page of the session says, without its title and its day of posting."""
    tasks = [row.words for head in prose.numbered(record.directives) for row in (head, *head.tasks)]
    intro = prose.directives_intro(record)
    return [prose.opening(record), prose.attendance(record), record.assessment, intro, *tasks, record.closing]


def letters(*words):
    return "".join(filter(str.isalnum, "".join(words)))


def stored(session):
    return Session.objects.with_rows().get(pk=session.pk)


def test_a_whole_post_becomes_a_new_draft_and_no_word_is_lost(at_clerks_desk, council):
    answer = paste(at_clerks_desk, OLD)
    session = Session.objects.with_rows().get()
    assert answer.url == form_of(session)
    assert (session.state, session.year, session.month, session.held_on) == ("draft", 2021, 2, date(2021, 2, 2))
    post = ImportedPost.objects.get()
    assert paragraphs(post.source_text) == paragraphs(OLD)
    assert letters(*said(session.to_record())) == letters(*paragraphs(OLD)[2:])


def test_a_whole_draft_fills_an_empty_session(at_clerks_desk, empty):
    assert paste(at_clerks_desk, DRAFT, empty).url == form_of(empty)
    session = stored(empty)
    assert (session.state, session.held_on, session.venue) == ("draft", date(2021, 3, 4), "Phòng họp số 1")
    assert session.title == "Phiên họp tháng 3 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert [row.name for row in session.attendees.all()] == ["Lê Minh Quang", ""]
    assert [row.due_text for row in session.directives.all()] == ["trước ngày 20/3/2021", ""]
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert "Đã đọc cả bài vào bản nháp" in page and "2 dòng thành phần" in page


def test_a_draft_is_a_session_of_today_and_a_published_post_an_old_one(at_clerks_desk, empty):
    """What an old post orders is not followed until somebody says so; what a draft orders is."""
    paste(at_clerks_desk, DRAFT, empty)
    assert not stored(empty).to_record().from_old_post
    paste(at_clerks_desk, OLD)
    assert Session.objects.get(month=2).to_record().from_old_post


def test_a_draft_is_not_doubted_for_want_of_a_day_of_posting(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    assert ImportedPost.objects.get().reading["doubts"] == []
    assert "chỗ máy chưa chắc" not in words_of(at_clerks_desk.get(form_of(empty)))


def test_what_the_reader_doubts_is_listed(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT.replace("20/3/2021.", "20/3/2021, xong trước ngày 25/3/2021."), empty)
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert "Có 1 chỗ máy chưa chắc, xem bên cạnh." in page and 'id="cho-A"' in page


def test_the_pasted_text_stands_beside_the_form(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    page = words_of(at_clerks_desk.get(form_of(empty)))
    beside = page[page.index("<aside") : page.index("</aside>")]
    assert "Bài đã dán" in beside and "rà soát hệ thống thoát nước" in beside and "Bài tiếp" not in beside
    assert ImportBatch.objects.get().name == "Bài dán ở Bàn việc"


def test_a_unit_nobody_knows_makes_no_unit_and_is_left_to_decide(at_clerks_desk, empty):
    Unit.objects.create(name="Ủy ban MTTQ quận")
    paste(at_clerks_desk, DRAFT, empty)
    assert [unit.name for unit in Unit.objects.all()] == ["Ủy ban MTTQ quận"]
    first, second = stored(empty).directives.all()
    assert first.lead_unit is None and "Tổ Cầu Cảng" in f"{first.assignment} {first.task}"
    assert second.lead_unit.name == "Ủy ban MTTQ quận"
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert "1 đơn vị chưa có trong danh mục" in page and "“Tổ Cầu Cảng”" in page
    batch = ImportBatch.objects.get()
    assert reverse("admin:meetings_importbatch_units", args=[batch.pk]) in page
    assert [row.name for row in batch.units.all()] == ["Tổ Cầu Cảng"]


def fill_units(client, session):
    return client.post(reverse("admin:meetings_session_whole_units", args=[session.pk]))


def test_a_unit_decided_on_later_goes_into_its_directive_and_the_words_stay(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    words = said(stored(empty).to_record())
    fill_units(at_clerks_desk, empty)
    assert stored(empty).directives.first().lead_unit is None
    for row in ImportBatch.objects.get().units.all():
        archiving.decide_unit(row, answer="new")
    assert 'form="dien-don-vi"' in words_of(at_clerks_desk.get(form_of(empty)))
    fill_units(at_clerks_desk, empty)
    first = stored(empty).directives.first()
    assert first.lead_unit.name == "Tổ Cầu Cảng" and said(stored(empty).to_record()) == words
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert 'form="dien-don-vi"' not in page and "Đã điền đơn vị vào" in page
    take_back(at_clerks_desk, empty)
    assert not stored(empty).directives.exists()


def test_a_directive_that_was_edited_since_keeps_its_words(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    stored(empty).directives.all().update(task="làm việc khác")
    for row in ImportBatch.objects.get().units.all():
        archiving.decide_unit(row, answer="new")
    fill_units(at_clerks_desk, empty)
    first = stored(empty).directives.first()
    assert (first.task, first.lead_unit) == ("làm việc khác", None)


def test_what_the_session_said_otherwise_is_told(at_clerks_desk, empty):
    Session.objects.filter(pk=empty.pk).update(month=4, held_on=date(2021, 4, 1))
    paste(at_clerks_desk, DRAFT, empty)
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert "Đã đổi theo bài: tháng 4/2021 thành 3/2021 và ngày họp 01/04/2021 thành 04/03/2021." in page


def test_the_way_back_gives_the_session_as_it_was(at_clerks_desk, empty):
    before, fields = stored(empty).to_record(), {name: getattr(empty, name) for name in ("posted_at", "source_hash")}
    for text in (DRAFT, OLD.replace("tháng 02", "tháng 3")):
        paste(at_clerks_desk, text, empty)
        assert 'form="hoan-tac-dan"' in words_of(at_clerks_desk.get(form_of(empty)))
        assert take_back(at_clerks_desk, empty).url == form_of(empty)
        session = stored(empty)
        assert session.to_record() == before
        assert {name: getattr(session, name) for name in fields} == fields and session.source_text == ""
    assert ImportedPost.objects.filter(decision="skipped").count() == 2
    page = words_of(at_clerks_desk.get(form_of(empty)))
    assert "archive-beside" not in page and into(empty) in page


def test_the_way_back_takes_a_new_draft_away_and_keeps_the_text(at_clerks_desk, council):
    paste(at_clerks_desk, DRAFT)
    answer = take_back(at_clerks_desk, Session.objects.get())
    assert answer.url == reverse("admin:meetings_session_add") and not Session.objects.exists()
    assert "rà soát hệ thống thoát nước" in ImportedPost.objects.get().source_text
    paste(at_clerks_desk, DRAFT)
    assert Session.objects.get().month == 3


def test_a_post_that_was_taken_back_can_be_imported_like_any_other(at_clerks_desk, empty, clerk):
    paste(at_clerks_desk, DRAFT.replace("tháng 3", "tháng 4"), empty)
    take_back(at_clerks_desk, empty)
    post = ImportedPost.objects.get()
    archiving.resume(post, by=clerk)
    session = archiving.accept(post, by=clerk)
    assert (session.pk == empty.pk, session.month) == (False, 4)
    assert "hoan-tac-dan" not in words_of(at_clerks_desk.get(form_of(session)))
    assert take_back(at_clerks_desk, session).status_code == 404


def test_hour_and_venue_are_read_too(at_clerks_desk, council):
    paste(at_clerks_desk, DRAFT.replace("Ngày 04/3/2021,", "Hồi 8 giờ 30 ngày 04/3/2021, tại phòng họp số 2,"))
    session = Session.objects.get()
    assert (session.starts_at, session.venue) == (time(8, 30), "phòng họp số 2")


def test_work_saved_since_is_not_taken_back_unasked(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    data = filled(at_clerks_desk.get(form_of(empty)), venue="Phòng họp số 2")
    at_clerks_desk.post(form_of(empty), data)
    asked = take_back(at_clerks_desk, empty)
    assert asked.status_code == 409 and "kể cả những chỗ đã sửa" in words_of(asked)
    assert stored(empty).venue == "Phòng họp số 2" and stored(empty).directives.exists()
    take_back(at_clerks_desk, empty, **{"chac-chan": "1"})
    assert stored(empty).venue == "Phòng họp số 1" and not stored(empty).directives.exists()


def test_a_colleagues_save_in_the_meantime_stops_the_way_back(at_clerks_desk, empty):
    paste(at_clerks_desk, DRAFT, empty)
    where = reverse("admin:meetings_session_whole_undo", args=[empty.pk])
    at_clerks_desk.post(where, {"ban": 1, "chac-chan": "1"})
    assert stored(empty).directives.exists()


def test_after_it_was_sent_there_is_no_way_back(at_clerks_desk, empty, clerk):
    paste(at_clerks_desk, DRAFT, empty)
    session = Session.objects.get()
    session.submit(by=clerk)
    assert take_back(at_clerks_desk, session).status_code == 403
    session.take_back(by=clerk)
    assert "hoan-tac-dan" not in words_of(at_clerks_desk.get(form_of(session)))
    take_back(at_clerks_desk, session)
    assert stored(session).directives.exists()


def test_a_refused_text_says_why_and_stays_in_the_box(at_clerks_desk, empty):
    for session in (None, empty):
        answer = paste(at_clerks_desk, "Lịch tiếp công dân tháng này.", session)
        page = words_of(answer)
        assert answer.status_code == 409 and "Chưa đọc được bài này: " in page
        assert "Lịch tiếp công dân tháng này.</textarea>" in page
    assert paste(at_clerks_desk, "  \n", empty).status_code == 409
    assert not ImportedPost.objects.exists() and stored(empty).version == empty.version


def test_a_text_without_its_title_is_read_as_one_about_the_session(at_clerks_desk, empty):
    headless = DRAFT.partition("\n")[2].replace(
        ", Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 3 năm 2021", ""
    )
    paste(at_clerks_desk, headless, empty)
    session = stored(empty)
    assert (session.year, session.month, session.council) == (2021, 3, empty.council)
    assert session.directives.count() == 2


def test_a_session_with_content_is_never_overwritten(at_clerks_desk, january):
    before = stored(january).to_record()
    answer = paste(at_clerks_desk, OLD, january)
    page = words_of(answer)
    assert answer.status_code == 409 and stored(january).to_record() == before
    assert "đã có thành phần, nội dung, chỉ đạo" in page and paragraphs(OLD)[-1] in page
    assert into(january) not in words_of(at_clerks_desk.get(form_of(january)))


def test_one_sentence_is_content_too(at_clerks_desk, empty):
    Session.objects.filter(pk=empty.pk).update(assessment="Tốt.")
    assert paste(at_clerks_desk, DRAFT, empty).status_code == 409
    assert stored(empty).assessment == "Tốt." and not stored(empty).directives.exists()


def test_a_month_that_has_a_session_gets_no_second_one(at_clerks_desk, empty):
    answer = paste(at_clerks_desk, DRAFT)
    assert answer.status_code == 409 and f'href="{form_of(empty)}"' in words_of(answer)
    other = Session.objects.create(council=empty.council, year=2021, month=4)
    answer = paste(at_clerks_desk, DRAFT, other)
    assert answer.status_code == 409 and "Tháng này đã có phiên họp thường kỳ" in words_of(answer)
    assert not stored(other).directives.exists() and not ImportedPost.objects.exists()


def test_a_post_of_another_council_is_refused(at_clerks_desk, empty):
    answer = paste(at_clerks_desk, DRAFT.replace("Hai Bà Trưng", "Cầu Giấy"), empty)
    assert answer.status_code == 409 and "quận Cầu Giấy" in words_of(answer)
    assert Council.objects.count() == 1


def test_the_very_post_twice_is_one_session(at_clerks_desk, empty):
    paste(at_clerks_desk, OLD)
    assert "đã có trên Bàn việc" in words_of(paste(at_clerks_desk, OLD))
    assert "đã có trên Bàn việc" in words_of(paste(at_clerks_desk, OLD, empty))
    assert ImportedPost.objects.count() == 1


def test_only_those_who_may_change_the_session_paste(empty, reader, administrator):
    for user in (reader, administrator):
        client = logged_in(user)
        assert [paste(client, DRAFT).status_code, paste(client, DRAFT, empty).status_code] == [403, 403]
        assert take_back(client, empty).status_code == 403
    assert not stored(empty).directives.exists() and Session.objects.count() == 1


def test_the_box_is_on_the_form_of_a_new_and_of_an_empty_session(at_clerks_desk, reader, empty):
    for address, where in ((reverse("admin:meetings_session_add"), NEW), (form_of(empty), into(empty))):
        page = words_of(at_clerks_desk.get(address))
        assert f'action="{where}"' in page and "Dán cả bài" in page
        assert re.search(r'<textarea id="bai" name="bai"[^>]* form="dan-ca-bai"', page)
    assert "dan-ca-bai" not in words_of(logged_in(reader).get(form_of(empty)))


def test_words_of_the_paste_are_words_only(at_clerks_desk, empty):
    page = words_of(paste(at_clerks_desk, "</textarea><script>x</script>", empty))
    assert "<script>x" not in page


def test_the_paste_is_in_the_history_under_its_clerk(at_clerks_desk, empty, clerk):
    paste(at_clerks_desk, DRAFT, empty)
    assert stored(empty).history.first().history_user == User.objects.get(pk=clerk.pk)


@pytest.mark.parametrize("page", ["admin:index", "admin:meetings_session_changelist"])
def test_one_paste_begins_on_the_home_page_and_above_the_list(at_clerks_desk, reader, db, page):
    link = reverse("admin:meetings_session_whole")
    assert f'href="{link}"' in at_clerks_desk.get(reverse(page)).content.decode()
    assert f'href="{link}"' not in logged_in(reader).get(reverse(page)).content.decode()


DRAFT_OF_ONE_PARAGRAPH = """Phiên họp tháng 10 năm 2021 của Thường trực HĐND quận Hai Bà Trưng

Sáng ngày 05/10/2021, Thường trực HĐND quận tổ chức phiên họp tháng 10 năm 2021. Đồng chí \
Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp. Cùng dự có đồng chí Vũ Thị Lan - Trưởng Ban Pháp chế HĐND \
quận. Vắng mặt: đồng chí Lê Văn Bình - Chủ tịch Ủy ban MTTQ Việt Nam quận (đi công tác).

Kết luận phiên họp, đồng chí Chủ tịch HĐND quận giao:
1. Giao Văn phòng HĐND&UBND quận tổng hợp kiến nghị của cử tri, xong trước ngày 25/10/2021.
"""


def test_a_pasted_draft_says_its_people_once_and_no_reason_for_absence(at_clerks_desk, council):
    council.members.create(name="Vũ Thị Lan", duty="ordinary")
    at_clerks_desk.post(reverse("admin:meetings_session_whole"), {"bai": DRAFT_OF_ONE_PARAGRAPH})
    session = Session.objects.with_rows().get()
    assert session.opening.endswith("tổ chức phiên họp tháng 10 năm 2021.") and session.attendance == ""
    assert {row.name: (row.role, row.reason) for row in session.attendees.all()} == {
        "Trần Quyết Thắng": ("chair", ""),
        "Vũ Thị Lan": ("member", ""),
        "Lê Văn Bình": ("invitee", "đi công tác"),
    }
    told = prose.completed(session.to_record().public())
    assert f"{told.opening} {told.attendance}".count("Vũ Thị Lan") == 1
    assert "công tác" not in f"{told.opening} {told.attendance}"
