"""Rules of the words: the required parts of each kind and their order, numbering, dates and hours."""

import re
from collections.abc import Callable, Iterator

from ...paper import PaperKind
from ...paper_kinds import description
from ...vietnamese import fold, list_letter
from ..layout import Layout
from ..measure import place
from ..rulebook import KIND_UNKNOWN, Uncheckable, Verdict, need, rule
from .dates import faults_of, hour_faults

_OPENING = re.compile(r"^(?:[-–+*•]|[IVX]+\.|\d+\.|[a-zđ]\))\s*")
"""A list mark before the words that open a paragraph."""

_QUOTED = re.compile("“[^”]*”")
"""A letter of correction quotes what was wrong."""

_ROMAN = re.compile(r"^([IVXL]+)\.\s")
_ARABIC = re.compile(r"^(\d{1,3})\.\s")
_LETTER = re.compile(r"^([a-zđ]{1,2})\)\s")
_ROMAN_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _positions(layout: Layout, words: str) -> list[int]:
    """The positions of the words in the title and the body, in letters."""
    need(layout.paragraphs, "nội dung văn bản")
    text = "\n".join(fold(_OPENING.sub("", line)) for line in layout.text.split("\n"))
    anywhere = words.startswith("…")
    pattern = re.escape(fold(words.strip("… ")))
    return [match.start() for match in re.finditer(pattern if anywhere else f"^{pattern}", text, re.MULTILINE)]


def _required(layout: Layout) -> tuple[str, ...]:
    if not layout.kind:  # a letter that nobody named
        raise Uncheckable(KIND_UNKNOWN)
    return description(layout.kind).required_words


@rule("required-words", "ND30-III.II", "Đủ các phần của loại văn bản", "6", tuple(PaperKind))
def required_words(layout: Layout) -> Verdict:
    wanted = _required(layout)
    lacking = [words for words in wanted if not _positions(layout, words)]
    return Verdict(not lacking, f"thiếu: {', '.join(lacking)}" if lacking else "đủ", ", ".join(wanted))


@rule("required-order", "ND30-III.II", "Các phần đúng thứ tự", "6", tuple(PaperKind))
def required_order(layout: Layout) -> Verdict:
    """The rule before this one reports missing parts."""
    wanted = _required(layout)
    start = 0
    for words in wanted:
        positions = _positions(layout, words)
        later = [position for position in positions if position >= start]
        if positions and not later:
            return Verdict(False, f"“{words}” đứng trước chỗ của nó", ", ".join(wanted))
        start = min(later, default=start)
    return Verdict(True, "đúng thứ tự", ", ".join(wanted))


@rule("numbering", "ND30-I.II.6đ", "Đánh số I., 1., a) liên tục, đúng thứ tự (a, b, c, d, đ)", "6")
def numbering(layout: Layout) -> Verdict:
    """Each level counts by one; it may start again under a higher level or after a line that ends with ":".

    Numbers may also continue from one section to the next; letters may not.
    """
    last = {"roman": 0, "arabic": 0, "letter": 0}
    new_section = led_in = False
    for paragraph in need(layout.paragraphs, "nội dung văn bản"):
        for level, value, mark, wanted in _marks(paragraph.text, last):
            may_begin = led_in or (level == "arabic" and new_section)
            if value != last[level] + 1 and not (value == 1 and may_begin):
                return Verdict(False, mark, wanted, place(paragraph.first))
            last[level] = value
            if level != "letter":
                last["letter"], new_section = 0, level == "roman"
        led_in = paragraph.text.endswith(":")
    return Verdict(True, "đúng thứ tự", "đúng thứ tự")


def _marks(text: str, last: dict[str, int]) -> Iterator[tuple[str, int, str, str]]:
    """The mark that the paragraph begins with: level, value, mark, and the mark that would be right."""
    if match := _ROMAN.match(text):
        yield "roman", _roman(match[1]), match[0].strip(), f"số thứ tự {last['roman'] + 1} bằng số La Mã"
    elif match := _ARABIC.match(text):
        yield "arabic", int(match[1]), match[0].strip(), f"{last['arabic'] + 1}."
    elif match := _LETTER.match(text):
        letters = [list_letter(place) for place in range(last["letter"] + 1)]
        value = next((n for n, letter in enumerate(letters, start=1) if letter == match[1]), -1)
        yield "letter", value, match[0].strip(), f"{letters[-1]})"


def _roman(figures: str) -> int:
    values = [_ROMAN_FIGURES[figure] for figure in figures]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


@rule("dates-in-words", "ND30-I.II.4b", "Ngày, tháng viết đúng số 0: ngày 05 tháng 01, tháng 3", "6")
def dates_in_words(layout: Layout) -> Verdict:
    return _first_fault(layout, faults_of, "ngày 05 tháng 01 năm 2021")


@rule("hours-in-words", "ND30-III.M1.9", "Giờ, phút viết đủ hai chữ số: 08 giờ 30 phút", "6")
def hours_in_words(layout: Layout) -> Verdict:
    return _first_fault(layout, hour_faults, "08 giờ 30 phút")


def _first_fault(layout: Layout, faults: Callable[[str], Iterator[tuple[str, str]]], example: str) -> Verdict:
    lines = (layout.head.kind_line, *layout.head.abstract)
    texts = [(line.text, line) for line in lines if line]
    texts += [(paragraph.text, paragraph.first) for paragraph in need(layout.paragraphs, "nội dung văn bản")]
    for text, line in texts:
        for words, right in faults(_QUOTED.sub("", text) if layout.is_letter else text):
            return Verdict(False, words, right, place(line))
    return Verdict(True, "đúng", example)
