"""Recognises pasted lines that are tasks of the line above, by their marks and by the colon of that line."""

from .pasted_lines import Line


class Levels:
    """Takes the lines one by one, in their order."""

    def __init__(self):
        self._head: Line | None = None
        self._last: Line | None = None
        self._inside = False

    def level_of(self, line: Line) -> int:
        """1 for a task under an earlier line, else 0."""
        level = int(self._head is not None and self._is_under(self._head, line))
        if not level:
            self._head = line if line.words.endswith(":") or line.mark == "number" else None
        self._inside, self._last = bool(level), line
        return level

    def _is_under(self, head: Line, line: Line) -> bool:
        if line.mark:
            return line.mark != head.mark
        if not head.words.endswith(":"):
            return False
        return not self._inside or self._last.words.endswith(";")
