"""Which issued papers a letter of correction mends: rows that are added with the letter and never changed."""

from django.db import models

from .edition import Edition
from .office_scope import scoped


class Mending(models.Model):
    """The mended paper stays in force; who reads it is told of the letter."""

    letter = models.ForeignKey(Edition, models.PROTECT, related_name="mendings", verbose_name="công văn đính chính")
    mended = models.ForeignKey(
        Edition, models.PROTECT, related_name="mended_by", verbose_name="văn bản được đính chính"
    )
    is_public = models.BooleanField("công khai")

    objects = scoped("letter__office")

    class Meta:
        verbose_name = "văn bản được đính chính"
        verbose_name_plural = "các văn bản được đính chính"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["letter", "mended"], name="a_letter_mends_a_paper_once")]

    def __str__(self):
        return f"{self.letter.reference}: {self.mended.reference}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Dòng đính chính đã phát hành không sửa được.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Dòng đính chính đã phát hành không xóa được.")
