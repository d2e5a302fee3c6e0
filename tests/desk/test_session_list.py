"""The list of sessions: found by any word, narrowed by year and state, each row with what a clerk needs."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.models import Directive, Session

from ..conftest import logged_in

LIST = "/quan-tri/meetings/session/"


def text(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def names(answer):
    """The sessions listed, in order."""
    html = answer.content.decode()
    return [re.sub(r"<[^>]+>", "", each) for each in re.findall(r'<th scope="row"><a [^>]+>(.+?)</a>', html)]


def chosen(answer):
    return re.sub(r"<[^>]+>", "", re.search(r'aria-current="true">(.+?)</a>', answer.content.decode())[1])


def another(january, month, **fields):
    return Session.objects.create(council=january.council, **{"year": 2020, "month": month, **fields})


@pytest.mark.parametrize(
    "words",
    [
        "thang",
        "THẮNG quyet",
        "Tran Quyet Thang",
        "cong tac nam 2020",
        "ke hoach giam sat",
        "mttq viet nam",
        "01/2021",
        "tháng 1/2021",
        "05/01/2021",
        "thuong ky",
    ],
)
def test_a_session_is_found_by_chair_agenda_directive_unit_or_day(at_clerks_desk, january, words):
    another(january, 3, kind="extraordinary", title="Họp về phòng dịch")
    assert names(at_clerks_desk.get(LIST, {"q": words, "nam": 2021})) == ["Phiên tháng 01/2021"]


def test_words_that_stand_nowhere_find_nothing_and_say_so(at_clerks_desk, january):
    page = at_clerks_desk.get(LIST, {"q": "giám sát đường sắt"})
    assert names(page) == [] and "Không có phiên họp nào khớp với “giám sát đường sắt”" in text(page)
    assert 'value="giám sát đường sắt"' in page.content.decode()


def test_d_with_a_stroke_is_searched_as_d(at_clerks_desk, january):
    another(january, 3, title="Họp về phường Đống Mác")
    assert names(at_clerks_desk.get(LIST, {"q": "dong mac"})) == ["Phiên tháng 3/2020"]


def test_years_and_kinds_narrow_the_list_and_its_counts(at_clerks_desk, january):
    another(january, 3)
    another(january, 3, kind="extraordinary")
    assert names(at_clerks_desk.get(LIST, {"nam": "2020", "loai": "extraordinary"})) == [
        "Phiên đột xuất tháng 3/2020"
    ]
    assert "Tất cả 2" in text(at_clerks_desk.get(LIST, {"nam": "2020"}))


def test_each_state_lists_its_own_and_a_scheduled_session_is_not_yet_published(at_clerks_desk, january, clerk, chief):
    january.submit(by=clerk)
    january.posted_at = None
    january.publish(by=chief, at=timezone.now() + timedelta(hours=2))
    another(january, 3)
    assert names(at_clerks_desk.get(LIST, {"trang_thai": "scheduled"})) == ["Phiên tháng 01/2021"]
    assert names(at_clerks_desk.get(LIST, {"trang_thai": "published"})) == []
    page = at_clerks_desk.get(LIST, {"trang_thai": "draft"})
    assert names(page) == ["Phiên tháng 3/2020"] and chosen(page) == "Bản nháp 1"


def test_an_address_that_names_nothing_of_ours_narrows_nothing(at_clerks_desk, january):
    page = at_clerks_desk.get(LIST, {"nam": "abc", "trang_thai": "x", "loai": "y", "trang": "-3"})
    assert names(page) == ["Phiên tháng 01/2021"] and chosen(page) == "Tất cả 1"


def test_the_state_chosen_is_kept_while_searching_and_turning_pages(at_clerks_desk, january):
    for year in range(1950, 1980):
        another(january, 1, year=year)
    page = at_clerks_desk.get(LIST, {"trang_thai": "draft", "q": "thang"}).content.decode()
    assert '<input type="hidden" name="trang_thai" value="draft">' in page
    assert "?trang_thai=draft&amp;q=thang&amp;trang=2" in page


def test_twenty_five_stand_on_a_page(at_clerks_desk, january):
    for year in range(1950, 1980):
        another(january, 1, year=year)
    first, second = at_clerks_desk.get(LIST), at_clerks_desk.get(LIST, {"trang": 2})
    assert (len(names(first)), len(names(second))) == (25, 6)
    assert "Phiên 1–25 trong 31" in text(first) and "Phiên 26–31 trong 31" in text(second)


def test_only_what_needs_work_is_bold(at_clerks_desk, published):
    another(published, 3)
    page = at_clerks_desk.get(LIST).content.decode()
    assert "<b>Phiên tháng 3/2020</b>" in page and "<b>Phiên tháng 01/2021</b>" not in page


def test_a_row_says_what_is_missing_and_leads_there(at_clerks_desk, january):
    draft = another(january, 3)
    page = at_clerks_desk.get(LIST)
    assert "Soạn tiếp : Phiên tháng 3/2020 còn thiếu ngày họp" in text(page)
    assert f'class="doubtful" href="/quan-tri/meetings/session/{draft.pk}/change/"' in page.content.decode()


def test_a_correction_carries_its_day(at_clerks_desk, reopened, chief):
    assert "đính chính ngày" not in text(at_clerks_desk.get(LIST))
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    reopened.republish(by=chief, note="Sửa địa điểm.")
    today = timezone.localdate()
    assert f"Bài đăng bản 2, đính chính ngày {today:%d/%m/%Y}" in text(at_clerks_desk.get(LIST))


def test_what_was_withdrawn_stays_in_the_list_with_its_reason(at_clerks_desk, published, chief):
    published.withdraw(by=chief, note="Đăng nhầm bản chưa duyệt")
    page = text(at_clerks_desk.get(LIST))
    assert "Đã thu hồi Đỗ Văn Khải thu hồi" in page and "“Đăng nhầm bản chưa duyệt”" in page


def test_directives_done_and_overdue_are_counted(at_clerks_desk, published):
    Directive.objects.update(due_on=None)
    first, second, *_ = Directive.objects.order_by("order")
    Directive.objects.filter(pk=first.pk).update(state="done", due_on=date(2021, 2, 1))
    Directive.objects.filter(pk=second.pk).update(due_on=date(2021, 2, 1))
    assert re.search(r"1/3 · 1 quá hạn", text(at_clerks_desk.get(LIST)))


def test_who_saved_it_last_is_named(at_clerks_desk, january, clerk):
    january._history_user = clerk
    january.save()
    assert "Phạm Thu Hà, " in text(at_clerks_desk.get(LIST))


def test_nothing_is_done_in_bulk_and_a_reader_adds_nothing(january, reader):
    page = logged_in(reader).get(LIST).content.decode()
    assert "Phiên tháng 01/2021" in page and "Phiên mới" not in page
    assert 'name="action"' not in page and "Xóa" not in page


def test_one_row_and_twenty_five_cost_the_same_queries(at_clerks_desk, published):
    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(LIST, {"q": "thang"})
    for year in range(1950, 1980):
        draft = another(published, 1, year=year)
        draft.directives.create(task="việc", number="1")
        draft.attendees.create(position="người")
    with CaptureQueriesContext(connection) as many:
        assert len(names(at_clerks_desk.get(LIST, {"q": "thang"}))) == 25
    assert len(many) == len(few) <= 22


def test_a_drafts_directives_are_not_overdue_yet(at_clerks_desk, january):
    Directive.objects.update(due_on=date(2021, 2, 1))
    page = text(at_clerks_desk.get(LIST))
    assert "0/3" in page and "quá hạn" not in page
