"""The printed sheet: HTML made from the papers' templates, and the PDF made from that HTML.

Shared by every paper. The renderer sees strings only: whatever a page names, nothing is fetched for it.
"""

# mypy: allow-untyped-calls
# (WeasyPrint carries no annotations.)

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ... import official_form
from .. import fonts, header_fit, qr_code
from ..words.no_break import held
from ..words.text import PaperText, grouped, listed
from . import archival, draft_mark, signature_fields
from .engine import FontConfiguration, weasyprint

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "papers"

DRAFT_MARK = "own:draft-mark"
"""The address by which the style sheet names the mark of a draft."""

QR_CODE = "own:qr-code?"
"""Before the address that a code is to lead to."""

_NOWHERE = "own:"
"""What relative addresses are relative to, so that they are refused as any other and not passed over in silence."""

_LONGEST_WORD = 24
"""Letters that half a line is sure to hold. Only for longer ones, as addresses are, is it tried wherever a line ends
whether a word may be broken there."""


_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class FetchRefused(ValueError):
    """The page names something outside itself."""


def html(sheets: list[PaperText], *, draft: bool = False) -> str:
    """The pages as HTML with their style sheet inside."""
    names, title, header = sheets[0].held, sheets[0].title, header_fit.fit(sheets[0])
    sheets = [header_fit.with_letterhead(sheet, header) for sheet in sheets]
    return (
        environment()
        .get_template("paper.html")
        .render(
            sheets=sheets,
            title=f"{title} (dự thảo)" if draft else title,
            font=fonts.family(),
            header=header,
            draft_mark=DRAFT_MARK if draft else "",
            breaks_words=any(map(_has_long_words, sheets)),
            held=lambda text: _with_whole_numbers(held(text, *names)),
            grouped=grouped,
            listed=lambda lines: listed(list(lines)),
            qr_code=lambda link: QR_CODE + quote(link, safe=""),
            fields=signature_fields.of([] if draft else sheets),
        )
    )


_NUMBER_AND_SYMBOL = re.compile(r"\d+/[A-ZĐ][\w-]*")


def _with_whole_numbers(text: str) -> Markup:
    """ "05/BB-HĐND" on one line: a line could end at its stroke."""
    return Markup(_NUMBER_AND_SYMBOL.sub(r'<span class="whole">\g<0></span>', str(escape(text))))


def _has_long_words(sheet: PaperText) -> bool:
    """The address in the verification line has a whole line in small letters to itself."""
    return any(len(word) > _LONGEST_WORD for word in sheet.words.removesuffix(sheet.verification).split())


@cache
def environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(form=official_form)
    return environment


def pdf(page: str, *, data: str = "") -> bytes:
    """The finished PDF of `page`, tagged for reading aloud, with `data` inside; the same page gives the same bytes.

    A page with a sign that the font lacks is printed without the archival marks: it would not be what they say.

    Raises FetchRefused for a page that would have an image, a style sheet or a font fetched.
    """
    is_archival = not fonts.lacks(page)
    try:
        body = weasyprint.HTML(string=_STYLE.sub("", page), base_url=_NOWHERE, url_fetcher=_Refuser())
        result = body.write_pdf(
            font_config=_fonts(),
            stylesheets=[_style(rules) for rules in _STYLE.findall(page)],
            pdf_variant=archival.VARIANT if is_archival else None,
            pdf_tags=True,
            attachments=archival.attachments(data),
            finisher=archival.finish if is_archival else archival.finish_without_marks,
        )
    except weasyprint.urls.FatalURLFetchingError as error:
        raise FetchRefused(f"Trang in không được lấy gì từ bên ngoài: {error.__cause__}") from error
    assert isinstance(result, bytes)
    return result


@lru_cache(maxsize=16)
def _style(rules: str) -> weasyprint.CSS:
    """Read once: most papers share their rules, and reading them is a tenth of the work of printing one."""
    return weasyprint.CSS(string=rules, base_url=_NOWHERE, url_fetcher=_Refuser(), font_config=_fonts())


@cache
def _fonts() -> FontConfiguration:
    """One for all papers of a process: each that is made keeps its memory for good."""
    return FontConfiguration()


class _Refuser(weasyprint.urls.URLFetcher):
    """Answers the two addresses of our own, each drawn here, and opens no other: no file, no network, no data."""

    def __init__(self) -> None:
        super().__init__(fail_on_errors=True)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> weasyprint.urls.URLFetcherResponse:
        if url == DRAFT_MARK:
            drawn = draft_mark.svg()
        elif url.startswith(QR_CODE):
            drawn = qr_code.svg(unquote(url.removeprefix(QR_CODE)))
        else:
            raise FetchRefused(url)
        return weasyprint.urls.URLFetcherResponse(url, drawn, {"Content-Type": "image/svg+xml"})
