"""Rules of annexes: the words that point to them, their heading, name and reference, their own page numbers."""

import re
from collections.abc import Callable, Iterator

from ... import official_form as form
from ...vietnamese import fold
from ..annexes import Annex
from ..layout import Layout
from ..measure import centred, number, place, size_rule, style_rule
from ..measured_sheet import Line
from ..rulebook import Verdict, need, rule

MIDDLE_MM = 4.0
"""The margins may differ by 5 mm on each side, and with them the middle of the text."""

POINTER = re.compile(r"\bphu luc\b(?P<numbers>(?: ?(?:,|va|den|-)? ?(?:so )?(?:[ivxlc]+|\d+)\b)*)")
"""Of folded words: "theo Phụ lục kèm theo", "tại Phụ lục I và II"."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def annex_rule(slug: str, law: str, label: str) -> Callable[[Callable[[Layout], Verdict]], None]:
    """A rule about papers with an annex alone."""

    def register(test: Callable[[Layout], Verdict]) -> None:
        rule(slug, law, label)(lambda layout: test(layout) if layout.annexes else None)

    return register


@annex_rule("annex-pointed", "ND30-I.III.1a", "Trong văn bản có chỉ dẫn về Phụ lục")
def annex_pointed(layout: Layout) -> Verdict:
    """Where there are several, "các Phụ lục kèm theo" points to all of them, and so does the number of each."""
    words = fold(" ".join(line.text for line in layout.main_lines))
    pointers = list(POINTER.finditer(words))
    named = {figure.upper() for each in pointers for figure in re.findall(r"[ivxlc]+|\d+", each["numbers"] or "")}
    allowed = "“… theo Phụ lục kèm theo”, “… tại Phụ lục I”"
    if not pointers:
        return Verdict(False, "không có", allowed)
    together = any(not (each["numbers"] or "").strip() for each in pointers)
    missed = [each.number for each in layout.annexes if len(layout.annexes) > 1 and each.number not in named]
    spans = any("den" in (each["numbers"] or "") or "-" in (each["numbers"] or "") for each in pointers)
    if missed and not together and not spans:
        return Verdict(False, f"không chỉ dẫn Phụ lục {', '.join(missed)}", allowed)
    return Verdict(True, "có", allowed)


@annex_rule("annex-numbered", "ND30-I.III.1a", "Từ hai Phụ lục trở lên thì đánh số La Mã I, II, …")
def annex_numbered(layout: Layout) -> Verdict:
    several = len(layout.annexes) > 1
    for each, wanted in zip(layout.annexes, _ROMAN, strict=False):
        right = each.number == wanted or (not several and not each.number)
        if not right:
            allowed = f"{form.ANNEX} {wanted}" if several else form.ANNEX
            return Verdict(False, each.heading.text, allowed, place(each.heading))
    return Verdict(
        True, ", ".join(each.number for each in layout.annexes if each.number) or "một Phụ lục", "I, II, …"
    )


@annex_rule("annex-heading", "ND30-I.III.1b", "“Phụ lục” và số thứ tự một dòng riêng, chữ in thường")
def annex_heading(layout: Layout) -> Verdict:
    for each in layout.annexes:
        number = each.heading.text[len(form.ANNEX) :].strip()
        wanted = f"{form.ANNEX} {each.number}".strip()
        if each.heading.text != f"{form.ANNEX} {number}".strip() or number.upper() != each.number:
            return Verdict(False, each.heading.text, wanted, place(each.heading))
    return Verdict(True, ", ".join(each.heading.text for each in layout.annexes), form.ANNEX)


def headings(layout: Layout) -> list[Line]:
    return [each.heading for each in layout.annexes]


def names(layout: Layout) -> list[Line]:
    """The lines of the names; an annex may have none."""
    return [line for each in layout.annexes for line in each.name]


def attached(layout: Layout) -> list[Line]:
    return [line for each in layout.annexes for line in each.attached]


size_rule(
    "annex-heading-size",
    "ND30-I.III.1b",
    "Cỡ chữ “Phụ lục”",
    "",
    headings,
    lambda: (form.ANNEX_PT, form.ANNEX_PT),
)
style_rule("annex-heading-style", "ND30-I.III.1b", "“Phụ lục” chữ đứng, đậm", "", headings, bold=True, italic=False)


@annex_rule("annex-heading-centred", "ND30-I.III.1b", "“Phụ lục” cân giữa")
def annex_heading_centred(layout: Layout) -> Verdict:
    return _centred(layout, lambda each: (each.heading,))


@annex_rule("annex-name-capitals", "ND30-I.III.1b", "Tên Phụ lục chữ in hoa")
def annex_name_capitals(layout: Layout) -> Verdict:
    wrong = next((line for line in names(layout) if not line.text.isupper()), None)
    where = place(wrong) if wrong else ""
    return Verdict(not wrong, "chữ thường" if wrong else "chữ in hoa", "chữ in hoa", where)


size_rule("annex-name-size", "ND30-I.III.1b", "Cỡ chữ tên Phụ lục", "", names, lambda: form.ANNEX_NAME_RANGE_PT)
style_rule("annex-name-style", "ND30-I.III.1b", "Tên Phụ lục chữ đứng, đậm", "", names, bold=True, italic=False)


@annex_rule("annex-name-centred", "ND30-I.III.1b", "Tên Phụ lục cân giữa")
def annex_name_centred(layout: Layout) -> Verdict:
    return _centred(layout, lambda each: each.name)


@annex_rule("annex-attached", "ND30-I.III.1c", "“(Kèm theo …)” trong ngoặc đơn, dưới tên Phụ lục")
def annex_attached(layout: Layout) -> Verdict:
    for each in layout.annexes:
        words = " ".join(line.text for line in need(each.attached, "“(Kèm theo …)” dưới tên Phụ lục"))
        if not (words.startswith("(Kèm theo ") and words.endswith(")")):
            return Verdict(False, words, "(Kèm theo Thông báo số … ngày … của …)", place(each.attached[0]))
    return Verdict(True, attached(layout)[0].text, "(Kèm theo …)")


size_rule(
    "annex-attached-size", "ND30-I.III.1c", "Cỡ chữ “(Kèm theo …)”", "", attached, lambda: form.ANNEX_OF_RANGE_PT
)
style_rule(
    "annex-attached-style",
    "ND30-I.III.1c",
    "“(Kèm theo …)” chữ nghiêng, không đậm",
    "",
    attached,
    bold=False,
    italic=True,
)


@annex_rule("annex-attached-centred", "ND30-I.III.1c", "“(Kèm theo …)” cân giữa")
def annex_attached_centred(layout: Layout) -> Verdict:
    return _centred(layout, lambda each: each.attached)


def _centred(layout: Layout, part: Callable[[Annex], tuple[Line, ...]]) -> Verdict:
    verdict = Verdict(True, "cân giữa", "cân giữa trang")
    for each in layout.annexes:
        if lines := part(each):
            verdict = centred(lines, each.centre, "trang", MIDDLE_MM)
            if not verdict.kept:
                return verdict
    return verdict


@annex_rule("annex-page-number", "ND30-I.III.1đ", "Số trang đánh riêng theo từng Phụ lục, trang đầu không hiện")
def annex_page_number(layout: Layout) -> Verdict:
    for page, wanted in _wanted(layout):
        line = layout.numbers.get(page)
        printed = line.text.strip(" -–—.") if line else ""
        if printed != wanted:
            return Verdict(False, printed or "không có", wanted or "không có", f"trang {page} của tệp")
    return Verdict(True, "đúng", "không có, 2, 3, …")


def _wanted(layout: Layout) -> Iterator[tuple[int, str]]:
    """Each page of the file that belongs to an annex, with the number that it shows."""
    for each in layout.annexes:
        for place_in_annex, page in enumerate(each.pages, start=1):
            yield page.number, number(place_in_annex) if place_in_annex > 1 else ""
