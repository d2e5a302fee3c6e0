"""A paper's way from the desk to whoever verifies it, in a real browser with the real printer; axe finds nothing."""

from datetime import time

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from meetings import intake
from meetings.models import Edition, Session
from tests.browsing import SCREENS, log_in
from tests.conftest import make_user

from .test_rows_browser import serious

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("press_at_hand"),
]


@pytest.fixture
def ready(live_server, january_record):
    session = intake.store(january_record)
    Session.objects.update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    return session


@pytest.fixture
def desk(browser, live_server, ready):
    """Opens the page of the session's papers as the chief; the browser must have nothing to complain of."""
    complaints = []

    def opened(**options):
        page = browser.new_context(locale="vi-VN", accept_downloads=True, **options).new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        log_in(page, live_server.url + reverse("admin:index"), "chanhvp")
        page.goto(live_server.url + reverse("admin:meetings_session_papers", args=[ready.pk]))
        return page

    yield opened
    assert complaints == []


def issue(page, paper, **words):
    page.click(f"section:has(h2:text-is('{paper}')) a:has-text('Phát hành')")
    page.fill("#id_dated", "05/01/2021")
    for name, value in words.items():
        page.fill(f"#id_{name}", value)
    page.click("form.ask button[type=submit]")
    page.wait_for_selector(".edition")


def test_a_paper_is_issued_replaced_downloaded_and_verified(desk, live_server, tmp_path, ready):
    chief = User.objects.get(username="chanhvp")
    ready.submit(by=make_user("vanthu", "Văn thư", "Hà", "Phạm Thu"))
    ready.publish(by=chief)
    page = desk(viewport={"width": 1366, "height": 900})
    issue(page, "Biên bản")
    assert page.text_content("h1") == "Biên bản 01/BB-HĐND"
    first = live_server.url + "/phien-hop/2021/01/bien-ban.pdf"
    kept = tmp_path / "bien-ban.pdf"
    kept.write_bytes(page.request.get(first).body())
    page.click("a:has-text('Giấy tờ của phiên')")
    issue(page, "Biên bản", note="Sửa tên đơn vị.")
    assert Edition.objects.live("minutes").get().reference == "02/BB-HĐND"
    page.goto(live_server.url + "/xac-minh/")
    page.set_input_files("#tep", kept)
    page.click("button:has-text('Kiểm tra')")
    page.wait_for_url("**/xac-minh/?ma=*")
    words = page.text_content("main")
    assert "01/BB-HĐND" in words and "02/BB-HĐND" in words and "Sửa tên đơn vị." in words


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_serious_on_the_pages_of_papers_and_none_scrolls_sideways(
    desk, live_server, ready, scheme, width
):
    page = desk(color_scheme=scheme, bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 844})
    issue(page, "Thông báo kết luận")
    names = {
        "session_papers": [ready.pk],
        "session_paper": [ready.pk, "thong-bao"],
        "session_paper_issue": [ready.pk, "thong-bao"],
        "edition_change": [Edition.objects.get().pk],
        "edition_register": [],
    }
    found = {}
    for name, arguments in names.items():
        query = "?nam=2021" if name == "edition_register" else ""
        page.goto(live_server.url + reverse(f"admin:meetings_{name}", args=arguments) + query)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        found[name] = serious(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert found == dict.fromkeys(names, [])
