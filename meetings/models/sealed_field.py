"""Addresses of people outside the office: the database holds them under a key that follows from SECRET_KEY."""

import base64

from django.db import models
from django.utils.crypto import salted_hmac


def keyed_hash(text: str) -> str:
    """The same for one address however it is written; without SECRET_KEY nobody can try addresses against it."""
    return salted_hmac("meetings.keyed_hash", text.strip().lower(), algorithm="sha256").hexdigest()


class SealedField(models.TextField):
    """Whoever reads the row reads the text; whoever reads the table does not. "" after SECRET_KEY was changed."""

    def get_prep_value(self, value):
        return _box().encrypt(value.encode()).decode() if value else ""

    def from_db_value(self, value, expression, connection):
        from cryptography.fernet import InvalidToken

        try:
            return _box().decrypt(value).decode() if value else ""
        except InvalidToken:
            return ""

    def deconstruct(self):
        """A migration knows the column as Django's own: it holds text."""
        name, _, args, named = super().deconstruct()
        return name, "django.db.models.TextField", args, named


def _box():
    from cryptography.fernet import Fernet

    return Fernet(base64.urlsafe_b64encode(salted_hmac("meetings.sealed", "address", algorithm="sha256").digest()))
