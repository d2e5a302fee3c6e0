"""A paper written into a template: ours, or one that an office has adapted."""

from dataclasses import replace
from io import BytesIO

from ..fonts import NoUsableFont
from ..words.text import PaperText
from . import fill, samples
from .bad_template import BadTemplate
from .docx_draft import mark_draft
from .package import same_each_time
from .properties import describe
from .template import default_template


def write(sheets: list[PaperText], *, template: bytes | None = None, draft: bool = False) -> bytes:
    if template is None:
        return _written(sheets, default_template(), draft)
    fill.check(template)
    return _written_into_theirs(sheets, template, draft)


def check_template(template: bytes) -> None:
    fill.check(template)
    for sheet in samples.SHEETS:
        for draft in (False, True):
            _written_into_theirs([sheet], template, draft)


def _written_into_theirs(sheets: list[PaperText], template: bytes, draft: bool) -> bytes:
    """A file that opens may still be damaged in more ways than can be looked for beforehand."""
    try:
        return _written(sheets, template, draft)
    except (BadTemplate, NoUsableFont):
        raise
    except Exception as error:
        raise BadTemplate(
            "Điền vào mẫu không thành văn bản: tệp có chỗ không đúng như Word ghi. "
            "Đề nghị mở mẫu trong Word, lưu lại rồi gửi lại."
        ) from error


def _written(sheets: list[PaperText], template: bytes, draft: bool) -> bytes:
    document = fill.fill(template, [_unnumbered(sheet) for sheet in sheets] if draft else sheets)
    if draft:
        mark_draft(document)
    describe(document, f"{sheets[0].title} (dự thảo)" if draft else sheets[0].title)
    made = BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _unnumbered(sheet: PaperText) -> PaperText:
    return replace(sheet, number=None if sheet.number is None else "", verification="")
