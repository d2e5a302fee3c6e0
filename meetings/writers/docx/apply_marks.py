"""Marks in a filled template → runs, paragraphs and tables of Word, each in the form of the place where it stood."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat

from ...official_form import BODY_PT
from ..words.text import Look, Table
from . import marks, tables
from .clone_format import (
    Element,
    linked,
    make_bold,
    make_italic,
    paragraph_like,
    paragraphs_under,
    run_like,
    words_like,
    words_of,
)

LOOK_STYLES = {Look.SECTION: "Mục", Look.ITEM: "Tiểu mục", Look.GROUND: "Căn cứ"}
LOOK_STYLES |= {Look.ADDRESSED: "Kính gửi", Look.ADDRESSEE: "Nơi được gửi"}
"""Looks that have a style of their own. In a template without that style their letters alone are set apart."""

_SPACE_MM = BODY_PT / 4 * 25.4 / 72
"""A space is a quarter of an em in Times."""
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_SECTION_END = f"{qn('w:pPr')}/{qn('w:sectPr')}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a mark may need beside the paragraph it stands in."""

    tables: list[Table]
    styles: dict[str, str]
    """The id of each paragraph style by its name."""
    text_mm: float
    """How wide the text stands."""
    qr_code: Callable[[str], Element]
    """The picture of an address as a QR code, kept in the part that is worked on."""


def spread(root: Element, around: Surroundings) -> None:
    """Carry out every mark under `root`."""
    for paragraph in reversed(paragraphs_under(root)):  # those in a text box before the one it hangs on
        if marks.is_marked(words_of(paragraph)):
            _Spreader(paragraph, around).work()


class _Spreader:
    """Takes one paragraph apart and sets it together again, as one, as many, as a table, or as none."""

    def __init__(self, paragraph: Element, around: Surroundings) -> None:
        self.sample, self.here, self.around = deepcopy(paragraph), paragraph, around
        self.bold = self.bold_look = self.italic_look = False
        self.has_words = self.has_nothing = self.has_table = False
        self.link = ""

    def work(self) -> None:
        children = [child for child in self.here if child.tag != qn("w:pPr")]
        for child in children:
            self.here.remove(child)
        for child in children:
            if not marks.is_marked("".join(text.text or "" for text in child.iter(qn("w:t")))):
                self.has_words = self.has_words or _says_something(child)
                self.here.append(child)
            else:  # runs in a link, in a control or in a tracked change come out of it
                for run in [child] if child.tag == qn("w:r") else child.iter(qn("w:r")):
                    self._run(run)
        ends_a_section = self.here.find(_SECTION_END) is not None
        if self.has_nothing and not (self.has_words or self.has_table or ends_a_section):
            self.here.getparent().remove(self.here)

    def _run(self, run: Element) -> None:
        for child in run:
            if child.tag == qn("w:t"):
                for command, figure in marks.pieces(child.text or ""):
                    self._do(command, figure, run)
            elif child.tag != qn("w:rPr"):
                self.has_words = True
                self.here.append(run_like(run, deepcopy(child)))

    def _do(self, command: str, figure: str, run: Element) -> None:
        match command:
            case "words":
                self.has_words = self.has_words or not figure.isspace()
                self.here.append(self._words(run, figure))
            case "bold" | "plain":
                self.bold = command == "bold"
            case "line":
                self.here.append(run_like(run, OxmlElement("w:br")))
            case "blank" | "gap":
                self.has_words = True
                room = self._words(run, _NO_BREAK_SPACE * round(float(figure) / _SPACE_MM))
                if command == "blank":
                    Font(room).underline = WD_UNDERLINE.DOTTED
                self.here.append(room)
            case "link":
                self.link = figure
            case "qr":
                self.has_words = True
                self.here.append(run_like(run, self.around.qr_code(figure)))
            case "paragraph":
                self._next_paragraph()
            case "look":
                self._look(Look(figure))
            case "keep":
                ParagraphFormat(self.here).keep_with_next = True
            case "nothing":
                self.has_nothing = True
            case "table":
                self.has_table = True
                self.here.addnext(tables.build(self.around.tables[int(figure)], self.here, run, self.around.text_mm))
                ParagraphFormat(self.here).keep_with_next = True

    def _words(self, run: Element, text: str) -> Element:
        made = words_like(run, text)
        if self.bold or self.bold_look:
            make_bold(made)
        if self.italic_look:
            make_italic(made)
        return linked(made, self.link) if self.link else made

    def _next_paragraph(self) -> None:
        following = paragraph_like(self.sample)
        _end_no_section(self.here)
        self.here.addnext(following)
        self.here, self.bold, self.bold_look, self.italic_look = following, False, False, False

    def _look(self, look: Look) -> None:
        style = self.around.styles.get(LOOK_STYLES.get(look, ""))
        if style:
            self.here.get_or_add_pPr().style = style
        else:
            self.bold_look = look in (Look.SECTION, Look.ITEM)
            self.italic_look = look is Look.GROUND


def _says_something(run: Element) -> bool:
    """Whether letters, a picture or a page's number stand in it."""
    return any(part.tag != qn("w:rPr") and (part.tag != qn("w:t") or (part.text or "").strip()) for part in run)


def _end_no_section(paragraph: Element) -> None:
    """A section that ended in the sample ends in the last paragraph made of it."""
    end = paragraph.find(_SECTION_END)
    if end is not None:
        end.getparent().remove(end)
