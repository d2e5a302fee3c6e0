"""The months that a post may belong to, by the days and months that it names; the clerk chooses."""

import re

from ...readers.grammar import days

MOST = 3
_REACHES = 4000
_POSTED = re.compile(r"\s*(?:ngày đăng|đăng|cập nhật|ngày cập nhật)\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:họp|diễn ra|khai mạc)\b", re.IGNORECASE)
_BEGINS_WITHIN = 40


def months_of(text, held_on=None):
    """[(year, month)], that of the day held first, then those that the post names."""
    held_on = held_on or day_held(text)
    first = [(held_on.year, held_on.month)] if held_on else []
    return list(dict.fromkeys([*first, *months_named(text)]))[:MOST]


def day_held(text):
    """The day with which the first sentence about a meeting begins: "Ngày 02/02/2021, … họp …"; None without one."""
    for line in text[:_REACHES].split("\n"):
        first = next((day for day in days.find(line) if day.value), None)
        if first and first.start < _BEGINS_WITHIN and _MET.search(line) and not _POSTED.match(line):
            return first.value
    return None


def months_named(text):
    """[(year, month)], the first named first; a month without a year is of the first year named."""
    text = text[:_REACHES]
    dated = [(day.start, day.value.year, day.value.month) for day in days.find(text) if day.value]
    if month := days.find_month(text):
        dated.append((month.start, month.year, month.month))
    if dated and (bare := days.find_bare_month(text)):
        dated.append((bare[1], min(dated)[1], bare[0]))
    return list(dict.fromkeys((year, month) for _, year, month in sorted(dated) if 1 <= month <= 12))[:MOST]
