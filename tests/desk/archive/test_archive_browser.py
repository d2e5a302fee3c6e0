"""A whole batch reviewed without a mouse: the letters on the buttons, and none of them while somebody types."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from meetings import archiving
from meetings.models import ImportBatch, Session
from meetings.readers import inputs
from tests.browsing import OPTIONS, log_in
from tests.conftest import make_user

from ..test_rows_browser import serious
from .conftest import CLEAN, DOUBTFUL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def at_the_post(request, live_server, transactional_db, council, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    make_user("vanthu", "Văn thư")
    batch = ImportBatch.objects.create(name="Bài cũ")
    archiving.gather(batch, inputs.sources([CLEAN, DOUBTFUL]))
    with sync_playwright() as play:
        browser = play.chromium.launch(**OPTIONS)
        page = browser.new_page(
            viewport={"width": 1366, "height": 900},
            color_scheme=getattr(request, "param", "light"),
            bypass_csp=hasattr(request, "param"),
        )
        page.batch = batch
        log_in(page, live_server.url + "/quan-tri/", "vanthu")
        page.goto(live_server.url + reverse("admin:meetings_importbatch_next", args=[batch.pk]))
        yield page
        browser.close()


def test_a_batch_is_reviewed_by_keys(at_the_post):
    page = at_the_post
    assert page.inner_text("h1") == DOUBTFUL.name
    page.keyboard.press("j")
    page.wait_for_url("**/bai/**")
    expect(page.locator("h1").first).to_have_text(CLEAN.name)
    page.keyboard.press("n")
    expect(page.locator("h1").first).to_have_text(DOUBTFUL.name)
    assert Session.objects.count() == 1
    page.keyboard.press("s")
    page.wait_for_url("**/session/*/change/")
    assert Session.objects.count() == 2


def test_a_letter_with_control_and_a_letter_typed_press_nothing(at_the_post):
    page = at_the_post
    page.evaluate("document.querySelector('.archive-page').insertAdjacentHTML('afterbegin', '<input id=go>')")
    page.focus("#go")
    page.keyboard.type("bns")
    page.focus("body")
    page.keyboard.press("Control+b")
    assert page.input_value("#go") == "bns" and page.inner_text("h1") == DOUBTFUL.name
    assert not Session.objects.exists() and not page.batch.posts.exclude(decision="pending").exists()


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("at_the_post", ["light", "dark"], indirect=True)
def test_axe_finds_nothing_serious(at_the_post, live_server, width):
    page = at_the_post
    page.set_viewport_size({"width": width, "height": 844})
    batch = page.batch.pk
    names = {"importbatch_changelist": [], "importbatch_add": []}
    names |= {f"importbatch_{name}": [batch] for name in ("change", "units", "take", "next")}
    found = {}
    for name, arguments in names.items():
        page.goto(live_server.url + reverse(f"admin:meetings_{name}", args=arguments))
        found[name] = serious(page)
    assert found == dict.fromkeys(names, [])


def test_both_sides_fit_a_wide_screen_and_a_telephone(at_the_post):
    page = at_the_post
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    left, right = (page.locator(f".archive-{side}").bounding_box() for side in ("source", "record"))
    assert right["y"] >= left["y"] + left["height"]
