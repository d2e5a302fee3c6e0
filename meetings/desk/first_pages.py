"""The pages that come before all others: one's own password, and whose office this is."""

from django.urls import reverse

from .. import first_password
from .setup.steps import PERMISSIONS, is_unopened

ALWAYS = ("login", "logout", "password_change", "password_change_done", "jsi18n", "form_token")


def before(request):
    """The name of the page that must be seen first, or None."""
    if request.path in {reverse(f"admin:{name}") for name in ALWAYS} or not request.user.is_authenticated:
        return None
    if first_password.must_change(request):
        return "admin:password_change"
    if request.path != reverse("admin:setup_office") and is_unopened() and request.user.has_perms(PERMISSIONS):
        return "admin:setup_office"
    return None
