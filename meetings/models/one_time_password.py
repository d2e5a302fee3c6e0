"""A password that was handed over on paper: until another one is set, by whomever, or it is too late."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

DAYS = 7


class OneTimePasswordQuerySet(models.QuerySet):
    def hand_out(self, user, words):
        """`words` become the password of the user, for some days."""
        until = datetime.combine(timezone.localdate() + timedelta(days=DAYS), time(17))
        user.set_password(words)
        user.save(update_fields=["password"])
        handed = {"password": user.password, "until": timezone.make_aware(until)}
        return self.update_or_create(user=user, defaults=handed)[0]

    def in_force(self):
        """Those that are still the password of their user."""
        return self.filter(password=models.F("user__password"))

    def is_over(self, user):
        return self.in_force().filter(user=user, until__lt=timezone.now()).exists()


class OneTimePassword(models.Model):
    """Of a person, who may work in several offices."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    password = models.CharField(max_length=128)
    """Hashed, as the user has it."""
    until = models.DateTimeField()

    objects = OneTimePasswordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "mật khẩu dùng một lần"

    def __str__(self):
        return f"{self.user}, {self.until}"
