"""A table of a paper as a table of Word: its head repeated, no row torn, the last row kept with what follows."""

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.parfmt import ParagraphFormat

from ... import official_form as form
from ..header_fit import text_mm
from ..words.text import Table
from .clone_format import Element, make_bold, paragraph_like, words_like
from .marks import fit

TEXT_MM = text_mm()
_PADDING_MM = 0.8
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def shell(widths_mm: Sequence[float], *, padding_mm: float = 0.0, ruled: bool = False) -> Element:
    """A table of fixed columns without rows yet, its cells' words `padding_mm` from their sides."""
    widths = [twips(width) for width in widths_mm]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    border = f'w:val="single" w:sz="{form.RULE_PT * 8:.0f}" w:space="0" w:color="000000"' if ruled else 'w:val="nil"'
    borders = "".join(f"<w:{side} {border}/>" for side in _SIDES)
    margins = "".join(f'<w:{side} w:w="{twips(padding_mm)}" w:type="dxa"/>' for side in _SIDES[:4])
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )


def add_row(table: Element, *, align: str = "top", least_mm: float = 0.0, is_head: bool = False) -> list[Element]:
    """A new last row that no page tears; its cells, still without a paragraph."""
    height = f'<w:trHeight w:val="{twips(least_mm)}" w:hRule="atLeast"/>' if least_mm else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{align}"/></w:tcPr></w:tc>'
        for width in (column.get(qn("w:w")) for column in table.iter(qn("w:gridCol")))
    )
    head = "<w:tblHeader/>" if is_head else ""
    row = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{cells}</w:tr>")
    table.append(row)
    return list(row.iter(qn("w:tc")))


def add_wide_row(table: Element) -> Element:
    """A new last row of one cell."""
    first, *others = add_row(table)
    for other in others:
        other.getparent().remove(other)
    first.grid_span = len(others) + 1
    return first


def build(table: Table, paragraph: Element, run: Element, width_mm: float) -> Element:
    """The table, its cells in the form of the paragraph and the run where its field stood."""
    made = shell([width_mm * column.share for column in table.columns], padding_mm=_PADDING_MM, ruled=True)
    heads = tuple(column.head for column in table.columns)
    for place, words in enumerate((heads, *table.rows)):
        is_head = place == 0
        cells = add_row(made, align="center", least_mm=0 if is_head else table.row_mm, is_head=is_head)
        for cell, column, text in zip(cells, table.columns, words, strict=True):
            inside, letters = paragraph_like(paragraph), words_like(run, fit(text))
            inside.append(letters)
            cell.append(inside)
            if is_head:
                make_bold(letters)
            if place == len(table.rows):
                ParagraphFormat(inside).keep_with_next = True
            if is_head or column.centred:
                ParagraphFormat(inside).alignment = WD_ALIGN_PARAGRAPH.CENTER
    return made
