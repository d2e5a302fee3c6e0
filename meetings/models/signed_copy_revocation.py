"""A signed copy that was attached by mistake: the row stays, and with it who took it back, when and why."""

from django.conf import settings
from django.db import models

from .edition_file import EditionFile


class SignedCopyRevocation(models.Model):
    file = models.OneToOneField(EditionFile, models.PROTECT, related_name="revocation", verbose_name="bản ký")
    reason = models.CharField("lý do gỡ", max_length=500)
    revoked_at = models.DateTimeField("lúc gỡ", auto_now_add=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người gỡ"
    )

    class Meta:
        verbose_name = verbose_name_plural = "bản ký đã gỡ"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.file}: {self.reason}"
