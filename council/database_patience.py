"""How long we wait for a PostgreSQL that says nothing: one that hangs does not end its statements itself.

psycopg2 asks a function of ours to wait for the socket; a server that is silent for longer than is allowed here is
given up, its connection with it.
"""

import select
import time
from contextlib import contextmanager
from contextvars import ContextVar

PUBLIC_SECONDS, SAVE_SECONDS, COMMAND_SECONDS = 3, 12, 45
"""A page, a save (it may wait 10 for a lock), a command (its statements end after 30)."""

_allowed: ContextVar[float] = ContextVar("patience", default=COMMAND_SECONDS)


@contextmanager
def patience(seconds):
    mark = _allowed.set(seconds)
    try:
        yield
    finally:
        _allowed.reset(mark)


def install():
    from psycopg2 import extensions

    extensions.set_wait_callback(_wait)


def _wait(connection):
    from psycopg2 import OperationalError, extensions

    until = time.monotonic() + _allowed.get()
    while (state := connection.poll()) != extensions.POLL_OK:
        reads = [connection.fileno()] if state == extensions.POLL_READ else []
        writes = [connection.fileno()] if state == extensions.POLL_WRITE else []
        left = until - time.monotonic()
        if left <= 0 or not any(select.select(reads, writes, [], left)):
            raise OperationalError(f"Cơ sở dữ liệu im lặng quá {_allowed.get():g} giây.")
