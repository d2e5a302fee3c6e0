"""The registers of the desk (units, councils, accounts, issued papers): words, crumbs, people by their names."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Edition, Unit
from tests.conftest import PASSWORD, logged_in

from .filling import filled
from .test_roles import ADDRESSES, address
from .test_sent_once import WITHOUT_FORMS

CRUMBS = re.compile(r'<div class="breadcrumbs">(.*?)</div>', re.DOTALL)
PAGES = [name for name, row in ADDRESSES.items() if "2" in row[3:] and name not in WITHOUT_FORMS]


def page(client, name, *arguments):
    return client.get(reverse(f"admin:{name}", args=arguments)).content.decode()


@pytest.fixture
def at_administrators_desk(administrator):
    return logged_in(administrator)


def test_a_yes_or_no_is_a_word_in_lists_and_forms(at_administrators_desk, reader):
    unit = Unit.objects.create(name="Phòng Nội vụ", active=False)
    listed, read = page(at_administrators_desk, "meetings_unit_changelist"), logged_in(reader)
    assert re.findall(r'<td data-label="Đang hoạt động"[^>]*>(.*?)</td>', listed) == ["không"]
    for html in (listed, page(read, "meetings_unit_change", unit.pk), page(read, "meetings_unit_changelist")):
        assert "admin/img/" not in html


def test_a_cell_says_its_head_and_an_empty_one_takes_no_line_on_a_phone(at_administrators_desk):
    Unit.objects.create(name="Phòng Nội vụ")
    html = page(at_administrators_desk, "meetings_unit_changelist")
    assert '<td data-label="Loại"' in html
    assert '<td data-label="Tên gọi tắt" class="ledger__none">' in html


def test_words_in_a_list_are_escaped(at_administrators_desk):
    Unit.objects.create(name='Phòng <img src="icon-yes.svg">')
    html = page(at_administrators_desk, "meetings_unit_changelist")
    assert "Phòng &lt;img src=&quot;icon-yes.svg&quot;&gt;" in html


def test_a_list_costs_the_same_queries_for_three_rows_as_for_one(at_administrators_desk):
    counts = []
    for names in (["Phòng Nội vụ"], ["Phòng Tư pháp", "Phòng Y tế"]):
        for name in names:
            Unit.objects.create(name=name)
        with CaptureQueriesContext(connection) as queries:
            page(at_administrators_desk, "meetings_unit_changelist")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_pages_of_a_long_list_lead_on_and_back(at_administrators_desk):
    for number in range(101):
        Unit.objects.create(name=f"Tổ dân phố số {number}")
    html = page(at_administrators_desk, "meetings_unit_changelist")
    assert "1–100 trong 101" in html and '<a href="?p=2">Tiếp ›</a>' in html
    last = at_administrators_desk.get(reverse("admin:meetings_unit_changelist"), {"p": 2}).content.decode()
    assert "101–101 trong 101" in last and "‹ Trước</a>" in last


@pytest.mark.parametrize("name", PAGES)
def test_every_crumb_leads_to_a_page(administrator, chief, published, name):
    """And none leads to the listing of an app, which the desk does not have."""
    client = logged_in(chief if ADDRESSES[name][3] == "2" else administrator)
    for crumbs in CRUMBS.findall(client.get(address(name, published)).content.decode()):
        links = re.findall(r'href="([^"]*)"', crumbs)
        assert links[0] == reverse("admin:index") and "Phiên họp Thường trực" not in crumbs
        assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("app", ["meetings", "auth", "axes"])
def test_the_listing_of_an_app_is_the_home_page(at_administrators_desk, app):
    answer = at_administrators_desk.get(reverse("admin:app_list", args=[app]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("admin:index"))


def test_colleagues_go_by_their_names_and_not_by_their_accounts(at_administrators_desk, published, clerk, chief):
    clerks, council = logged_in(clerk), published.council
    clerks.post(
        reverse("admin:meetings_unit_add"), filled(clerks.get("/quan-tri/meetings/unit/add/"), name="Phòng Nội vụ")
    )
    unit = Unit.objects.get(name="Phòng Nội vụ")
    pages = {
        "meetings_unit_history": unit.pk,
        "meetings_council_history": council.pk,
        "meetings_edition_history": Edition.objects.first().pk,
        "auth_user_history": clerk.pk,
        "auth_user_password_change": clerk.pk,
        "meetings_edition_changelist": None,
    }
    for name, pk in pages.items():
        main = page(at_administrators_desk, name, *([pk] if pk else [])).split("<main")[1]
        main = re.sub(r"<[^>]+>", " ", main)
        assert not re.search(r"\b(vanthu|chanhvp)\b", main), name
    assert "Phạm Thu Hà" in page(at_administrators_desk, "meetings_unit_history", unit.pk)
    assert "Đỗ Văn Khải" in page(at_administrators_desk, "meetings_edition_changelist")


def test_the_list_of_accounts_shows_both_names(at_administrators_desk, clerk):
    html = page(at_administrators_desk, "auth_user_changelist")
    assert "vanthu" in html and "Phạm Thu Hà" in html


def test_the_operator_is_asked_before_a_unit_is_deleted(db):
    User.objects.create_superuser("root", password=PASSWORD)
    operator, unit = logged_in(User.objects.get(username="root")), Unit.objects.create(name="Phòng Nội vụ")
    where = reverse("admin:meetings_unit_delete", args=[unit.pk])
    assert "Xóa Phòng Nội vụ" in page(operator, "meetings_unit_delete", unit.pk)
    operator.post(where, {"post": "yes"})
    assert not Unit.objects.exists()
