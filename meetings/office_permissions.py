"""What somebody may do: what the roles allow that they have in the office at work, and nothing by any other way.

On the portal no office is at work: there somebody may do what they were given of the installation.
"""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission

from .models.office_scope import is_every, work_name
from .models.one_time_password import OneTimePassword
from .models.roles import OF_INSTALLATION


class OfficeBackend(ModelBackend):
    """The account of an operator (is_superuser) may do everything in every office."""

    def authenticate(self, request, **credentials):
        """A one-time password opens nothing once its days are over."""
        user = super().authenticate(request, **credentials)
        return None if user and OneTimePassword.objects.is_over(user) else user

    def _get_user_permissions(self, user):
        return user.user_permissions.filter(codename__in=OF_INSTALLATION if is_every() else ())

    def _get_group_permissions(self, user):
        if is_every():
            return Permission.objects.none()
        return Permission.objects.filter(group__memberships__in=user.memberships.all()).distinct()

    def get_all_permissions(self, user, obj=None):
        _forget_other_office(user)
        return super().get_all_permissions(user, obj)

    def _get_permissions(self, user, obj, from_name):
        _forget_other_office(user)
        return super()._get_permissions(user, obj, from_name)


def _forget_other_office(user):
    """Django keeps the permissions of a user beside the user, for whichever office they were asked in."""
    office = work_name()
    if getattr(user, "_permissions_at", office) != office:
        for kept in ("_perm_cache", "_user_perm_cache", "_group_perm_cache"):
            user.__dict__.pop(kept, None)
    user._permissions_at = office


def works_here(user) -> bool:
    """Whether the desk of the office at work is open to them at all."""
    return user.is_active and (user.is_superuser or user.memberships.exists())
