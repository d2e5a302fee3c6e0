"""What was done to papers before their issue, one row for each verb: append-only."""

from django.conf import settings
from django.db import models

from .office_scope import scoped
from .paper_workflow import PAPER_VERBS
from .text_fields import LineField
from .workflow import LONGEST_NOTE


class PaperMove(models.Model):
    """One verb that was done to the draft of a paper."""

    draft = models.ForeignKey(
        "meetings.PaperDraft", models.CASCADE, related_name="moves", verbose_name="giấy tờ đang soạn"
    )
    verb = models.CharField("việc", max_length=10, choices=[(verb.name, verb.label) for verb in PAPER_VERBS.values()])
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người làm"
    )
    at = models.DateTimeField("lúc")
    note = LineField("ghi chú", max_length=LONGEST_NOTE, blank=True)

    objects = scoped("draft__session__office")

    class Meta:
        verbose_name = "việc đã làm với giấy tờ"
        verbose_name_plural = "các việc đã làm với giấy tờ"
        ordering = ["at", "pk"]

    def __str__(self):
        return self.label

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("Việc đã làm chỉ được thêm, không sửa.")
        super().save(*args, **kwargs)

    @property
    def label(self):
        """ "Trình ký"."""
        return PAPER_VERBS[self.verb].label.rstrip("…")
