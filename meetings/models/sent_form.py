"""Which forms of the desk were sent already, and what each was answered: a second click is the same click."""

from datetime import timedelta

from django.contrib.messages.storage.cookie import MessageDecoder, MessageEncoder
from django.db import IntegrityError, models, transaction
from django.utils import timezone

KEPT = timedelta(days=30)
"""So long a browser may send a form again, out of a tab that it brings back."""

ABANDONED = timedelta(minutes=5)
"""No request works so long: its process ended before it could answer, and the form may be sent anew."""


class SentForms(models.Manager):
    def begin(self, key):
        """Whether the form is ours to work on; where it is not, some other request has it or had it.

        The primary key lets one of two requests in, whatever process they run in and whatever database keeps it.
        """
        now = timezone.now()
        self.filter(begun_at__lt=now - KEPT).delete()
        try:
            with transaction.atomic():
                self.create(key=key, begun_at=now)
            return True
        except IntegrityError:
            left = self.filter(key=key, answer__isnull=True, begun_at__lt=now - ABANDONED)
            return bool(left.update(begun_at=now))

    def finish(self, key, answer):
        self.filter(key=key).update(answer=answer)

    def release(self, key):
        """Nothing was done: the same form may be sent again."""
        self.filter(key=key, answer__isnull=True).delete()

    def answer_to(self, key):
        """What was answered; None while the first request is still at work."""
        return self.filter(key=key).values_list("answer", flat=True).first()


class SentForm(models.Model):
    key = models.CharField(max_length=64, primary_key=True)
    begun_at = models.DateTimeField(db_index=True)
    answer = models.JSONField(null=True, encoder=MessageEncoder, decoder=MessageDecoder)

    objects = SentForms()

    class Meta:
        verbose_name = verbose_name_plural = "biểu mẫu đã gửi"

    def __str__(self):
        return self.key
