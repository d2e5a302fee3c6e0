"""Who took over from a unit that ended: the unit itself, and its place in each open directive. Rows are added, never
changed; one that was wrong is taken back by another row."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch
from django.dispatch import Signal

from .office_scope import OfficeField, scoped
from .text_fields import LineField

handed_over = Signal()
"""Sent with the added `rows`, inside the transaction that adds them."""


class HandoverQuerySet(models.QuerySet):
    def in_force(self):
        """Those that hold: neither taken back nor the row that takes another back."""
        return self.filter(takes_back=None, taken_back=None)

    def of_directives(self):
        return self.exclude(directive=None)

    def of_units(self):
        return self.filter(directive=None)


class Handover(models.Model):
    """Without a directive: the unit ended, and is followed by another or by none. With one: its place there.

    The names are those of the day: renaming a unit on the desk later tells the public nothing."""

    office = OfficeField()
    succession = models.ForeignKey("meetings.Succession", models.PROTECT, related_name="handovers")
    directive = models.ForeignKey("meetings.Directive", models.PROTECT, null=True, related_name="handovers")
    is_lead = models.BooleanField("chủ trì", default=False)
    from_unit = models.ForeignKey("meetings.Unit", models.PROTECT, related_name="+")
    from_name = LineField("đơn vị bàn giao", max_length=200)
    to_unit = models.ForeignKey("meetings.Unit", models.PROTECT, null=True, related_name="+")
    to_name = LineField("đơn vị tiếp nhận", max_length=200, blank=True)
    day = models.DateField("từ ngày")
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, related_name="taken_back")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = scoped(queryset=HandoverQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "bàn giao"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.from_name} → {self.to_name}".rstrip("→ ")

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Dòng bàn giao chỉ được thêm, không sửa.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Dòng bàn giao không xóa được.")


def with_handovers():
    """For prefetch_related of directives: what Directive.holder goes by."""
    in_force = Handover.objects.in_force().select_related("to_unit")
    return Prefetch("handovers", queryset=in_force, to_attr="handed")


def now_held(unit_id, is_lead, handovers):
    """The last of `handovers` that leads from the unit's place to who holds it now; None where nobody took over."""
    last = None
    for each in handovers:
        if each.is_lead == is_lead and each.from_unit_id == (last.to_unit_id if last else unit_id):
            last = each
    return last
