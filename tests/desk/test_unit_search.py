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
