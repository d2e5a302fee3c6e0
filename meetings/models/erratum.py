"""A place of an issued paper that its letter of correction is to mend: typed on the desk, frozen with the letter."""

from django.conf import settings
from django.db import models

from .edition import Edition
from .office_scope import scoped
from .text_fields import LineField, ProseField


class Erratum(models.Model):
    """What stands at a place of the paper, and what should: an error of form, technique or procedure."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="errata", verbose_name="văn bản")
    place = LineField("tại", max_length=200)
    wrong = ProseField("đã ghi", blank=True)
    right = ProseField("nay đính chính là", blank=True)
    is_internal = models.BooleanField("nội bộ", default=False)
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = scoped("edition__office")

    class Meta:
        verbose_name = "chỗ cần đính chính"
        verbose_name_plural = "các chỗ cần đính chính"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.edition.reference}: {self.place}"
