"""The pages in a real browser: nothing is refused by the content policy, nothing runs off the screen."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from .conftest import issue, session_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FROM_LEFT = "name => document.querySelector(name).getBoundingClientRect().left"
OFF_THE_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def site(live_server, news):
    issue(session_of(2020, 12))
    issue(news, states={"1": "in_progress", "2": "open", "2.1": "done"})
    issue(news, note="Sửa câu mở đầu.")
    return live_server.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/phien-hop/", "/phien-hop/2021/01/", "/phien-hop/2021/01/ban/1/"])
def test_the_browser_has_nothing_to_complain_of(site, opened, path, scheme):
    with opened(site + path, 1366, color_scheme=scheme) as page:
        assert page.complaints == []


@pytest.mark.parametrize("width", [320, 390, 800, 1000, 1190, 1366])
@pytest.mark.parametrize("path", ["/", "/phien-hop/", "/phien-hop/2021/01/"])
def test_no_page_scrolls_sideways(site, opened, path, width):
    with opened(site + path, width) as page:
        assert page.evaluate(OFF_THE_SCREEN) == 0


def test_state_words_and_units_stand_in_three_zones(site, opened):
    with opened(f"{site}/phien-hop/2021/01/", 1366) as page:
        state, words, notes = (page.evaluate(FROM_LEFT, name) for name in (".state", ".task__words", ".notes"))
    assert (words - state, notes - words) == (11 * 16, 43 * 16)


def test_on_a_phone_the_facts_come_after_the_last_directive(site, opened):
    with opened(f"{site}/phien-hop/2021/01/", 390) as page:
        tops = [page.locator(name).last.bounding_box()["y"] for name in (".task__words", ".panel", ".papers")]
    assert tops == sorted(tops)


def test_on_paper_numbers_and_letters_stand_before_the_tasks_and_the_last_line_says_where_from(site, opened):
    address = f"{site}/phien-hop/2021/01/"
    with opened(address, 1366) as page:
        printed = page.pdf(prefer_css_page_size=True)
    with pdfplumber.open(BytesIO(printed)) as paper:
        words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    for hanging in ("1. Đối với việc giám sát", "a) phục vụ Tết;", "b) tổng kết nhiệm kỳ;", "đ) tiếp công dân."):
        assert hanging in words
    assert f"từ trang {address}" in words
    assert "Mới nhất" not in words


@pytest.mark.parametrize("has_closing", [True, False])
def test_no_sheet_ends_with_a_rule_and_the_foot_never_stands_alone(live_server, news, opened, has_closing):
    """Wherever the text happens to end, and however far down a part begins."""
    issue(replace(news, closing="Thay mặt Thường trực, đồng chí Chủ tịch cảm ơn." if has_closing else ""))
    faults = []
    with opened(f"{live_server.url}/phien-hop/2021/01/", 1366) as page:
        for height in range(0, 240, 12):
            page.evaluate(f"document.querySelector('.session__lead').style.paddingBottom = '{height}mm'")
            with pdfplumber.open(BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
                for sheet in paper.pages:
                    lowest = max(word["bottom"] for word in sheet.extract_words())
                    lone = [each for each in sheet.rects + sheet.lines if each["height"] < 3 and each["top"] > lowest]
                    if lone or sheet.extract_text().startswith("Văn phòng HĐND"):
                        faults.append((height, sheet.page_number))
    assert faults == []


def test_the_statement_begins_on_its_first_sheet(site, opened):
    with opened(f"{site}/kha-nang-tiep-can/", 1366) as page:
        printed = page.pdf(prefer_css_page_size=True)
    with pdfplumber.open(BytesIO(printed)) as paper:
        assert "Mục tiêu" in paper.pages[0].extract_text()
        assert f"từ trang {site}/kha-nang-tiep-can/" in paper.pages[-1].extract_text()


def test_the_print_button_appears_only_where_it_works(site, opened):
    with opened(f"{site}/phien-hop/2021/01/", 1366) as page:
        assert page.locator("[data-print]").is_visible()
    with opened(f"{site}/phien-hop/2021/01/", 1366, java_script_enabled=False) as page:
        assert page.locator("[data-print]").is_hidden()
