"""Drafts in the browser: named, dated, gone after two weeks or on log-out; no store is told at once."""

import datetime

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import Council
from tests.browsing import log_in, wait_until_kept
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CANNOT = "Trình duyệt này không giữ được bản gõ dở; hãy bấm Lưu thường xuyên."
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('ban-go-do:')).length"
FORBIDDEN = "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };"
FULL = """const set = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (value.length > 200) throw new DOMException("full", "QuotaExceededError");
  set.call(this, key, value);
};"""


@pytest.fixture
def addresses(live_server, january_record):
    """Of the form of January and of the page of drafts."""
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    form = live_server.url + reverse("admin:meetings_session_change", args=[session.pk])
    return form, live_server.url + reverse("admin:drafts")


@pytest.fixture
def page(browser, addresses):
    """The form of January with a word that is not saved, as kept by the browser."""
    page = browser.new_context(locale="vi-VN").new_page()
    log_in(page, addresses[0], "vanthu")
    page.on("dialog", lambda dialog: dialog.accept())
    assert page.locator("[data-cannot-keep]").is_hidden()
    page.fill("[name=venue]", "Phòng 2")
    wait_until_kept(page, "Phòng 2")
    return page


def test_the_page_of_drafts_names_and_dates_them(page, addresses):
    page.goto(addresses[1])
    [row] = page.locator("[data-drafts] li").all()
    assert row.locator("b").inner_text() == "Phiên tháng 01/2021" and ", gõ lúc " in row.inner_text()
    row.get_by_text("Mở").click()
    page.get_by_text("Mở lại bản gõ dở").click()
    page.wait_for_selector("text=Đây là bản gõ dở, chưa lưu.")
    assert page.input_value("[name=venue]") == "Phòng 2"


def test_a_draft_is_removed_on_its_page(page, addresses):
    page.goto(addresses[1])
    page.get_by_text("Xóa", exact=True).click()
    assert page.inner_text("[data-no-drafts]") == "Trên máy này không có bản gõ dở nào của bạn."
    assert page.evaluate(KEPT) == 0


@pytest.mark.parametrize(("shared", "kept"), [(False, 1), (True, 0)])
def test_log_out_removes_the_drafts_where_machines_are_shared(page, addresses, shared, kept):
    Council.objects.update(forgets_drafts=shared)
    page.evaluate("localStorage.setItem('ban-go-do:999999:1:x', JSON.stringify({title: 'khác', at: new Date()}))")
    page.fill("[name=venue]", "Phòng 3")
    with page.expect_navigation():
        page.locator(".head-wide button[form=logout-form]").click()
    assert page.locator("#logout-form").count() == 0
    assert page.evaluate(KEPT) == kept + 1


@pytest.mark.parametrize(("days", "kept"), [(13, 1), (15, 0)])
def test_a_draft_goes_after_two_weeks(page, addresses, days, kept):
    page.goto("about:blank")
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(days=days))
    page.goto(addresses[1])
    assert page.locator("[data-drafts] li").count() == kept == page.evaluate(KEPT)


def test_a_browser_that_forbids_its_store_says_so_at_once(browser, addresses):
    context = browser.new_context()
    context.add_init_script(FORBIDDEN)
    page = log_in(context.new_page(), addresses[0], "vanthu")
    assert page.locator("[data-cannot-keep][role=status]").inner_text() == CANNOT
    page.goto(addresses[1])
    assert page.inner_text("[data-no-drafts]") == CANNOT


def test_a_store_that_is_full_is_told_when_a_draft_does_not_fit(browser, addresses):
    context = browser.new_context()
    context.add_init_script(FULL)
    page = log_in(context.new_page(), addresses[0], "vanthu")
    assert page.locator("[data-cannot-keep]").is_hidden()
    page.fill("[name=venue]", "Phòng 2")
    page.locator("[data-cannot-keep]").wait_for()


def test_without_scripts_the_page_says_that_nothing_is_kept(browser, addresses):
    page = browser.new_context(java_script_enabled=False).new_page()
    log_in(page, addresses[1], "vanthu")
    assert "đang tắt JavaScript" in page.inner_text("#content")
    assert page.locator("[data-no-drafts]").is_hidden()
