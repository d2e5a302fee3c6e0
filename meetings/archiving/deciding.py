"""The decisions on a post and on an unknown unit name."""

from django.db import transaction
from django.utils import timezone

from ..intake import Units
from ..models import Decision, ImportedPost, Refused, UnitProposal, Verdict
from ..vietnamese import fold


def decide(post, decision, *, by=None, **fields):
    """One conditional UPDATE. Raises Refused where the post changed since this copy was fetched."""
    fields |= {"decision": decision, "decided_by": by, "decided_at": timezone.now()}
    if decision == Decision.PENDING:
        fields |= {"decided_by": None, "decided_at": None}
    unchanged = ImportedPost.objects.filter(
        pk=post.pk, decision=post.decision, source_hash=post.source_hash, verdict=post.verdict
    )
    if not unchanged.update(**fields):
        raise Refused("Bài này vừa có người quyết định hoặc vừa được đọc lại. Hãy mở lại trang để xem.")
    for name, value in fields.items():
        setattr(post, name, value)


def skip(post, *, by=None):
    """Leave the post out; it stays in the batch."""
    if post.decision != Decision.PENDING:
        raise Refused("Chỉ bỏ qua được bài đang chờ quyết định.")
    decide(post, Decision.SKIPPED, by=by)


def resume(post, *, by=None):
    """Take a post that was left out up again."""
    if post.decision != Decision.SKIPPED:
        raise Refused("Bài này không nằm trong các bài đã bỏ qua.")
    decide(post, Decision.PENDING, by=by)


def decide_unit(proposal, *, answer, unit=None):
    """Stores what the name means. Only the next accepted post adds to the list of units.

    ALIAS without `unit` means the likely one: a unit, or another name of the batch.
    """
    answer = UnitProposal.Answer(answer)
    if answer == UnitProposal.Answer.ALIAS:
        unit = unit or proposal.likely
        if not unit and not proposal.likely_name:
            raise Refused("Hãy chọn đơn vị mà tên này là tên gọi khác.")
    else:
        unit = None
    proposal.answer, proposal.unit = answer, unit
    proposal.save(update_fields=["answer", "unit"])


@transaction.atomic
def decide_units(proposals, *, answer, unit=None):
    """One decision for names of one unit. A new unit goes by the first name; the others become other names of it."""
    first, *others = proposals
    decide_unit(first, answer=answer, unit=unit)
    for proposal in others:
        if answer == UnitProposal.Answer.NEW:
            proposal.likely, proposal.likely_name = None, first.name
            proposal.save(update_fields=["likely", "likely_name"])
            decide_unit(proposal, answer=UnitProposal.Answer.ALIAS)
        else:
            decide_unit(proposal, answer=answer, unit=unit)


class DecidedUnits(Units):
    """The units of one post by the answers of its batch; intake decides on a name without an answer."""

    def __init__(self, answers, known=None):
        """`known` are units by their folded names, which saves queries."""
        super().__init__()
        self.answers, self.made, self.prefetched = answers, [], known or {}

    def found(self, name):
        if unit := self.prefetched.get(fold(name)):
            return unit
        proposal = self.answers.get(fold(name))
        if proposal and proposal.answer == UnitProposal.Answer.WORDS:
            return None
        if proposal and proposal.answer == UnitProposal.Answer.ALIAS:
            return self._alias(name, proposal)
        return super().found(name)

    def new(self, name):
        self.made.append(unit := super().new(name))
        return unit

    def _alias(self, name, proposal):
        """A name that another unit got since stays with that unit."""
        unit = proposal.unit or super().found(proposal.likely_name)
        row, _ = unit.names.model.objects.get_or_create(folded=fold(name), defaults={"unit": unit, "name": name})
        return row.unit


def settle_unit_proposals(batch, made):
    """An accepted post made these units: their open proposals are answered with them."""
    for unit in made:
        undecided = batch.units.filter(folded=fold(unit.name), answer__in=("pending", "new"))
        undecided.update(answer=UnitProposal.Answer.NEW, unit=unit)


def answers(batch):
    return {row.folded: row for row in batch.units.exclude(answer="pending").select_related("unit")}


def judge_anew(post, verdict, session):
    """Stores a new verdict, because the desk changed since the post was read."""
    with transaction.atomic():
        ImportedPost.objects.filter(pk=post.pk, decision=Decision.PENDING).update(verdict=verdict, session=session)
    post.verdict, post.session = Verdict(verdict), session
