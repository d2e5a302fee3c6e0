"""From draft to page: a look first, a question, and a note for every correction."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import issuing
from meetings.models import Edition

from .filling import filled


def at(name, session, *more):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk, *more])


def text_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.content.decode()))


def does(client, session, verb, **words):
    return client.post(at("verb", session, verb), {"version": session.version, **words})


def test_publishing_asks_first_and_then_tells(at_chiefs_desk, submitted):
    asked = at_chiefs_desk.get(at("verb", submitted, "publish"))
    assert "4 dòng thành phần" in asked.content.decode()
    assert not Edition.objects.exists()
    told = at_chiefs_desk.post(at("verb", submitted, "publish"), {"version": submitted.version}, follow=True)
    assert "Đã đăng." in told.content.decode()
    assert Edition.objects.live().count() == 1


def test_the_chief_goes_on_from_the_page_to_the_next_paper(at_chiefs_desk, submitted):
    assert "Đăng, rồi phát hành giấy tờ" in at_chiefs_desk.get(at("verb", submitted, "publish")).content.decode()
    answer = does(at_chiefs_desk, submitted, "publish", then="paper")
    assert answer.url == reverse("admin:meetings_session_paper_issue", args=[submitted.pk, "bien-ban"])


def test_with_a_posting_time_to_come_there_is_no_paper_to_go_on_to(at_chiefs_desk, submitted):
    answer = does(at_chiefs_desk, submitted, "publish", then="paper", at="8h ngày mai")
    assert answer.url == at("change", submitted)


def test_sending_a_draft_saves_what_was_typed_and_asks_nothing_more(at_clerks_desk, january):
    page = at_clerks_desk.get(at("change", january))
    data = filled(page, venue="Phòng họp số 1", _verb="submit")
    told = at_clerks_desk.post(at("change", january), data, follow=True).content.decode()
    january.refresh_from_db()
    assert (january.venue, january.state) == ("Phòng họp số 1", "submitted")
    assert "Đã gửi duyệt" in told and at("verb", january, "take_back") in told


def test_sending_a_correction_asks_what_it_corrects(at_clerks_desk, reopened):
    page = at_clerks_desk.get(at("change", reopened))
    answer = at_clerks_desk.post(at("change", reopened), filled(page, venue="Phòng họp số 1", _verb="submit"))
    assert answer.url == at("verb", reopened, "submit")
    assert "Đề nghị nội dung đính chính" in at_clerks_desk.get(answer.url).content.decode()
    reopened.refresh_from_db()
    assert (reopened.venue, reopened.state) == ("Phòng họp số 1", "reopened")


def test_a_correction_without_its_note_is_refused_in_words(at_chiefs_desk, reopened):
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    answer = does(at_chiefs_desk, reopened, "republish", note="  ")
    assert answer.status_code == 409 and "nội dung đính chính" in answer.content.decode()
    assert Edition.objects.count() == 1


def test_what_was_typed_as_a_note_comes_back_when_refused(at_chiefs_desk, reopened):
    answer = does(at_chiefs_desk, reopened, "republish", note="Lời đính chính đã gõ")
    assert answer.status_code == 409 and "Lời đính chính đã gõ" in answer.content.decode()


def test_a_page_opened_before_another_change_does_nothing(at_chiefs_desk, submitted):
    submitted.version -= 1
    answer = does(at_chiefs_desk, submitted, "publish")
    assert answer.status_code == 409 and "vừa được thay đổi" in answer.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_publish_cannot(at_clerks_desk, submitted, method):
    assert getattr(at_clerks_desk, method)(at("verb", submitted, "publish")).status_code == 403
    assert not Edition.objects.exists()


def test_withdrawing_says_what_stops_and_shows_the_milder_verb(at_chiefs_desk, published, chief):
    asked = text_of(at_chiefs_desk.get(at("verb", published, "withdraw")))
    assert "3 chỉ đạo còn phải làm sẽ không được theo dõi nữa" in asked
    assert "Không có giấy tờ nào hết hiệu lực cùng trang." in asked
    issuing.issue(published, "minutes", issuing.Order(dated=timezone.localdate()), by=chief)
    published.directives.update(state="done")
    page = at_chiefs_desk.get(at("verb", published, "withdraw"))
    asked = text_of(page)
    assert "1 giấy tờ hết hiệu lực cùng trang: biên bản 01/BB-HĐND." in asked
    assert "Không còn chỉ đạo nào đang theo dõi." in asked
    assert f'href="{at("verb", published, "reopen")}"' in page.content.decode()


def test_a_session_under_correction_is_not_sent_to_correct_it(at_chiefs_desk, reopened):
    page = at_chiefs_desk.get(at("verb", reopened, "withdraw")).content.decode()
    assert at("verb", reopened, "reopen") not in page


def test_what_was_withdrawn_is_restored_by_a_page_that_asks(at_chiefs_desk, published, chief):
    published.withdraw(by=chief, note="Đăng nhầm.")
    assert at("verb", published, "restore") in at_chiefs_desk.get(at("change", published)).content.decode()
    assert "chỉ đạo giữ số cũ" in text_of(at_chiefs_desk.get(at("verb", published, "restore")))
    told = at_chiefs_desk.post(at("verb", published, "restore"), {"version": published.version}, follow=True)
    assert "Đã khôi phục thành bản nháp." in text_of(told)
    assert "Phiên họp này đã đăng rồi thu hồi." in text_of(told) and 'name="venue"' in told.content.decode()
    assert "Khôi phục thành bản nháp" in text_of(at_chiefs_desk.get(at("history", published)))
    assert at_chiefs_desk.post(at("delete", published), {"post": "yes"}).status_code == 403


def test_colleagues_read_who_restored_it(at_clerks_desk, published, chief):
    published.withdraw(by=chief, note="Đăng nhầm.")
    published.restore(by=chief)
    home = text_of(at_clerks_desk.get(reverse("admin:index")))
    assert "Đỗ Văn Khải khôi phục" in home


def test_a_get_does_nothing(at_chiefs_desk, submitted):
    at_chiefs_desk.get(at("verb", submitted, "publish"), {"version": submitted.version})
    assert not Edition.objects.exists()


def test_a_posting_time_is_read_day_first(at_chiefs_desk, submitted):
    told = at_chiefs_desk.post(
        at("verb", submitted, "publish"), {"version": submitted.version, "at": "08:00 11/1/2090"}, follow=True
    )
    assert "Sẽ đăng lúc 08:00, 11/01/2090." in told.content.decode()
    assert not Edition.objects.live().exists()


@pytest.mark.parametrize("typed", ["hôm nay", "08:00 11/01/2021", "25:00 11/01/2090"])
def test_a_posting_time_gone_by_or_unreadable_is_refused(at_chiefs_desk, submitted, typed):
    answer = does(at_chiefs_desk, submitted, "publish", at=typed)
    assert answer.status_code == 409 and "Giờ hẹn đăng" in answer.content.decode()
    assert typed in answer.content.decode() and not Edition.objects.exists()


@pytest.mark.parametrize("stage", ["submitted", "published"])
def test_what_left_the_clerks_hands_is_read_only(request, at_clerks_desk, stage):
    session = request.getfixturevalue(stage)
    answer = at_clerks_desk.post(at("change", session), {"venue": "Lén sửa"})
    assert answer.status_code == 403
    assert 'name="venue"' not in at_clerks_desk.get(at("change", session)).content.decode()


def test_what_was_issued_cannot_be_deleted_from_the_desk(at_chiefs_desk, reopened):
    assert at_chiefs_desk.post(at("delete", reopened), {"post": "yes"}).status_code == 403
    edition = Edition.objects.get()
    assert at_chiefs_desk.post(reverse("admin:meetings_edition_delete", args=[edition.pk])).status_code == 403
    assert at_chiefs_desk.get(reverse("admin:meetings_edition_change", args=[edition.pk])).status_code == 200


def test_the_desk_shows_the_same_strict_policy_as_the_public(at_chiefs_desk, citizen, january):
    for answer in (
        at_chiefs_desk.get(at("change", january)),
        citizen.get("/quan-tri/login/"),
        citizen.get("/khong-co"),
    ):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer["X-Frame-Options"] == "DENY" and answer["X-Content-Type-Options"] == "nosniff"
