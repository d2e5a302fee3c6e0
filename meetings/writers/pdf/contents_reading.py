"""Reads the pages, the words and the digital signatures of a PDF from outside."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from . import signatures
from .contents import Contents
from .unreadable import UNOPENED, UnreadablePdf

SCAN_SHARE = 0.75
"""A picture over more of a page than this is a scan; its words, if any, were recognised by a machine."""
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"Số\s*:\s*(\d{1,5})\s*/\s*([A-ZĐƯƠ][A-ZĐƯƠ0-9&-]*[A-ZĐƯƠ0-9])")


def contents(content: bytes, ours: list[bytes], roots: Mapping[str, bytes]) -> Contents:
    """Compared with the one of `ours` that it begins with, else with the first. `roots` are the files of certificates
    that the operator trusts, by name. Raises UnreadablePdf."""
    continues = next((place for place, each in enumerate(ours) if content.startswith(each)), None)
    (pages, is_scan), (expected, _) = _texts(content), _texts(ours[continues or 0])
    words, our_words = _words(pages), _words(expected)
    trusted = signatures.Roots(roots)
    signed, adds_signatures_alone = signatures.read(content, None if continues is None else ours[continues], trusted)
    return Contents(
        pages=len(pages),
        our_pages=len(expected),
        is_scan=is_scan,
        words=words.total(),
        missing=(our_words - words).total(),
        added=(words - our_words).total(),
        reference=_reference(pages[0]),
        continues=continues,
        signatures=signed,
        adds_signatures_alone=adds_signatures_alone,
        bad_roots=tuple(trusted.bad),
    )


def _texts(content: bytes) -> tuple[list[str], bool]:
    """The text of each page, and whether they are pictures of a paper."""
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            found = [page.get_textpage().get_text_range() for page in document]
            is_scan = all(not text.strip() or _is_picture(page) for text, page in zip(found, document, strict=True))
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadablePdf(UNOPENED) from error
    if not found:
        raise UnreadablePdf(UNOPENED)
    return [unicodedata.normalize("NFC", text) for text in found], is_scan


def _is_picture(page: Any) -> bool:
    """Both measured as the page is written, before it is turned for the eye."""
    left, bottom, right, top = page.get_mediabox()
    least = SCAN_SHARE * (right - left) * (top - bottom)
    return any(_area(each) > least for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def _area(picture: Any) -> float:
    left, bottom, right, top = picture.get_bounds()
    return float((right - left) * (top - bottom))


def _words(pages: list[str]) -> Counter[str]:
    return Counter(word for text in pages for word in _WORD.findall(text.casefold()))


def _reference(text: str) -> str:
    found = _NUMBER.search(text)
    return f"{int(found[1]):02d}/{found[2]}" if found else ""
