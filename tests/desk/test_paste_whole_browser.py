"""A whole post pasted in a real browser, with scripts and without: one box, one button, and the way back."""

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import Session
from tests.browsing import log_in
from tests.conftest import make_user

from .test_paste_whole import DRAFT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def screen(request, live_server, browser, council_record):
    """The form of a new session; a page that breaks one of its scripts or the content policy fails."""
    intake.council_of(council_record)
    make_user("vanthu", "Văn thư")
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1366, "height": 900})
    page, broken = context.new_page(), []
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if "Content Security" in said.text else None)
    log_in(page, live_server.url + reverse("admin:meetings_session_add"), "vanthu")
    page.wait_for_selector("details.whole")
    yield page
    page.close()
    assert broken == []


def paste(page, words):
    page.click("details.whole summary")
    page.fill("#bai", words)
    page.click("text=Đọc và điền cả phiên")


def test_a_draft_fills_the_screen_and_is_taken_back(screen):
    paste(screen, DRAFT)
    screen.wait_for_selector(".archive-beside")
    assert screen.input_value("#id_held_on") == "04/03/2021"
    assert screen.locator("[data-rows=directives] [data-row]").count() >= 2
    screen.click("text=Hoàn tác lần dán")
    screen.wait_for_selector("details.whole")
    assert not Session.objects.exists()


def test_a_text_that_is_no_session_stays_in_the_box(screen):
    paste(screen, "Lịch tiếp công dân")
    screen.wait_for_selector("#bai-vi-sao")
    assert screen.input_value("#bai").strip() == "Lịch tiếp công dân"


def test_unsaved_words_in_the_form_do_not_go_with_the_paste(screen):
    screen.fill("#id_venue", "Phòng khác")
    screen.on("dialog", lambda dialog: dialog.accept())
    paste(screen, DRAFT)
    screen.wait_for_selector(".archive-beside")
    assert Session.objects.get().venue == ""
