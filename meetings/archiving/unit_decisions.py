"""What the units page of a batch decided about the names in a post."""

import re

from ..models import UnitProposal
from ..vietnamese import fold

_ABOUT_NAME = re.compile("Chưa chắc “([^”]+)” là tên một đơn vị")


def doubted_name(said):
    """The folded unit name that the doubt is about; "" for another doubt."""
    match = _ABOUT_NAME.match(said)
    return fold(match[1]) if match else ""


def settled(batch_id, sentences):
    """Those of the doubts that are about a name on which somebody decided. One query, where any is about a name."""
    names = {said: name for said in sentences if (name := doubted_name(said))}
    if not names:
        return set()
    decided = UnitProposal.objects.filter(batch=batch_id).exclude(answer=UnitProposal.Answer.PENDING)
    decided = set(decided.filter(folded__in=set(names.values())).values_list("folded", flat=True))
    return {said for said, name in names.items() if name in decided}


class UnitDecisions:
    """The decided names of a batch. One query."""

    def __init__(self, batch):
        rows = batch.units.exclude(answer=UnitProposal.Answer.PENDING).select_related("unit")
        self.rows = {row.folded: row for row in rows}

    def with_decision(self, name):
        """ "văn phòng → Văn phòng HĐND&UBND quận"; a name that stays as it is stays alone."""
        row = self.rows.get(fold(name)) if name else None
        meant = _meant(row) if row else ""
        return f"{name} → {meant}" if meant and meant != name else name


def _meant(row):
    if row.answer == UnitProposal.Answer.WORDS:
        return "để trong câu chữ"
    if row.answer == UnitProposal.Answer.ALIAS:
        return row.unit.name if row.unit else row.likely_name
    return row.unit.name if row.unit else "đơn vị mới"
