"""Tables for a spreadsheet: a workbook that also prints well (A4 lying, as wide as the sheet, its head on each page),
and CSV that Excel opens. A cell is words or a number; nothing in it is ever computed."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from textwrap import wrap

COMPUTED = tuple("=+-@＝＋－＠\t\r\n")
"""A cell that begins with one of these is a formula to a spreadsheet."""
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Excel reads UTF-8 by it."""

Cell = str | int

FONT, SIZE_PT, LINE_PT, TALLEST_PT = "Times New Roman", 11, 15, 405
"""No row may be taller than 409 points."""
MARGINS_INCH = {"left": 0.8, "right": 0.4, "top": 0.8, "bottom": 0.6}
_A4 = 9
_WORDS_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_NAME_AT_MOST = 31


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    heads: Sequence[str]
    widths: Sequence[float]
    """In letters, column by column."""
    rows: Sequence[Sequence[Cell]]
    centred: Sequence[int] = ()


def workbook(title: str, sheets: Iterable[Sheet]) -> bytes:
    """The sheets as one XLSX; `title` is printed at the top of each page, with the sheet's own name."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    with xlsxwriter.Workbook(out, _WORDS_ONLY) as book:
        looks = [book.add_format({**_LOOK, "align": align}) for align in ("left", "center")]
        head = book.add_format({**_LOOK, "align": "center", "valign": "vcenter", "bold": True})
        for each in sheets:
            sheet = book.add_worksheet(each.name[:_NAME_AT_MOST])
            _print_setup(sheet, title, each)
            for place, width in enumerate(each.widths):
                sheet.set_column(place, place, width)
            for place, row in enumerate([each.heads, *each.rows]):
                sheet.set_row(place, _height(row, each.widths))
                for column, cell in enumerate(row):
                    look = head if place == 0 else looks[column in each.centred]
                    sheet.write(place, column, cell, look)
    return out.getvalue()


_LOOK = {"font_name": FONT, "font_size": SIZE_PT, "text_wrap": True, "valign": "top", "border": 1}


def _print_setup(sheet, title: str, each: Sheet) -> None:  # type: ignore[no-untyped-def]
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(each.rows), len(each.heads) - 1)
    sheet.set_margins(**MARGINS_INCH)
    sheet.set_header(f'&C&"{FONT},Bold"&12{_in_a_header(title)}: {_in_a_header(each.name)}')
    sheet.set_footer(f'&C&"{FONT},Regular"&10Trang &P/&N')


def _in_a_header(text: str) -> str:
    return text.replace("&", "&&")


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Room for the cell of the most lines: no spreadsheet measures a row again that another program wrote."""
    lines = max((_lines(f"{cell}", width) for cell, width in zip(row, widths, strict=True)), default=1)
    return min(lines * LINE_PT + 3, TALLEST_PT)


def _lines(text: str, width: float) -> int:
    return sum(max(len(wrap(line, max(int(width), 1))), 1) for line in text.split("\n"))


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows as one text, with the mark by which Excel reads UTF-8."""
    out = StringIO()
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def harmless(value: object) -> str:
    """The value as text that no spreadsheet computes."""
    text = f"{value}"
    return f"'{text}" if text.startswith(COMPUTED) else text
