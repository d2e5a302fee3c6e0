"""An issued paper has an error: one page asks which kind it is, and each kind has its own way."""

from datetime import date, time

import pytest
from django.urls import reverse

from meetings import issuing
from meetings.models import Council, Edition, Erratum, PaperDraft, Session
from meetings.paper import PaperKind
from meetings.paper_kinds import description

from .filling import filled


@pytest.fixture
def minutes(january, chief):
    Session.objects.filter(pk=january.pk).update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    return issuing.issue(
        Session.objects.get(pk=january.pk), "minutes", issuing.Order(dated=date(2021, 1, 5)), by=chief
    )


def at(name, edition):
    return reverse(f"admin:meetings_edition_{name}", args=[edition.pk])


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_paper_and_the_sessions_papers_lead_to_the_question(at_clerks_desk, minutes):
    papers = reverse("admin:meetings_session_papers", args=[minutes.session_id])
    for page in (at("change", minutes), papers):
        assert at("correct", minutes) in at_clerks_desk.get(page).content.decode()


def test_the_question_leads_each_kind_of_error_to_its_way(at_clerks_desk, at_chiefs_desk, minutes):
    page = text(at_clerks_desk.get(at("correct", minutes)))
    replacement = reverse("admin:meetings_session_paper", args=[minutes.session_id, "bien-ban"])
    assert page.index(replacement) < page.index(at("errata", minutes))
    assert "Điều 18 Nghị định 30/2020/NĐ-CP" in page and "#withdraw" not in page
    assert f"{at('change', minutes)}?thu-hoi=1#withdraw" in text(at_chiefs_desk.get(at("correct", minutes)))
    assert "<details" in text(at_chiefs_desk.get(f"{at('change', minutes)}?thu-hoi=1"))


def test_places_are_typed_and_lead_to_the_letter(at_clerks_desk, minutes):
    where = at("errata", minutes)
    places = {"place-0": "phần ký hiệu", "wrong-0": "BB-HDND", "right-0": "BB-HĐND"}
    answer = at_clerks_desk.post(where, {"seen": "", **places})
    letter = reverse("admin:meetings_session_paper", args=[minutes.session_id, "cong-van-dinh-chinh"])
    assert answer.url == letter
    assert (Erratum.objects.get().right, PaperDraft.objects.get().saved_by.username) == ("BB-HĐND", "vanthu")
    page = text(at_clerks_desk.get(letter))
    assert "Biên bản số 01/BB-HĐND ngày 05 tháng 01 năm 2021: 1 chỗ cần đính chính." in page and "Kính gửi" in page


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"wrong-0": "a", "right-0": "b"}, "Hãy ghi sai ở chỗ nào"),
        ({"place-0": "phần ký"}, "Hãy ghi chữ đã in sai"),
        ({"place-0": "phần ký", "wrong-0": "a", "right-0": "a"}, "đang giống chữ đã in"),
    ],
)
def test_a_place_that_says_nothing_is_asked_again_and_nothing_typed_is_lost(at_clerks_desk, minutes, typed, fault):
    where = at("errata", minutes)
    answer = at_clerks_desk.post(where, {"seen": "", **typed})
    assert answer.status_code == 409 and fault in text(answer) and not Erratum.objects.exists()
    assert all(value in answer.content.decode() for value in typed.values())


def test_what_the_desk_says_otherwise_by_now_is_offered_and_stored_by_nobody(at_clerks_desk, minutes):
    Session.objects.filter(pk=minutes.session_id).update(venue="Phòng họp số 02")
    page = text(at_clerks_desk.get(at("errata", minutes)))
    assert "chưa lưu gì" in page and "Phòng họp số 02" in page and not Erratum.objects.exists()


def test_a_stale_page_is_refused_with_the_words_kept(at_clerks_desk, minutes):
    where = at("errata", minutes)
    at_clerks_desk.post(where, {"seen": "", "place-0": "phần ký", "right-0": "KT."})
    answer = at_clerks_desk.post(where, {"seen": "", "place-0": "nơi nhận", "right-0": "VT"})
    assert answer.status_code == 409 and "Người khác vừa ghi" in text(answer) and "nơi nhận" in text(answer)
    assert Erratum.objects.get().place == "phần ký"


def test_a_paper_out_of_force_has_nothing_to_correct(at_clerks_desk, minutes):
    Edition.objects.filter(pk=minutes.pk).close("withdrawn", "Nhầm.")
    for name in ("correct", "errata"):
        assert "không còn hiệu lực" in text(at_clerks_desk.get(at(name, minutes)))


def test_what_goes_out_when_needed_is_not_called_lacking(at_clerks_desk, january):
    page = text(at_clerks_desk.get(reverse("admin:meetings_session_papers", args=[january.pk])))
    when_needed = page[page.index("Ra khi cần") :]
    assert all(description(kind).label in when_needed for kind in PaperKind if description(kind).goes_out_when_needed)
    assert "Còn thiếu" not in when_needed and "Lúc này không có chỗ cần đính chính." in page


def test_the_page_before_the_issue_names_what_has_ended_and_stops_nothing(at_chiefs_desk, minutes):
    Council.objects.update(locality="phường Hai Bà Trưng")
    where = reverse("admin:meetings_session_paper_issue", args=[minutes.session_id, "thong-bao"])
    page = text(at_chiefs_desk.get(where))
    assert "Nên xem lại trước khi phát hành" in page and "không còn từ ngày 01/07/2025" in page
    assert "Phát hành thông báo" in page
    early = at_chiefs_desk.post(where, filled(at_chiefs_desk.get(where), dated="05/01/2021"))
    assert early.status_code == 302


def test_the_two_letters_of_old_papers_are_told_of_their_own_day(at_chiefs_desk, minutes):
    where = reverse("admin:meetings_session_paper_issue", args=[minutes.session_id, "thong-bao"])
    assert "không còn từ ngày" not in text(at_chiefs_desk.get(where))
