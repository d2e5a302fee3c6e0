"""Nothing of another office is met at any address, by anybody; and every scope that is taken away is missed."""

import json
import re
from itertools import chain

import pytest
from django.core.cache import cache
from django.db import models as django_models
from django.urls import reverse

from meetings.desk.pasted import suggestions
from meetings.models import (
    Directive,
    Edition,
    Invitation,
    Membership,
    Unit,
    UnitLink,
    at_office,
    search_entries,
    search_index,
)
from meetings.models.office_scope import ScopedManager, current
from meetings.public import cached_page, site_state
from tests.conftest import join, logged_in
from tests.desk.filling import filled
from tests.desk.test_roles import ADDRESSES, address
from tests.public.every_word import words
from tests.public.test_unseen import MARK, addresses

from .conftest import OURS, THEIRS

ROLES = ("reader", "clerk", "chief", "administrator")
OF_NO_OFFICE = ("logout", "view_on_site")
OLD = "/dau-chua-cong-bo"
"""Where the other office's page stood on its old portal."""


def carries(answer):
    said = words(answer)
    if answer.headers.get("Content-Type", "").startswith("application/json"):
        said = json.dumps(json.loads(said), ensure_ascii=False)
    said = said.replace("<mark>", "").replace("</mark>", "") + str(answer.headers)
    return MARK in said or "dau-chua-cong-bo" in said


def public_leaks(client, theirs):
    """Among our addresses, and those that only the other office has."""
    with at_office(theirs):
        theirs_too = (*addresses(), *(f"/bao-cao/{link.token}/" for link in UnitLink.objects.all()))
        theirs_too += tuple(f"/giay-moi/{link.token}/" for link in Invitation.objects.all())
    for where in dict.fromkeys((*addresses(), *theirs_too)):
        if carries(client.get(where)):
            yield where
    if client.get(OLD).status_code != 404:
        yield OLD


def desk_leaks(client, session, theirs):
    """Among the addresses of the desk, asked with the keys of the other office's rows."""
    with at_office(theirs):
        places = {name: address(name, session) for name in ADDRESSES if name not in OF_NO_OFFICE}
    places["names begun"] = reverse("admin:meetings_session_suggest") + "?truong=position&q=dau"
    for name, where in places.items():
        answer, names_a_row = client.get(where), re.search(r"/\d", where) and "accessattempt" not in name
        if carries(answer) or (names_a_row and answer.status_code == 200):
            yield name


def test_a_citizen_meets_nothing_of_the_other(client, theirs):
    assert list(public_leaks(client, theirs)) == []


@pytest.mark.parametrize("role", ROLES)
def test_nobody_at_the_desk_meets_anything_of_the_other(request, theirs, their_session, role):
    client = logged_in(request.getfixturevalue(role))
    assert list(desk_leaks(client, their_session, theirs)) == []


def test_a_unit_of_the_other_cannot_be_forged_into_a_form(at_clerks_desk, ours, their_unit, reopened):
    directive = Directive.objects.filter(lead_unit__isnull=False).first()
    known = directive.lead_unit_id
    where = reverse("admin:meetings_session_change", args=[reopened.pk])
    form = filled(at_clerks_desk.get(where))
    named = [each for each, value in form.items() if each.endswith("-lead_unit") and str(known) in str(value)]
    assert named
    answer = at_clerks_desk.post(where, {**form, **dict.fromkeys(named, str(their_unit.pk))})
    directive.refresh_from_db()
    assert directive.lead_unit_id == known and not carries(answer)


SCOPED = (
    *("Session", "Edition", "SessionEntry", "DirectiveEntry", "ListedUnit"),
    *("Unit", "Council", "Directive", "Attendee", "ImportBatch", "ImportedPost", "PaperDefaults", "Membership"),
    *("Letter", "PlenarySitting", "LadderStep", "UnitLink", "Proposal", "ErrorReport"),
)
"""Whose scope alone stands between the offices somewhere. Behind the others a second one stands."""


def unscope(monkeypatch, name):
    from django.apps import apps

    manager = type(apps.get_model("meetings", name)._default_manager)
    monkeypatch.setattr(manager, "get_queryset", lambda self: super(ScopedManager, self).get_queryset())


def crawl(client, desks, theirs, their_session):
    """The first leak that is met."""
    at_desks = (desk_leaks(desk, their_session, theirs) for desk in desks)
    try:
        return next(chain(public_leaks(client, theirs), *at_desks), None)
    except (django_models.ObjectDoesNotExist, Edition.MultipleObjectsReturned, AssertionError, KeyError) as broken:
        return repr(broken)


@pytest.mark.proof
@pytest.mark.parametrize("name", SCOPED)
def test_a_scope_that_is_taken_away_is_missed(client, desks, theirs, their_session, monkeypatch, name):
    unscope(monkeypatch, name)
    assert crawl(client, desks, theirs, their_session)


def found(client):
    return client.get("/tim-kiem/?q=chưa công bố").context["found"].count


def test_words_indexed_without_their_office_are_missed(client, ours, monkeypatch, request):
    assert found(client) == 0
    cache.clear()
    for module in (search_entries, search_index):
        monkeypatch.setattr(module, "lead", lambda office, kind: kind.value)
    request.getfixturevalue("theirs")
    assert found(client) > 0


def test_pages_kept_without_their_office_are_missed(client, theirs, monkeypatch):
    monkeypatch.setattr(site_state.State, "etag", lambda self, *address: "1")
    monkeypatch.setattr(cached_page, "origin", lambda request: "https://hdnd.example")
    assert carries(client.get("/", headers={"host": THEIRS}))
    assert carries(client.get("/", headers={"host": OURS}))


def test_suggestions_kept_without_their_office_are_missed(at_clerks_desk, theirs, monkeypatch):
    asked = reverse("admin:meetings_session_suggest") + "?truong=position&q=dau"
    assert not carries(at_clerks_desk.get(asked))
    monkeypatch.setattr(suggestions, "current", lambda: theirs)
    with at_office(theirs):
        suggestions._kept(suggestions._positions)
    assert carries(at_clerks_desk.get(asked))


def test_roles_had_in_another_office_are_missed(client, theirs, reader, monkeypatch):
    with at_office(theirs):
        join(reader, "Văn thư")
    client.force_login(reader)
    new = reverse("admin:meetings_unit_add")
    assert client.get(new, headers={"host": OURS}).status_code == 403
    monkeypatch.setattr(type(Membership._default_manager), "of_people", False)
    assert client.get(new, headers={"host": OURS}).status_code == 200


@pytest.fixture
def desks(chief, administrator):
    return [logged_in(chief), logged_in(administrator)]


def test_the_state_of_the_site_is_asked_by_office(theirs):
    here = site_state.now().revision
    with at_office(theirs):
        there = site_state.now().revision
    assert here != there and here.startswith(f"{current().pk} ") and Unit.objects.exists()
