"""Directives that fall due: what the desk's front page shows of them."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch

from ...models import Directive, ProgressReport
from ...models.handover import with_handovers
from ...models.progress_report import IN_ORDER, due_within, overdue, owed
from ..office_time import SOON, due_status, today

SHOWN = 12


@dataclass(frozen=True)
class Due:
    """The counts and the first rows, the longest overdue first."""

    overdue: int
    soon: int
    open: int
    rows: list

    @property
    def more(self):
        return self.overdue + self.soon - len(self.rows)


def due_directives():
    """In three queries for any number of directives."""
    this_day, directives = today(), Directive.objects.in_force().counted()
    counts = directives.aggregate(
        open=Count("pk", filter=owed()),
        overdue=Count("pk", filter=overdue(this_day)),
        soon=Count("pk", filter=due_within(this_day, SOON)),
    )
    near = directives.filter(overdue(this_day) | due_within(this_day, SOON))
    rows = with_latest_report(near.order_by(IN_ORDER.asc(nulls_last=True), "pk"))[:SHOWN]
    return Due(**counts, rows=[Followed(row) for row in rows])


def with_latest_report(directives):
    reports = ProgressReport.objects.not_taken_back().order_by("-reported_on", "-pk")
    rows = directives.with_following().select_related("session", "lead_unit")
    return rows.prefetch_related(Prefetch("reports", queryset=reports), with_handovers())


class Followed:
    """One directive with its deadline in words and its latest report."""

    def __init__(self, directive):
        self.directive, self.deadline = directive, due_status(directive)

    @property
    def words(self):
        return self.directive.topic or self.directive.task

    @property
    def latest(self):
        return next(iter(self.directive.reports.all()), None)

    @property
    def comes_again(self):
        return self.directive.next_due_on is not None and self.directive.term.months > 0

    @property
    def extensions(self):
        """How often the day by which it is owed was put off."""
        if not self.directive.next_due_on:
            return 0
        return self.directive.status_on(reports=self.directive.reports.all()).extensions
