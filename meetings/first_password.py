"""Who logs in with a one-time password chooses another one before anything else."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from .models import OneTimePassword

KEY = "has_one_time_password"


@receiver(user_logged_in)
def note(request, user, **kwargs):
    """In the log-in itself, so that no later request has to ask the database."""
    if OneTimePassword.objects.in_force().filter(user=user).exists():
        request.session[KEY] = True


def must_change(request):
    return KEY in request.session


def is_the_old_one(request):
    """The same words again would not be a password of one's own."""
    typed = request.POST.get("new_password1")
    return bool(typed) and typed == request.POST.get("old_password")


def changed(request):
    OneTimePassword.objects.filter(user=request.user).delete()
    request.session.pop(KEY, None)
