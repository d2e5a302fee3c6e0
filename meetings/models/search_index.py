"""The words of the public index as the database indexes them: FTS5 on SQLite, a GIN index on PostgreSQL.

Both hold the same words (SearchEntry.words: a to z and 0 to 9 alone), so that both find the same. `put_up` runs
after every migration and creates what is missing. Triggers keep the index up to date on SQLite; PostgreSQL generates
its column.
"""

from django.db import connection
from django.utils import timezone

from .office import known_offices
from .office_scope import current, is_every
from .public_index import MONTH_BIT, Searched, SearchEntry, keys_of, lead

TABLE, INDEX, VECTOR = SearchEntry._meta.db_table, "meetings_searchindex", "vector"
YEAR = f"(((key >> {MONTH_BIT}) - 1) / 12)"


def put_up(connection):
    with connection.cursor() as cursor:
        _PUT_UP[connection.vendor](cursor)


def take_down(connection):
    """Before very many rows are written, that are indexed faster all at once; `put_up` does."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS {VECTOR}")
        else:
            for event in ("insert", "delete", "update"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {INDEX}_{event}")
            cursor.execute(f"DROP TABLE IF EXISTS {INDEX}")


def _sqlite(cursor):
    cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s", [INDEX])
    is_new = cursor.fetchone() is None
    kept = f"content='{TABLE}', content_rowid='key', tokenize='ascii'"
    cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5(words, {kept})")
    take = f"INSERT INTO {INDEX}(rowid, words) VALUES (new.key, new.words);"
    leave = f"INSERT INTO {INDEX}({INDEX}, rowid, words) VALUES ('delete', old.key, old.words);"
    for event, statements in {"INSERT": take, "DELETE": leave, "UPDATE": leave + take}.items():
        name = f"{INDEX}_{event.lower()}"
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} AFTER {event} ON {TABLE} BEGIN {statements} END")
    if is_new:
        cursor.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")


def _postgresql(cursor):
    columns = "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = %s"
    cursor.execute(f"{columns} AND column_name = %s", [TABLE, VECTOR])
    if cursor.fetchone():
        return
    cursor.execute("SET statement_timeout = 0")
    words = f"to_tsvector('simple', replace(' ' || words, ' ', ' y' || {YEAR}::text))"
    cursor.execute(
        f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {VECTOR} tsvector GENERATED ALWAYS AS ({words}) STORED"
    )
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin ({VECTOR}) WITH (fastupdate = off)")
    cursor.execute("RESET statement_timeout")


_PUT_UP = {"sqlite": _sqlite, "postgresql": _postgresql}

Phrase = tuple[str, ...]
"""Words of the index that stand one after another; see public_index.pair_tokens."""
Wanted = list[list[list[Phrase]]]
"""What must occur: of each group at least one alternative, of an alternative all its phrases."""


def keys(wanted: Wanted, limit: int, *, only: Searched | None = None, year: int | None = None) -> list[int]:
    """The newest entries that have what is wanted and whose moment has come: their keys, at most `limit`; of a year,
    and of `only` one kind. They are of the office at work; on the portal of any."""
    offices = [each.pk for each in known_offices()] if is_every() else [current().pk]
    leads = [lead(office, kind) for office in offices for kind in ([only] if only else Searched)]
    statement, asked = _ASKS[connection.vendor](wanted, leads, year)
    statement = statement.replace("{offices}", ",".join(map(str, offices)))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(statement, {**asked, "now": now, "limit": limit})
        return [key for (key,) in cursor.fetchall()]


def _ask_sqlite(wanted, leads, year):
    """FTS5 reads from the newest on, and no further than it must."""
    first, last = keys_of(year) if year else (0, 2**63 - 1)
    match = " OR ".join(_written(wanted, lead, " AND ", " OR ", '"{}"', " ") for lead in leads)
    return _FTS5, {"match": match, "first": first, "last": last}


_FTS5 = (
    f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %(match)s AND rowid BETWEEN %(first)s AND %(last)s "
    f"AND rowid NOT IN (SELECT key FROM {TABLE} WHERE office_id IN ({{offices}}) AND visible_from > %(now)s) "
    "ORDER BY rowid DESC LIMIT %(limit)s"
)


def _ask_postgresql(wanted, leads, year):
    """GIN knows no order: its words are those of a year, and the years are asked one after another, the newest first,
    until there is enough."""
    match = " | ".join(_written(wanted, f"y@{lead}", " & ", " | ", "({})", " <-> ") for lead in leads)
    return _GIN, {"match": match, "year": year}


_GIN = (
    f"SELECT found.key FROM generate_series("
    f"coalesce(%(year)s, (SELECT {{year}} FROM {TABLE} ORDER BY key DESC LIMIT 1)), "
    f"coalesce(%(year)s, (SELECT {{year}} FROM {TABLE} ORDER BY key LIMIT 1)), -1) AS year, "
    f"LATERAL (SELECT key FROM {TABLE} WHERE {VECTOR} @@ replace(%(match)s, '@', year::text)::tsquery "
    f"AND visible_from <= %(now)s ORDER BY key DESC LIMIT %(limit)s) AS found LIMIT %(limit)s"
).format(year=YEAR)


def _written(wanted, prefix, both, either, phrase, then):
    """`wanted` in the language of the index, with what stands before each word."""

    def written(words):
        return phrase.format(then.join(prefix + word for word in words))

    ways = [[f"({both.join(map(written, way))})" for way in group] for group in wanted]
    return f"({both.join(f'({either.join(way)})' for way in ways)})"


_ASKS = {"sqlite": _ask_sqlite, "postgresql": _ask_postgresql}
