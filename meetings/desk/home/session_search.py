"""Finding a session by any words about it, accents aside."""

import re

from ...models import AgendaItem, Attendee, Directive
from ...record import Role, SessionKind
from ...vietnamese import date_digits, fold

_NOT_SEARCHED = re.compile(r"[^a-z0-9/]+")


def matching(sessions, words):
    """The sessions that hold every one of `words`, each as the beginning of a word, by their primary keys.

    Folding is Python's, for SQLite and PostgreSQL alike: an office's sessions are hundreds, at most a few thousand.
    """
    wanted = [f" {word}" for word in _words(words).split()]
    texts = _texts(sessions)
    return [pk for pk, text in texts.items() if all(word in text for word in wanted)]


def _texts(sessions):
    """Everything said of each session, folded: four queries for any number."""
    said = {}
    for pk, title, kind, year, month, held_on in sessions.order_by().values_list(
        "pk", "title", "kind", "year", "month", "held_on"
    ):
        months = f"tháng {month:02d}/{year} tháng {month}/{year} tháng {month:02d} năm {year} {month} năm {year}"
        days = f"{date_digits(held_on)} {held_on.day}/{held_on.month}/{held_on.year}" if held_on else ""
        said[pk] = [title, SessionKind(kind).label, months, days]
    sources = (
        (Attendee.objects.filter(role=Role.CHAIR), ("name", "position")),
        (AgendaItem.objects.all(), ("title",)),
        (Directive.objects.all(), ("topic", "task", "lead_unit__name")),
    )
    for rows, columns in sources:
        for pk, *texts in rows.order_by().values_list("session", *columns):
            if pk in said:
                said[pk] += filter(None, texts)
    return {pk: f" {_words(' '.join(texts))}" for pk, texts in said.items()}


def _words(text):
    return _NOT_SEARCHED.sub(" ", fold(text))
