"""The term of each council, for pages that read nothing of the desk. Saving a council copies it here."""

from django.db import models
from django.utils import timezone

from ..vietnamese import LOCAL_ZONE
from .office_scope import OfficeField, scoped


def by_office(councils, day=None):
    """The one in office on `day` (today if none is given) first, the newest of several; then those that ended, the
    last to end first."""
    day = day or timezone.localdate(timezone=LOCAL_ZONE)
    begun = models.Q(valid_from=None) | models.Q(valid_from__lte=day)
    not_over = models.Q(valid_to=None) | models.Q(valid_to__gte=day)
    newest = models.F("valid_from").desc(nulls_last=True)
    sitting = models.Case(models.When(begun & not_over, then=0), default=1)
    ended = models.Case(models.When(begun & not_over, then=None), default=models.F("valid_to"))
    return councils.order_by(sitting, ended.desc(nulls_first=True), newest, "pk")


class CouncilTerm(models.Model):
    office = OfficeField()
    council = models.OneToOneField("meetings.Council", models.CASCADE, primary_key=True, related_name="term")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "thời gian hoạt động của hội đồng"

    def __str__(self):
        return f"{self.valid_from}–{self.valid_to}"
