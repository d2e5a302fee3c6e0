"""Nothing typed is ever lost, in real browser windows: two clerks at once, a crash, an expired log-in, a link clicked
too early."""

import re
from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session as LogIn
from django.urls import reverse

from meetings import intake
from meetings.models import Session
from tests.browsing import OPTIONS, log_in, wait_until_kept
from tests.conftest import PASSWORD, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OFFER = "Trên máy này còn bản gõ dở của Phiên tháng 01/2021, lúc "
VENUE, ASSESSMENT = "[name=venue]", "[name=assessment]"


@pytest.fixture
def office(live_server, january_record):
    """The January session, and two who may edit it, on a running site."""
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    make_user("trang", "Văn thư", "Trang", "Hoàng Thu")
    session.address = live_server.url + reverse("admin:meetings_session_change", args=[session.pk])
    return session


def opened(context, address, user):
    """The session's screen after logging in; what the browser complains of is kept."""
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return log_in(page, address, user)


def leave(page):
    """Closes the window and forgets who it was: what a page says as it goes would bring its cookie back."""
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.close(run_before_unload=False)
    page.context.clear_cookies()
    page.context.set_offline(False)


def log_in_again(page):
    page.fill("[name=username]", "vanthu")
    page.fill("[name=password]", PASSWORD)
    page.click("#login-form [type=submit]")
    page.wait_for_load_state()


@contextmanager
def two_windows(browser, office):
    contexts = [browser.new_context(locale="vi-VN") for _ in range(2)]
    yield [opened(context, office.address, user) for context, user in zip(contexts, ("vanthu", "trang"), strict=True)]


def save(page):
    with page.expect_navigation():
        page.click("button[name=_continue]")


def add_person(page, name):
    """One more row under the attendees, by the page's own button, else by the spare row."""
    if page.locator("[data-add=attendees]").count():
        page.locator("[data-add=attendees]").first.click()
    elif page.locator("#attendees-group .add-row a").count():
        page.locator("#attendees-group .add-row a").click()
    numbers = [
        int(re.search(r"-(\d+)-", each.get_attribute("name"))[1])
        for each in page.locator("[name^=attendees-][name$=-name]").all()
        if "__prefix__" not in each.get_attribute("name")
    ]
    page.fill(f"[name=attendees-{max(numbers)}-name]", name)


def names(session):
    return set(session.attendees.values_list("name", flat=True))


def test_different_fields_merge_by_themselves(browser, office):
    with two_windows(browser, office) as (ha, trang):
        trang.fill(VENUE, "Phòng họp số 1")
        save(trang)
        ha.fill(ASSESSMENT, "Năm 2020 hoàn thành chương trình.")
        save(ha)
        assert "Hoàng Thu Trang đã lưu phiên này lúc" in ha.inner_text("[role=alert]")
        assert ha.locator("input[type=radio]").count() == 0
        save(ha)
        assert (ha.input_value(VENUE), ha.input_value(ASSESSMENT)) == (
            "Phòng họp số 1",
            "Năm 2020 hoàn thành chương trình.",
        )
        assert [each for each in ha.complaints if "Failed to load" not in each] == []


def test_the_same_field_is_asked_and_both_texts_stand_side_by_side(browser, office):
    with two_windows(browser, office) as (ha, trang):
        trang.fill(VENUE, "Phòng họp số 1")
        save(trang)
        ha.fill(VENUE, "Hội trường tầng 2")
        save(ha)
        mine, theirs = ha.locator(".merge-side").all_inner_texts()
        assert "Hội trường tầng 2" in mine and "Phòng họp số 1" in theirs and "Lấy của Trang" in theirs
        assert "Đã chọn 0 trong 1 chỗ" in ha.inner_text("[data-merge-count]")
        ha.check("input[value=by-hand]")
        ha.fill(".merge-asked textarea", "Hội trường tầng 2, trụ sở HĐND và UBND quận")
        assert "Đã chọn 1 trong 1 chỗ" in ha.inner_text("[data-merge-count]")
        save(ha)
        assert ha.input_value(VENUE) == "Hội trường tầng 2, trụ sở HĐND và UBND quận"


def test_rows_added_in_both_windows_are_kept(browser, office):
    with two_windows(browser, office) as (ha, trang):
        add_person(trang, "Đặng Thu Thảo")
        save(trang)
        add_person(ha, "Lý Văn Sơn")
        save(ha)
        save(ha)
    assert {"Đặng Thu Thảo", "Lý Văn Sơn", "Trần Quyết Thắng"} <= names(office)
    assert office.attendees.count() == 6


def test_my_own_words_can_be_downloaded_from_the_merge_screen(browser, office, tmp_path):
    with two_windows(browser, office) as (ha, trang):
        trang.fill(VENUE, "Phòng họp số 1")
        save(trang)
        ha.fill(VENUE, "Hội trường tầng 2")
        save(ha)
        with ha.expect_download() as download:
            ha.click("text=Tải bản của tôi về máy")
        download.value.save_as(tmp_path / "ban.txt")
    assert "Địa điểm (đã sửa): Hội trường tầng 2" in (tmp_path / "ban.txt").read_text()


def test_after_a_crash_the_draft_is_offered_with_its_rows(chromium, office, tmp_path):
    def window():
        return chromium.browser_type.launch_persistent_context(tmp_path / "ho-so", **OPTIONS)

    context = window()
    page = opened(context, office.address, "vanthu")
    page.fill(ASSESSMENT, "Lời đánh giá gõ dở")
    add_person(page, "Lý Văn Sơn")
    wait_until_kept(page, "Lý Văn Sơn")
    context.close()

    context = window()
    page = context.new_page()
    page.goto(office.address)
    if page.locator("[name=password]").count():
        log_in_again(page)
    assert OFFER in page.inner_text("[data-kept]")
    with page.expect_navigation():
        page.click("text=Mở lại bản gõ dở")
    assert page.input_value(ASSESSMENT) == "Lời đánh giá gõ dở"
    assert "Lời đánh giá gõ dở" not in Session.objects.get(pk=office.pk).assessment
    save(page)
    assert names(office) >= {"Lý Văn Sơn"}
    assert Session.objects.get(pk=office.pk).assessment == "Lời đánh giá gõ dở"
    page.goto(office.address)
    assert page.locator("[data-kept]").is_hidden(), "what is saved is offered no more"
    context.close()


def test_an_expired_log_in_comes_back_to_what_was_typed(browser, office):
    page = opened(browser.new_context(), office.address, "vanthu")
    page.fill(ASSESSMENT, "Gõ xong thì hết phiên đăng nhập")
    page.fill("[name=attendees-3-reason]", "đi công tác")
    LogIn.objects.all().delete()
    save(page)
    log_in_again(page)
    assert page.url == office.address and OFFER in page.inner_text("[data-kept]")
    with page.expect_navigation():
        page.click("text=Mở lại bản gõ dở")
    save(page)
    office.refresh_from_db()
    assert office.assessment == "Gõ xong thì hết phiên đăng nhập"
    assert office.attendees.last().reason == "đi công tác"


def test_a_draft_older_than_a_colleagues_save_is_merged_and_not_laid_over_it(browser, office):
    with two_windows(browser, office) as (ha, trang):
        ha.fill(ASSESSMENT, "Lời của Hà")
        wait_until_kept(ha, "Lời của Hà")
        context = ha.context
        ha.close(run_before_unload=False)
        trang.fill(VENUE, "Phòng họp số 1")
        save(trang)
        ha = context.new_page()
        ha.goto(office.address)
        with ha.expect_navigation():
            ha.click("text=Mở lại bản gõ dở")
        save(ha)
        assert "Hoàng Thu Trang đã lưu phiên này lúc" in ha.inner_text("[role=alert]")
        save(ha)
    office.refresh_from_db()
    assert (office.venue, office.assessment) == ("Phòng họp số 1", "Lời của Hà")


def test_a_draft_can_be_thrown_away_and_is_not_shown_to_another(browser, office):
    context = browser.new_context()
    page = opened(context, office.address, "vanthu")
    page.fill(VENUE, "Phòng họp số 9")
    wait_until_kept(page, "Phòng họp số 9")
    leave(page)
    other = opened(context, office.address, "trang")
    assert other.locator("[data-kept]").is_hidden()
    leave(other)
    page = opened(context, office.address, "vanthu")
    assert OFFER in page.inner_text("[data-kept]")
    page.click("text=Bỏ bản này")
    assert page.locator("[data-kept]").is_hidden()
    page.reload()
    assert page.locator("[data-kept]").is_hidden()


def test_leaving_unsaved_words_warns_and_leaving_saved_ones_does_not(browser, office):
    page = opened(browser.new_context(), office.address, "vanthu")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click(VENUE)
    page.goto(office.address)
    assert asked == []
    page.fill(VENUE, "Phòng họp số 9")
    page.goto(office.address)
    assert asked == ["beforeunload"]
    page.fill(VENUE, "Phòng họp số 9")
    save(page)
    page.goto(office.address)
    assert asked == ["beforeunload"]


def test_choices_on_the_merge_screen_outlive_the_log_in(browser, office):
    with two_windows(browser, office) as (ha, trang):
        trang.fill(VENUE, "Phòng họp số 1")
        save(trang)
        ha.fill(VENUE, "Hội trường tầng 2")
        save(ha)
        ha.check("input[value=by-hand]")
        ha.fill(".merge-asked textarea", "Hội trường số 1, tầng 2")
        LogIn.objects.all().delete()
        save(ha)
        log_in_again(ha)
        with ha.expect_navigation():
            ha.click("text=Mở lại bản gõ dở")
        assert ha.input_value(".merge-asked textarea") == "Hội trường số 1, tầng 2"
        save(ha)
        assert ha.input_value(VENUE) == "Hội trường số 1, tầng 2"


def test_a_look_at_unsaved_words_opens_beside_the_form_and_saves_nothing(browser, office):
    page = opened(browser.new_context(), office.address, "vanthu")
    page.fill(ASSESSMENT, "Lời chưa lưu")
    button = page.locator("[formaction$='/xem-thu/']")
    button.locator("xpath=ancestor::details").evaluate("each => each.open = true")
    with page.expect_popup() as look:
        button.click()
    assert "Lời chưa lưu" in look.value.inner_text("main") and "DỰ THẢO" in look.value.inner_text("body")
    assert "Lời chưa lưu" not in Session.objects.get(pk=office.pk).assessment
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(office.address)
    assert asked == ["beforeunload"]


def test_what_came_back_faulty_is_still_unsaved(browser, office):
    page = opened(browser.new_context(), office.address, "vanthu")
    page.fill("[name=belongs_to]", "13/2021")
    save(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click(VENUE)
    page.goto(office.address)
    assert asked == ["beforeunload"] and OFFER in page.inner_text("[data-kept]")
