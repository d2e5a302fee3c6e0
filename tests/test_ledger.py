"""By when a directive is owed: what comes again, what stands, what was put off, what has no day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from meetings.models import Directive, DirectiveEntry, Session
from meetings.models.directive import date_terms
from meetings.models.progress_report import due_within, overdue, undated
from meetings.models.report_taken_back import take_back
from meetings.public.directive_status import tracked

from .public.page_text import texts

TODAY = date(2021, 3, 15)


def end_of_last_month():
    return timezone.localdate().replace(day=1) - timedelta(days=1)


@pytest.fixture
def monthly(january, clerk, chief):
    """A directive of last month that is to be reported on each month."""
    held = end_of_last_month().replace(day=5)
    Session.objects.filter(pk=january.pk).update(held_on=held, year=held.year, month=held.month)
    january.refresh_from_db()
    january.directives.filter(order=1).update(due_on=None, due_text="hàng tháng")
    january.submit(by=clerk)
    january.publish(by=chief)
    return january.directives.get(number="1")


def test_what_comes_again_is_late_by_its_occurrence_and_never_done_by_one(monthly, clerk):
    last, today = end_of_last_month(), timezone.localdate()
    late = Directive.objects.filter(overdue(today), pk=monthly.pk)
    assert monthly.next_due_on == last and late.exists()
    report = monthly.report(by=clerk, state="done", is_public=True)
    assert (report.occurrence, monthly.state, monthly.closed_on) == (last, "in_progress", None)
    assert monthly.next_due_on > today and not late.exists()
    entry = DirectiveEntry.objects.get(number="1")
    assert (entry.state, entry.next_due_on, entry.due_sort) == ("in_progress", monthly.next_due_on, entry.next_due_on)
    monthly.report(by=clerk, state="done", as_a_whole=True)
    assert (monthly.state, monthly.closed_on) == ("done", today)


def test_the_desk_asks_which_occurrence_a_report_is_on(monthly, at_clerks_desk):
    page, last = reverse("admin:meetings_directive_change", args=[monthly.pk]), end_of_last_month()
    shown = at_clerks_desk.get(page).content.decode()
    assert f'<option value="{last}" selected>kỳ {last:%d/%m/%Y}</option>' in shown
    typed = {"state": "in_progress", "reported_on": f"{last:%d/%m/%Y}", "note": "Đang làm.", "occurrence": ""}
    assert "Hãy chọn kỳ báo cáo" in at_clerks_desk.post(page, typed).content.decode()
    assert (
        at_clerks_desk.post(page, {**typed, "state": "done", "occurrence": f"{last}", "evidence": "5/BC"}).status_code
        == 302
    )
    assert monthly.reports.get().occurrence == last
    assert f"Xong, kỳ {last:%d/%m/%Y}" in at_clerks_desk.get(page).content.decode()


def test_a_standing_directive_is_due_for_a_look_and_never_late(published, clerk):
    row = published.directives.get(number="3")
    Directive.objects.filter(pk=row.pk).update(due_text="thường xuyên", due_on=None)
    date_terms(Directive.objects.all())
    row.refresh_from_db()
    assert row.review_on == date(2021, 3, 31)
    assert Directive.objects.filter(due_within(date(2021, 3, 25), 7), pk=row.pk).exists()
    assert not Directive.objects.filter(overdue(date(2022, 1, 1)), pk=row.pk).exists()


def test_what_has_no_day_is_listed_apart(published, at_clerks_desk):
    listing = reverse("admin:meetings_directive_changelist")
    published.directives.filter(number="2.2").update(due_text="", next_due_on=None)
    shown = at_clerks_desk.get(listing, {"tinh_trang": "undated"})
    numbers = [each.directive.number for each in shown.context["rows"]]
    heads = Directive.objects.counted().filter(undated())
    assert sorted(numbers) == sorted(heads.values_list("number", flat=True)) == ["2", "3"]
    assert "chưa có ngày" in shown.content.decode()
    published.directives.filter(number="2.1").update(due_on=TODAY)
    assert heads.values_list("number", flat=True).get() == "3"


def test_an_extension_is_counted_and_told_on_the_desk_and_in_public(published, clerk, at_clerks_desk, client):
    row = published.directives.get(number="1")
    today = timezone.localdate()
    for days, reason in ((10, "Chờ số liệu."), (20, "Thêm địa bàn.")):
        row.extend(by=clerk, to=today + timedelta(days=days), reason=reason, is_public=True)
    day = today + timedelta(days=20)
    assert (row.due_on, row.next_due_on, row.state) == (date(2021, 3, 31), day, "open")
    assert not Directive.objects.overdue(today).filter(pk=row.pk).exists()
    listed = at_clerks_desk.get(reverse("admin:meetings_directive_changelist")).content.decode()
    assert "gia hạn lần 2" in listed and f"{day:%d/%m/%Y}" in listed
    assert f"gia hạn lần 2 đến {day:%d/%m/%Y}" in at_clerks_desk.get(page_of(row)).content.decode()
    public = client.get("/chi-dao/2021-01-1/")
    assert any(f"Gia hạn lần 2, đến {day:%d/%m/%Y}." in line for line in texts(public, "ol", class_="timeline"))
    (each,) = tracked([DirectiveEntry.objects.get(number="1").key])
    assert (each.progress.state, each.followed.due_on) == ("open", day)
    data = client.get("/api/directives/2021-01-1").json()
    assert (data["nextDueOn"], data["overdue"]) == (f"{day}", False)
    assert [report["extendedTo"] for report in data["progress"]][-1] == f"{day}"


def page_of(directive):
    return reverse("admin:meetings_directive_change", args=[directive.pk])


@pytest.mark.parametrize(
    ("to", "reason", "state", "said"),
    [
        (date(2021, 3, 31), "Chờ số liệu.", "open", "Hạn đang tính là 31/03/2021"),
        (date(2021, 1, 5), "Chờ số liệu.", "open", "sau ngày ghi"),
        (date(2999, 1, 1), " ", "open", "vì sao gia hạn"),
        (date(2999, 1, 1), "Chờ số liệu.", "done", "thì không gia hạn"),
    ],
)
def test_an_extension_that_cannot_be_is_refused(published, clerk, to, reason, state, said):
    row = published.directives.get(number="1")
    row.state = state
    with pytest.raises(ValidationError, match=said):
        row.extend(by=clerk, to=to, reason=reason, reported_on=date(2021, 1, 20))
    assert not row.reports.exists()


def test_an_extension_taken_back_gives_the_day_back(published, clerk):
    row = published.directives.get(number="1")
    report = row.extend(by=clerk, to=date(2999, 1, 1), reason="Chờ số liệu.", is_public=True)
    take_back(report, by=clerk, reason="Ghi nhầm.")
    row.refresh_from_db()
    assert row.next_due_on is None and DirectiveEntry.objects.get(number="1").due_sort == date(2021, 3, 31)
