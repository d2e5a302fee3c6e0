"""The field for a deadline: a day, words, or words with a day in them."""

import re
from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from ... import due_terms
from ...models import PlenarySitting
from ...vietnamese import WEEKDAYS, date_digits, squeeze, tidy
from ..office_time import today
from ..typed_days import NoSuchDay, read_day, why_no_such_day

_IN_WORDS = "bằng chữ, chưa có ngày nên không tính quá hạn"


@dataclass(frozen=True, slots=True)
class Deadline:
    due_on: date | None = None
    due_text: str = ""
    undated: str = field(default=_IN_WORDS, compare=False)
    """Why words alone are no day, for the line under the box."""

    def __str__(self):
        """The words where there are words, else the day: as the clerk types it."""
        return self.due_text or (date_digits(self.due_on) if self.due_on else "")


def read(typed, since=None, sittings=()):
    """The typed text as a day and words; a day without a year is the next one from the day of the session, `since`,
    on, and a term runs from there. Raises ValidationError for a day that does not exist."""
    words = squeeze(tidy(typed))
    try:
        day = read_day(words, ahead=True, since=since)
    except NoSuchDay as why:
        raise ValidationError(str(why), code="invalid") from why
    if day:
        return Deadline(due_on=day)
    from ...readers.grammar import days

    named = days.find(words)
    for day in named:
        if day.value is None:
            parts = map(int, re.findall(r"\d+", words[day.start : day.end]))
            raise ValidationError(why_no_such_day(*parts), code="invalid")
    if named or not words:
        return Deadline(named[0].value if named else None, words)
    term = due_terms.read(words, since or today(), sittings)
    return Deadline(term.day, words, _undated(term))


def _undated(term):
    if term.months:
        return f"báo cáo {term.months} tháng một lần, từng kỳ tính quá hạn riêng"
    if term.stands:
        return "làm thường xuyên, không tính quá hạn, mỗi quý rà lại"
    if term.lacks_sitting:
        return f"{term.why_undated}: hãy ghi ở mục Kỳ họp của HĐND"
    return f"{term.why_undated}: chưa tính được quá hạn" if term.why_undated else _IN_WORDS


def read_back(deadline, this_day):
    """The small line under the box: "thứ Sáu, còn 357 ngày"."""
    if not deadline.due_on:
        return deadline.undated if deadline.due_text else ""
    left = (deadline.due_on - this_day).days
    distance = f"còn {left} ngày" if left > 0 else f"đã qua {-left} ngày" if left else "hôm nay"
    day = f"hạn {date_digits(deadline.due_on)}, " if deadline.due_text else ""
    return f"{day}{WEEKDAYS[deadline.due_on.weekday()]}, {distance}"


class DeadlineField(forms.CharField):
    """Cleans to a Deadline and shows it as it was typed."""

    since = None
    """The day of the session."""

    def to_python(self, value):
        return read(super().to_python(value), self.since, PlenarySitting.objects.coming())

    def validate(self, value):
        super().validate(str(value))

    def run_validators(self, value):
        super().run_validators(value.due_text)

    def prepare_value(self, value):
        return str(value) if isinstance(value, Deadline) else value

    def has_changed(self, initial, data):
        return str(initial or "") != squeeze(tidy(data or ""))
