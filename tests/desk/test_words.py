"""The desk speaks the office's Vietnamese, Django's own odd words included."""

import gettext
import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.urls import reverse

from tests import terms
from tests.conftest import logged_in

LOCALE = Path(__file__).resolve().parents[2] / "council" / "locale" / "vi" / "LC_MESSAGES"


def spoken(page):
    """What a page says: its text, and the words in its labels and titles."""
    html = re.sub(r"<script.*?</script>|<style.*?</style>|<!--.*?-->", " ", page.content.decode(), flags=re.DOTALL)
    said = re.findall(r'(?:aria-label|title|placeholder|alt|type="submit" value)="([^"]*)"', html)
    return "\n".join([re.sub(r"<[^>]+>", " ", html), *said])


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("administrator", "/quan-tri/"),
        ("administrator", "/quan-tri/auth/user/"),
        ("administrator", "/quan-tri/auth/user/add/"),
        ("administrator", "/quan-tri/axes/accessattempt/"),
        ("administrator", "/quan-tri/meetings/unit/"),
        ("administrator", "/quan-tri/meetings/unit/add/"),
        ("administrator", "/quan-tri/meetings/council/add/"),
        ("administrator", "/quan-tri/password_change/"),
        ("clerk", "/quan-tri/"),
        ("clerk", "/quan-tri/meetings/session/"),
        ("clerk", "/quan-tri/meetings/importbatch/"),
        ("clerk", "/quan-tri/meetings/importbatch/them/"),
        ("chief", "/quan-tri/meetings/edition/"),
        ("reader", "/quan-tri/meetings/session/"),
    ],
)
def test_no_page_speaks_english_or_clumsily(request, published, who, address):
    page = logged_in(request.getfixturevalue(who)).get(address)
    assert page.status_code == 200
    assert terms.faults(spoken(page)) == []


def test_the_log_in_speaks_vietnamese_only(client, db):
    assert terms.faults(spoken(client.get("/quan-tri/login/"))) == []


def test_an_english_button_would_be_seen():
    page = HttpResponse('<p>Tiếng Việt</p><input type="submit" value="Save">')
    assert {fault.word for fault in terms.faults(spoken(page))} == {"Save"}


def test_history_is_called_history(administrator, clerk):
    page = logged_in(administrator).get(reverse("admin:auth_user_history", args=[clerk.pk]))
    assert "Lịch sử: Phạm Thu Hà" in spoken(page)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_compiled_words_are_those_that_were_written(domain):
    with (LOCALE / f"{domain}.mo").open("rb") as compiled:
        held = gettext.GNUTranslations(compiled)._catalog
    written = (LOCALE / f"{domain}.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid "(.+)"\n(?:msgid_plural .*\n)?msgstr(?:\[0\])? "(.*)"$', written, re.MULTILINE)
    said = {words.replace('\\"', '"') for _, words in pairs}
    assert len(pairs) == len(held) - 1
    assert said == {words for key, words in held.items() if key}


@pytest.mark.parametrize("name", ["Monday", "Sunday"])
def test_the_calendar_of_a_date_field_starts_on_monday_in_vietnamese(at_clerks_desk, name):
    catalogue = at_clerks_desk.get("/quan-tri/jsi18n/").content.decode()
    assert '"FIRST_DAY_OF_WEEK": 1' in catalogue
    assert {"Monday": '"Monday": "Th\\u1ee9 Hai"', "Sunday": '"Sunday": "Ch\\u1ee7 nh\\u1eadt"'}[name] in catalogue
