"""Who follows by mail what is public. Nothing is sent before whoever reads the mail at an address has confirmed."""

import uuid
from datetime import timedelta

from django.core import signing
from django.db import models, transaction
from django.utils import timezone

from .office_scope import OfficeField, scoped
from .public_index import ListedUnit
from .sealed_field import SealedField, keyed_hash

DAYS_TO_CONFIRM = timedelta(days=7)
MOST_UNCONFIRMED = 20
"""Of one address: anybody can type it."""


class TopicKind(models.TextChoices):
    """As addresses say it."""

    SESSIONS = "phien-hop", "mọi phiên họp"
    DIRECTIVE = "chi-dao", "một chỉ đạo"
    UNIT = "don-vi", "một đơn vị"


class SubscriberQuerySet(models.QuerySet):
    @transaction.atomic
    def ask(self, address, kind, name=""):
        """Somebody typed the address: a letter is to ask there whether it wants to follow. What it follows already
        stays as it is."""
        subscriber, _ = self.get_or_create(address_hash=keyed_hash(address), defaults={"address": address})
        if not subscriber.subscriptions.filter(kind=kind, name=name, confirmed_at__isnull=False).exists():
            subscriber._want(kind, name)

    def of_link(self, token, purpose):
        """None for a link that is forged or too old, or whose subscriber has left."""
        age = DAYS_TO_CONFIRM if purpose == CONFIRM else None
        try:
            return self.filter(key=signing.loads(token, salt=purpose, max_age=age)).first()
        except signing.BadSignature:
            return None

    def confirmed(self):
        return self.filter(subscriptions__confirmed_at__isnull=False).distinct()

    def forget_unconfirmed(self):
        """An address that nobody confirmed is deleted, and a wish that nobody confirmed."""
        Subscription.objects.filter(confirmed_at=None, asked_at__lt=timezone.now() - DAYS_TO_CONFIRM).delete()
        self.filter(subscriptions=None).delete()


CONFIRM, LEAVE = "meetings.subscriber.confirm", "meetings.subscriber.leave"
"""What a link is for: one that leaves confirms nothing."""


class Subscriber(models.Model):
    """An address; the row and all letters to it are deleted when it leaves."""

    office = OfficeField()
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """What its links name: one that comes back has another, and its old links are dead."""
    address = SealedField()
    address_hash = models.CharField(max_length=64)
    is_to_be_asked = models.BooleanField(default=False)
    """Until the letter of confirmation is written."""
    told_until = models.DateTimeField(null=True)
    """What became public by then was told."""

    objects = scoped(queryset=SubscriberQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "người theo dõi qua thư"
        constraints = [models.UniqueConstraint(fields=["office", "address_hash"], name="an_address_subscribes_once")]

    def __str__(self):
        return f"{self.pk}"

    def token(self, purpose):
        return signing.dumps(str(self.key), salt=purpose)

    @transaction.atomic
    def confirm(self, subscriptions):
        """Those among `subscriptions`, keys of rows, that wait for it."""
        now = timezone.now()
        chosen = self.subscriptions.filter(pk__in=subscriptions, confirmed_at=None)
        if chosen.update(confirmed_at=now) and self.told_until is None:
            type(self).objects.filter(pk=self.pk).update(told_until=now)

    @transaction.atomic
    def leave(self, subscription=None):
        """That one, or all; with the last one the address is deleted."""
        if subscription is not None:
            self.subscriptions.filter(pk=subscription).delete()
        if subscription is None or not self.subscriptions.exists():
            self.delete()

    def _want(self, kind, name):
        if self.subscriptions.filter(confirmed_at=None).count() < MOST_UNCONFIRMED:
            now = timezone.now()
            self.subscriptions.update_or_create(kind=kind, name=name, defaults={"asked_at": now})
        type(self).objects.filter(pk=self.pk).update(is_to_be_asked=True)


class Subscription(models.Model):
    """What an address follows, or is asked whether it wants to."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="subscriptions")
    kind = models.CharField(max_length=9, choices=TopicKind)
    name = models.CharField(max_length=120, blank=True)
    """The reference of the directive, the slug of the unit."""
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    objects = scoped("subscriber__office")

    class Meta:
        verbose_name = verbose_name_plural = "mục theo dõi"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["subscriber", "kind", "name"], name="a_topic_followed_once")]

    def __str__(self):
        return topic_words(self.kind, self.name)

    @property
    def topic(self):
        return self.kind, self.name


def topic_words(kind, name):
    """ "chỉ đạo 2021-01-1", "việc của phòng Y tế", "mọi phiên họp"."""
    if kind == TopicKind.DIRECTIVE:
        return f"chỉ đạo {name}"
    if kind == TopicKind.UNIT:
        unit = ListedUnit.objects.filter(slug=name).first()
        return f"việc của {unit.name if unit else name}"
    return TopicKind.SESSIONS.label
