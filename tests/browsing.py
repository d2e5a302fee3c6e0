"""What the tests in a real browser share. They are marked `browser`; bin/test --browser runs them."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

from .conftest import PASSWORD

QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
OPTIONS = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", *QUIET]}


def make_roles():
    """Emptying the tables between browser tests takes the groups away; the migrations make them again."""
    if not Group.objects.exists():
        with connection.schema_editor() as editor:
            import_module("meetings.migrations.0002_roles").make_roles(apps, editor)
            import_module("meetings.migrations.0004_seals_and_roles").let_the_roles(apps, editor)
            import_module("meetings.migrations.0009_roles_for_old_posts").let_the_roles(apps, editor)


def log_in(page, address, user):
    """Opens `address` as `user`, through the log-in page."""
    page.goto(address)
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_selector("#header nav")
    return page
