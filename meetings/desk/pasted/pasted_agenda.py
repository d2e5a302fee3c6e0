"""Reads pasted agenda items: their titles and presenters, and the opinions and the conclusion below each."""

import re

from . import agenda_parts
from .pasted_lines import Line, parted
from .pasted_row import Row, Span, filled

_PRESENTS = r"(?:trình bày|báo cáo|trình)"
_AFTER = (
    re.compile(rf"[(\[](?:do )?(?P<who>[^()\[\]]+?),? {_PRESENTS}[)\]]$", re.IGNORECASE),
    re.compile(rf"[(\[]?(?:người|cơ quan|đơn vị) {_PRESENTS} ?: ?(?P<who>[^()\[\]]+?)[)\]]?$", re.IGNORECASE),
    re.compile(rf"\bdo (?P<who>[^,;:]+?) {_PRESENTS}$", re.IGNORECASE),
    re.compile(rf" [-–—] (?P<who>[^,;:–—]+?) {_PRESENTS}$", re.IGNORECASE),
)
_BEFORE = re.compile(rf"(?P<who>[^:;]{{3,120}}?) {_PRESENTS} ?: ?(?=\S)", re.IGNORECASE)
_TAIL = 300
"""So many characters at the end are searched for the presenter."""
_LONGEST = {"title": 500, "presenter": 200}
_LEADS_IN = "Có vẻ là câu dẫn, chưa phải một nội dung; chỉ thêm nếu bạn chọn."


def rows(lines: list[Line]) -> list[Row]:
    """The items, each with what the lines below it say of opinions and of the conclusion."""
    found: list[Row] = []
    item: Line | None = None
    part: agenda_parts.Part | None = None
    for line in lines:
        if agenda_parts.is_heading(line):
            found.append(_aside(line.words, agenda_parts.HEADING))
            item = part = None
        elif current := agenda_parts.part_of(line):
            part = current
            _add(found, item, current.kind, line.words, current.start)
        elif part and agenda_parts.goes_on(part, item, line):
            _add(found, item, part.kind, line.words)
        else:
            found += _of_cells(line) if len(line.cells) > 1 else _of_words(line.words)
            item, part = line if found[-1].take else None, None
    return found


def _add(found: list[Row], item: Line | None, kind: str, words: str, start: int = 0) -> None:
    """Into the item above; without one the words are shown and not taken."""
    if item is None:
        found.append(_aside(words, agenda_parts.NO_ITEM))
    else:
        found[-1] = agenda_parts.joined(found[-1], kind, words, start)


def _of_cells(line: Line) -> list[Row]:
    """A row copied from a table: the title, then the presenter."""
    presenter = ", ".join(line.cells[1:])
    words = f"{line.cells[0]} - {presenter}"
    return [_row(words, (0, len(line.cells[0])), (len(words) - len(presenter), len(words)))]


def _of_words(words: str) -> list[Row]:
    if words.endswith(":"):
        return [_leading_in(words)]
    if ";" not in words and (before := _BEFORE.match(words)):
        return [_row(words, (before.end(), len(words.rstrip(" ."))), before.span("who"))]
    head = re.match(r"[^;]*?:(?= )", words)
    pieces = parted(words[head.end() :]) if head else []
    if len(pieces) > 1:
        return [_leading_in(words[: head.end()]), *(_item(piece.words) for piece in pieces)]
    return [_item(piece.words) for piece in parted(words)]


def _leading_in(words: str) -> Row:
    return _aside(words, _LEADS_IN)


def _aside(words: str, note: str) -> Row:
    return filled(words, (Span(0, len(words.rstrip(": ")), "title"),), notes=(note,), take=False)


def _item(words: str) -> Row:
    words = words.rstrip(" ;,.")
    for rule in _AFTER:
        if (match := rule.search(words, max(len(words) - _TAIL, 0))) and (
            title := words[: match.start()].rstrip(" ,;(-–—")
        ):
            return _row(words, (0, len(title)), match.span("who"))
    return _row(words, (0, len(words)))


def _row(words: str, title: tuple[int, int], presenter: tuple[int, int] = (0, 0)) -> Row:
    spans = (Span(*title, "title"), *([Span(*presenter, "presenter")] if presenter[1] else []))
    long = [
        f"{words[span.start : span.start + 30]}… dài quá {_LONGEST[span.kind]} chữ cái, hãy rút gọn."
        for span in spans
        if span.end - span.start > _LONGEST[span.kind]
    ]
    return filled(words, spans, notes=tuple(long))
