"""The months that a post may belong to, by the days and months that it names; the clerk chooses."""

from ...readers.grammar import days

MOST = 3
_REACHES = 4000


def months_named(text):
    """[(year, month)], the first named first; a month without a year is of the first year named."""
    text = text[:_REACHES]
    dated = [(day.start, day.value.year, day.value.month) for day in days.find(text) if day.value]
    if month := days.find_month(text):
        dated.append((month.start, month.year, month.month))
    if dated and (bare := days.find_bare_month(text)):
        dated.append((bare[1], min(dated)[1], bare[0]))
    return list(dict.fromkeys((year, month) for _, year, month in sorted(dated) if 1 <= month <= 12))[:MOST]
