"""What the ladder asks for on a day: one query over the directives, by the steps of their office."""

from dataclasses import dataclass

from django.db.models import Case, OuterRef, SmallIntegerField, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..ladder import Step, reached
from ..models import Directive, LadderStep, StepTaken, at_office
from ..models.handover import with_handovers
from ..models.progress_report import DUE_NOW
from ..vietnamese import LOCAL_ZONE
from ..working_days import is_working_day

_BELOW = -1_000
"""Lower than any step."""


@dataclass(frozen=True)
class Due:
    """What is due for one directive."""

    directive: Directive
    steps: tuple[Step, ...]


def plan(office, day):
    """[Due, …] of `day`, each directive once; none on a day off. What was done is not planned again, and a step of a
    day before the page was posted is no step."""
    if not is_working_day(day):
        return []
    with at_office(office):
        at = reached(LadderStep.objects.taken_now(), day)
        return [
            Due(row, at[row.due_now].steps)
            for row in waiting(at)
            if timezone.localdate(row.session.posted_at, LOCAL_ZONE) <= at[row.due_now].fell_on
        ]


def waiting(at):
    """The open directives whose term stands in `at`, and for which none of its steps, nor a later one, was taken."""
    steps = StepTaken.objects.filter(directive=OuterRef("pk"), due_on=OuterRef("due")).order_by("-days")
    last = Coalesce(Subquery(steps.values("days")[:1]), Value(_BELOW), output_field=SmallIntegerField())
    terms = {}
    for term, latest in at.items():
        terms.setdefault(latest.days, []).append(term)
    asked = Case(*(When(due__in=days, then=place) for place, days in terms.items()), default=_BELOW)
    rows = Directive.objects.in_force().open().alias(due=DUE_NOW).filter(due__in=list(at))
    rows = rows.alias(last=last, asked=asked).filter(last__lt=asked)
    return rows.select_related("session", "lead_unit").prefetch_related(with_handovers()).order_by("due", "pk")
