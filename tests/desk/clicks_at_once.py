"""Eight clicks on one form at the same moment, each on a connection of its own, as on several servers. Run by
test_sent_once.py on a database of its own; prints how often the work was done and where the answers led."""

import os
import re
from concurrent.futures import ThreadPoolExecutor

import django

EIGHT = 8


def people():
    from django.conf import settings
    from django.contrib.auth.models import User

    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = False, ["testserver"]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    return User.objects.create_superuser("chu", password="mot-mat-khau-du-dai")


def clicks(user, where, form):
    """Where the eight answers lead; each click has a log-in of its own, so that nothing but the form joins them."""
    from django.db import connections
    from django.test import Client

    clients = [Client() for _ in range(EIGHT)]
    for each in clients:
        each.force_login(user)
    page = clients[0].get(where).content.decode()
    token = re.findall(r'name="_once" value="([^"]+)"', page)[-1]

    def click(client):
        try:
            answer = client.post(where, form | {"_once": token})
            return answer.status_code, answer.get("Location")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(EIGHT) as office:
        return list(office.map(click, clients))


def main():
    from django.core.management import call_command

    from meetings.models import Office, at_office

    call_command("migrate", verbosity=0)
    with at_office(Office.objects.get()):
        race(people())


def race(user):
    from django.urls import reverse

    from meetings.models import Council, Session, Unit

    Council.objects.create(name="HĐND", committee_name="Thường trực HĐND", letterhead="HĐND")
    rows = {"names-TOTAL_FORMS": "0", "names-INITIAL_FORMS": "0"}
    answers = clicks(user, reverse("admin:meetings_unit_add"), {"name": "Phòng Y tế", "kind": "state"} | rows)
    led = answers.count((302, reverse("admin:meetings_unit_changelist")))
    print(f"unit {Unit.objects.count()} made, {led} led to the list")
    new = {"kind": "extraordinary", "belongs_to": "03/2021"}
    answers = clicks(user, reverse("admin:meetings_session_extraordinary"), new)
    made = Session.objects.first()
    led = answers.count((302, reverse("admin:meetings_session_change", args=[made.pk])))
    print(f"session {Session.objects.count()} made, {led} led to it")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
    django.setup()
    main()
