"""What a unit reads of the directives that it leads, decided here alone: the words are those of the edition in force,
and of the reports it sees the public ones and its own."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils import timezone

from ..directive_states import DirectiveState
from ..prose import directive_words
from ..vietnamese import LOCAL_ZONE, fold
from .directive import Directive
from .edition import Edition
from .handover import Handover, with_handovers
from .progress_report import ProgressReport, is_followed, owed
from .workflow import SessionState


@dataclass(frozen=True, slots=True)
class UnitTask:
    directive: int
    """The key of the row."""
    reference: str
    words: str
    state: DirectiveState
    """OVERDUE where it is late."""
    days_late: int
    due_on: date | None
    due_text: str
    last_report: ProgressReport | None


def owed_by(unit, besides=()) -> list[UnitTask]:
    """What the unit leads and has not done, the longest overdue first; with it the directives of the keys `besides`,
    where it leads them, open or not."""
    rows = _with_told_reports(unit).filter(owed() | Q(pk__in=besides))
    return sorted(_told(rows, unit), key=lambda task: (task.due_on is None, task.due_on or date.max, task.directive))


def task_of(unit, reference: str) -> UnitTask | None:
    """One that the unit leads, open or not; None where it does not lead it."""
    year_and_month = reference.split("-")[:2]
    if len(year_and_month) < 2 or not all(part.isascii() and part.isdecimal() for part in year_and_month):
        return None
    year, month = (int(part[:4]) for part in year_and_month)
    rows = _with_told_reports(unit).filter(session__year=year, session__month=month)
    return next((task for task in _told(rows, unit) if task.reference == reference), None)


def led_by(unit):
    """Whoever took over leads; the unit that handed over is sorted out row by row, by `holder`."""
    handed = Handover.objects.in_force().of_directives().filter(to_unit=unit, is_lead=True).values("directive")
    return Directive.objects.in_force().filter(Q(lead_unit=unit) | Q(pk__in=handed)).filter(is_followed())


def _with_told_reports(unit):
    rows = led_by(unit)
    told = ProgressReport.objects.not_taken_back().filter(Q(is_public=True) | Q(proposal__link__unit=unit))
    reports = Prefetch("reports", queryset=told.order_by("-reported_on", "-pk"), to_attr="told")
    return rows.with_following().select_related("session", "lead_unit").prefetch_related(with_handovers(), reports)


def _told(rows, unit) -> list[UnitTask]:
    today, rows = timezone.localdate(timezone=LOCAL_ZONE), [row for row in rows if row.holder == unit]
    editions = Edition.objects.live().filter(session__in={row.session_id for row in rows})
    issued = {(each.session_id, given.number): given for each in editions for given in each.whole.directives}
    both = [(row, issued.get((row.session_id, row.number))) for row in rows]
    names = set(unit.names.values_list("folded", flat=True))
    return [_task(row, given, today) for row, given in both if given and _leads(row, given, names)]


def _leads(row, given, names):
    """While a correction is being written its rows are a draft, and the edition says who leads."""
    return _is_out(row) or bool(row.taken_over) or fold(given.lead) in names


def _is_out(row):
    return row.session.state == SessionState.PUBLISHED


def _task(row, issued, today):
    words, status = (row if _is_out(row) else issued), row.status_now
    due_on, late = status.due(words.due_on), status.is_late(words.due_on, today)
    return UnitTask(
        directive=row.pk,
        reference=row.reference,
        words=directive_words(issued),
        state=DirectiveState.OVERDUE if late else status.state,
        days_late=(today - due_on).days if late else 0,
        due_on=due_on,
        due_text=words.due_text,
        last_report=next(iter(row.told), None),
    )
