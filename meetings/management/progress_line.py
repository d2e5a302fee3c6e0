"""How far a long command is, on one line of a terminal; nothing where the words go into a file."""

import shutil
import time

OFTEN = 0.1
"""Seconds between two drawings."""


class Progress:
    def __init__(self, out, verb):
        self.out, self.verb, self.drawn = out, verb, 0.0
        self.seen = hasattr(out, "isatty") and out.isatty()

    def __enter__(self):
        return self

    def __call__(self, done, post):
        if self.seen and time.monotonic() - self.drawn >= OFTEN:
            width = shutil.get_terminal_size().columns - 1
            self._draw(f"{self.verb} {done} bài: {post.name}"[:width])
            self.drawn = time.monotonic()

    def __exit__(self, *broken):
        if self.seen:
            self._draw("")

    def _draw(self, line):
        self.out.write(f"\r\x1b[K{line}", ending="")
        self.out.flush()
