"""What a list is narrowed by, said where nothing is left of it."""

from django.db.models import Model


def filter_words(filters):
    """["“đất đai”", "Năm 2021", "Quá hạn"], from the valid choices of the form `filters`."""
    return [_word(filters, name, value) for name, value in filters.cleaned_data.items() if value]


def _word(filters, name, value):
    if isinstance(value, Model):
        return str(value)
    return dict(getattr(filters.fields[name], "choices", ())).get(value, f"“{value}”")
