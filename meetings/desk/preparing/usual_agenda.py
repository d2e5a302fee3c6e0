"""The usual agenda of a monthly session: the titles that come back, with their months moved on."""

import re
from collections import Counter

from ...models import AgendaItem
from ...vietnamese import fold, month_words, two_digits
from .prepare_review import is_review

OFTEN, AMONG = 2, 3
"""A title is usual if at least two of the last three sessions had it."""

_MONTH = re.compile(r"(?<!\d )(\btháng\s+)(\d{1,2})\b(?:(\s+năm\s+|\s*/\s*|-)(\d{4}))?", re.IGNORECASE)
"""The month of a day does not match: "ngày 30 tháng 4" stays."""

_SEVERAL = re.compile(r"\btháng\s+\d{1,2}\s*(?:,|-|–|và|đến)\s*\d{1,2}\b", re.IGNORECASE)
"""Several months ("tháng 8, 9"): the clerk decides which of them moves on."""


def advanced(title: str, months: int) -> str:
    """The title with each month it names moved on.

    >>> advanced("Kết quả tháng 12, nhiệm vụ tháng 01 năm 2021", 1)
    'Kết quả tháng 01, nhiệm vụ tháng 02 năm 2021'
    """

    def moved(match):
        word, month, joint, year = match.groups()
        if not 1 <= int(month) <= 12:
            return match[0]
        ahead, place = divmod(int(month) - 1 + months, 12)
        if not year:
            return word + month_words(place + 1)
        written = month_words(place + 1) if "năm" in joint.lower() else two_digits(place + 1)
        return f"{word}{written}{joint}{int(year) + ahead}"

    return title if _SEVERAL.search(title) else _MONTH.sub(moved, title)


def months_from(session, year: int, month: int) -> int:
    return (year - session.year) * 12 + month - session.month


def usual_items(sessions, year, month):
    """The unsaved items for a session of that month, each as the newest of `sessions` has it.

    `sessions` come newest first, with their agenda. A title that comes back word for word stays as it is.
    """
    earlier = [
        (item, months_from(session, year, month))
        for session in sessions[:AMONG]
        for item in session.agenda.all()
        if not is_review(item.title)
    ]
    word_for_word = _counted((item.session_id, item.title) for item, _ in earlier)
    moved_on = _counted((item.session_id, advanced(item.title, months)) for item, months in earlier)
    items = {}
    for item, months in earlier:
        same, moved = fold(item.title), advanced(item.title, months)
        if word_for_word[same] >= OFTEN:
            items.setdefault(same, new_item(item, item.title))
        elif moved_on[fold(moved)] >= OFTEN:
            items.setdefault(fold(moved), new_item(item, moved))
    return list(items.values())


def _counted(titles):
    """The number of sessions that have each folded title."""
    return Counter(title for _, title in {(session, fold(title)) for session, title in titles})


def new_item(item, title):
    """A new item without the summary, the opinions and the conclusion of `item`."""
    return AgendaItem(title=title[:500], presenter=item.presenter, is_public=item.is_public)
