"""Everyone can use every page of the portal: axe, narrow windows, nothing cut, targets large enough."""

import io

import pdfplumber
import pytest

from tests.browsing import SCREENS, log_in
from tests.desk.test_rows_browser import AXE
from tests.public.test_everyone_browser import AIM, OFF_THE_SCREEN_OR_CUT, SMALL

from .addresses import PUBLIC_PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEHIND = ("/quan-tri/giam-sat/?nam=2026", "/quan-tri/mo-co-quan/", "/quan-tri/mat-khau/")


@pytest.fixture
def site(live_server, posted, operator, settings):
    settings.PORTAL_HOST = "localhost"
    return live_server.url


def found(browser, site, width, script, scheme="light"):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="vi-VN", bypass_csp=True
    )
    page = log_in(context.new_page(), f"{site}/quan-tri/", "vanhanh")
    faults = {}
    for address in (*PUBLIC_PAGES, "/khong-co/", *BEHIND):
        page.goto(site + address)
        if script == AIM:
            page.evaluate(AXE.read_text())
        if seen := page.evaluate(script):
            faults[address] = seen
    context.close()
    return faults


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_against_wcag_2_2_aa(browser, site, width, scheme):
    faults = found(browser, site, width, AIM, scheme)
    assert {
        address: [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in violations]
        for address, violations in faults.items()
    } == {}


@pytest.mark.parametrize("width", [1366, 390, 320])
def test_nothing_is_cut_off_or_too_small_to_hit(browser, site, width):
    assert found(browser, site, width, f"{OFF_THE_SCREEN_OR_CUT} || ({SMALL})().join()") == {}


@pytest.mark.parametrize(("address", "lies_across"), [(BEHIND[0], True), ("/", False)])
def test_the_grid_alone_is_printed_across_the_sheet(browser, site, address, lies_across):
    page = log_in(browser.new_context().new_page(), f"{site}/quan-tri/", "vanhanh")
    page.goto(site + address)
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert (printed.pages[0].width > printed.pages[0].height) is lies_across
