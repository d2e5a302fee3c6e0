"""A file dropped on the page of verification, in a real browser, with and without a script."""

import pytest

from .conftest import issue, issue_paper
from .test_in_a_browser import OFF_THE_SCREEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CONTENT = "%PDF-1.7 bien-ban số 5 công khai pdf"
ANSWER = "Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021 đang có hiệu lực"
UNKNOWN = "Đây không phải tệp do cơ quan phát hành, hoặc đã bị sửa dù chỉ một dấu phẩy"
WITHOUT_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"
DROPPED = """contents => {
  const dropped = new DataTransfer();
  for (const content of contents) dropped.items.add(new File([content], "bien-ban.pdf", { type: "application/pdf" }));
  return dropped;
}"""


@pytest.fixture
def address(live_server, news):
    issue(news)
    issue_paper(news)
    return f"{live_server.url}/xac-minh/"


def posts(page):
    """What the page sends, from here on."""
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    return sent


def drop(page, *contents):
    page.dispatch_event("main", "drop", {"dataTransfer": page.evaluate_handle(DROPPED, list(contents))})


def choose(page, content, name="bien-ban.pdf"):
    page.set_input_files("#tep", {"name": name, "mimeType": "application/pdf", "buffer": content.encode()})


def answered(page):
    page.wait_for_url("**/xac-minh/?ma=*")
    return " ".join(page.locator("#ket-qua").inner_text().split())


def kept(settings):
    return sorted(settings.MEDIA_ROOT.rglob("*"))


def test_a_dropped_file_is_answered_and_never_sent(address, opened, settings):
    before = kept(settings)
    with opened(address, 1366) as page:
        sent = posts(page)
        drop(page, CONTENT)
        assert answered(page) == ANSWER
        assert sent == [] and page.complaints == [] and page.context.cookies() == []
    assert kept(settings) == before


def test_a_file_changed_by_a_comma_is_unknown(address, opened):
    with opened(address, 390) as page:
        drop(page, CONTENT + ",")
        assert answered(page) == UNKNOWN
        assert page.evaluate(OFF_THE_SCREEN) == 0


def test_a_keyboard_reaches_all_of_it(address, opened):
    with opened(address, 1366) as page:
        choose(page, CONTENT)
        page.focus("#tep")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert answered(page) == ANSWER


def test_without_a_script_the_form_is_sent_and_nothing_kept(address, opened, settings):
    before = kept(settings)
    with opened(address, 1366, java_script_enabled=False) as page:
        sent = posts(page)
        assert "Tệp được gửi lên để tính mã rồi bỏ đi ngay" in page.locator("form.drop").inner_text()
        choose(page, CONTENT)
        page.click("text=Kiểm tra >> nth=-1")
        page.wait_for_url("**/xac-minh/?ma=*")
        assert " ".join(page.locator("#ket-qua").text_content().split()) == ANSWER
        assert sent == [address] and page.context.cookies() == []
    assert kept(settings) == before


def test_where_the_browser_may_not_hash_the_dropped_file_is_sent(address, opened):
    with opened("about:blank", 1366) as page:
        page.add_init_script(WITHOUT_SUBTLE)
        page.goto(address)
        sent = posts(page)
        assert page.locator("[data-sent]").is_visible() and page.locator("[data-here]").is_hidden()
        drop(page, CONTENT)
        assert answered(page) == ANSWER
        assert sent == [address]


def test_one_file_at_a_time_and_none_too_long_is_said_aloud(address, opened):
    with opened(address, 1366) as page:
        said = page.get_by_role("status")
        drop(page, CONTENT, CONTENT)
        assert said.inner_text() == "Mỗi lần chỉ kiểm tra được một tệp."
        page.eval_on_selector("[data-verify]", "form => { form.dataset.verify = 10; }")
        drop(page, CONTENT)
        assert said.inner_text() == "Tệp “bien-ban.pdf” lớn quá, không kiểm tra ở đây được."
        assert page.url == address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 800, 1000, 1190, 1366])
def test_the_page_fits_any_screen_without_a_complaint(address, opened, width, scheme):
    for query in ("", f"?ma={'0' * 64}"):
        with opened(address + query, width, color_scheme=scheme) as page:
            assert page.evaluate(OFF_THE_SCREEN) == 0
            assert page.complaints == []
