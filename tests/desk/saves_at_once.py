"""Eight who opened one form save it at once, each on a connection of its own. Run by test_two_saves.py on a
database of its own; prints how many were told "saved", and whether that one's words stand."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import django

from .clicks_at_once import EIGHT, people

ROUNDS = count(1)
"""A round types words of its own: the words of an earlier round would change nothing and be saved besides."""


def saves(user, where, field, form):
    """(status, what was typed) of each of the eight."""
    from django.db import connections
    from django.test import Client

    clients = [Client() for _ in range(EIGHT)]
    for each in clients:
        each.force_login(user)
    page = clients[0].get(where).content.decode()
    base = re.search(r'name="_base" value="([^"]+)"', page)[1]
    form, this_round = form | {"_base": base}, next(ROUNDS)

    def save(number):
        try:
            typed = f"chữ {this_round}-{number}"
            return clients[number].post(where, form | {field: typed}).status_code, typed
        finally:
            connections.close_all()

    with ThreadPoolExecutor(EIGHT) as office:
        return list(office.map(save, range(EIGHT)))


def tell(name, answers, stored):
    saved = [typed for status, typed in answers if status == 302]
    asked = sum(status == 409 for status, _ in answers)
    print(f"{name}: {len(saved)} saved, {asked} asked,", "the saved one stands" if saved == [stored()] else stored())


def main():
    from django.core.management import call_command

    from meetings.models import Office, at_office

    call_command("migrate", verbosity=0)
    with at_office(Office.objects.get()):
        race(people())


def race(user):
    from django.contrib.auth.models import User
    from django.urls import reverse

    from meetings.models import Council, Membership, PaperDraft, Session, Unit

    names = dict.fromkeys(("name", "short_name", "committee_name", "committee_full_name", "locality"), "HĐND")
    names |= {"place_name": "Huế", "letterhead": "HĐND"}
    council = Council.objects.create(**names)
    session = Session.objects.create(council=council, year=2021, month=3, title="Phiên")
    paper = reverse("admin:meetings_session_paper", args=[session.pk, "giay-moi"])
    for name in ("first draft", "draft"):
        answers = saves(user, paper, "closing", {})
        tell(name, answers, lambda: PaperDraft.objects.get().closing)
    no_rows = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}
    rows = {f"{name}-{key}": value for name in ("members", "paper_defaults") for key, value in no_rows.items()}
    where = reverse("admin:meetings_council_change", args=[council.pk])
    answers = saves(user, where, "place_name", names | rows | {"symbol_suffix": "HĐND"})
    tell("council", answers, lambda: Council.objects.get().place_name)
    unit = Unit.objects.create(name="Phòng Tư pháp")
    rows = {"names-TOTAL_FORMS": "1", "names-INITIAL_FORMS": "1", "names-0-name": unit.name}
    rows |= {"names-0-id": str(unit.names.get().pk), "names-0-unit": str(unit.pk)}
    where = reverse("admin:meetings_unit_change", args=[unit.pk])
    answers = saves(user, where, "short_name", {"name": unit.name, "kind": "state"} | rows)
    tell("unit", answers, lambda: Unit.objects.get().short_name)
    other = User.objects.create_user("vanthu", password="mot-mat-khau-du-dai")
    Membership.objects.create(user=other)
    where = reverse("admin:auth_user_change", args=[other.pk])
    answers = saves(user, where, "first_name", {"username": "vanthu", "is_active": "on"})
    tell("user", answers, lambda: User.objects.get(pk=other.pk).first_name)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
    django.setup()
    main()
