"""The plenary sittings (kỳ họp) that are to come: terms such as "trước kỳ họp giữa năm" end by them."""

from django.db import models

from ..due_terms import Sitting, SittingKind
from .office_scope import OfficeField, scoped


class PlenarySittingQuerySet(models.QuerySet):
    def coming(self):
        """As plain data, for due_terms; asked for when it is looked through."""
        for row in self.order_by("opens_on"):
            yield Sitting(row.opens_on, SittingKind[row.kind.upper()], row.ordinal)


class PlenarySitting(models.Model):
    office = OfficeField()
    kind = models.CharField(
        "kỳ họp", max_length=11, choices=[(each.name.lower(), f"kỳ họp {each.value}") for each in SittingKind]
    )
    ordinal = models.PositiveSmallIntegerField("kỳ họp thứ", null=True, blank=True)
    opens_on = models.DateField("ngày khai mạc")

    objects = scoped(queryset=PlenarySittingQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "kỳ họp của HĐND"
        ordering = ["-opens_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "opens_on"],
                name="a_sitting_opens_once",
                violation_error_message="Đã ghi một kỳ họp khai mạc ngày này.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.opens_on:%Y}".capitalize()
