"""In which field a character was typed that the paper's font lacks: the form check sees the sheet alone."""

import re
from dataclasses import replace

from django.core.exceptions import FieldDoesNotExist

from ..models import AgendaItem, Attendee, Council, Directive, PaperDraft, Session

RULE = "characters"
_CODE = re.compile(r"U\+([0-9A-F]{4,6})")
_ROWS = {"agenda": AgendaItem, "directives": Directive, "attendees": Attendee}


def with_fields(report, record, paper):
    """The report with the fields named where the finding has its place."""
    return replace(report, findings=tuple(_with_fields(each, record, paper) for each in report.findings))


def _with_fields(finding, record, paper):
    characters = [chr(int(code, 16)) for code in _CODE.findall(finding.measured)] if finding.rule == RULE else []
    named = list(dict.fromkeys(_fields_with(characters, record, paper)))
    return replace(finding, where=f"{finding.where}; gõ ở {', '.join(named)}") if named else finding


def _fields_with(characters, record, paper):
    yield from _in(Session, record, characters)
    yield from _in(PaperDraft, paper, characters)
    yield from _in(Council, record.council, characters)
    for rows, model in _ROWS.items():
        for place, row in enumerate(getattr(record, rows), start=1):
            for name in _in(model, row, characters):
                yield f"{name} ({model._meta.verbose_name} thứ {place})"


def _in(model, data, characters):
    """The labels of the model's fields whose words in `data` have one of the characters."""
    for name in data.__dataclass_fields__:
        value = getattr(data, name)
        words = (
            "\n".join(value) if isinstance(value, tuple) and all(isinstance(each, str) for each in value) else value
        )
        if isinstance(words, str) and any(character in words for character in characters):
            yield f"ô “{_label(model, name)}”"


def _label(model, name):
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return str(model._meta.verbose_name)
