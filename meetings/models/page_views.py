"""How often a session's page was read. It has a row of its own, so that counting never writes to the session."""

from django.db import models

from .office_scope import OfficeField, scoped


class PageViews(models.Model):
    office = OfficeField()
    session = models.OneToOneField("meetings.Session", models.CASCADE, primary_key=True, related_name="views")
    imported = models.PositiveIntegerField("lượt xem của bài cũ", default=0)
    counted = models.PositiveIntegerField("lượt xem đã đếm", default=0)

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "lượt xem"

    def __str__(self):
        return f"{self.imported + self.counted}"
