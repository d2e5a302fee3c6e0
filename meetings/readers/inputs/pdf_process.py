"""The process that reads a PDF: started for one file, bounded in time and memory, it prints plain lines as JSON."""

# mypy: allow-untyped-calls

import json
import resource
import signal
import sys
from pathlib import Path
from typing import Any

MOST_PAGES = 60
_MOST_LETTERS = 400_000
_FIRST_SECONDS, _MORE_SECONDS, _MOST_SECONDS = 1.0, 0.25, 1.5
"""Of CPU: for what stands before the first page, more for each page that was read, and at most so much ahead."""
_ALL_SECONDS = 16
_MEMORY = 500_000_000


class _TooLong(BaseException):
    """Passes through the library, which catches every Exception."""


def main(path: str) -> None:
    from . import pdf_letters, pdf_lines

    _bound()
    letters = 0
    told: list[dict[str, Any]] = []
    answer: dict[str, Any] = {"pages": told}
    try:
        for page in pdf_letters.pages(Path(path).read_bytes(), MOST_PAGES):
            letters += len(page.letters)
            if letters > _MOST_LETTERS:
                raise pdf_letters.Overfull
            told.append(_plain(page, pdf_lines.lines(page)))
            _give_time()
    except (_TooLong, MemoryError, RecursionError, pdf_letters.Overfull):
        answer = {"error": "large"}
    except Exception as error:
        answer = {"error": "locked" if "Password" in type(error).__name__ else "broken"}
    signal.setitimer(signal.ITIMER_PROF, 0)
    json.dump(answer, sys.stdout, ensure_ascii=True)


def _plain(page: Any, lines: Any) -> dict[str, Any]:
    return {
        "width": round(page.width, 1),
        "height": round(page.height, 1),
        "scanned": page.scanned,
        "lines": [
            {
                "y": round(line.y, 1),
                "size": round(line.size, 1),
                "row": line.row,
                "cells": [
                    {"x0": round(cell.x0, 1), "x1": round(cell.x1, 1), "runs": cell.runs} for cell in line.cells
                ],
            }
            for line in lines
        ],
    }


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_ALL_SECONDS, _ALL_SECONDS))
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _FIRST_SECONDS, 1.0)


def _give_time() -> None:
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    signal.setitimer(signal.ITIMER_PROF, min(left + _MORE_SECONDS, _MOST_SECONDS), 1.0)


def _stop(*_: object) -> None:
    raise _TooLong
