"""A link that opens a page without an account: signed, known to nobody but who was given it, revocable."""

import re
import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from ..vietnamese import LOCAL_ZONE
from .office_scope import current

_TOKEN = re.compile(r"([0-9]{1,9})-[0-9a-f]{32}", re.ASCII)


class SignedLinkQuerySet(models.QuerySet):
    def usable(self):
        return self.filter(revoked_at=None, expires_on__gte=timezone.localdate(timezone=LOCAL_ZONE))

    def of_token(self, token):
        """The usable link with that token; None for one that is forged, expired, revoked or unknown."""
        named = _TOKEN.fullmatch(token)
        link = self.usable().filter(pk=named[1]).first() if named else None
        return link if link and constant_time_compare(token, link.token) else None


class SignedLink(models.Model):
    salt: str
    """Tells the tokens of one kind of link from those of another."""
    page: str
    """The name of the address that it opens."""

    nonce = models.UUIDField(default=uuid.uuid4, editable=False)
    expires_on = models.DateField("dùng đến hết ngày")
    first_opened_at = models.DateTimeField("mở lần đầu", null=True)
    """By anybody: programs that look through mail open links too, so it is never called received."""
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def token(self):
        """It follows from the row and the secret of the installation: who reads the table alone opens nothing."""
        signed = salted_hmac(self.salt, f"{self.pk} {self.nonce}", algorithm="sha256")
        return f"{self.pk}-{signed.hexdigest()[:32]}"

    @property
    def address(self):
        """With the office's host, where the office has one."""
        return current().site + reverse(self.page, args=[self.token])

    @property
    def is_usable(self):
        return self.revoked_at is None and self.expires_on >= timezone.localdate(timezone=LOCAL_ZONE)

    def note_opening(self):
        type(self).objects.filter(pk=self.pk, first_opened_at=None).update(first_opened_at=timezone.now())

    def revoke(self, *, by):
        """It opens nothing from now on."""
        type(self).objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)
