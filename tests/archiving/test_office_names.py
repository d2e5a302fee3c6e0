"""What the office knows is gathered once a run and handed to the reader."""

from datetime import date

import pytest

from meetings import archiving
from meetings.models import Council, Unit
from meetings.readers import read

from .conftest import FEBRUARY, a_post


def test_the_council_in_office_comes_first(council):
    old = council.to_record()
    council.valid_to = date(2025, 6, 30)
    council.save()
    values = {name: f"{getattr(old, name)} mới" for name in ("name", "short_name", "committee_full_name", "locality")}
    Council.objects.create(committee_name="Thường trực HĐND phường Mới", valid_from=date(2025, 7, 1), **values)
    names = [each.committee_name for each in archiving.known_office().councils]
    assert names == ["Thường trực HĐND phường Mới", old.committee_name]


def test_units_go_by_all_their_names_and_people_by_those_of_earlier_sessions(january):
    unit = Unit.objects.create(name="Mặt trận", short_name="MTTQ quận")
    unit.names.create(name="Ủy ban MTTQ")
    office = archiving.known_office()
    assert all(name in office.units for name in ("mặt trận", "MTTQ Quận", "ủy ban MTTQ"))
    assert january.attendees.exclude(name="").first().name in office.people


def test_a_council_confirmed_for_a_look_is_known(council):
    other = archiving.council_named("HĐND quận Cầu Giấy")
    office = archiving.known_office([other, council.to_record()])
    assert [each.short_name for each in office.councils] == [council.short_name, "HĐND quận Cầu Giấy"]


def test_a_post_that_names_its_council_by_kind_alone_is_the_offices(gathered):
    text = FEBRUARY.replace(" quận Hai Bà Trưng", " quận")
    assert gathered(a_post("1.txt", text))[0].record.council.short_name == "HĐND quận Hai Bà Trưng"


@pytest.mark.parametrize("names", [1, 30])
def test_three_queries_for_any_number_of_names(january, names, django_assert_num_queries):
    for number in range(names):
        Unit.objects.create(name=f"Phòng {number}")
    with django_assert_num_queries(3):
        office = archiving.known_office()
    assert read(FEBRUARY, office)
