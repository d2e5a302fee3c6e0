"""Which council sits, and who takes over from whom."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Council

from ..conftest import logged_in
from .filling import filled

TODAY = timezone.localdate()


def council(name, **days):
    names = dict.fromkeys(("short_name", "committee_name", "committee_full_name", "locality", "place_name"), name)
    return Council.objects.create(name=name, letterhead=name, **names, **days)


def test_the_newest_council_comes_first_and_one_of_unknown_age_last(db):
    unknown, old, new = (
        council("a"),
        council("b", valid_from=date(2016, 6, 1)),
        council("c", valid_from=date(2021, 6, 1)),
    )
    assert list(Council.objects.all()) == [new, old, unknown]
    assert Council.objects.in_office() == new


def test_one_that_has_ended_or_not_begun_is_not_in_office(db):
    sitting = council("a", valid_from=date(2016, 6, 1))
    council("b", valid_from=date(2021, 6, 1), valid_to=TODAY - timedelta(days=1))
    council("c", valid_from=TODAY + timedelta(days=1))
    assert Council.objects.in_office() == sitting
    assert Council.objects.in_office(date(2022, 1, 1)).name == "b"


def test_where_none_sits_any_more_it_is_the_last_that_did(db):
    assert Council.objects.in_office() is None
    council("a", valid_to=date(2016, 5, 31))
    last = council("b", valid_to=date(2021, 5, 31))
    assert Council.objects.in_office() == last


@pytest.mark.parametrize("heir", ["itself", "its predecessor"])
def test_a_council_does_not_follow_upon_itself(administrator, heir):
    first = council("a")
    second = council("b")
    Council.objects.filter(pk=first.pk).update(successor=second)
    page = reverse("admin:meetings_council_change", args=[second.pk])
    desk = logged_in(administrator)
    typed = filled(desk.get(page), successor=(second if heir == "itself" else first).pk)
    assert "không thể là chính hội đồng này" in desk.post(page, typed).content.decode()
    assert desk.post(page, {**typed, "successor": ""}).status_code == 302


def test_the_contacts_of_the_office_are_typed_on_the_desk_and_go_into_the_record(administrator):
    sitting = council("a")
    page, desk = reverse("admin:meetings_council_change", args=[sitting.pk]), logged_in(administrator)
    refused = desk.post(page, filled(desk.get(page), email="vp"))
    assert "Địa chỉ thư điện tử chưa đúng." in refused.content.decode()
    typed = {"address": "Số 1 Phố Mẫu", "telephone": "024 0000 0000", "email": "vp@hdnd.example.vn"}
    assert desk.post(page, filled(desk.get(page), **typed)).status_code == 302
    sitting.refresh_from_db()
    record = sitting.to_record()
    assert (record.address, record.telephone, record.email) == ("Số 1 Phố Mẫu", "024 0000 0000", "vp@hdnd.example.vn")
