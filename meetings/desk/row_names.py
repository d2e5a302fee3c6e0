"""What a row of any table is called on the desk."""

from axes.models import AccessAttempt
from django.contrib.auth.base_user import AbstractBaseUser

from ..models.user_names import known_as


def row_name(row):
    """An account goes by its person, a wrong log-in by what was typed, everything else by its own name."""
    if isinstance(row, AbstractBaseUser):
        return known_as(row)
    return row.username if isinstance(row, AccessAttempt) else str(row)
