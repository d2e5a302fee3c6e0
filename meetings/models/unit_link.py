"""The link by which a unit reports without an account: one for a unit and a month, revocable, good to the end of the
next month."""

import re
import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from ..vietnamese import LOCAL_ZONE, month_words
from .letter import Letter, LetterState
from .office_scope import current, scoped

_TOKEN = re.compile(r"([0-9]{1,9})-[0-9a-f]{32}", re.ASCII)


class UnitLinkQuerySet(models.QuerySet):
    def usable(self):
        return self.filter(revoked_at=None, expires_on__gte=timezone.localdate(timezone=LOCAL_ZONE))

    def of_token(self, token):
        """The usable link with that token; None for one that is forged, expired, revoked or unknown."""
        named = _TOKEN.fullmatch(token)
        link = self.usable().select_related("unit").filter(pk=named[1]).first() if named else None
        return link if link and constant_time_compare(token, link.token) else None


class UnitLink(models.Model):
    unit = models.ForeignKey("meetings.Unit", models.PROTECT, related_name="links", verbose_name="đơn vị")
    month = models.DateField("tháng")
    """Its first day."""
    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    expires_on = models.DateField("dùng đến hết ngày")
    made_at = models.DateTimeField("cấp lúc", auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    first_opened_at = models.DateTimeField("mở lần đầu", null=True)
    """By anybody: programs that look through mail open links too, so it is never called received."""
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = scoped("unit__office", UnitLinkQuerySet)

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
    def token(self):
        """It follows from the row and the secret of the installation: who reads the table alone opens nothing."""
        signed = salted_hmac("meetings.unit_link", f"{self.pk} {self.nonce}", algorithm="sha256")
        return f"{self.pk}-{signed.hexdigest()[:32]}"

    @property
    def address(self):
        """With the office's host, where the office has one."""
        return current().site + reverse("unit_reports:tasks", args=[self.token])

    @property
    def letter_key(self):
        return f"unit-link:{self.pk}"

    @property
    def is_usable(self):
        return self.revoked_at is None and self.expires_on >= timezone.localdate(timezone=LOCAL_ZONE)

    def note_opening(self):
        UnitLink.objects.filter(pk=self.pk, first_opened_at=None).update(first_opened_at=timezone.now())

    def revoke(self, *, by):
        """It opens nothing from now on, and its letter is not sent if it still waits."""
        UnitLink.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)
        waiting = Letter.objects.filter(key=self.letter_key, state=LetterState.WAITING)
        waiting.update(state=LetterState.CALLED_OFF)


def link_for(unit, month: date, *, by=None) -> UnitLink:
    """The link of the unit for the month of that day, made where there is none. A letter says its `address`."""
    first = month.replace(day=1)
    made = {"expires_on": _first_of_next(_first_of_next(first)) - timedelta(days=1), "made_by": by}
    return UnitLink.objects.get_or_create(unit=unit, month=first, revoked_at=None, defaults=made)[0]


def _first_of_next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
