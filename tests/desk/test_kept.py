"""The browser's own draft: laid out again without being saved, forgotten only when the server says it is saved."""

import pytest
from django.urls import reverse

from .filling import filled

MARK = "k3x9abcdef12"
TOLD = f"da-luu-{MARK}"


@pytest.fixture
def screen(january):
    return reverse("admin:meetings_session_change", args=[january.pk])


def draft(client, screen, **typed):
    page = client.get(screen)
    return filled(page, **{"_base": page.context["kept"]["base"], "_draft": MARK, **typed})


def test_a_draft_brought_back_stands_in_the_form_and_is_not_saved(at_clerks_desk, screen, january):
    page = at_clerks_desk.post(screen, draft(at_clerks_desk, screen, assessment="Lời gõ dở", _reopen="1"))
    html = page.content.decode()
    assert page.status_code == 200 and "Lời gõ dở" in html
    assert html.count("Đây là bản gõ dở, chưa lưu.") == 1 and "Chưa lưu được" not in html
    assert TOLD not in page.cookies
    january.refresh_from_db()
    assert january.assessment != "Lời gõ dở"


def test_it_keeps_its_own_beginning_so_that_a_later_save_is_still_merged(at_clerks_desk, screen, january):
    sent = draft(at_clerks_desk, screen, assessment="Lời gõ dở", _reopen="1")
    html = at_clerks_desk.post(screen, sent).content.decode()
    assert f'name="_base" value="{sent["_base"]}"' in html and f'name="_draft" value="{MARK}"' in html


def test_what_is_faulty_in_it_is_still_named(at_clerks_desk, screen):
    page = at_clerks_desk.post(screen, draft(at_clerks_desk, screen, belongs_to="13/2021", _reopen="1"))
    assert "ví dụ 01/2021" in page.content.decode()


def test_the_browser_is_told_when_it_is_saved_and_only_then(at_clerks_desk, screen):
    faulty = at_clerks_desk.post(screen, draft(at_clerks_desk, screen, belongs_to="13/2021"))
    assert TOLD not in faulty.cookies
    saved = at_clerks_desk.post(screen, draft(at_clerks_desk, screen, venue="Phòng họp số 1"))
    assert saved.status_code == 302 and saved.cookies[TOLD]["path"] == "/quan-tri/"


def test_of_a_session_deleted_meanwhile_the_draft_is_not_forgotten(at_clerks_desk, screen, january):
    sent = draft(at_clerks_desk, screen, venue="Phòng họp số 1")
    january.delete()
    answer = at_clerks_desk.post(screen, sent)
    assert answer.status_code == 302 and TOLD not in answer.cookies


def test_a_mark_that_no_page_of_ours_made_goes_into_no_cookie(at_clerks_desk, screen):
    saved = at_clerks_desk.post(screen, draft(at_clerks_desk, screen, _draft="a; domain=example.com"))
    assert saved.status_code == 302 and not [name for name in saved.cookies if name.startswith("da-luu-")]


@pytest.mark.parametrize("shared", [True, False])
def test_the_browser_is_told_to_forget_only_where_machines_are_shared(at_clerks_desk, clerk, january, shared):
    january.council.forgets_drafts = shared
    january.council.save()
    answer = at_clerks_desk.post(reverse("admin:logout"))
    told = answer.cookies.get("quen-ban-go-do")
    assert (told.value if told else None) == (str(clerk.pk) if shared else None)
    assert "_auth_user_id" not in at_clerks_desk.session


def test_the_office_says_so_on_the_page_of_its_council_and_is_told_on_the_page_of_drafts(at_clerks_desk, january):
    page = at_clerks_desk.get(reverse("admin:drafts")).content.decode()
    assert "Bản gõ dở trên máy này" in page and "bấm Thoát" not in page
    january.council.forgets_drafts = True
    january.council.save()
    assert "bấm Thoát" in at_clerks_desk.get(reverse("admin:drafts")).content.decode()
    council = at_clerks_desk.get(reverse("admin:meetings_council_change", args=[january.council.pk]))
    assert "Máy dùng chung: xóa bản gõ dở khi thoát" in council.content.decode()
