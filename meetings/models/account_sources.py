"""What the account of a period is counted from: sessions by their editions in force, and the reports that hold."""

from django.utils import timezone

from ..period_account import Period, PeriodAccount
from ..vietnamese import LOCAL_ZONE
from ..writers import period_counting
from ..writers.follow_up import by_session
from ..writers.period_counting import SessionFacts
from .directive import Directive
from .edition import Edition
from .handover import now_held, with_handovers
from .progress_report import ProgressReport
from .public_index import Party


def account_of(period: Period, *, is_public=False) -> PeriodAccount:
    """As the office knows it; or as the public does, by sums alone."""
    today = timezone.localdate(timezone=LOCAL_ZONE)
    until = min(period.last, today)
    reports, leads = by_session(_reports(is_public)), by_session(_taken_over(until))
    editions = Edition.objects.live().order_by("year", "month", "held_on", "pk")
    sessions = [
        SessionFacts(
            each.public if is_public else each.whole,
            reports.get(each.session_id, {}),
            leads.get(each.session_id, {}),
        )
        for each in editions
    ]
    units = dict(Party.objects.values_list("folded", "slug").distinct())
    counted = period_counting.account(period, sessions, today, units)
    return counted.sums_alone() if is_public else counted


def _reports(is_public):
    """[(session, number, the reports on that directive)]."""
    rows = ProgressReport.objects.not_taken_back().select_related("directive").order_by("reported_on", "pk")
    told = {}
    for each in rows.filter(is_public=True) if is_public else rows:
        told.setdefault((each.directive.session_id, each.directive.number), []).append(each.told)
    return [(*directive, reports) for directive, reports in told.items()]


def _taken_over(until):
    """[(session, number, who leads by then)] of those that were handed over."""
    rows = Directive.objects.filter(handovers__isnull=False).distinct().prefetch_related(with_handovers())
    for row in rows:
        held = now_held(row.lead_unit_id, True, [each for each in row.handed if each.day <= until])
        if held:
            yield row.session_id, row.number, held.to_name
