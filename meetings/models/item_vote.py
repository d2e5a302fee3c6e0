"""The vote on an agenda item as columns of its row: counts as typed, or lists of names from which they follow."""

import re

from django.core.validators import MaxValueValidator
from django.db import models

from ..record import VoteRecord, VoteShown
from .text_fields import ProseField

CHOICES = ("agreed", "opposed", "abstained")
SHOWN = [
    (VoteShown.COUNTS.value, "Công khai kết quả"),
    (VoteShown.NAMES.value, "Công khai cả họ tên"),
    (VoteShown.NOTHING.value, "Chỉ lưu nội bộ"),
]
_BETWEEN = re.compile(r"[,;\n]")


def voters(text: str) -> tuple[str, ...]:
    """The names of a list, one a line or with commas between them."""
    return tuple(filter(None, (name.strip(" .-–•*+") for name in _BETWEEN.split(text))))


def _count(label):
    too_many = MaxValueValidator(999, "Số phiếu nhiều quá. Hãy xem lại số này.")
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=[too_many])


class ItemVote(models.Model):
    vote_agreed = _count("tán thành")
    vote_opposed = _count("không tán thành")
    vote_abstained = _count("không có ý kiến")
    vote_agreed_names = ProseField("những người tán thành", blank=True)
    vote_opposed_names = ProseField("những người không tán thành", blank=True)
    vote_abstained_names = ProseField("những người không có ý kiến", blank=True)
    vote_shown = models.CharField(
        "công khai biểu quyết", max_length=10, choices=SHOWN, default=VoteShown.COUNTS.value
    )

    class Meta:
        abstract = True

    def vote(self, present: int | None = None) -> VoteRecord | None:
        """None where nothing was recorded. `present` is how many members came, None where that is not known."""
        names = {choice: voters(getattr(self, f"vote_{choice}_names")) for choice in CHOICES}
        counts = {choice: len(names[choice]) or getattr(self, f"vote_{choice}") or 0 for choice in CHOICES}
        total = sum(counts.values())
        if not total:
            return None
        return VoteRecord(
            **counts,
            **{f"{choice}_names": names[choice] for choice in CHOICES},
            present=present if present and present > total else None,
            shown=VoteShown(self.vote_shown),
        )


def vote_columns(vote: VoteRecord | None) -> dict:
    """The columns that hold a vote. Where names are listed the counts follow from them and are not stored."""
    if vote is None:
        return {}
    names = {choice: getattr(vote, f"{choice}_names") for choice in CHOICES}
    counts = {f"vote_{choice}": None if names[choice] else getattr(vote, choice) for choice in CHOICES}
    lists = {f"vote_{choice}_names": "\n".join(names[choice]) for choice in CHOICES}
    return {**counts, **lists, "vote_shown": vote.shown.value}
