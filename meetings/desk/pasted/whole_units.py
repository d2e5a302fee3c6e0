"""The units that a whole pasted post names: known ones are used, others wait for the clerk's decision."""

from dataclasses import replace

from django.db import transaction

from ... import intake, prose
from ...archiving import deciding, unit_names
from ...archiving.giving_back import PASTED
from ...models import Coordination, Session, Unit, UnitProposal
from ...vietnamese import fold

_PENDING, _NEW, _WORDS = UnitProposal.Answer.PENDING, UnitProposal.Answer.NEW, UnitProposal.Answer.WORDS


class UnitsOfTheDesk(deciding.DecidedUnits):
    """A name that nobody decided on makes no unit: it stays in the words until somebody does."""

    def new(self, name):
        proposal = self.answers.get(fold(name))
        return super().new(name) if proposal and proposal.answer == _NEW else None


def context(post, session):
    """For the panel beside the form: the names to decide on, and those decided on that are in no directive yet."""
    rows = [row for row in _proposals(post) if row.answer != _WORDS]
    decided = [row for row in rows if row.answer != _PENDING]
    return {
        "unknown_units": [row.name for row in rows if row.answer == _PENDING],
        "decided_units": [row.name for row in decided if not _is_used(row.name, session)] if decided else [],
    }


def _proposals(post):
    named = {fold(name) for name in unit_names.named(post.reading["record"])}
    return [row for row in post.batch.units.order_by("name") if row.folded in named]


def _is_used(name, session):
    unit = Unit.objects.called(name)
    if unit is None:
        return False
    coordinates = Coordination.objects.filter(directive__session=session, unit=unit).exists()
    return coordinates or session.directives.filter(lead_unit=unit).exists()


@transaction.atomic
def fill(post, session) -> int:
    """Gives each directive that still says the post's words the units decided on; returns how many it gave some."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    units = UnitsOfTheDesk(deciding.answers(post.batch))
    rows = session.directives.select_related("lead_unit").prefetch_related("coordinations__unit")
    changed = sum(_give(row, record, units) for row, record in zip(rows, post.record.directives, strict=False))
    deciding.settle_unit_proposals(post.batch, units.made)
    if changed:
        _next_version(post, session)
    return changed


def _give(row, record, units) -> bool:
    now = row.to_record()
    if prose.directive_words(now) != prose.directive_words(record):
        return False
    lead = units.called(record.lead)
    others = list(dict.fromkeys(unit for name in record.coordinators if (unit := units.called(name))))
    named = replace(now, lead=lead.name if lead else "", coordinators=tuple(unit.name for unit in others))
    if named == now:
        return False
    row.lead_unit, row.assignment = lead, intake.as_written(record, lead, others)
    row.save()
    row.coordinations.all().delete()
    for place, unit in enumerate(others, start=1):
        Coordination.objects.create(directive=row, unit=unit, order=place)
    return True


def _next_version(post, session):
    """The way back of an untouched paste stays the way back without a question."""
    pasted = post.answers[PASTED]
    if pasted["version"] == session.version:
        pasted["version"] += 1
        post.save(update_fields=["answers"])
    session.version += 1
    session.save()
