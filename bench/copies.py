"""Years of a made-up record room as copies of its first year, by the database itself: one statement a table."""

from django.core.management.color import no_style
from django.db import connection, models, transaction

from meetings.models import DirectiveEntry, Edition, Party, SearchEntry, Session, SessionEntry
from meetings.models.office_scope import current
from meetings.models.public_index import DAY_BITS, PLACE_BITS, SESSION_BITS

FIRST_YEAR = 1950
COPIED = (Session, Edition, SessionEntry, DirectiveEntry, Party, SearchEntry)
NUMBERED = (Session, Edition, DirectiveEntry, Party)
"""Those whose rows have a number of their own, without gaps in an empty database."""
WRITTEN = (models.CharField, models.TextField, models.DateField, models.JSONField)


def copy_first_year(years):
    """Each of `years`, counted from the first, gets its rows: those of the first with other numbers and dates."""
    rows = {model: model.objects.count() for model in NUMBERED}
    borders = {model: model.objects.aggregate(last=models.Max("pk"))["last"] for model in COPIED}
    for by in years:
        with transaction.atomic(), connection.cursor() as cursor:
            for model in COPIED:
                copied = {each.column: _copied(each, by, rows) for each in model._meta.concrete_fields}
                cursor.execute(
                    f"INSERT INTO {model._meta.db_table} ({', '.join(map(_quoted, copied))}) "
                    f"SELECT {', '.join(copied.values())} FROM {model._meta.db_table} "
                    f"WHERE {_quoted(model._meta.pk.column)} <= {borders[model]} AND office_id = {current().pk}"
                )
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), NUMBERED):
            cursor.execute(statement)


_quoted = connection.ops.quote_name


def _copied(field, by, rows):
    """What stands in a column of the copy, `by` years later."""
    column, numbered = _quoted(field.column), field.related_model or field.model
    if field.name == "key":
        months, session = 12 * by << DAY_BITS + SESSION_BITS + PLACE_BITS, by * rows[Session] << PLACE_BITS
        return f"{column} + {months + session}"
    if field.name == "year":
        return f"{column} + {by}"
    if numbered in rows and (field.primary_key or field.is_relation):
        return f"{column} + {by * rows[numbered]}"
    return _later(field, column, by) if isinstance(field, WRITTEN) else column


def _later(field, column, by):
    """Words, dates and records alike: a deadline of December is of the year after."""
    for year in (FIRST_YEAR + 1, FIRST_YEAR):
        column = f"replace(CAST({column} AS text), '{year}', '{year + by}')"
    return f"CAST({column} AS {field.db_type(connection)})" if connection.vendor == "postgresql" else column
