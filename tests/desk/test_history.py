"""The history of a session: who did what when, in words; read by all of the desk, written by nobody."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from meetings.comparison.words import Piece, changed
from meetings.desk.history import session_timeline
from meetings.models import AgendaItem, Attendee, Coordination, Directive, Session, Unit
from tests.conftest import make_staff

from .filling import filled

KEPT = (Session, Attendee, AgendaItem, Directive, Coordination)

MORNING = datetime(2021, 1, 8, 2, 14, tzinfo=UTC)
"""09:14 in Hà Nội."""


def address(session):
    return reverse("admin:meetings_session_history", args=[session.pk])


def story(session):
    return session_timeline.events(session, session_timeline.editions_of(session))


def typed(row, by, at=MORNING, **columns):
    """Save the row as `by` would have at that moment."""
    for name, value in columns.items():
        setattr(row, name, value)
    row._history_user, row._history_date = by, at
    row.save()


def lines(event):
    return [(change.place, *(piece.text for piece in change.pieces)) for change in event.changes]


@pytest.fixture
def newest(january):
    """A function: the newest event of the January session."""
    return lambda: max(story(january), key=lambda event: event.at)


@pytest.fixture(autouse=True)
def stored_long_ago(january):
    """So that what a test does comes after the first save."""
    for model in KEPT:
        model.history.update(history_date=datetime(2021, 1, 4, 1, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("rows", "column", "value", "said"),
    [
        ("attendees", "presence", "late", ("Thành phần, dòng 1, Có mặt", "Có mặt", "Đến muộn")),
        ("attendees", "headcount", 7, ("Thành phần, dòng 1, Số người", "7")),
        ("agenda", "is_public", False, ("Nội dung 1, Công khai", "có", "không")),
        ("directives", "due_on", date(2021, 1, 15), ("Chỉ đạo, dòng 1, Thời hạn", "31/03/2021", "15/01/2021")),
    ],
)
def test_a_change_names_its_place_and_both_values_in_words(january, clerk, newest, rows, column, value, said):
    typed(getattr(january, rows).first(), clerk, **{column: value})
    assert lines(newest()) == [said]
    assert (newest().by, newest().hour, newest().title) == ("Phạm Thu Hà", "09:14", "Sửa 1 chỗ")


def test_a_unit_is_named_not_numbered(january, clerk, newest):
    typed(january.directives.first(), clerk, lead_unit=Unit.objects.create(name="Phòng Tư pháp"))
    assert lines(newest()) == [("Chỉ đạo, dòng 1, Chủ trì", "Ủy ban MTTQ Việt Nam quận", "Phòng Tư pháp")]


def test_coordinating_units_read_as_one_list(january, clerk, newest):
    row = january.directives.first().coordinations.last()
    row._history_user, row._history_date = clerk, MORNING
    row.delete()
    struck = ", các tổ chức chính trị - xã hội quận"
    assert lines(newest()) == [("Chỉ đạo, dòng 1, Phối hợp", "Thường trực HĐND quận", struck)]


def test_of_long_prose_only_the_changed_words_are_marked():
    old = "Thường trực đề nghị các Ban tiếp tục phát huy kết quả đạt được trong năm qua, bám sát chương trình đề ra."
    pieces = changed(old, old.replace("năm qua", "quý vừa qua"))
    assert [piece for piece in pieces if piece.part != "same"] == [Piece("old", "năm"), Piece("new", "quý vừa")]
    assert pieces[0].text.startswith(" … ")


def test_a_removed_row_is_told_with_what_it_held(january, clerk, newest):
    row = january.attendees.first()
    row._history_user, row._history_date = clerk, MORNING
    row.delete()
    assert newest().changes[0].step == "removed"
    assert "Trần Quyết Thắng" in lines(newest())[0][1]


def test_a_file_is_told_by_its_name_and_place(january, clerk, newest):
    file = january.attachments.create(order=1, title="Báo cáo", file="attachments/2021/01/bao-cao.pdf", sha256="ab")
    typed(file, clerk, timezone.now() + timedelta(minutes=1), agenda_item=january.agenda.first(), is_public=True)
    assert lines(newest()) == [
        ("Tài liệu, dòng 1, Thuộc nội dung", "Kết quả công tác năm 2020"),
        ("Tài liệu, dòng 1, Công khai", "không", "có"),
    ]


def test_one_press_of_save_is_one_event_whatever_it_touched(at_clerks_desk, january, newest):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    page = at_clerks_desk.get(change)
    cells = {"attendees-1-reason": "bận", "agenda-0-presenter": "Chánh Văn phòng", "directives-0-coordinators": []}
    assert at_clerks_desk.post(change, filled(page, venue="Phòng họp số 2", **cells)).status_code == 302
    assert [each.place for each in newest().changes] == [
        "Địa điểm",
        "Thành phần, dòng 2, Lý do (nội bộ)",
        "Nội dung 1, Người trình bày",
        "Chỉ đạo, dòng 1, Phối hợp",
    ]
    assert newest().by == "Phạm Thu Hà"


def test_rows_that_change_places_are_told_of_once(january, clerk, newest):
    for place, row in enumerate(reversed(january.attendees.all()), start=1):
        typed(row, clerk, order=place)
    assert [(change.step, change.place) for change in newest().changes] == [("moved", "Thành phần")]


def test_saves_of_one_person_within_an_hour_are_folded(january, clerk, chief):
    for minutes in (0, 10, 59):
        typed(january, clerk, MORNING + timedelta(minutes=minutes), venue=f"Phòng số {minutes}")
    typed(january, clerk, MORNING + timedelta(minutes=61), venue="Hội trường")
    typed(january, chief, MORNING + timedelta(minutes=62), venue="Phòng khách")
    titles = [(event.by, event.title) for event in story(january)[:3]]
    assert titles == [
        ("Đỗ Văn Khải", "Sửa 1 chỗ"),
        ("Phạm Thu Hà", "Sửa 1 chỗ"),
        ("Phạm Thu Hà", "Lưu 3 lần từ 09:14 đến 10:13: 3 chỗ"),
    ]


def test_a_state_change_between_two_saves_keeps_them_apart(january, clerk):
    typed(january, clerk, MORNING, venue="Phòng số 1")
    january.submit(by=clerk, at=MORNING + timedelta(minutes=5))
    january.take_back(by=clerk)
    january.state_changes.filter(after="draft").update(at=MORNING + timedelta(minutes=6))
    typed(january, clerk, MORNING + timedelta(minutes=7), venue="Phòng số 2")
    assert [event.title for event in story(january)[:4]] == ["Sửa 1 chỗ", "Lấy lại để sửa", "Gửi duyệt", "Sửa 1 chỗ"]


def test_states_editions_and_reports_stand_on_the_same_line(reopened, chief, clerk):
    reopened.directives.first().report(by=clerk, state="in_progress", note="đã gửi dự thảo", is_public=True)
    typed(reopened, clerk, timezone.now(), venue="Phòng họp số 2")
    reopened.refresh_from_db()
    reopened.republish(by=chief, note="sửa địa điểm")
    told = [(event.title, event.aside, event.kinds) for event in reversed(story(reopened))]
    assert told[1:] == [
        ("Gửi duyệt", "", ("trang-thai",)),
        ("Đăng", "bản 1", ("trang-thai", "giay-to")),
        ("Mở lại để đính chính", "trang công khai giữ nguyên bản đã đăng", ("trang-thai",)),
        ("Ghi tiến độ chỉ đạo 2021-01-1: Đang làm", "công khai", ("tien-do",)),
        ("Sửa 1 chỗ", "", ("noi-dung",)),
        ("Đăng lại", "bản 2", ("trang-thai", "giay-to")),
    ]


def test_sending_back_and_taking_back_are_told_apart(submitted, clerk, chief):
    submitted.send_back(by=chief, note="Thiếu kết luận")
    submitted.submit(by=clerk)
    submitted.take_back(by=clerk)
    told = [(event.title, event.note, event.aside) for event in reversed(story(submitted))]
    assert told[2:] == [("Trả lại", "Thiếu kết luận", ""), ("Gửi duyệt", "", "lần 2"), ("Lấy lại để sửa", "", "")]


def test_the_first_save_says_what_came_in_and_nothing_more(january):
    first = story(january)[-1]
    assert (first.title, first.aside) == (
        "Tạo phiên họp",
        "thành phần 4 dòng, nội dung 2 dòng, chỉ đạo 6 dòng",
    )
    Session.objects.filter(pk=january.pk).update(source_hash="ab")
    assert story(Session.objects.get())[-1].title == "Nhập từ bài cũ"


def test_a_save_that_changed_nothing_is_not_told(january, clerk):
    before = len(story(january))
    typed(january, clerk)
    assert len(story(january)) == before


@pytest.mark.parametrize(
    ("query", "kept"),
    [("", 3), ("?loc=trang-thai", 1), ("?loc=noi-dung", 2), ("?loc=giay-to", 0), ("?loc=vo-nghia", 3)]
    + [("?nguoi=Phạm Thu Hà", 2), ("?loc=noi-dung&nguoi=Phạm Thu Hà", 1)],
)
def test_the_page_keeps_one_kind_or_one_person(at_clerks_desk, january, clerk, query, kept):
    typed(january, clerk, venue="Phòng số 1")
    january.submit(by=clerk)
    page = at_clerks_desk.get(address(january) + query)
    assert sum(len(events) for _, events in page.context["days"]) == kept
    assert "Chỉ xem, không ai sửa hay xóa được" in page.content.decode()


def test_days_are_hanoi_days_with_their_weekday(at_clerks_desk, january, clerk):
    typed(january, clerk, datetime(2021, 1, 7, 17, 30, tzinfo=UTC), venue="Phòng số 1")
    html = at_clerks_desk.get(address(january)).content.decode()
    assert re.findall(r"<h3>(.*?)</h3>", html)[0] == "Thứ Sáu, 08/01/2021"
    assert '<time datetime="2021-01-08T00:30:00+07:00">00:30</time>' in html


def test_what_was_typed_is_shown_not_run(at_clerks_desk, january, clerk):
    typed(january, clerk, venue="<script>alert(1)</script>")
    html = at_clerks_desk.get(address(january)).content.decode()
    assert "<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>" in html and "<script>alert" not in html


def test_a_longer_history_costs_no_more_queries(january, clerk, published, django_assert_max_num_queries):
    with django_assert_max_num_queries(13) as few:
        story(Session.objects.get())
    for minute in range(30):
        at = MORNING + timedelta(minutes=minute)
        typed(january.attendees.first(), clerk, at, name=f"Người {minute}")
        directive = january.directives.create(order=20 + minute, task=f"việc {minute}", number=str(90 + minute))
        directive.coordinations.create(unit=Unit.objects.create(name=f"Đơn vị {minute}"), order=1)
        directive.report(by=clerk, state="in_progress", note=f"lần {minute}")
    with django_assert_max_num_queries(len(few)):
        assert len(story(Session.objects.get())) > 30


def test_a_reader_may_look_and_a_stranger_may_not(january, reader, administrator, client):
    client.force_login(reader)
    assert client.get(address(january)).status_code == 200
    client.force_login(make_staff("la"))
    assert client.get(address(january)).status_code == 403


def test_nothing_in_the_product_edits_or_deletes_history():
    kept = [model for model in apps.get_models() if model.__name__.startswith("Historical")]
    assert len(kept) >= 6
    assert not [model for model in kept if admin.site.is_registered(model)]
    for model in kept:
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:meetings_{model._meta.model_name}_changelist")


def test_looking_writes_nothing(at_clerks_desk, january, clerk):
    typed(january, clerk, venue="Phòng số 1")
    before = [list(model.history.values_list()) for model in KEPT]
    page = at_clerks_desk.get(address(january))
    at_clerks_desk.post(address(january), {"delete": "1"})
    assert [list(model.history.values_list()) for model in KEPT] == before
    assert 'method="post"' not in page.content.decode().partition("story-head")[2]
