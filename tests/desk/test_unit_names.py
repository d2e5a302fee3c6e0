"""The names of a unit: as many as people use, each leading to one unit only."""

import pytest
from django.urls import reverse

from meetings.models import Unit

from ..conftest import logged_in

ADD = reverse("admin:meetings_unit_add")


@pytest.fixture
def desk(administrator):
    return logged_in(administrator)


@pytest.fixture
def justice(db):
    return Unit.objects.create(name="Phòng Tư pháp")


def typed(*others, name="Phòng Tư pháp"):
    rows = {f"names-{place}-name": other for place, other in enumerate(others)}
    sizes = {"names-TOTAL_FORMS": len(others), "names-INITIAL_FORMS": 0}
    return {"name": name, "kind": "state", "active": "on", **sizes, **rows}


def names(unit):
    return set(unit.names.values_list("name", flat=True))


def test_a_unit_is_added_with_the_other_names_it_goes_by(desk):
    assert desk.post(ADD, typed("TP quận", "Tư pháp quận")).status_code == 302
    assert names(Unit.objects.get()) == {"Phòng Tư pháp", "TP quận", "Tư pháp quận"}


@pytest.mark.parametrize("others", [("TP", "tp"), ("phong tu phap",), ("cũ",)], ids=["twice", "its own", "stored"])
def test_a_name_the_unit_has_already_is_refused_on_its_row(desk, justice, others):
    justice.names.create(name="Cũ")
    answer = desk.post(reverse("admin:meetings_unit_change", args=[justice.pk]), typed(*others))
    assert answer.status_code == 200 and "đã là tên của đơn vị này." in answer.content.decode()
    assert names(justice) == {"Phòng Tư pháp", "Cũ"}


def test_another_name_like_the_new_one_is_refused(desk, justice):
    answer = desk.post(reverse("admin:meetings_unit_change", args=[justice.pk]), typed("phong tp", name="Phòng TP"))
    assert answer.status_code == 200 and "đã là tên của đơn vị này." in answer.content.decode()


def test_a_name_of_another_unit_is_refused(desk, justice):
    answer = desk.post(ADD, typed("PHÒNG TƯ PHÁP", name="Phòng Y tế"))
    assert answer.status_code == 200 and "đã là tên của đơn vị “Phòng Tư pháp”." in answer.content.decode()
    assert Unit.objects.count() == 1


def test_a_name_too_long_once_folded_is_refused_on_its_field(desk):
    answer = desk.post(ADD, typed(name="½" * 100))
    assert list(answer.context["adminform"].form.errors) == ["name"]
