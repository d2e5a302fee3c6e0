"""The form in a real browser: sections that fold and remember, colleagues on the same form."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from meetings import intake
from meetings.models import Council, Session
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(live_server, january_record):
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    return live_server.url + reverse("admin:meetings_session_change", args=[session.pk])


def is_open(page, key):
    return page.eval_on_selector(f"[data-fold={key}]", "each => each.open")


def test_a_folded_section_stays_folded_and_opens_for_what_leads_there(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    assert is_open(page, "agenda")
    page.click("[data-fold=agenda] > summary")
    page.click("[data-fold=when] > summary")
    page.reload()
    assert not is_open(page, "agenda") and not is_open(page, "when") and is_open(page, "attendees")
    page.keyboard.press("Alt+3")
    assert is_open(page, "agenda")
    page.goto(f"{screen}#id_held_on")
    page.reload()
    assert is_open(page, "when")


def test_a_section_with_a_fault_is_open(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    page.fill("[name=held_on]", "31/02/2021")
    page.click("[data-fold=when] > summary")
    page.click("button[name=_continue]")
    page.wait_for_selector(".fault")
    assert is_open(page, "when")


def test_colleagues_on_one_form_are_told_of_each_other(browser, screen):
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    log_in(first, screen, "vanthu").wait_for_load_state("networkidle")
    log_in(second, screen, "chanhvp")
    notice = second.locator(".notice[data-open-of]")
    notice.wait_for(state="visible")
    assert notice.inner_text() == "Phạm Thu Hà đang mở phiên này"
    first.goto("about:blank")  # leaving says so, and the server hears of it a moment later
    for _ in range(40):
        second.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        second.wait_for_timeout(250)
        if not notice.is_visible():
            break
    assert not notice.is_visible()


def test_a_question_mark_shows_the_keys_and_is_a_letter_in_a_box(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    sheet = page.locator("[data-keys]")
    page.locator("[name=venue]").press("Shift+?")
    assert not sheet.is_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+?")
    assert sheet.is_visible() and "Ctrl+S" in sheet.inner_text()
    page.keyboard.press("Escape")
    assert not sheet.is_visible()


STAGES = ("draft", "submitted", "published", "reopened", "resubmitted", "withdrawn")


@pytest.fixture
def stages(screen):
    """One session in each state, by its state."""
    clerk, chief = User.objects.get(username="vanthu"), User.objects.get(username="chanhvp")
    made = {}
    for month, state in enumerate(STAGES, start=2):
        session = Session.objects.create(
            council=Council.objects.get(),
            year=2021,
            month=month,
            held_on=date(2021, month, 5),
            opening="Mở.",
            closing="Hết.",
        )
        if state != "draft":
            session.submit(by=clerk)
        if state not in ("draft", "submitted"):
            session.publish(by=chief)
        if state in ("reopened", "resubmitted"):
            session.reopen(by=chief, note="Sai địa điểm.")
            session.venue = "Phòng họp số 1"
            session.save()
        if state == "resubmitted":
            session.submit(by=clerk)
        if state == "withdrawn":
            session.withdraw(by=chief, note="Đăng nhầm.")
        assert session.state == state
        made[state] = session
    return made


@pytest.mark.parametrize("user", ["vanthu", "chanhvp"])
def test_the_bar_is_one_line_in_every_state_and_its_verbs_are_eight_tabs_away(browser, screen, stages, user):
    page = log_in(browser.new_page(viewport={"width": 1366, "height": 800}), screen, user)
    for state, session in stages.items():
        page.goto(screen.rsplit("/session/", 1)[0] + f"/session/{session.pk}/change/")
        assert page.evaluate("document.querySelector('.bar').offsetHeight") <= 60, state
        verbs = page.locator(".bar-verbs :is(a, button, summary)").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.innerText)"
        )
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        reached = []
        for _ in range(7):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.innerText"))
        assert set(verbs) <= set(reached), (state, set(verbs) - set(reached))


def test_the_dangerous_verb_stands_apart(browser, screen, stages):
    page = log_in(browser.new_page(viewport={"width": 1366, "height": 800}), screen, "chanhvp")
    page.goto(screen.rsplit("/session/", 1)[0] + f"/session/{stages['published'].pk}/change/")
    withdraw = page.locator(".bar a", has_text="Thu hồi…")
    assert not withdraw.is_visible()
    page.click(".bar-apart > summary")
    assert withdraw.is_visible()


def test_a_save_comes_back_to_the_place_and_the_cell(browser, screen):
    page = log_in(browser.new_page(viewport={"width": 1366, "height": 500}), screen, "vanthu")
    page.locator("[name=closing]").fill("Lời kết của phiên họp.")
    top = "document.querySelector('[name=closing]').getBoundingClientRect().top"
    assert page.evaluate("scrollY") > 100
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist")
    page.wait_for_load_state("networkidle")
    assert 60 < page.evaluate(top) < 450, "below the bar, in the window"
    assert page.evaluate("document.activeElement.name") == "closing"
