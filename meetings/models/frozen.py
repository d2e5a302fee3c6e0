"""The database's own refusal to change or delete what was issued: triggers, put up after every migration.

Of an edition only its state, and when, why and by whom it was closed, may change: once, while it is in force. A
migration that must rewrite editions takes the triggers down first (`release`); they are back when it is done.
"""

from .edition import Edition
from .edition_file import EditionFile, SignedCopyRevocation
from .handover import Handover
from .mending import Mending
from .register_closing import RegisterClosing
from .register_entry import RegisterEntry

MAY_CHANGE = ("state", "closed_at", "closed_note", "closed_by_id")
EDITION = Edition._meta.db_table
_KEPT = (EditionFile, SignedCopyRevocation, RegisterEntry, RegisterClosing, Mending, Handover)
KEPT = tuple(model._meta.db_table for model in _KEPT)
"""Rows of these are added and never changed."""
TABLES = {EDITION, *KEPT}
_REFUSAL = "Giấy tờ đã phát hành không sửa, không xóa được"
_NAMES = {f"{table}_{rule}": table for table in (EDITION, *KEPT) for rule in ("stays", "is_kept")}


def guard(connection):
    """Put the triggers up, anew where they stand already: the table may have other columns by now."""
    release(connection)
    with connection.cursor() as cursor:
        for statement in _STATEMENTS[connection.vendor]():
            cursor.execute(statement)


def release(connection):
    with connection.cursor() as cursor:
        for name, table in _NAMES.items():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            if on:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}_whole{on}")


def missing(connection):
    """The triggers that should stand and do not."""
    ask = {"sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'", "postgresql": _STANDING}
    with connection.cursor() as cursor:
        cursor.execute(ask[connection.vendor])
        return sorted(_NAMES.keys() - {name for (name,) in cursor.fetchall()})


_STANDING = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"


def _sqlite():
    columns = [field.column for field in Edition._meta.concrete_fields if field.column not in MAY_CHANGE]
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    raises = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    yield f"CREATE TRIGGER {EDITION}_stays BEFORE UPDATE ON {EDITION} WHEN OLD.state <> 'live' OR {changed} {raises}"
    yield f"CREATE TRIGGER {EDITION}_is_kept BEFORE DELETE ON {EDITION} {raises}"
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} {raises}"
        yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} {raises}"


def _postgresql():
    refuse = f"{EDITION}_refuse"
    kept = ",".join(MAY_CHANGE)
    changed = f"(to_jsonb(OLD) - '{{{kept}}}'::text[]) IS DISTINCT FROM (to_jsonb(NEW) - '{{{kept}}}'::text[])"
    yield (
        f"CREATE OR REPLACE FUNCTION {refuse}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    yield (
        f"CREATE TRIGGER {EDITION}_stays BEFORE UPDATE ON {EDITION} FOR EACH ROW "
        f"WHEN (OLD.state <> 'live' OR {changed}) EXECUTE FUNCTION {refuse}()"
    )
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {refuse}()"
    for table in (EDITION, *KEPT):
        yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {refuse}()"
        yield (
            f"CREATE TRIGGER {table}_is_kept_whole BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {refuse}()"
        )


_STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}
