"""Every public page is valid HTML to a strict parser: names that lead somewhere, one h1, no level skipped."""

from collections import Counter

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import RequestFactory
from tinyhtml5.parser import HTMLParser

from council import maintenance
from meetings.models import Office, at_office
from meetings.public import errors

from .addresses import EVERY_PAGE, furnish

LANGUAGES = {"/en/": "en", "/en/open-data/": "en"}


def parsed(html):
    """The tree of a page; fails on the first thing that is not HTML."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(html)
    assert parser.errors == []
    return tree


def faults(tree, lang="vi"):
    every = [each for each in tree.iter() if isinstance(each.tag, str)]
    ids = Counter(each.get("id") for each in every if each.get("id"))
    yield from (f"id {name} {times} lần" for name, times in ids.items() if times > 1)
    for each in every:
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"):
            yield from (f"{each.tag} {name}={word}" for word in (each.get(name) or "").split() if word not in ids)
        if each.tag == "a" and (each.get("href") or "").startswith("#") and each.get("href")[1:] not in ids:
            yield f"a {each.get('href')}"
        if each.tag == "img" and each.get("alt") is None:
            yield f"img {each.get('src')}"
        if each.get("style") or any(name.startswith("on") for name in each.keys()):  # noqa: SIM118 (an XML element)
            yield f"{each.tag}: viết ngay trong trang"
    levels = [int(each.tag[1]) for each in every if each.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    yield from (f"h{now} sau h{before}" for before, now in zip(levels, levels[1:], strict=False) if now > before + 1)
    root = next(each for each in every if each.tag == "html")
    if root.get("lang") != lang:
        yield f"lang={root.get('lang')}"
    yield from unnamed(every)


def unnamed(every):
    """Controls that nothing names."""
    labelled = {each.get("for") for each in every if each.tag == "label"}
    for each in every:
        if each.tag in {"input", "select", "textarea"} and each.get("type") not in {"hidden", "submit"}:
            named = each.get("aria-label") or each.get("aria-labelledby") or each.get("id") in labelled
            inside = any(each in set(label.iter()) for label in every if label.tag == "label")
            if not named and not inside:
                yield f"{each.tag} {each.get('name')} không có tên"


def test_every_page_is_valid(client, db, news):
    addresses = EVERY_PAGE + furnish(news)
    found = {}
    for address in addresses:
        tree = parsed(client.get(address).content.decode())
        found[address] = list(faults(tree, LANGUAGES.get(address, "vi")))
    assert found == dict.fromkeys(addresses, [])


def test_an_empty_site_is_valid(client, db):
    for address in ("/", "/phien-hop/", "/kha-nang-tiep-can/", "/khong-co/"):
        assert list(faults(parsed(client.get(address).content.decode()))) == []


@pytest.mark.parametrize("is_sample", [False, True])
@pytest.mark.parametrize(
    "answer",
    [
        lambda asked: errors.not_understood(asked, SuspiciousOperation()),
        lambda asked: errors.forbidden(asked, PermissionDenied()),
        lambda asked: errors.too_many(asked, 31),
        errors.broken,
        lambda asked: maintenance.unavailable(),
        lambda asked: maintenance.unavailable(maintenance.Notice("Nâng cấp.")),
    ],
)
def test_pages_without_a_database_are_valid(answer, is_sample):
    with at_office(Office(is_sample=is_sample)):
        page = answer(RequestFactory().get("/")).content.decode()
    assert list(faults(parsed(page))) == [] and page.count("Dữ liệu mẫu") == is_sample


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<h1 id="a">x</h1><p id="a">', "id a 2 lần"),
        ('<h1>x</h1><label for="b">x</label>', "label for=b"),
        ("<h1>x</h1><h3>y</h3>", "h3 sau h1"),
        ("<h1>x</h1><img src=a>", "img a"),
        ('<h1>x</h1><input name="q">', "input q không có tên"),
        ("<p>x</p>", "0 h1"),
    ],
)
def test_each_fault_is_found(html, fault):
    page = f'<!doctype html><html lang="vi"><head><title>x</title></head><body>{html}</body></html>'
    assert list(faults(parsed(page))) == [fault]


def test_what_is_no_html_is_refused():
    with pytest.raises(AssertionError):
        parsed("<!doctype html><title>x</title><p><b>x</p></b></div>")
