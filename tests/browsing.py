"""What the tests in a real browser share. They are marked `browser`; bin/test --browser runs them."""

from urllib.parse import unquote_plus

from django.conf import settings
from django.contrib.auth.models import User

from .conftest import logged_in

QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
OPTIONS = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", *QUIET]}

SCREENS = [(1366, "light"), (390, "dark")]
"""For faults of colour or of layout: the one follows the scheme alone, the other the width."""


def log_in(page, address, user):
    """Opens `address` as `user`, who was let in before: the log-in form is a page of its own tests."""
    ticket = logged_in(User.objects.get(username=user)).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": ticket, "url": address}])
    page.goto(address)
    return page


def wait_until_kept(page, words):
    """Until the browser keeps a draft with these words: the page writes them down a moment after they were typed."""
    kept = "words => Object.entries(localStorage).some(([key, value]) => key > 'ban-go-do:' && value.includes(words))"
    page.wait_for_function(kept, arg=words)


def until_asked(page, held, words=""):
    """Waits for the first of the requests that a route holds whose address has `words`, and gives it."""
    while not (found := [each for each in held if words in unquote_plus(each.request.url)]):
        page.wait_for_timeout(50)
    return found[0]
