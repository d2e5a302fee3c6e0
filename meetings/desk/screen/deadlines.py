"""The field for a deadline: a day, words, or words with a day in them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from ...vietnamese import WEEKDAYS, date_digits, squeeze, tidy

_DIGITS = re.compile(r"(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4})")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Deadline:
    due_on: date | None = None
    due_text: str = ""

    def __str__(self):
        """The words where there are words, else the day: as the clerk types it."""
        return self.due_text or (date_digits(self.due_on) if self.due_on else "")


def read(typed):
    """The typed text as a day and words. Raises ValidationError for a day that does not exist."""
    words = squeeze(tidy(typed))
    if _ISO_DAY.fullmatch(words):
        words = "/".join(reversed(words.split("-")))
    if digits_only := _DIGITS.fullmatch(words):
        words = "/".join(digits_only.groups())
    from ...readers.grammar import days

    named = days.find(words)
    for day in named:
        if day.value is None:
            raise ValidationError(why_no_such_day(words[day.start : day.end]), code="invalid")
    if not named:
        return Deadline(due_text=words)
    return Deadline(named[0].value, "" if digits_only else words)


def why_no_such_day(words):
    """ "31/02/2021" → "Tháng 02/2021 chỉ có 28 ngày."."""
    day, month, year = map(int, re.findall(r"\d+", words))
    if not 1 <= month <= 12:
        return f"Không có tháng {month}. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 28/02/2021."
    if day < 1:
        return "Không có ngày 0."
    return f"Tháng {month:02d}/{year} chỉ có {monthrange(year, month)[1]} ngày."


def read_back(deadline, today):
    """The small line under the box: "thứ Sáu, còn 357 ngày"."""
    if not deadline.due_on:
        return "bằng chữ, không tính quá hạn" if deadline.due_text else ""
    left = (deadline.due_on - today).days
    distance = f"còn {left} ngày" if left > 0 else f"đã qua {-left} ngày" if left else "hôm nay"
    day = f"hạn {date_digits(deadline.due_on)}, " if deadline.due_text else ""
    return f"{day}{WEEKDAYS[deadline.due_on.weekday()]}, {distance}"


class DeadlineField(forms.CharField):
    """Cleans to a Deadline and shows it as it was typed."""

    def to_python(self, value):
        return read(super().to_python(value))

    def validate(self, value):
        super().validate(str(value))

    def run_validators(self, value):
        super().run_validators(value.due_text)

    def prepare_value(self, value):
        return str(value) if isinstance(value, Deadline) else value

    def has_changed(self, initial, data):
        return str(initial or "") != squeeze(tidy(data or ""))
