"""What the tests in a real browser share. They are marked `browser`; bin/test --browser runs them."""

from django.conf import settings
from django.contrib.auth.models import User

from .conftest import logged_in

QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
OPTIONS = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", *QUIET]}


def log_in(page, address, user):
    """Opens `address` as `user`, who was let in before: the log-in form is a page of its own tests."""
    ticket = logged_in(User.objects.get(username=user)).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": ticket, "url": address}])
    page.goto(address)
    return page
