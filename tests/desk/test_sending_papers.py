"""The desk of papers that await a signature: sent, looked at, sent back with words, issued by somebody else."""

import re
from datetime import time

import pytest
from django.urls import reverse

from meetings import issuing
from meetings.models import Edition, PaperDraft, PaperMove, Session, draft_of

from ..conftest import logged_in
from .filling import filled


@pytest.fixture
def ready(january):
    Session.objects.filter(pk=january.pk).update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    return Session.objects.get(pk=january.pk)


@pytest.fixture
def sent(ready, clerk):
    return issuing.send(ready, "minutes", by=clerk)


def at(name, session, *more):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk, *more])


def text(answer):
    return " ".join(answer.content.decode().split())


def asked(client, session, slug, verb, **typed):
    """The page of a verb, filled in and sent."""
    where = at("paper_verb", session, slug, verb)
    return client.post(where, {"token": client.get(where).context["token"], **typed})


def test_a_clerk_saves_and_sends_in_one_way(at_clerks_desk, ready, clerk):
    where = at("paper", ready, "bien-ban")
    page = at_clerks_desk.get(where)
    assert "Trình ký…" in text(page) and "Phát hành…" not in text(page)
    answer = at_clerks_desk.post(where, filled(page, recipients="Lưu: VT", _verb="send"))
    assert answer.url == at("paper_verb", ready, "bien-ban", "send")
    shown = text(at_clerks_desk.get(answer.url))
    assert "Chánh Văn phòng xem rồi phát hành hoặc trả lại" in shown and "Sẽ in chỗ trống: thư ký" in shown
    assert not PaperMove.objects.exists()
    assert asked(at_clerks_desk, ready, "bien-ban", "send").url == where
    draft = PaperDraft.objects.get()
    assert (draft.state, draft.saved_by, draft.recipients) == ("awaiting", clerk, "Lưu: VT")
    assert "Bạn trình ký" in text(at_clerks_desk.get(where))


def test_what_was_changed_since_the_page_was_opened_is_not_sent_unseen(at_clerks_desk, ready):
    where = at("paper_verb", ready, "bien-ban", "send")
    token = at_clerks_desk.get(where).context["token"]
    ready.agenda.update(conclusion="Chữ khác")
    answer = at_clerks_desk.post(where, {"token": token})
    assert answer.status_code == 409 and "vừa được sửa" in text(answer)
    assert not PaperMove.objects.exists()


def test_what_lacks_something_shows_no_button_to_send(at_clerks_desk, january):
    page = text(at_clerks_desk.get(at("paper_verb", january, "giay-moi", "send")))
    assert "Còn thiếu giờ bắt đầu, địa điểm" in page and "next" not in page.split("ask-verbs")[1].split("</p>")[0]


def test_nobody_edits_while_it_awaits_and_nothing_typed_is_lost(at_clerks_desk, at_chiefs_desk, ready, clerk):
    where = at("paper", ready, "bien-ban")
    typed = filled(at_clerks_desk.get(where), closing="Chữ vừa gõ")
    issuing.send(ready, "minutes", by=clerk)
    for client in (at_clerks_desk, at_chiefs_desk):
        assert "<fieldset disabled>" in text(client.get(where))
    answer = at_clerks_desk.post(where, typed)
    assert answer.status_code == 409 and "Chữ vừa gõ" in text(answer) and "Chữ bạn gõ còn nguyên" in text(answer)
    assert "<fieldset disabled>" not in text(answer)
    assert PaperDraft.objects.get().closing == ""
    asked(at_clerks_desk, ready, "bien-ban", "take_back")
    again = filled(answer)
    assert at_clerks_desk.post(where, again).status_code == 302
    assert PaperDraft.objects.get().closing == "Chữ vừa gõ"


def test_the_chief_sends_back_with_words_that_the_clerk_reads(at_clerks_desk, at_chiefs_desk, ready, sent):
    page = at_chiefs_desk.get(at("paper_issue", ready, "bien-ban"))
    assert "Phạm Thu Hà trình ký" in text(page) and "Trả lại…" in text(page)
    refused = asked(at_chiefs_desk, ready, "bien-ban", "send_back", note=" ")
    assert refused.status_code == 409
    asked(at_chiefs_desk, ready, "bien-ban", "send_back", note="Thiếu thư ký.")
    shown = text(at_clerks_desk.get(at("paper", ready, "bien-ban")))
    assert "Đỗ Văn Khải trả lại" in shown and "“Thiếu thư ký.”" in shown
    assert "“Thiếu thư ký.”" in text(at_clerks_desk.get(at("papers", ready)))


def test_the_chief_issues_what_awaits_and_it_awaits_no_more(at_chiefs_desk, ready, sent):
    where = at("paper_issue", ready, "bien-ban")
    at_chiefs_desk.post(where, filled(at_chiefs_desk.get(where), dated="05/01/2021"))
    assert Edition.objects.get().reference == "01/BB-HĐND"
    assert PaperDraft.objects.get().state == "drafting"


def test_a_session_saved_since_is_told_on_both_pages(at_chiefs_desk, ready, sent):
    pages = [at("paper", ready, "bien-ban"), at("paper_issue", ready, "bien-ban")]
    assert not any("Phiên họp đã sửa sau khi trình" in text(at_chiefs_desk.get(page)) for page in pages)
    ready.save()
    assert all("Phiên họp đã sửa sau khi trình" in text(at_chiefs_desk.get(page)) for page in pages)


def test_who_sent_reads_that_somebody_else_signs_in_place_of_the_button(at_chiefs_desk, ready, chief):
    issuing.send(ready, "minutes", by=chief)
    where = at("paper_issue", ready, "bien-ban")
    page = text(at_chiefs_desk.get(where))
    assert "Bạn đã trình bản này; người khác ký. Cơ quan chỉ có một người thì bỏ chọn" in page
    assert ">Phát hành biên bản</button>" not in page
    answer = at_chiefs_desk.post(where, filled(at_chiefs_desk.get(where), dated="05/01/2021"))
    assert answer.status_code == 409 and not Edition.objects.exists()
    assert "Bạn đã trình bản này; người khác ký." in text(at_chiefs_desk.get(at("papers", ready)))


def test_who_sent_the_session_reads_that_somebody_else_publishes(at_chiefs_desk, january, chief):
    january.submit(by=chief)
    words = "Bạn đã gửi bản này; người khác đăng."
    screen = text(at_chiefs_desk.get(at("change", january)))
    assert words in screen and "Đăng…" not in screen
    page = at_chiefs_desk.get(at("verb", january, "publish"))
    assert f"{words} Cơ quan chỉ có một người thì bỏ chọn" in text(page)
    assert '<button class="button next"' not in text(page)
    answer = at_chiefs_desk.post(at("verb", january, "publish"), {"version": january.version})
    assert answer.status_code == 409 and not Edition.objects.exists()


def test_a_paper_that_is_not_issued_says_why_and_can_be_taken_up_again(at_clerks_desk, at_chiefs_desk, ready):
    asked(at_clerks_desk, ready, "thong-bao", "omit", note="Kết luận ghi trong biên bản.")
    page = text(at_chiefs_desk.get(at("papers", ready)))
    assert "không ra" in page and "“Kết luận ghi trong biên bản.”" in page
    assert at("paper_issue", ready, "thong-bao") not in page and at("paper_issue", ready, "bien-ban") in page
    asked(at_clerks_desk, ready, "thong-bao", "resume")
    assert at("paper_issue", ready, "thong-bao") in text(at_chiefs_desk.get(at("papers", ready)))


def test_the_issue_has_a_page_of_its_own_and_an_unknown_verb_none(at_chiefs_desk, ready):
    for name in ("issue", "burn"):
        assert at_chiefs_desk.get(at("paper_verb", ready, "bien-ban", name)).status_code == 404


def test_a_session_whose_paper_was_sent_is_not_deleted(at_clerks_desk, ready, sent):
    answer = at_clerks_desk.post(at("delete", ready), {"post": "yes"})
    assert answer.status_code == 403 and Session.objects.exists()


PAPER_VERB_ROLES = {"send": "clerk chief", "send_back": "chief", "omit": "clerk chief", "take_back": "clerk"}


@pytest.mark.parametrize("name", PAPER_VERB_ROLES)
@pytest.mark.parametrize("role", ["reader", "administrator", "clerk", "chief"])
def test_each_verb_of_a_paper_against_each_role(request, ready, clerk, client, name, role):
    if name in ("send_back", "take_back"):
        issuing.send(ready, "minutes", by=clerk)
    before = PaperMove.objects.count()
    client.force_login(request.getfixturevalue(role))
    token = issuing.compose(ready, "minutes").token
    answer = client.post(at("paper_verb", ready, "bien-ban", name), {"token": token, "note": "Lý do."})
    moved = PaperMove.objects.count() != before
    assert moved == (role in PAPER_VERB_ROLES[name].split())
    assert answer.status_code in ({302} if moved else {403, 409})


def bar(answer):
    return text(answer).split('<div class="bar">')[1].split('<div class="desk')[0]


def test_the_bar_of_a_published_session_names_the_next_paper(at_clerks_desk, at_chiefs_desk, published, clerk):
    Session.objects.update(starts_at=time(8, 30), venue="Phòng họp số 2")
    published = Session.objects.get()
    screen = at("change", published)
    for client, page in ((at_clerks_desk, "paper"), (at_chiefs_desk, "paper_issue")):
        button = f'<a class="button bar-paper" href="{at(page, published, "bien-ban")}">Biên bản: chưa phát hành</a>'
        assert button in bar(client.get(screen))
    issuing.send(published, "minutes", by=clerk)
    button = f'<a class="button bar-paper" href="{at("paper_issue", published, "bien-ban")}">Biên bản: chờ ký</a>'
    assert button in bar(at_chiefs_desk.get(screen))
    assert f'href="{at("paper", published, "bien-ban")}">Biên bản: chờ ký' in bar(at_clerks_desk.get(screen))
    where = at("paper_issue", published, "bien-ban")
    at_chiefs_desk.post(where, filled(at_chiefs_desk.get(where), dated="05/01/2021"))
    assert "Thông báo: chưa phát hành" in bar(at_chiefs_desk.get(screen))
    draft_of(published, "notice").move("omit", by=clerk, note="Ghi trong biên bản.")
    assert "chưa phát hành" not in bar(at_chiefs_desk.get(screen))


def test_a_draft_and_an_old_post_name_no_paper_in_the_bar(at_clerks_desk, january, published):
    Session.objects.update(source_hash="x")
    assert "chưa phát hành" not in bar(at_clerks_desk.get(at("change", published)))
    Session.objects.update(source_hash="", state="draft")
    assert "chưa phát hành" not in bar(at_clerks_desk.get(at("change", published)))


def test_the_history_of_the_session_tells_who_sent_a_paper_and_why_it_came_back(at_chiefs_desk, ready, sent, chief):
    sent.move("send_back", by=chief, note="Thiếu thư ký.")
    page = text(at_chiefs_desk.get(at("history", ready)))
    assert "Trình ký: Biên bản" in page and "Trả lại: Biên bản" in page and "Thiếu thư ký." in page


def test_the_page_of_papers_has_one_red_button_for_what_awaits(at_chiefs_desk, ready, clerk):
    def red():
        page = at_chiefs_desk.get(at("papers", ready)).content.decode()
        return re.findall(r'class="button next" href="([^"]+)"', page)

    assert red() == [at("paper_issue", ready, "giay-moi")]
    issuing.send(ready, "notice", by=clerk)
    assert red() == [at("paper_issue", ready, "thong-bao")]


def test_the_administrator_switches_four_eyes_off_on_the_page_of_the_council(administrator, january, chief):
    client = logged_in(administrator)
    where = reverse("admin:meetings_council_change", args=[january.council_id])
    page = client.get(where)
    assert "Người trình không tự đăng, không tự ký" in text(page)
    data = filled(page)
    assert data.pop("four_eyes") == "on"
    assert client.post(where, data).status_code == 302
    january = Session.objects.get()
    january.submit(by=chief)
    assert january.publish(by=chief).issued_by == chief
