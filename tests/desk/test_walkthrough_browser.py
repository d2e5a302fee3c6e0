"""What is owed is gone through by keys alone, and a digit in a text box stays a letter."""

from datetime import date

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import ProgressReport, Session
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def february(live_server, january_record):
    january = intake.store(january_record)
    january.submit(by=make_user("vanthu", "Văn thư", "Hà", "Phạm Thu"))
    january.publish(by=make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn"))
    return Session.objects.create(council=january.council, year=2021, month=2, held_on=date(2021, 2, 2))


def test_a_directive_is_put_off_by_keys_alone(live_server, february, browser):
    walk = live_server.url + reverse("admin:meetings_session_walkthrough", args=[february.pk])
    page = log_in(browser.new_page(), walk, "vanthu")
    first = page.locator(".walk__list [aria-current]").inner_text()
    page.keyboard.press("3")
    page.keyboard.press("Tab")
    page.keyboard.type("Cho9 15 ngay2")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".errornote")
    assert page.locator("[name=extended_to]").evaluate("each => each === document.activeElement")
    page.keyboard.type("30/04/2999")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".walk__last")
    report = ProgressReport.objects.get()
    assert (report.extended_to, report.note, report.session) == (date(2999, 4, 30), "Cho9 15 ngay2", february)
    assert page.locator(".walk__list [aria-current]").inner_text() != first
    with page.expect_navigation():
        page.keyboard.press("Alt+z")
    assert page.locator(".walk__list [aria-current]").inner_text().startswith(first.splitlines()[0])
