"""What the tests in a real browser share. They are marked `browser`; bin/test --browser runs them."""

from .conftest import PASSWORD

QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
OPTIONS = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", *QUIET]}


def log_in(page, address, user):
    """Opens `address` as `user`, through the log-in page."""
    page.goto(address)
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_selector("#header nav")
    return page
