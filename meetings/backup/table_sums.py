"""A sum over the rows of each table: by it a restored database is compared row by row with the one it came from."""

from hashlib import sha256

from django.db import connection

AT_ONCE = 1000
_WHOLE = 2**256


def table_sums(run_query):
    """{table: [rows, sum]} of every table that a model has.

    `run_query` gives the rows of an SQL query. The sum is that of the rows' hashes: no order of rows changes it, so
    databases that sort words differently are compared too.
    """
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return {name: _sum(run_query(f"SELECT * FROM {connection.ops.quote_name(name)}")) for name in sorted(names)}


def _sum(rows):
    counted = total = 0
    for row in rows:
        counted += 1
        total = (total + int.from_bytes(sha256(repr(tuple(row)).encode()).digest())) % _WHOLE
    return [counted, f"{total:064x}"]
