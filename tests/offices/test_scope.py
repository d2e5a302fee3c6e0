"""A query of an office's rows sees that office alone, and raises outside one."""

import threading

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType

from meetings.models import (
    Council,
    Edition,
    Office,
    OneTimePassword,
    OutsideOffice,
    SentForm,
    Session,
    Unit,
    at_office,
    every_office,
)
from meetings.models.office_scope import ScopedManager

OF_ALL_OFFICES = {
    Office: "tells the offices apart",
    OneTimePassword: "of an account, whichever offices its person works in",
    SentForm: "its key is a secret of the form that was sent",
}
"""The models of no office, and why."""
GLOBAL = (User, Group, Permission, ContentType, Office)


def models():
    return [each for each in apps.get_app_config("meetings").get_models() if not hasattr(each, "history_user")]


def scoped_models():
    return [each for each in models() if each not in OF_ALL_OFFICES]


def outside(work):
    """What `work` gives or raises in a thread of its own, where no office is at work."""
    done = []

    def run():
        try:
            done.append(work())
        except Exception as error:
            done.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return done[0]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_model_is_an_offices_own_or_on_the_list(model):
    assert isinstance(model._default_manager, ScopedManager) is (model not in OF_ALL_OFFICES)


@pytest.mark.parametrize(
    "model", [each for each in models() if each not in OF_ALL_OFFICES], ids=lambda each: each.__name__
)
def test_outside_an_office_a_query_raises_before_it_is_asked(model):
    for ask in (lambda rows: rows.first(), lambda rows: rows.count(), lambda rows: rows.filter(pk=1).exists()):
        assert isinstance(outside(lambda ask=ask: ask(model._default_manager)), OutsideOffice)


def test_nobody_is_led_from_what_all_offices_share_to_the_rows_of_another():
    for model in models():
        for field in model._meta.get_fields():
            if field.is_relation and field.related_model in GLOBAL and not field.auto_created and field.concrete:
                hidden = field.remote_field.hidden
                assert hidden or model in OF_ALL_OFFICES or model._default_manager.of_people, (model, field.name)


def test_a_query_made_outside_sees_the_office_it_is_run_in(db, council):
    rows = Council.objects.all()
    other = Office.objects.create(slug="khac")
    assert list(rows) == [council]
    with at_office(other):
        assert list(rows.all()) == []
    with every_office():
        assert list(rows.all()) == [council]


def test_a_row_belongs_to_the_office_in_which_it_is_made(db):
    other = Office.objects.create(slug="khac")
    with at_office(other):
        unit = Unit.objects.create(name="Phòng Y tế")
    assert unit.office == other and not Unit.objects.exists()
    assert Unit.objects.create(name="Phòng Y tế").slug == unit.slug
    assert isinstance(outside(lambda: Unit(name="Phòng Nội vụ").office_id), type(None))


def test_the_same_address_may_be_had_by_each(theirs):
    with every_office():
        for rows in (Session.objects.filter(year=2021, month=1), Edition.objects.filter(kind="news", state="live")):
            assert len({(row.office_id) for row in rows}) == 2
