"""The code that opens the first account of an installation: made at the start, kept until that account is made."""

import os
import secrets

from django.conf import settings
from django.contrib.auth.models import User

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is taken for another when it is copied by hand: no l and 1, no i, no o and 0."""


def random_words():
    """ "k7mq-4txe-9hda", of some 59 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def _file():
    return settings.DATA_DIR / "opening-code"


def keep():
    """The code of an installation without accounts, made where there is none yet; None once somebody has one."""
    if User.objects.filter(is_staff=True).exists():
        take_away()
        return None
    try:
        descriptor = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(code := random_words())
    return code


def is_awaited():
    """Whether the first account can be opened by the code: only a start without the demo makes one."""
    return bool(_kept()) and not User.objects.filter(is_staff=True).exists()


def is_right(typed):
    """Capitals, blanks and dashes aside. It takes as long whatever was typed."""
    kept = _kept()
    return bool(kept) and secrets.compare_digest(_bare(typed).encode(), _bare(kept).encode())


def take_away():
    _file().unlink(missing_ok=True)


def _kept():
    try:
        return _file().read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def _bare(words):
    return "".join(words.lower().replace("-", " ").split())
