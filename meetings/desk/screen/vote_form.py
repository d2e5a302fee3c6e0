"""The vote in the row of an agenda item: folded away until it is needed."""

from dataclasses import dataclass

from ... import vote_prose
from ...models.item_vote import CHOICES, voters
from ...models.quorum import members_present
from ...record import VoteShown
from ...vietnamese import fold
from .row_formsets import RowForm

FIELDS = (
    *(f"vote_{choice}" for choice in CHOICES),
    *(f"vote_{choice}_names" for choice in CHOICES),
    "vote_shown",
)

NO_COUNT = {
    "min_value": "Số phiếu không thể âm. Hãy ghi 0, hoặc để trống.",
    "invalid": "Hãy ghi số phiếu bằng chữ số, hoặc để trống.",
}


class AgendaForm(RowForm):
    def __init__(self, *args, **kwargs):
        """A row kept in a browser from before there were votes does not say who may see its vote."""
        super().__init__(*args, **kwargs)
        if "vote_shown" in self.fields:
            self.fields["vote_shown"].required = False
            for choice in CHOICES:
                self.fields[f"vote_{choice}"].error_messages |= NO_COUNT

    def clean(self):
        cleaned = super().clean()
        listed = {choice: voters(cleaned.get(f"vote_{choice}_names") or "") for choice in CHOICES}
        for choice, names in listed.items():
            self._agree(f"vote_{choice}", len(names), cleaned)
        for choice, name in _named_again(listed):
            self.add_error(f"vote_{choice}_names", f"“{name}” được ghi hai lần. Hãy để lại một chỗ.")
        return cleaned

    def _agree(self, field, names, cleaned):
        """The count follows from the names; another count beside them is refused, for one of the two is wrong."""
        typed = cleaned.get(field)
        if names and typed not in (None, names):
            self.add_error(field, f"Danh sách có {names} người. Hãy sửa số này hoặc danh sách, hay để trống ô số.")
        elif names:
            cleaned[field] = None

    @property
    def has_vote_errors(self):
        return any(name in self.errors for name in FIELDS) if self.is_bound else False


def _named_again(listed):
    seen = set()
    for choice, names in listed.items():
        for name in names:
            if fold(name) in seen:
                yield choice, name
            seen.add(fold(name))


@dataclass(frozen=True, slots=True)
class StoredVote:
    """The vote of a stored item, as the folded line tells it."""

    sentence: str
    names: str
    is_internal: bool
    doubt: str


def stored_votes(session):
    """{the key of the item: its vote}, for the items that were voted on. Fetch the session with `with_rows()`."""
    present = members_present(session)
    votes = {item.pk: vote for item in session.agenda.all() if (vote := item.vote(present))}
    return {
        pk: StoredVote(
            vote_prose.sentence(vote),
            vote_prose.by_name(vote),
            vote.shown is VoteShown.NOTHING,
            f"{vote.total} phiếu, trong khi {present} thành viên có mặt"
            if present is not None and vote.total > present
            else "",
        )
        for pk, vote in votes.items()
    }
