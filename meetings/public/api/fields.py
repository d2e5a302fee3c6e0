"""How an object of the API is written down once: each field with its shape, its words and its value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.urls import reverse
from django.utils import timezone

from ...vietnamese import LOCAL_ZONE

TEXT, YES_NO, NULL = {"type": "string"}, {"type": "boolean"}, {"type": "null"}
ADDRESS = {"type": "string", "format": "uri"}
COUNT = {"type": "integer", "minimum": 0}
MOMENT, DAY = {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
OPARL = "https://schema.oparl.org/1.1"


def or_null(*schemas):
    return {"anyOf": [*schemas, NULL]}


def many(schema):
    return {"type": "array", "items": schema}


def addresses(origin):
    """What writes the addresses of the site at `origin`: at("api_meeting", "2021-01")."""
    return lambda name, *args: origin + reverse(f"public:{name}", args=args)


@dataclass(frozen=True)
class Field:
    name: str
    schema: dict
    words: str
    value: str | Callable[[Any, Callable[..., str]], Any] = ""
    """The attribute of a row, or a function of the row and of `at`, which writes addresses. Where it is missing, the
    field is the constant of its schema, or what the row, a dict, has under its name."""
    is_optional: bool = False

    def of(self, row, at):
        if callable(self.value):
            value = self.value(row, at)
        elif self.value:
            value = attrgetter(self.value)(row)
        else:
            value = self.schema["const"] if "const" in self.schema else row.get(self.name)
        return None if value == "" and NULL in self.schema.get("anyOf", ()) else _written(value)


def _written(value):
    if isinstance(value, datetime):
        return timezone.localtime(value, LOCAL_ZONE).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class ObjectType:
    """A type of object: what it is, in words, and its fields in their order."""

    words: str
    fields: tuple[Field, ...]

    @property
    def schema(self):
        return {
            "type": "object",
            "description": self.words,
            "properties": {field.name: {**field.schema, "description": field.words} for field in self.fields},
            "required": [field.name for field in self.fields if not field.is_optional],
            "additionalProperties": False,
        }

    def write(self, row, at=None):
        """The object of `row`, ready for JSON. An optional field without a value is left out."""
        values = {field.name: field.of(row, at) for field in self.fields}
        optional = {field.name for field in self.fields if field.is_optional}
        return {name: value for name, value in values.items() if value is not None or name not in optional}
