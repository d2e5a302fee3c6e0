"""The search of sessions by words, accents aside."""

import re

from ...models import AgendaItem, Attendee, Directive
from ...record import Role, SessionKind
from ...vietnamese import date_digits, fold

_NOT_SEARCHED = re.compile(r"[^a-z0-9/]+")


def matching(sessions, words):
    """The keys of the sessions that hold every one of `words` as the beginning of a word.

    Python folds the words, because no database folds đ; an office has at most a few thousand sessions.
    """
    wanted = [f" {word}" for word in _words(words).split()]
    texts = _texts(sessions)
    return [pk for pk, text in texts.items() if all(word in text for word in wanted)]


def _texts(sessions):
    """The searched text of each session, folded, in four queries for any number."""
    texts_of = {}
    for pk, title, kind, year, month, held_on in sessions.order_by().values_list(
        "pk", "title", "kind", "year", "month", "held_on"
    ):
        months = f"tháng {month:02d}/{year} tháng {month}/{year} tháng {month:02d} năm {year} {month} năm {year}"
        days = f"{date_digits(held_on)} {held_on.day}/{held_on.month}/{held_on.year}" if held_on else ""
        texts_of[pk] = [title, SessionKind(kind).label, months, days]
    sources = (
        (Attendee.objects.filter(role=Role.CHAIR), ("name", "position")),
        (AgendaItem.objects.all(), ("title",)),
        (Directive.objects.all(), ("topic", "task", "lead_unit__name")),
    )
    for rows, columns in sources:
        for pk, *texts in rows.order_by().values_list("session", *columns):
            if pk in texts_of:
                texts_of[pk] += filter(None, texts)
    return {pk: f" {_words(' '.join(texts))}" for pk, texts in texts_of.items()}


def _words(text):
    return _NOT_SEARCHED.sub(" ", fold(text))
