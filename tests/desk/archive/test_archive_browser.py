"""A whole batch reviewed without a mouse: the letters on the buttons, and none of them while somebody types."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings import archiving
from meetings.models import ImportBatch, Session
from meetings.readers import inputs
from tests.browsing import SCREENS, log_in
from tests.conftest import make_user

from ..test_rows_browser import serious
from .conftest import CLEAN, DOUBTFUL, page_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

UNDATED = (
    CLEAN.read_text(encoding="utf-8")
    .replace("Phiên họp tháng 02 năm 2021 của", "Phiên họp thường kỳ của")
    .replace("Ngày đăng 08/02/2021 | 16:05  | Lượt xem: 1.607\n", "")
    .replace("Ngày 02/02/2021, Thường", "Sáng nay, Thường")
    .replace("phiên họp tháng 02 năm 2021.", "phiên họp thường kỳ. Báo cáo ngày 28/7/2020 được nêu lại.")
)


@pytest.fixture
def at_the_post(request, live_server, browser, council, tmp_path):
    make_user("vanthu", "Văn thư")
    batch = ImportBatch.objects.create(name="Bài cũ")
    (tmp_path / "khong-thang.txt").write_text(UNDATED, encoding="utf-8")
    archiving.gather(batch, inputs.sources([CLEAN, DOUBTFUL, tmp_path / "khong-thang.txt"]))
    page = browser.new_page(
        viewport={"width": 1366, "height": 900},
        color_scheme=getattr(request, "param", "light"),
        bypass_csp=hasattr(request, "param"),
    )
    page.batch = batch
    log_in(page, live_server.url + "/quan-tri/", "vanthu")
    page.goto(live_server.url + reverse("admin:meetings_importbatch_next", args=[batch.pk]))
    return page


def test_a_batch_is_reviewed_by_keys(at_the_post):
    page = at_the_post
    assert page.inner_text("h1") == DOUBTFUL.name
    page.keyboard.press("j")
    expect(page.locator("h1").first).to_have_text("khong-thang.txt")
    page.keyboard.press("j")
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


def test_a_refused_post_is_mended_taken_and_edited_beside_its_text(at_the_post, live_server):
    page = at_the_post
    page.goto(live_server.url + page_of(page.batch.posts.get(name="khong-thang.txt")))
    page.fill("[name=month]", "8/2020")
    page.press("[name=month]", "Enter")
    expect(page.locator(".archive-record")).to_contain_text("08/2020, thường kỳ")
    page.keyboard.press("n")
    expect(page.locator(".archive-unseen")).to_contain_text("chỗ chưa chắc chưa xem")
    assert not Session.objects.exists()
    page.keyboard.press("s")
    page.wait_for_url("**/session/*/change/")
    sheet, beside = (page.locator(name).bounding_box() for name in (".sheet", ".archive-beside"))
    assert beside["x"] >= sheet["x"] + sheet["width"] and abs(beside["y"] - sheet["y"]) < 40
    page.set_viewport_size({"width": 390, "height": 844})
    sheet, beside = (page.locator(name).bounding_box() for name in (".sheet", ".archive-beside"))
    assert beside["y"] >= sheet["y"] + sheet["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.set_viewport_size({"width": 1366, "height": 900})
    page.click("text=Bài tiếp")
    expect(page.locator("h1").first).to_have_text(CLEAN.name)


def test_a_doubt_beside_the_form_leads_to_its_place_in_the_post(at_the_post):
    page = at_the_post
    page.keyboard.press("s")
    page.wait_for_url("**/session/*/change/")
    page.locator(".archive-beside a[href^='#o-']").last.click()
    place = page.locator(".archive-beside .archive-text .archive-letter:focus").bounding_box()
    beside = page.locator(".archive-beside").bounding_box()
    assert beside["y"] <= place["y"] <= beside["y"] + beside["height"] and 0 < place["y"] < 900


@pytest.mark.parametrize(("width", "at_the_post"), SCREENS, indirect=["at_the_post"])
def test_axe_finds_nothing_serious(at_the_post, live_server, width):
    page = at_the_post
    page.set_viewport_size({"width": width, "height": 844})
    batch = page.batch.pk
    names = {"importbatch_changelist": [], "importbatch_add": []}
    names |= {f"importbatch_{name}": [batch] for name in ("change", "units", "take", "next")}
    refused, doubtful = page.batch.posts.get(name="khong-thang.txt"), page.batch.posts.get(name=DOUBTFUL.name)
    names |= {"importedpost_change": [refused.pk], "session_change": [archiving.accept(doubtful).pk]}
    found = {}
    for name, arguments in names.items():
        page.goto(live_server.url + reverse(f"admin:meetings_{name}", args=arguments))
        found[name] = serious(page)
    assert found == dict.fromkeys(names, [])


def test_both_sides_fit_a_wide_screen_and_a_telephone(at_the_post):
    page = at_the_post
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    left, right = (page.locator(f".archive-{side}").bounding_box() for side in ("source", "record"))
    assert right["y"] >= left["y"] + left["height"]
