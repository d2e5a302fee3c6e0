"""The link by which a unit reports without an account: one for a unit and a month, revocable, good to the end of the
next month."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from ..vietnamese import month_words
from .letter import Letter, LetterState
from .office_scope import scoped
from .signed_link import SignedLink, SignedLinkQuerySet


class UnitLink(SignedLink):
    salt, page = "meetings.unit_link", "unit_reports:tasks"

    unit = models.ForeignKey("meetings.Unit", models.PROTECT, related_name="links", verbose_name="đơn vị")
    month = models.DateField("tháng")
    """Its first day."""
    made_at = models.DateTimeField("cấp lúc", auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = scoped("unit__office", SignedLinkQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "đường dẫn báo cáo"
        ordering = ["-month", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "month"], condition=models.Q(revoked_at=None), name="a_link_for_a_unit_and_month"
            )
        ]

    def __str__(self):
        return f"{self.unit}, tháng {month_words(self.month.month)}/{self.month.year}"

    @property
    def letter_key(self):
        return f"unit-link:{self.pk}"

    def revoke(self, *, by):
        """Its letter is not sent either, if it still waits."""
        super().revoke(by=by)
        waiting = Letter.objects.filter(key=self.letter_key, state=LetterState.WAITING)
        waiting.update(state=LetterState.CALLED_OFF)


def link_for(unit, month: date, *, by=None) -> UnitLink:
    """The link of the unit for the month of that day, made where there is none. A letter says its `address`."""
    first = month.replace(day=1)
    made = {"expires_on": _first_of_next(_first_of_next(first)) - timedelta(days=1), "made_by": by}
    return UnitLink.objects.get_or_create(unit=unit, month=first, revoked_at=None, defaults=made)[0]


def _first_of_next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
