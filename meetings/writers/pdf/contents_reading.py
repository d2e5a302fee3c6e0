"""Reads the pages, the words and the digital signatures of a PDF from outside."""

import re
import unicodedata
from collections import Counter

import pypdfium2  # type: ignore[import-untyped]

from . import signatures
from .contents import Contents
from .unreadable import UNOPENED, UnreadablePdf

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"Số\s*:\s*(\d{1,5})\s*/\s*([A-ZĐƯƠ][A-ZĐƯƠ0-9&-]*[A-ZĐƯƠ0-9])")


def contents(content: bytes, ours: list[bytes]) -> Contents:
    """Compared with the one of `ours` that it begins with, else with the first. Raises UnreadablePdf."""
    base = next((each for each in ours if content.startswith(each)), None)
    pages, expected = _texts(content), _texts(base or ours[0])
    words, our_words = _words(pages), _words(expected)
    signed, is_sealed = signatures.read(content)
    return Contents(
        pages=len(pages),
        our_pages=len(expected),
        words=words.total(),
        missing=(our_words - words).total(),
        added=(words - our_words).total(),
        reference=_reference(pages[0]),
        continues_ours=base is not None,
        signatures=signed,
        is_sealed=is_sealed,
    )


def _texts(content: bytes) -> list[str]:
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            found = [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadablePdf(UNOPENED) from error
    if not found:
        raise UnreadablePdf(UNOPENED)
    return [unicodedata.normalize("NFC", text) for text in found]


def _words(pages: list[str]) -> Counter[str]:
    return Counter(word for text in pages for word in _WORD.findall(text.casefold()))


def _reference(text: str) -> str:
    found = _NUMBER.search(text)
    return f"{int(found[1]):02d}/{found[2]}" if found else ""
