"""What the session dealt with, item by item, and how it voted."""

from django.db import models
from simple_history.models import HistoricalRecords

from ..plain_data import from_row
from ..record import AgendaItemRecord
from .item_vote import ItemVote
from .office_scope import scoped
from .text_fields import LineField, ProseField


class AgendaItem(ItemVote):
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    title = LineField("nội dung", max_length=500)
    presenter = LineField("người trình bày", max_length=200, blank=True)
    summary = ProseField("tóm tắt", blank=True)
    opinions = ProseField("ý kiến", blank=True, help_text="Mỗi dòng một ý kiến.")
    opinions_public = models.BooleanField("công khai ý kiến", default=False)
    conclusion = ProseField("kết luận", blank=True)
    is_public = models.BooleanField("công khai", default=True)
    objects = scoped("session__office")
    history = HistoricalRecords()

    class Meta:
        verbose_name = "nội dung họp"
        verbose_name_plural = "nội dung, ý kiến, kết luận"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.title

    def to_record(self, present: int | None = None) -> AgendaItemRecord:
        """`present` is how many members came, None where that is not known."""
        return from_row(AgendaItemRecord, self, vote=self.vote(present))
