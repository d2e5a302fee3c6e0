"""A paper written into a template, ours or one that an office has adapted: filled for each sheet, set as one file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from .. import header_fit
from ..fonts import NoUsableFont
from ..words.text import PaperText
from . import template_form
from .apply_marks import Surroundings, spread
from .bad_template import BadTemplate
from .clone_format import Element, paragraphs_under, words_of
from .docx_draft import mark_draft
from .expressions import check_expressions, environment
from .filling import filling
from .joining import count_annex_apart, joined, mend
from .marks import is_marked
from .package import check_package, describe, same_each_time
from .qr_picture import qr_picture
from .ruled_lines import fit_rules, text_width
from .samples import SHEETS
from .tags import check_tags
from .template import default_template
from .template_fields import SUBJECT
from .template_notes import notes


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl with body, headers and footers alone to fill, and no mending of what comes out broken."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        try:
            filled: str = jinja_env.from_string(src_xml).render(context)
            etree.fromstring(filled)
        except (TemplateError, etree.XMLSyntaxError) as error:
            raise BadTemplate(
                "Điền thử vào mẫu không thành văn bản: có thẻ mở ở chỗ này mà đóng ở chỗ khác, "
                "ví dụ mở ngoài bảng, đóng trong bảng."
            ) from error
        return filled

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """The file's title and language are ours to set."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """No field stands there."""

    def roots(self) -> Iterator[Element]:
        self.init_docx()
        yield self.docx.element.body
        yield from _margins(self.docx)


def _margins(document: Document) -> Iterator[Element]:
    """The headers and footers."""
    return (part.element for part in _margin_parts(document))


def _margin_parts(document: Document) -> Iterator[Any]:
    for relation in document.part.rels.values():
        if relation.reltype in (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI):
            yield relation.target_part


def check(template: bytes) -> None:
    """Raises BadTemplate unless `template` may safely be filled and has all that a paper needs."""
    check_package(template)
    jinja, document = environment(), _Template(BytesIO(template))
    try:
        roots = list(document.roots())
    except Exception as error:  # python-docx fails in as many ways as a file can be damaged
        raise BadTemplate("Tệp mẫu bị hỏng, không mở được; hãy lưu lại trong Word rồi gửi lại.") from error
    words = [words_of(paragraph) for root in roots for paragraph in paragraphs_under(root)]
    if any(map(is_marked, words)):
        raise BadTemplate("Mẫu có ký tự lạ mà Word không ghi ra (U+FDD0); hãy gõ lại đoạn ấy.")
    check_tags(words, jinja)
    check_expressions([document.patch_xml(document.xml_to_string(root)) for root in roots], jinja)


def fill(template: bytes, sheets: list[PaperText]) -> Document:
    """The paper as a document of Word; `template` has been checked."""
    jinja = environment()
    return joined([_filled(template, sheet, jinja) for sheet in sheets])


def _filled(template: bytes, sheet: PaperText, jinja: SandboxedEnvironment) -> Document:
    content, own, made = filling(sheet), _Template(BytesIO(template)), BytesIO()
    own.render(content.words, jinja)
    own.save(made)
    document = docx.Document(made)
    styles = {style.name or "": style.style_id for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    for part in (document.part, *_margin_parts(document)):
        root = part.element.body if part is document.part else part.element
        spread(root, Surroundings(content.tables, styles, text_width(document).mm, partial(qr_picture, part)))
        mend(root)
    fit_rules(document)
    count_annex_apart(document)
    return document


def write(sheets: list[PaperText], *, template: bytes | None = None, draft: bool = False) -> bytes:
    if template is None or (any(sheet.subject for sheet in sheets) and not _has_place_for_subject(template)):
        header = header_fit.fit(sheets[0])
        parted = [header_fit.with_letterhead(sheet, header) for sheet in sheets]
        return _written(parted, default_template(header), draft)
    check(template)
    return _written_into_theirs(sheets, template, draft)


def _has_place_for_subject(template: bytes) -> bool:
    """Whether an office's own template can hold a letter: one from before there were any has no place for "V/v"."""
    roots = _Template(BytesIO(template)).roots()
    return any(f"{SUBJECT} }}}}" in words_of(each) for root in roots for each in paragraphs_under(root))


def check_template(template: bytes) -> None:
    check(template)
    for sheet in SHEETS:
        for draft in (False, True):
            _written_into_theirs([sheet], template, draft)
    jinja = environment()
    template_form.check_form([(sheet, *_shown(template, sheet, jinja)) for sheet in template_form.SAMPLES])


def left_out_of_pdf(template: bytes) -> tuple[str, ...]:
    """What of a form that has been accepted does not come into the PDF, in sentences for the clerk."""
    jinja, sheet = environment(), template_form.ONE_SIGNS
    ours, theirs = (_shown(each, sheet, jinja) for each in (default_template(), template))
    try:
        template_form.check_form([(sheet, *theirs)])
    except BadTemplate as kept_before:  # the check was less strict when the form was taken in
        return (str(kept_before), *notes(sheet, theirs, ours))
    return notes(sheet, theirs, ours)


def _shown(template: bytes, sheet: PaperText, jinja: SandboxedEnvironment) -> tuple[Document, list[Element]]:
    """The form filled with one sample, and the roots of all that it shows."""
    document = _filled(template, sheet, jinja)
    return document, [document.element.body, *_margins(document)]


def _written_into_theirs(sheets: list[PaperText], template: bytes, draft: bool) -> bytes:
    """A file that opens may still be damaged in more ways than can be looked for beforehand."""
    try:
        return _written(sheets, template, draft)
    except (BadTemplate, NoUsableFont):
        raise
    except Exception as error:
        raise BadTemplate(
            "Điền vào mẫu không thành văn bản: tệp có chỗ không đúng như Word ghi. "
            "Hãy mở mẫu trong Word, lưu lại rồi gửi lại."
        ) from error


def _written(sheets: list[PaperText], template: bytes, draft: bool) -> bytes:
    document = fill(template, [_unnumbered(sheet) for sheet in sheets] if draft else sheets)
    if draft:
        mark_draft(document)
    describe(document, f"{sheets[0].title} (dự thảo)" if draft else sheets[0].title)
    made = BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _unnumbered(sheet: PaperText) -> PaperText:
    return replace(sheet, number=None if sheet.number is None else "", verification="", verify_link="")
