"""Measures in Vietnamese notation, and the comparisons that many rules share."""

from collections.abc import Callable, Sequence

from .addressees import is_row
from .layout import Layout
from .measured_sheet import Line
from .rulebook import Verdict, rule

SIZE_PT = 0.2
"""Sizes within this tolerance are equal: makers of PDFs round them, and a half point is another size."""

EDGE_MM = 0.3
"""Edges within this tolerance are equal: printers round. 29,6 mm are not 30."""

CENTRE_MM = 1.5
"""Centred lines may be off by this: trailing spaces and the padding of table cells shift them."""

SHOWN = 48
"""So many letters of a line are enough to find it."""

Range = tuple[float, float]
Part = Callable[[Layout], Line | Sequence[Line]]
"""Finds a part of the paper; raises Missing or Uncheckable."""


def number(value: float) -> str:
    """ "28,4"; "13"."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def mm(value: float) -> str:
    return f"{number(value)} mm"


def pt(value: float) -> str:
    return f"{number(value)} pt"


def span(allowed: Range, unit: str = "") -> str:
    """ "30-35 mm"; "11 pt" where only one value is allowed."""
    ends = dict.fromkeys(number(end) for end in allowed)
    return f"{'-'.join(ends)} {unit}".strip()


def share(value: float) -> str:
    return f"{round(value * 100)}%"


def place(line: Line) -> str:
    """ "trang 2, dòng “Địa điểm: …”"."""
    words = line.text if len(line.text) <= SHOWN else f"{line.text[:SHOWN].rstrip()}…"
    return f"trang {line.page}, dòng “{words}”"


def is_within(value: float, allowed: Range, tolerance: float) -> bool:
    return allowed[0] - tolerance <= value <= allowed[1] + tolerance


def is_size(value: float, allowed: Range) -> bool:
    """Whether the size is one of the range: the decree's table of letters (ND30-I.V) has whole points alone."""
    return is_within(value, allowed, SIZE_PT) and abs(value - round(value)) <= SIZE_PT


def size(lines: Sequence[Line], allowed: Range) -> Verdict:
    """Every line must have a size of the range; the verdict shows the first that has not."""
    wrong = [line for line in lines if not is_size(line.size, allowed)]
    sizes = sorted({line.size for line in (wrong[:1] or lines)})
    return Verdict(
        kept=not wrong,
        measured=", ".join(dict.fromkeys(map(pt, sizes))),
        allowed=" hoặc ".join(dict.fromkeys(number(end) for end in allowed)) + " pt",
        where=place((wrong or lines)[0]),
    )


def style(lines: Sequence[Line], *, bold: bool, italic: bool) -> Verdict:
    """Every line must have the weight and the slope; the verdict shows the first that has not."""
    wrong = [line for line in lines if not _is_set(line, bold, italic)]
    shown = (wrong or lines)[0]
    return Verdict(
        kept=not wrong,
        measured=_style_name(shown.bold, not shown.upright),
        allowed=_style_name(bold, italic),
        where=place(shown),
    )


def _is_set(line: Line, bold: bool, italic: bool) -> bool:
    heavy = line.bold if bold else not any(word.bold for word in line.words)
    return heavy and (line.italic if italic else line.upright)


def _style_name(bold: bool, italic: bool) -> str:
    return f"{'nghiêng' if italic else 'đứng'}, {'đậm' if bold else 'không đậm'}"


def capitals(lines: Sequence[Line]) -> Verdict:
    wrong = [line for line in lines if not line.text.isupper()]
    return Verdict(
        kept=not wrong,
        measured="chữ thường" if wrong else "chữ in hoa",
        allowed="chữ in hoa",
        where=place((wrong or lines)[0]),
    )


def centred(lines: Sequence[Line], centre: float, on: str, tolerance: float = CENTRE_MM) -> Verdict:
    """The middle of every line must be on `centre`; the verdict shows the line farthest from it."""
    worst = max(lines, key=lambda line: abs(line.centre - centre))
    off = worst.centre - centre
    side = "sang phải" if off > 0 else "sang trái"
    return Verdict(
        kept=abs(off) <= tolerance,
        measured=f"lệch {mm(abs(off))} {side}" if abs(off) >= 0.05 else "cân giữa",
        allowed=f"cân giữa {on}",
        where=place(worst),
    )


def row_stops(lines: Sequence[Line]) -> Verdict | None:
    """Each row of the list ends with ";", the last with "."; a long row takes several lines, and below the last the
    mark of who drafted may stand. None where there is no list."""
    rows: list[list[Line]] = []
    for line in lines:
        if is_row(line):
            rows.append([])
        if rows:
            rows[-1].append(line)
    allowed = "mỗi dòng “;”, dòng cuối “.”"
    for row in rows:
        stop = "." if row is rows[-1] else ";"
        if not (row[-1].text.endswith(stop) or (row is rows[-1] and any(line.text.endswith(stop) for line in row))):
            return Verdict(False, f"“… {' '.join(row[-1].text.split()[-3:])}”", allowed, place(row[-1]))
    return Verdict(True, "đúng", allowed) if rows else None


def size_rule(slug: str, law: str, label: str, cell: str, part: Part, allowed: Callable[[], Range]) -> None:
    """The rule that the part has a size of the range."""
    _part_rule(slug, law, label, cell, part, lambda lines: size(lines, allowed()))


def style_rule(slug: str, law: str, label: str, cell: str, part: Part, *, bold: bool, italic: bool) -> None:
    """The rule that the part has the weight and the slope."""
    _part_rule(slug, law, label, cell, part, lambda lines: style(lines, bold=bold, italic=italic))


def capitals_rule(slug: str, law: str, label: str, cell: str, part: Part) -> None:
    """The rule that the part is in capitals."""
    _part_rule(slug, law, label, cell, part, capitals)


def _part_rule(
    slug: str, law: str, label: str, cell: str, part: Part, test: Callable[[Sequence[Line]], Verdict]
) -> None:
    """A paper that may do without the part, and does, is not asked about it."""

    def check(layout: Layout) -> Verdict | None:
        lines = part(layout)
        found = [lines] if isinstance(lines, Line) else lines
        return test(found) if found else None

    rule(slug, law, label, cell)(check)
