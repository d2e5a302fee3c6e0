"""What one unit owes, the most urgent first, and how punctual it was in twelve months."""

from django.contrib.auth.decorators import permission_required
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from ..directive_facts import deadlines
from ..models import Directive, ProgressReport, Proposal, Unit, UnitLink
from ..models.handover import with_handovers
from ..models.progress_report import IN_ORDER
from ..models.public_index import ListedUnit
from ..models.unit_tasks import led_by
from ..period_account import share
from .desk_page import desk_page
from .directives.due_words import Followed, with_latest_report
from .month_chart import MonthChart
from .office_time import today


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def show(request, pk):
    unit = get_object_or_404(Unit, pk=pk)
    led = _most_urgent_first(led_by(unit).open())
    led = [each for each in led if each.directive.holder == unit]
    coordinated = _most_urgent_first(Directive.objects.in_force().open().filter(coordinations__unit=unit))
    chart = MonthChart.up_to(today(), _deadlines(unit))
    context = {
        "title": f"{unit}",
        "unit": unit,
        "led": led,
        "late": sum(each.deadline.late for each in led),
        "coordinated": coordinated,
        "chart": chart,
        "punctual": share(chart.in_time, len(chart.deadlines)),
        "verb": "Tiến độ" if request.user.has_perm("meetings.add_progressreport") else "Xem",
        "links": UnitLink.objects.usable().filter(unit=unit),
        "proposals": Proposal.objects.awaiting().filter(link__unit=unit).count(),
        "is_public": ListedUnit.objects.filter(slug=unit.slug).exists(),
    }
    return desk_page(request, "unit/work", context)


def _most_urgent_first(rows):
    return [Followed(row) for row in with_latest_report(rows.order_by(IN_ORDER.asc(nulls_last=True), "pk"))]


def _deadlines(unit):
    """Of all that it leads, done or not; a task under a directive that it leads too is a part of that one."""
    reports = Prefetch("reports", queryset=ProgressReport.objects.not_taken_back())
    rows = led_by(unit).exclude(parent__lead_unit=unit).select_related("session", "lead_unit")
    rows = [row for row in rows.prefetch_related(reports, with_handovers()) if row.holder == unit]
    return [each for row in rows for each in deadlines(row.facts(row.reports.all()), today())]


PATHS = [path("<int:pk>/viec/", show, name="meetings_unit_work")]
