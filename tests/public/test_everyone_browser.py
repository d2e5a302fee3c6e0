"""Everyone can use every public page: axe, keyboard, large letters, forced colours, no script, no other host."""

from io import BytesIO

import pytest
from PIL import Image

from tests.browsing import SCREENS
from tests.desk.test_rows_browser import AXE

from .addresses import BROKEN, EVERY_PAGE, furnish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OFF_THE_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AIM = """axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'],
}).then(found => found.violations)"""
REACHABLE = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(each => !each.disabled && each.type !== 'hidden' && each.checkVisibility({visibilityProperty: true}))"""
NAME = "each => each.outerHTML.slice(0, 90)"
STANDING = """() => {
    const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const at = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
        Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
    return {
        name: here.outerHTML.slice(0, 90), body: here === document.body, tabindex: here.tabIndex,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: inside && box.width > 1 && box.height > 1 && (here.contains(at) || at.contains(here)),
    };
}"""
CUT = """[...document.querySelectorAll('main *, header *, nav *, footer *')].filter(each => {
    const style = getComputedStyle(each);
    const hides = [style.overflowX, style.overflowY].some(how => how === 'hidden' || how === 'clip');
    const cut = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
    return hides && cut && each.checkVisibility() && style.clipPath === 'none' && !each.closest('svg, input');
}).map(each => each.outerHTML.slice(0, 90))"""
OFF_THE_SCREEN_OR_CUT = f"{OFF_THE_SCREEN} || ({CUT}).join()"
BROKEN_WORDS = """() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.checkVisibility() || text.parentElement.closest('pre, svg')) continue;
        for (const word of text.data.matchAll(/[^\\s-]+/g)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const boxes = [...range.getClientRects()].filter(box => box.width > 0);
            const wide = boxes.reduce((sum, box) => sum + box.width, 0);
            const block = text.parentElement.closest(':not(a, em, strong, span, mark, code)');
            const lines = new Set(boxes.map(box => Math.round(box.top)));
            if (lines.size > 1 && wide < block.clientWidth) found.push(word[0]);
        }
    }
    return found;
}"""
SMALL = """() => {
    const targets = [...document.querySelectorAll('a[href], button, input, select, summary')]
        .filter(each => each.checkVisibility() && !each.matches('.skip'));
    const boxes = targets.map(each => each.getBoundingClientRect());
    const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
    const inLine = each => getComputedStyle(each).display === 'inline' &&
        [...each.parentElement.childNodes].some(near => near.nodeType === 3 && near.data.trim());
    const near = (one, other) => {
        const [x, y] = middle(one);
        const across = Math.max(other.left - x, x - other.right, 0);
        const down = Math.max(other.top - y, y - other.bottom, 0);
        return Math.hypot(across, down) < 12;
    };
    return targets.filter((each, place) => {
        const box = boxes[place];
        if (inLine(each) || (box.width >= 24 && box.height >= 24)) return false;
        return boxes.some((other, at) => at !== place && near(box, other));
    }).map(each => each.outerHTML.slice(0, 90));
}"""
MOVING = """[...document.querySelectorAll('*')].filter(each => {
    const style = getComputedStyle(each);
    const lasts = words => words.split(',').some(each => parseFloat(each) > 0);
    return style.scrollBehavior === 'smooth' || lasts(style.transitionDuration)
        || (style.animationName !== 'none' && lasts(style.animationDuration));
}).map(each => each.outerHTML.slice(0, 90))"""


@pytest.fixture
def addresses(live_server, news):
    return [live_server.url + each for each in EVERY_PAGE + furnish(news)]


@pytest.fixture
def window(live_server, browser):
    """A window of its own; what the browser complains of, and whom else it asks, fails the test."""
    said, asked = [], []

    def mind(page):
        page.on("console", lambda message: said.append((page.url, message.text)))
        page.on("pageerror", lambda error: said.append((page.url, str(error))))
        page.on("request", lambda request: asked.append(request.url))
        return page

    yield lambda **how: mind(browser.new_context(locale="vi-VN", **how).new_page())
    for context in browser.contexts:
        context.close()
    expected = [live_server.url + each for each in BROKEN]
    assert [(url, words) for url, words in said if not ("status of 4" in words and url in expected)] == []
    assert [each for each in asked if not each.startswith((live_server.url, "data:", "blob:"))] == []


def size(width, height=900):
    return {"viewport": {"width": width, "height": height}}


def found_on(page, addresses, script):
    """What `script` finds on each page, for those where it finds something."""
    found = {}
    for address in addresses:
        page.goto(address)
        if faults := page.evaluate(script):
            found[address] = faults
    return found


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_against_wcag_2_2_aa(addresses, window, width, scheme):
    page = window(color_scheme=scheme, bypass_csp=True, **size(width))
    found = {}
    for address in addresses:
        page.goto(address)
        page.evaluate(AXE.read_text())
        if violations := page.evaluate(AIM):
            found[address] = [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in violations]
    assert found == {}


@pytest.mark.parametrize("width", [1366, 390])
def test_the_keyboard_alone_reaches_everything_in_the_order_of_the_page(addresses, window, width):
    page = window(**size(width))
    for address in addresses:
        page.goto(address)
        wanted = page.evaluate(f"{REACHABLE}.map({NAME})")
        steps = []
        for _ in range(len(wanted) + 1):
            page.keyboard.press("Tab")
            step = page.evaluate(STANDING)
            if step["body"]:
                break
            steps.append(step)
        assert [each["name"] for each in steps[: len(wanted)]] == wanted, address
        assert 'class="skip"' in steps[0]["name"], address
        hidden = [each for each in steps if not (each["ring"] and each["seen"] and each["tabindex"] == 0)]
        assert hidden == [], address


def test_the_first_link_leads_past_the_masthead(addresses, window):
    page = window(**size(1366))
    for address in addresses:
        page.goto(address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('.masthead, .bar')"), address


@pytest.mark.parametrize("width", [1366, 390])
def test_letters_twice_as_large_lose_nothing_and_scroll_nowhere_sideways(addresses, window, width):
    page = window(bypass_csp=True, **size(width))
    for address in addresses:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OFF_THE_SCREEN) == 0, address
        assert page.evaluate(CUT) == [], address


def test_on_a_phone_large_letters_break_no_word_that_a_line_could_hold(addresses, window):
    page = window(bypass_csp=True, **size(390))
    found = {}
    for address in addresses:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if words := page.evaluate(BROKEN_WORDS):
            found[address] = words
    assert found == {}


def test_neither_does_a_page_drawn_twice_as_large_or_the_narrowest_window(addresses, window):
    for how in ({"device_scale_factor": 2, **size(640, 400)}, size(320)):
        assert found_on(window(**how), addresses, OFF_THE_SCREEN_OR_CUT) == {}


@pytest.mark.parametrize("width", [1366, 390])
def test_every_target_is_24_pixels_or_stands_apart(addresses, window, width):
    assert found_on(window(**size(width)), addresses, SMALL) == {}


def test_nothing_moves_for_whoever_asks_for_stillness(addresses, window):
    assert found_on(window(reduced_motion="reduce", **size(1366)), addresses, MOVING) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_shapes_of_states_are_seen_in_forced_colours(addresses, window, scheme):
    page = window(forced_colors="active", color_scheme=scheme, **size(1366))
    seen = 0
    for address in addresses:
        page.goto(address)
        for shape in page.locator(".shape:visible").all():
            drawn = Image.open(BytesIO(shape.screenshot())).convert("L")
            low, high = drawn.getextrema()
            assert high - low > 120, address
            seen += 1
    assert seen > 4


def test_every_page_says_the_same_without_javascript(addresses, window):
    scripted, plain = window(**size(1366)), window(java_script_enabled=False, **size(1366))
    for address in addresses:
        plain.goto(address)
        scripted.goto(address)
        words = [each.locator("main h1, main h2, main a").all_inner_texts() for each in (plain, scripted)]
        assert words[0] == words[1] != [], address
        for form in plain.locator("form").all():
            assert form.get_attribute("action") and form.locator("button").count() >= 1, address
