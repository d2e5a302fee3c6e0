"""The steps of the ladder, taken: digests to units, a word to colleagues, drafts of papers that a person signs."""

from collections import defaultdict

from django.db import transaction
from django.db.models import Q

from ..ladder import DRAFTS, StepAction
from ..models import Directive, Letter, LetterState, Office, PaperDraft, StepTaken, at_office
from ..models.handover import with_handovers
from ..models.open_directives import issued_words
from ..models.paper_workflow import OMITTED
from ..models.progress_report import DUE_NOW
from ..paper import PaperKind
from ..paper_kinds import description
from ..vietnamese import date_digits, upper_first
from . import notices
from .digest import Digest, Owed
from .invitation_letters import contact_words
from .invitation_reminders import asked_again, remind
from .ladder_plan import plan
from .report_link import report_address

IN_THE_OFFICE = (StepAction.OFFICE, *DRAFTS)


@transaction.atomic
def take_steps(office, day):
    """All that is due on `day`. Whoever does the same elsewhere waits here, and finds it done. What comes up after
    the day's letter was written waits for that of the next day."""
    Office.objects.select_for_update().get(pk=office.pk)
    due = plan(office, day)
    with at_office(office):
        told = set(Letter.objects.filter(key__startswith=_key(day)).values_list("to", flat=True))
        asked = {to: each for to, each in asked_again(day).items() if to not in told}
        owing = {to: rows for to, rows in by_address(due).items() if to not in told}
        _remind(office, owing, day, asked)
        for to in asked.keys() - owing.keys():
            remind(_key(day, to), to, asked[to])
        if not StepTaken.objects.filter(taken_on=day, action__in=IN_THE_OFFICE).exists():
            _tell_the_office(due, day)


def by_address(due):
    """{an address: [(Due, the action by which it is written to), …]}: of the unit that leads now, or of its head."""
    found = defaultdict(list)
    for each in due:
        if unit := each.directive.holder:
            to = {StepAction.UNIT: unit.email, StepAction.HEAD: unit.head_email or unit.email}
            for step in each.steps:
                if address := to.get(step.action):
                    found[address.lower()].append((each, step))
    return found


def _remind(office, addresses, day, asked):
    units = {to: {due.directive.holder for due, _ in rows} for to, rows in addresses.items()}
    owed = _owed_by({unit.pk for each in units.values() for unit in each}, day)
    for to, rows in addresses.items():
        _call_off_older(to)
        digest = _digest(office, sorted(units[to], key=str), owed, day, asked.get(to, ()))
        letter = Letter.objects.append(
            _key(day, to),
            to=to,
            to_name=digest.named[:200],
            subject=digest.subject[:300],
            text=digest.text,
            html=digest.html,
        )
        _keep(StepTaken(**_of(due, step), to=to, letter=letter, taken_on=day) for due, step in rows)


def _key(day, to=""):
    """Of the one letter of the day to an address, whatever it holds."""
    return f"digest:{day:%Y-%m-%d}:{to}"


def _call_off_older(to):
    """One that still waits says less than today's."""
    older = Letter.objects.filter(key__startswith="digest:", to=to, state=LetterState.WAITING)
    older.update(state=LetterState.CALLED_OFF, trouble="Đã có thư nhắc mới hơn.")


def _digest(office, units, owed, day, asked):
    rows = sorted((row for unit in units for row in owed[unit.pk]), key=lambda row: (row.due_on is None, row.left))
    return Digest(
        office=str(office),
        units=tuple(upper_first(unit.name) for unit in units),
        day=day,
        rows=tuple(rows),
        links=tuple(filter(None, (report_address(unit, day) for unit in units))),
        asked=tuple(each.words for each in asked),
        contact=contact_words(),
    )


def _owed_by(units, day):
    """{the key of a unit: [Owed, …]}: all that each of `units` has to do now, in the words that were issued."""
    theirs = Q(lead_unit__in=units) | Q(handovers__to_unit__in=units)
    rows = Directive.objects.in_force().open().filter(theirs).distinct().select_related("session", "lead_unit")
    rows = rows.prefetch_related(with_handovers()).order_by(DUE_NOW, "pk")
    held = [row for row in rows if row.holder and row.holder.pk in units]
    words, owed = issued_words(held), defaultdict(list)
    for row in held:
        left = (row.due_now - day).days if row.due_now else 0
        is_begun = row.state == "in_progress"
        owed[row.holder.pk].append(Owed(row.reference, words[row.pk], row.due_now, is_begun, left))
    return owed


def _tell_the_office(due, day):
    """Colleagues hear of what stays undone, and of the drafts that wait for them from now on."""
    rows = [(each, step) for each in due for step in each.steps if step.action in IN_THE_OFFICE]
    late = [each.directive for each, step in rows if step.action == StepAction.OFFICE]
    drafts = dict.fromkeys((each.directive.session, step.action) for each, step in rows if step.action in DRAFTS)
    lines = [*map(_late, late), *filter(None, (_prepared(session, action) for session, action in drafts))]
    letters = notices.of_ladder(lines, day) if lines else []
    _keep(
        StepTaken(**_of(each, step), to=letter.to if letter else "", letter=letter, taken_on=day)
        for each, step in rows
        for letter in letters or [None]
    )


def _late(directive):
    unit = upper_first(directive.holder.name) if directive.holder else "chưa giao đơn vị nào"
    return f"Quá hạn từ {date_digits(directive.due_now)}: chỉ đạo {directive.reference}, {unit}"


def _prepared(session, action):
    """The draft is there for a person to read, mend and send for signature; one that somebody set stays as it is. ""
    where the office said that it issues no such paper."""
    kind = PaperKind(action.value)
    draft, _ = PaperDraft.objects.get_or_create(session=session, kind=kind.value)
    return "" if draft.state == OMITTED else f"Dự thảo chờ xem: {description(kind).label}, {session}"


def _of(due, step):
    row = due.directive
    return {"directive": row, "due_on": row.due_now, "days": step.days, "action": step.action.value}


def _keep(steps):
    """Two colleagues may share an address."""
    StepTaken.objects.bulk_create(steps, ignore_conflicts=True)
