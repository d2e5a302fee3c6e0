"""Dates and hours in words: the numbers that need a leading 0."""

import re
from collections.abc import Iterator
from datetime import date

from ...vietnamese import month_words, two_digits

DAY = re.compile(r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2})(?!\d)(?: năm (\d{4}))?")
MONTH = re.compile(r"(?<!\d )\b[Tt]háng (\d{1,2}) năm (\d{4})")
HOUR = re.compile(r"(?:\bvào|\blúc|Thời gian:|bắt đầu:) ((\d{1,2}) giờ(?: (\d{1,2}) phút)?)")
"""An hour of the day; "họp trong 2 giờ" is a duration."""


def faults_of(text: str) -> Iterator[tuple[str, str]]:
    """Each wrong date in words with its right form, or with the reason for a day that does not exist."""
    for match in DAY.finditer(text):
        day, month, year = int(match[1]), int(match[2]), match[3]
        try:
            date(int(year or 2024), month, day)
        except ValueError:
            yield match[0], "ngày không có trong lịch"
            continue
        right = f"{match[0][:4]} {two_digits(day)} tháng {month_words(month)}" + (f" năm {year}" if year else "")
        if match[0] != right:
            yield match[0], right
    for match in MONTH.finditer(text):
        month = int(match[1])
        right = f"{match[0][:5]} {month_words(month)} năm {match[2]}" if 1 <= month <= 12 else "tháng từ 01 đến 12"
        if match[0] != right:
            yield match[0], right


def hour_faults(text: str) -> Iterator[tuple[str, str]]:
    """Each hour that lacks a 0, with its right form."""
    for match in HOUR.finditer(text):
        right = f"{two_digits(int(match[2]))} giờ" + (f" {two_digits(int(match[3]))} phút" if match[3] else "")
        if match[1] != right:
            yield match[1], right
