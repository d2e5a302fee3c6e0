"""Units found as they are typed."""

import pytest
from django.urls import reverse

from meetings.models import Unit


@pytest.mark.parametrize("typed", ["tài chính", "TAI CHINH", "tài\0 chính"])
def test_a_unit_is_found_whatever_came_with_the_letters(at_clerks_desk, typed):
    finances = Unit.objects.create(name="Phòng Tài chính")
    Unit.objects.create(name="Phòng Y tế")
    asked = {"app_label": "meetings", "model_name": "directive", "field_name": "lead_unit", "term": typed}
    found = at_clerks_desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [each["id"] for each in found] == [str(finances.pk)]


def test_the_unit_that_is_called_so_stands_before_those_that_only_hold_the_words(at_clerks_desk, db):
    office = Unit.objects.create(name="Văn phòng HĐND và UBND quận")
    Unit.objects.create(name="Phòng Văn hóa và Thông tin")
    committee = Unit.objects.create(name="Ủy ban nhân dân quận")
    committee.names.create(name="UBND quận")
    where = reverse("admin:autocomplete")

    def first(term):
        asked = {"app_label": "meetings", "model_name": "directive", "field_name": "lead_unit", "term": term}
        return at_clerks_desk.get(where, asked).json()["results"][0]["id"]

    assert first("ubnd quan") == str(committee.pk)
    assert first("van phong") == str(office.pk)


def test_a_list_that_is_searched_keeps_the_order_that_was_chosen(at_clerks_desk, db):
    for name in ("Văn phòng UBND", "Văn phòng HĐND và UBND quận"):
        Unit.objects.create(name=name)
    where = reverse("admin:meetings_unit_changelist")
    for order in ("0", "-0"):
        page = at_clerks_desk.get(where, {"q": "van phong ubnd", "o": order}).content.decode()
        names = [page.index(f">{unit.name}<") for unit in Unit.objects.order_by("name")]
        assert names == sorted(names, reverse=order == "-0")
