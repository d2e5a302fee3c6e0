"""Whose rows a query sees: those of the office at work, and outside any office none, because the query raises.

The condition is written when the query runs, not when it is built: a form that was made when the program started asks
for the rows of the office that opens it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models

_EVERY = object()
_at_work: ContextVar[Any] = ContextVar("office", default=None)


class OutsideOffice(RuntimeError):
    """A query of an office's rows where no office is at work: a fault of the program, never of who uses it."""


@contextmanager
def at_office(office) -> Iterator[None]:
    """All queries inside see the rows of `office`, and rows that are made there are its own."""
    before = _at_work.set(office)
    try:
        yield
    finally:
        _at_work.reset(before)


@contextmanager
def every_office() -> Iterator[None]:
    """All queries inside see the rows of all offices: for what is looked after as a whole."""
    before = _at_work.set(_EVERY)
    try:
        yield
    finally:
        _at_work.reset(before)


def current():
    """The office at work. Raises OutsideOffice where there is none, or where every office is."""
    office = _at_work.get()
    if office is None or office is _EVERY:
        raise OutsideOffice("Chỗ này chạy ngoài phạm vi một cơ quan: hãy dùng at_office(…) hoặc every_office().")
    return office


def is_every_office() -> bool:
    return _at_work.get() is _EVERY


def _current_id():
    """Of the office at work; None outside one, where a row cannot be stored without naming its office."""
    office = _at_work.get()
    return None if office is None or office is _EVERY else office.pk


class OfOffice(models.Func):
    """The condition that the column belongs to the office at work."""

    conditional, arity, output_field = True, 1, models.BooleanField()

    def as_sql(self, compiler, connection, **context):
        if _at_work.get() is _EVERY:
            return "1 = 1", []
        column, values = compiler.compile(self.source_expressions[0])
        return f"{column} = %s", [*values, current().pk]


class ScopedManager(models.Manager):
    """Of a model whose rows belong to an office, which `path` leads to.

    The rows that another row leads to are of its own office already, and are not asked once more; but where people
    lead to them (`of_people`), who work in several offices, they are.
    """

    path, of_people = "office", False

    def get_queryset(self):
        rows, is_led_to = super().get_queryset(), hasattr(self, "instance")
        return rows if is_led_to and not self.of_people else rows.filter(OfOffice(models.F(self.path)))


def scoped(path="office", queryset=models.QuerySet, *, of_people=False):
    named = {"path": path, "of_people": of_people}
    return type("ScopedManager", (ScopedManager.from_queryset(queryset),), named)()


class OfficeField(models.ForeignKey):
    """The office of a row: that at work, unless another is named."""

    def __init__(self, to="meetings.Office", on_delete=models.PROTECT, **named):
        named = {"related_name": "+", "editable": False, "default": _current_id, **named}
        super().__init__(to, on_delete, **named)

    def deconstruct(self):
        """A migration knows it as a key without a default: who fills it is no part of the table."""
        name, _, args, named = super().deconstruct()
        named.pop("default", None)
        return name, "django.db.models.ForeignKey", args, named
