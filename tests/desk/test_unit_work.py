"""The page of one unit: what it owes, the most urgent first, and how punctual it was."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.desk.month_chart import FLOOR, HEAD, MonthChart
from meetings.directive_facts import Deadline
from meetings.models import Directive, Unit

from ..unit_reports.conftest import link, unit
from .test_progress import references, text

__all__ = ["link", "unit"]


@pytest.fixture
def page(unit):
    return reverse("admin:meetings_unit_work", args=[unit.pk])


def given(session, unit, number, **fields):
    row = Directive.objects.create(session=session, number=number, task=f"Việc {number}", lead_unit=unit, **fields)
    row.refresh_from_db()
    return row


def test_it_lists_what_the_unit_owes_the_most_urgent_first(published, at_clerks_desk, unit, link, page):
    today = timezone.localdate()
    given(published, unit, "7")
    given(published, unit, "8", due_on=today + timedelta(days=3))
    given(published, unit, "9", due_on=today - timedelta(days=3))
    given(published, None, "10", due_on=today).coordinations.create(unit=unit)
    given(published, Unit.objects.exclude(pk=unit.pk).first(), "11", due_on=today)
    shown = at_clerks_desk.get(page)
    assert references(shown)[-4:] == ["2021-01-9", "2021-01-8", "2021-01-7", "2021-01-10"]
    assert (
        "chưa mở đường dẫn" in text(shown)
        and reverse("admin:meetings_unit_link", args=[unit.pk]) in shown.content.decode()
    )


def test_its_punctuality_names_what_it_is_counted_of(published, at_clerks_desk, clerk, unit, page):
    """Six deadlines of these months: three met in time, one by an extension, one late, one dropped, one missed."""
    today = timezone.localdate()
    near = {"due_on": today - timedelta(days=20)}
    for number in "56789":
        row = given(published, unit, number, **near)
        if number == "8":
            row.report(by=clerk, state="dropped", note="Thôi.", reported_on=today)
        elif number != "9":
            row.report(by=clerk, state="done", reported_on=today - timedelta(days=10 if number == "7" else 30))
    late = given(published, unit, "12", due_on=today - timedelta(days=60))
    late.report(by=clerk, state="open", note="Xin thêm.", reported_on=today - timedelta(days=70), extended_to=today)
    late.report(by=clerk, state="done", reported_on=today)
    given(published, unit, "9.1", parent=Directive.objects.get(number="9"), **near)
    chart = at_clerks_desk.get(page).context["chart"]
    assert [sum for _, _, _, sum in chart.rows] == [3, 1, 1]
    assert at_clerks_desk.get(page).context["punctual"] == "3 trong 5 (60%)"


def test_bars_stand_on_the_columns_of_their_months():
    today = date(2026, 12, 1)
    found = [Deadline(date(2026, 1, 5), date(2026, 1, 5)), Deadline(date(2026, 1, 6)), Deadline(date(2025, 12, 31))]
    chart = MonthChart.up_to(today, found)
    assert (chart.months[0], chart.months[-1]) == (date(2026, 1, 1), today)
    first, second = chart.bars
    assert (first.kind, second.kind) == ("in-time", "owed") and HEAD < first.x == second.x < HEAD + 60
    assert second.y + second.height == first.y and first.y + first.height == FLOOR
