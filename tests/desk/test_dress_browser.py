"""Every page of the desk wears its own dress on a phone: no stock icon, no sideways scroll, nothing serious for axe,
nothing out of reach.
What is chosen above a list moves nothing beside it."""

import pytest
from django.urls import reverse

from meetings import intake
from tests.browsing import log_in
from tests.conftest import make_user

from .test_phone_browser import OUT_OF_REACH
from .test_roles import ADDRESSES, address
from .test_rows_browser import serious
from .test_sent_once import WITHOUT_FORMS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAY_ELSEWHERE = {"login", "logout"}
ROLES = {"chanhvp": 3, "quantri": 4}
"""Each page is opened by the first of these who may see it."""

STOCK = """() => [...document.querySelectorAll("body *")].flatMap((each) => {
  if (!each.getClientRects().length) return [];
  const drawn = [null, "::before", "::after"].map((part) => getComputedStyle(each, part).backgroundImage);
  return [each.tagName === "IMG" ? each.src : "", ...drawn].filter((image) => image.includes("admin/img/"));
})"""
AT_REST = "() => document.getAnimations().forEach((each) => each.cancel())"
"""What moves is where it will be: a link's colour takes a moment to change with the scheme."""


@pytest.fixture
def office(live_server, january_record):
    make_user("quantri", "Quản trị", "Minh", "Lê")
    chief = make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    session = intake.store(january_record)
    session.submit(by=make_user("vanthu", "Văn thư", "Hà", "Phạm Thu"))
    session.publish(by=chief)
    return session


@pytest.fixture
def window(live_server, browser):
    """Opens the desk as one of the office, in a window of a given width."""

    def opened(user, width):
        is_phone = width < 640
        context = browser.new_context(bypass_csp=True, is_mobile=is_phone, has_touch=is_phone)
        page = log_in(context.new_page(), live_server.url + reverse("admin:index"), user)
        page.set_viewport_size({"width": width, "height": 844})
        return page

    return opened


def pages(user):
    """The names of the pages that this user is the first to see."""
    before = [place for other, place in ROLES.items() if place < ROLES[user]]
    return [
        name
        for name, row in ADDRESSES.items()
        if row[ROLES[user]] == "2"
        and not any(row[place] == "2" for place in before)
        and name not in WITHOUT_FORMS | WAY_ELSEWHERE
    ]


@pytest.mark.parametrize("user", ROLES)
def test_every_page_wears_the_desks_dress_on_a_phone(live_server, office, window, user):
    page, found = window(user, 390), {}
    for name in pages(user):
        page.goto(live_server.url + address(name, office))
        for width, scheme in ((390, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(AT_REST)
            faults = [*page.evaluate(STOCK), *page.evaluate(OUT_OF_REACH), *serious(page)]
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                faults.append(f"{wide} px wide")
            if faults:
                found[name, width] = faults
    assert found == {}


def test_a_stock_icon_would_be_seen(live_server, office, window):
    page = window("chanhvp", 390)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/static/admin/img/icon-no.svg\">')")
    assert len(page.evaluate(STOCK)) == 1


def test_messages_are_told_without_icons(live_server, office, window):
    page = window("quantri", 390)
    page.goto(live_server.url + reverse("admin:meetings_unit_add"))
    page.fill("#id_name", "Phòng Nội vụ")
    page.click("button[name=_save]")
    page.wait_for_selector(".messagelist")
    assert page.evaluate(STOCK) == []


PLACES = """(selector) => [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length)
  .map((each) => each.getBoundingClientRect())
  .map((box) => [box.left, box.width].map((side) => Math.round(side * 10)))"""
SECTIONS = """() => [...document.querySelectorAll(".contents ol a")].map((each) => {
  const name = each.querySelector(".contents-name").getBoundingClientRect();
  return [each.offsetTop, each.offsetWidth, each.offsetHeight, name.left, name.width];
})"""
CHOOSE_SECTION = """(chosen) => document.querySelectorAll(".contents ol a").forEach((each, place) => {
  if (place === chosen) each.setAttribute("aria-current", "true");
  else each.removeAttribute("aria-current");
})"""


@pytest.mark.parametrize(
    ("address_name", "selector"),
    [
        ("meetings_session_changelist", ".segments a"),
        ("meetings_directive_changelist", ".segments a"),
        ("meetings_unit_changelist", ".segments a"),
        ("meetings_session_history", ".story-kinds a"),
    ],
)
def test_the_tabs_keep_their_place_when_one_is_chosen(live_server, office, window, address_name, selector):
    page = window("quantri", 1366)
    page.goto(live_server.url + address(address_name, office))
    before = page.evaluate(PLACES, selector)
    assert len(before) > 2
    for tab in range(len(before)):
        page.locator(selector).nth(tab).click()
        page.wait_for_load_state()
        assert page.evaluate(PLACES, selector) == before, tab


def test_the_items_of_the_head_keep_their_place_when_one_is_chosen(live_server, office, window):
    page = window("chanhvp", 1366)
    before = page.evaluate(PLACES, ".head-wide a")
    for item in range(page.locator("nav.head-wide a").count()):
        page.locator("nav.head-wide a").nth(item).click()
        page.wait_for_load_state()
        assert page.locator("nav.head-wide a[aria-current]").count() == 1
        assert page.evaluate(PLACES, ".head-wide a") == before, item


def test_the_sections_of_the_form_keep_their_place_when_one_is_chosen(live_server, office, window):
    page = window("chanhvp", 1366)
    page.goto(live_server.url + reverse("admin:meetings_session_change", args=[office.pk]))
    page.evaluate(CHOOSE_SECTION, -1)
    before = page.evaluate(SECTIONS)
    for section in range(len(before)):
        page.evaluate(CHOOSE_SECTION, section)
        assert page.evaluate(SECTIONS) == before, section


def test_rows_are_added_and_left_out_again_on_a_phone(live_server, office, window):
    page = window("quantri", 390)
    page.goto(live_server.url + reverse("admin:meetings_council_change", args=[office.council_id]))
    page.click("#members-group .add-row a")
    page.fill("#id_members-0-name", "Trần Quyết Thắng")
    page.fill("#id_members-1-name", "Nguyễn Văn Nam")
    page.click("#members-0 .inline-deletelink")
    page.click("#paper_defaults-group .add-row a")
    page.select_option("#id_paper_defaults-0-kind", "notice")
    page.fill("#id_paper_defaults-0-closing", "Thông báo để các đơn vị biết, thực hiện.")
    page.click("button[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert list(office.council.members.values_list("name", flat=True)) == ["Nguyễn Văn Nam"]
    assert office.council.paper_defaults.get().kind == "notice"
