"""Dates and hours in words: the numbers that need a leading 0."""

import re
from collections.abc import Iterator
from datetime import date

from ...vietnamese import month_words, two_digits

DAY = re.compile(r"\b[Nn]gày (\d{1,2}) tháng (\d{1,2})(?!\d)(?: năm (\d{4}))?")
MONTH = re.compile(r"(?<!\d )\b[Tt]háng (\d{1,2}) năm (\d{4})")
_OF_THE_DAY = r"(?:\b[Vv]ào|\b[Ll]úc|\b[Hh]ồi|Thời gian:|bắt đầu:) "
"""What stands before an hour of the day; "họp trong 2 giờ" is a duration."""
HOUR = re.compile(rf"{_OF_THE_DAY}((\d{{1,2}}) giờ(?: (\d{{1,2}}) phút)?)")
SHORT_HOUR = re.compile(
    r"(?<![\w/.,:-])((\d{1,2}) ?[hHgG] ?(\d{2})(?: ?['’p]| phút)?)(?!\w)"
    rf"|{_OF_THE_DAY}((\d{{1,2}}) ?[hHgG]|(\d{{1,2}}):(\d{{2}}))(?![\w/])"
)
""" "8h30", "8 h 30", "8g30"; after "lúc", also "8h" and "8:30". "24h" and "24/24h" are durations."""


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
    """Each hour that lacks a 0 or is not in words, with its right form."""
    for match in HOUR.finditer(text):
        right = f"{two_digits(int(match[2]))} giờ" + (f" {two_digits(int(match[3]))} phút" if match[3] else "")
        if match[1] != right:
            yield match[1], right
    for match in SHORT_HOUR.finditer(text):
        hour, minute = match[2] or match[5] or match[6], match[3] or match[7]
        if int(hour) <= 24:
            yield match[1] or match[4], f"{two_digits(int(hour))} giờ" + (f" {minute} phút" if minute else "")
