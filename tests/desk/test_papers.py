"""The papers of a session on the desk: the clerk sets them, all may look, the chief issues, copies are signed."""

from datetime import time

import pytest
from django.urls import reverse

from meetings import printing
from meetings.form_check import Finding, Hint, Outcome, Report
from meetings.models import Edition, PaperDraft, Session
from meetings.writers.press import PressRefused

from ..conftest import logged_in
from .filling import filled, merged


@pytest.fixture
def ready(january):
    Session.objects.filter(pk=january.pk).update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    return Session.objects.get(pk=january.pk)


def at(name, session, *more):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk, *more])


def issue_by_hand(client, session, slug, **words):
    """What the page asks, filled in and sent."""
    where = at("paper_issue", session, slug)
    return client.post(where, filled(client.get(where), dated="05/01/2021", **words))


def page_of(edition):
    return reverse("admin:meetings_edition_change", args=[edition.pk])


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_page_of_papers_says_what_stands_and_what_is_lacking(at_clerks_desk, january):
    page = text(at_clerks_desk.get(at("papers", january)))
    assert "Còn thiếu giờ bắt đầu, địa điểm" in page and page.count("chưa phát hành") == 3
    assert "Phát hành…" not in page


def test_the_screen_of_a_session_leads_there(at_clerks_desk, january):
    assert at("papers", january) in at_clerks_desk.get(at("change", january)).content.decode()


def test_a_clerk_sets_a_paper_and_sees_in_grey_what_is_printed_otherwise(at_clerks_desk, ready):
    where = at("paper", ready, "thong-bao")
    page = at_clerks_desk.get(where)
    assert "TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH" in page.content.decode()
    answer = at_clerks_desk.post(where, filled(page, recipients="Các phường\r\nLưu: VT", grounds="Căn cứ Luật"))
    assert answer.url == where
    draft = PaperDraft.objects.get()
    assert (draft.kind, draft.recipients, draft.grounds) == ("notice", "Các phường\nLưu: VT", "Căn cứ Luật")


def test_a_notice_leaves_out_what_is_not_ticked(at_clerks_desk, ready):
    where = at("paper", ready, "thong-bao")
    data = filled(at_clerks_desk.get(where))
    first = ready.directives.first()
    assert str(first.pk) in data["directives"]
    data["directives"] = [pk for pk in data["directives"] if pk != str(first.pk)]
    at_clerks_desk.post(where, data)
    assert list(PaperDraft.objects.get().left_out_directives.all()) == [first]
    again = filled(at_clerks_desk.get(where))
    assert str(first.pk) not in again["directives"] and again["items"] == data["items"]


def test_two_who_set_the_same_paper_are_told_and_lose_nothing(at_clerks_desk, ready):
    where = at("paper", ready, "giay-moi")
    at_clerks_desk.post(where, filled(at_clerks_desk.get(where), signer="Người thứ nhất", authority="CHỦ TỊCH"))
    stale = filled(at_clerks_desk.get(where), signer="Chữ của tôi", authority="CHỦ TỊCH")
    at_clerks_desk.post(where, filled(at_clerks_desk.get(where), signer="Chữ của bạn", authority="CHỦ TỊCH"))
    answer = at_clerks_desk.post(where, stale)
    assert answer.status_code == 409
    assert "trong khi bạn đang sửa" in text(answer) and "Chữ của tôi" in text(answer)
    assert PaperDraft.objects.get().signer == "Chữ của bạn"
    at_clerks_desk.post(where, merged(answer, "mine"))
    assert PaperDraft.objects.get().signer == "Chữ của tôi"


@pytest.mark.usefixtures("press_at_hand")
@pytest.mark.parametrize("slug", ["bien-ban", "thong-bao", "giay-moi"])
def test_each_paper_can_be_looked_at_as_pdf_and_word(at_clerks_desk, ready, slug):
    for kind, start in (("pdf", b"%PDF-"), ("word", b"PK")):
        answer = at_clerks_desk.get(at(f"paper_{kind}", ready, slug))
        assert answer.status_code == 200 and answer.content.startswith(start)
        assert "no-store" in answer["Cache-Control"] and answer["X-Robots-Tag"] == "noindex"


def test_the_sheet_to_sign_at_the_door_is_printed(at_clerks_desk, ready):
    assert at_clerks_desk.get(at("attendance_sheet", ready))["Content-Type"] == "application/pdf"


def test_an_unknown_kind_of_paper_is_not_found(at_clerks_desk, ready):
    assert at_clerks_desk.get(at("paper", ready, "cong-van")).status_code == 404


def test_a_paper_that_cannot_be_printed_is_told_in_words(at_clerks_desk, ready, monkeypatch):
    class Slow:
        def make(self, *args, **named):
            raise PressRefused("Văn bản in quá 60 giây nên đã dừng; bản thảo còn nguyên.")

    monkeypatch.setattr(printing, "press", Slow)
    answer = at_clerks_desk.get(at("paper_pdf", ready, "bien-ban"))
    assert answer.status_code == 503 and "bản thảo còn nguyên" in text(answer)


def test_the_chief_issues_after_a_page_that_asks(at_chiefs_desk, ready):
    asked = at_chiefs_desk.get(at("paper_issue", ready, "bien-ban"))
    assert "01/BB-HĐND" in text(asked) and "Kiểm tra thể thức" in text(asked)
    assert not Edition.objects.exists()
    answer = issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    edition = Edition.objects.get()
    assert answer.url == page_of(edition)
    assert (edition.reference, edition.is_public) == ("01/BB-HĐND", True)
    assert "01/BB-HĐND" in text(at_chiefs_desk.get(answer.url))


def test_a_paper_may_stay_internal(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "bien-ban", is_public="")
    assert not Edition.objects.get().is_public


def test_a_number_set_by_hand_leaves_a_gap_that_the_register_names(at_chiefs_desk, ready):
    asked = issue_by_hand(at_chiefs_desk, ready, "bien-ban", number="4")
    assert asked.status_code == 409 and "bỏ trống các số từ 01 đến 03" in text(asked)
    assert not Edition.objects.exists()
    issue_by_hand(at_chiefs_desk, ready, "bien-ban", number="4", sure="4")
    page = text(at_chiefs_desk.get(reverse("admin:meetings_edition_register") + "?nam=2021"))
    assert "01 đến 03/BB-HĐND" in page and "Cấp trên sổ giấy" in page and "04/BB-HĐND" in page
    taken = issue_by_hand(at_chiefs_desk, ready, "bien-ban", number="2", note="Thay.")
    assert taken.status_code == 409 and "số nhỏ nhất còn dùng được là 05" in text(taken)


def test_what_was_typed_stays_when_it_is_refused(at_chiefs_desk, ready):
    answer = issue_by_hand(at_chiefs_desk, ready, "bien-ban", number="không phải số")
    assert answer.status_code == 409 and "có ô cần sửa" in text(answer)
    assert 'value="05/01/2021"' in answer.content.decode()


def test_a_page_gone_stale_issues_nothing(at_chiefs_desk, ready):
    where = at("paper_issue", ready, "bien-ban")
    data = filled(at_chiefs_desk.get(where), dated="05/01/2021")
    ready.agenda.update(conclusion="Chữ khác")
    answer = at_chiefs_desk.post(where, data)
    assert answer.status_code == 409 and "vừa được sửa" in text(answer)
    assert not Edition.objects.exists()


FAULT = Finding(
    law="ND30-I.I.3",
    rule="margin-left",
    cell="",
    label="Lề trái",
    outcome=Outcome.BROKEN,
    where="trang 2",
    measured="28 mm",
    allowed="30-35 mm",
)
HINT = Hint(law="ND30-II.V.1", where="trang 1", words="nhân dân", advice="viết hoa: Nhân dân")


def test_the_form_check_stands_on_the_page_and_a_broken_rule_asks_why(at_chiefs_desk, ready, monkeypatch):
    found = Report(kind="minutes", pages=2, findings=(FAULT,), hints=(HINT,))
    monkeypatch.setattr(printing, "check", lambda paper, kind: found)
    where = at("paper_issue", ready, "bien-ban")
    page = text(at_chiefs_desk.get(where))
    for words in ("Lề trái", "trang 2", "28 mm", "30-35 mm", "“nhân dân”, trang 1: viết hoa: Nhân dân", "1 sai"):
        assert words in page
    refused = issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    assert refused.status_code == 409 and "1 chỗ chưa đúng thể thức" in text(refused)
    issue_by_hand(at_chiefs_desk, ready, "bien-ban", form_note="Mẫu riêng của quận.")
    edition = Edition.objects.get()
    assert edition.form_note == "Mẫu riêng của quận."
    assert "Mẫu riêng của quận." in text(
        at_chiefs_desk.get(reverse("admin:meetings_edition_change", args=[edition.pk]))
    )


def test_a_replacement_says_what_it_replaces_and_asks_why(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    asked = text(at_chiefs_desk.get(at("paper_issue", ready, "thong-bao")))
    assert "Văn bản này thay" in asked and "Vì sao phải thay" in asked
    issue_by_hand(at_chiefs_desk, ready, "thong-bao", note="Sửa thời hạn.")
    first, second = Edition.objects.order_by("number")
    old = text(at_chiefs_desk.get(page_of(first)))
    new = text(at_chiefs_desk.get(page_of(second)))
    assert "Được thay bằng" in old and "02/TB-HĐND" in old
    assert "Thay cho" in new and "01/TB-HĐND" in new and "Sửa thời hạn." in new


@pytest.fixture
def issued(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    return Edition.objects.get()


def test_a_paper_is_withdrawn_with_a_reason(at_chiefs_desk, issued):
    where = reverse("admin:meetings_edition_withdraw", args=[issued.pk])
    assert at_chiefs_desk.post(where, {"note": " "}).status_code == 409
    at_chiefs_desk.post(where, {"note": "Ghi nhầm phiên."})
    issued.refresh_from_db()
    assert (issued.state, issued.closed_note) == ("withdrawn", "Ghi nhầm phiên.")
    page = text(at_chiefs_desk.get(page_of(issued)))
    assert "Ghi nhầm phiên." in page and "Thu hồi văn bản này" not in page


@pytest.mark.parametrize("who", ["at_clerks_desk", "reader"])
def test_who_may_not_issue_or_withdraw_is_refused(request, ready, who, at_chiefs_desk):
    client = request.getfixturevalue(who)
    client = logged_in(client) if who == "reader" else client
    assert client.post(at("paper_issue", ready, "bien-ban"), {"dated": "05/01/2021"}).status_code == 403
    issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    edition = Edition.objects.get()
    where = reverse("admin:meetings_edition_withdraw", args=[edition.pk])
    assert client.post(where, {"note": "Lý do."}).status_code == 403
    assert client.post(reverse("admin:meetings_edition_sign", args=[edition.pk])).status_code == 403
    if who == "reader":
        assert client.post(at("paper", ready, "bien-ban"), {"closing": "x"}).status_code == 403


def test_a_session_with_an_issued_paper_is_not_deleted(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "giay-moi")
    answer = at_chiefs_desk.post(reverse("admin:meetings_session_delete", args=[ready.pk]), {"post": "yes"})
    assert answer.status_code == 403 and Session.objects.filter(pk=ready.pk).exists()


def test_the_history_of_the_session_tells_of_its_papers(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "giay-moi")
    page = text(at_chiefs_desk.get(at("history", ready)))
    assert "Phát hành" in page and "Giấy mời" in page


def test_the_page_of_papers_costs_the_same_for_three_editions_as_for_one(
    at_chiefs_desk, ready, django_assert_max_num_queries
):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    with django_assert_max_num_queries(60) as first:
        at_chiefs_desk.get(at("papers", ready))
    once = len(first)
    for _ in range(2):
        issue_by_hand(at_chiefs_desk, ready, "thong-bao", note="Thay.")
    with django_assert_max_num_queries(once):
        at_chiefs_desk.get(at("papers", ready))


def test_a_name_without_its_post_is_refused_for_it_would_stand_under_anothers(at_clerks_desk, ready):
    where = at("paper", ready, "thong-bao")
    answer = at_clerks_desk.post(where, filled(at_clerks_desk.get(where), signer="Nguyễn Văn A"))
    assert answer.status_code == 409 and "quyền hạn, chức vụ của người ký này" in text(answer)
    ready.council.paper_defaults.create(kind="notice", authority="TL. THƯỜNG TRỰC HĐND\nCHÁNH VĂN PHÒNG")
    assert at_clerks_desk.post(where, filled(at_clerks_desk.get(where), signer="Nguyễn Văn A")).status_code == 302


def test_the_page_names_the_next_number_of_the_year_that_is_typed(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "bien-ban", number="4", sure="4")
    answer = issue_by_hand(at_chiefs_desk, ready, "bien-ban", note="")
    assert "trong sổ năm 2021: <b>05/BB-HĐND</b>" in text(answer)


BLANKS = "Sẽ in chỗ trống: giờ kết thúc, thư ký"


@pytest.mark.parametrize("page", ["papers", "paper", "paper_issue"])
def test_what_would_be_printed_blank_is_said_wherever_the_paper_is_looked_at(at_chiefs_desk, ready, page):
    Session.objects.filter(pk=ready.pk).update(ends_at=None)
    slug = [] if page == "papers" else ["bien-ban"]
    shown = text(at_chiefs_desk.get(at(page, ready, *slug)))
    assert BLANKS in shown and "Chưa ghi số người: các đồng chí trong Thường trực HĐND quận" in shown
    assert BLANKS not in text(at_chiefs_desk.get(at("paper_issue", ready, "thong-bao")))


def test_the_pages_that_ask_about_the_session_repeat_what_its_minutes_lack(at_chiefs_desk, ready):
    Session.objects.filter(pk=ready.pk).update(ends_at=None)
    assert BLANKS in text(at_chiefs_desk.get(at("verb", ready, "submit")))
    assert BLANKS not in text(at_chiefs_desk.get(at("verb", ready, "send_back")))
    Session.objects.filter(pk=ready.pk).update(source_hash="x")
    assert BLANKS not in text(at_chiefs_desk.get(at("verb", ready, "submit")))
