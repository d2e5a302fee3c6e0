"""Hours and days as a paper prints them, with blanks for what is not known."""

from datetime import date, time

from ...vietnamese import date_words, hour_words
from .text import HOUR, Span, blank


def hour(moment: time | None) -> tuple[Span, ...]:
    """ "08 giờ 30 phút"."""
    if moment:
        return (Span(hour_words(moment)),)
    return blank(HOUR), Span(" giờ "), blank(HOUR), Span(" phút")


def day(moment: date | None, *, blanks_mm: float = HOUR) -> tuple[Span, ...]:
    """ "ngày 05 tháng 01 năm 2021"."""
    if moment:
        return (Span(date_words(moment)),)
    gap = blank(blanks_mm)
    return Span("ngày "), gap, Span(" tháng "), gap, Span(" năm "), gap


def hour_and_day(at: time | None, on: date | None) -> tuple[Span, ...]:
    return *hour(at), Span(", "), *day(on)
