"""Text columns that hold Vietnamese in one normal form, whoever writes them."""

from django.db import models

from ..vietnamese import tidy


class _Tidy:
    def to_python(self, value):
        value = super().to_python(value)
        return tidy(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return tidy(value) if isinstance(value, str) else value

    def pre_save(self, instance, add):
        value = super().pre_save(instance, add)
        if isinstance(value, str):
            value = tidy(value)
            setattr(instance, self.attname, value)
        return value

    def deconstruct(self):
        """A migration knows the column as Django's own: what tidies it is no part of the table."""
        name, path, args, kwargs = super().deconstruct()
        kind = "TextField" if isinstance(self, models.TextField) else "CharField"
        return name, f"django.db.models.{kind}", args, kwargs


class LineField(_Tidy, models.CharField):
    """One line of tidy text."""


class ProseField(_Tidy, models.TextField):
    """Paragraphs of tidy text, one a line."""
