"""The words of the catalogue as the database indexes them: FTS5 on SQLite, a GIN index on PostgreSQL.

Both hold the same words (SearchEntry.words: a to z and 0 to 9 alone), so that both find the same. Put up after every
migration; SQLite keeps its index by triggers, PostgreSQL its column by itself.
"""

from django.db import connection
from django.utils import timezone

from .catalogue import SearchEntry

TABLE, INDEX, VECTOR = SearchEntry._meta.db_table, "meetings_searchindex", "vector"


def put_up(connection):
    with connection.cursor() as cursor:
        _PUT_UP[connection.vendor](cursor)


def take_down(connection):
    """Before very many rows are written, that are indexed faster all at once; `put_up` does."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
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
    words = "to_tsvector('simple', words)"
    cursor.execute(
        f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {VECTOR} tsvector GENERATED ALWAYS AS ({words}) STORED"
    )
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin ({VECTOR}) WITH (fastupdate = off)")
    cursor.execute("RESET statement_timeout")


_PUT_UP = {"sqlite": _sqlite, "postgresql": _postgresql}

Phrase = tuple[str, ...]
"""Words of the index that stand one after another."""
Wanted = list[list[list[Phrase]]]
"""What must occur: of each group at least one alternative, of an alternative all its phrases."""


def keys(wanted: Wanted, limit: int) -> list[int]:
    """The newest entries that have what is wanted and whose moment has come: their keys, at most `limit`."""
    hidden = f"SELECT key FROM {TABLE} WHERE visible_from > %s"
    match, expression = _MATCHES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"{match} AND key NOT IN ({hidden}) ORDER BY key DESC LIMIT %s",
            [expression(wanted), timezone.now(), limit],
        )
        return [key for (key,) in cursor.fetchall()]


def _fts5(wanted):
    return _written(wanted, " AND ", " OR ", lambda words: f'"{" ".join(words)}"')


def _tsquery(wanted):
    return _written(wanted, " & ", " | ", lambda words: "(" + " <-> ".join(f"'{word}'" for word in words) + ")")


def _written(wanted, both, either, phrase):
    return both.join(
        f"({either.join(f'({both.join(map(phrase, alternative))})' for alternative in group)})" for group in wanted
    )


_MATCHES = {
    "sqlite": (f"SELECT rowid AS key FROM {INDEX} WHERE {INDEX} MATCH %s", _fts5),
    "postgresql": (f"SELECT key FROM {TABLE} WHERE {VECTOR} @@ %s::tsquery", _tsquery),
}
