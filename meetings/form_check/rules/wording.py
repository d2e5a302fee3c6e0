"""Rules of the words: what each kind must say and in which order, numbering, dates and hours."""

import re
from collections.abc import Callable, Iterator

from ...paper import PaperKind
from ...vietnamese import fold, list_letter
from ..layout import Layout
from ..measure import place
from ..rulebook import Verdict, need, rule
from .dates import faults_of, hour_faults

REQUIRED = {
    PaperKind.MINUTES: (
        "Thời gian bắt đầu",
        "Địa điểm",
        "Thành phần tham dự",
        "Chủ trì",
        "Thư ký",
        "Nội dung",
        "kết thúc vào",
    ),
    PaperKind.NOTICE: ("Kết luận",),
    PaperKind.INVITATION: ("trân trọng kính mời", "Tới dự", "Chủ trì", "Thời gian", "Địa điểm"),
}
"""ND30, Phụ lục III, Mẫu 1.9, 1.4 and 1.7, in their order."""

_ROMAN = re.compile(r"^([IVXL]+)\.\s")
_ARABIC = re.compile(r"^(\d{1,3})\.\s")
_LETTER = re.compile(r"^([a-zđ]{1,2})\)\s")
_ROMAN_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _text(layout: Layout) -> str:
    need(layout.paragraphs, "nội dung văn bản")
    return fold(layout.text)


@rule("required-words", "Đủ các phần của loại văn bản", "6", tuple(PaperKind))
def required_words(layout: Layout) -> Verdict:
    assert layout.kind
    text, wanted = _text(layout), REQUIRED[layout.kind]
    lacking = [words for words in wanted if fold(words) not in text]
    return Verdict(not lacking, f"thiếu: {', '.join(lacking)}" if lacking else "đủ", ", ".join(wanted))


@rule("required-order", "Các phần đúng thứ tự", "6", tuple(PaperKind))
def required_order(layout: Layout) -> Verdict:
    """Parts that are lacking are told by the rule before this one."""
    assert layout.kind
    text, wanted = _text(layout), REQUIRED[layout.kind]
    start = 0
    for words in wanted:
        found = text.find(fold(words), start)
        if found < 0 and fold(words) in text:
            return Verdict(False, f"“{words}” đứng trước chỗ của nó", ", ".join(wanted))
        start = max(start, found)
    return Verdict(True, "đúng thứ tự", ", ".join(wanted))


@rule("numbering", "Đánh số I., 1., a) liên tục, đúng thứ tự (a, b, c, d, đ)", "6")
def numbering(layout: Layout) -> Verdict:
    """Each level goes on by one, and begins anew under a higher one or after a line that leads in."""
    last = {"roman": 0, "arabic": 0, "letter": 0}
    led_in = False
    for paragraph in need(layout.paragraphs, "nội dung văn bản"):
        for level, value, mark, wanted in _marks(paragraph.text, last):
            if value != last[level] + 1 and not (value == 1 and led_in):
                return Verdict(False, mark, wanted, place(paragraph.first))
            last[level] = value
            if level == "roman":
                last["arabic"] = 0
            if level != "letter":
                last["letter"] = 0
        led_in = paragraph.text.endswith(":")
    return Verdict(True, "đúng thứ tự", "đúng thứ tự")


def _marks(text: str, last: dict[str, int]) -> Iterator[tuple[str, int, str, str]]:
    """The mark that the paragraph begins with, its place in its level, and the mark that would follow."""
    if match := _ROMAN.match(text):
        yield "roman", _roman(match[1]), match[0].strip(), f"số thứ tự {last['roman'] + 1} bằng số La Mã"
    elif match := _ARABIC.match(text):
        yield "arabic", int(match[1]), match[0].strip(), f"{last['arabic'] + 1}."
    elif match := _LETTER.match(text):
        letters = [list_letter(place) for place in range(last["letter"] + 1)]
        value = next((n for n, each in enumerate(letters, start=1) if each == match[1]), -1)
        yield "letter", value, match[0].strip(), f"{letters[-1]})"


def _roman(figures: str) -> int:
    values = [_ROMAN_FIGURES[each] for each in figures]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


@rule("dates-in-words", "Ngày, tháng viết đúng số 0: ngày 05 tháng 01, tháng 3", "6")
def dates_in_words(layout: Layout) -> Verdict:
    return _first_fault(layout, faults_of, "ngày 05 tháng 01 năm 2021")


@rule("hours-in-words", "Giờ, phút viết đủ hai chữ số: 08 giờ 30 phút", "6")
def hours_in_words(layout: Layout) -> Verdict:
    return _first_fault(layout, hour_faults, "08 giờ 30 phút")


def _first_fault(layout: Layout, faults: Callable[[str], Iterator[tuple[str, str]]], example: str) -> Verdict:
    lines = (layout.head.kind_line, *layout.head.abstract)
    texts = [(line.text, line) for line in lines if line]
    texts += [(paragraph.text, paragraph.first) for paragraph in need(layout.paragraphs, "nội dung văn bản")]
    for text, line in texts:
        for words, right in faults(text):
            return Verdict(False, words, right, place(line))
    return Verdict(True, "đúng", example)
