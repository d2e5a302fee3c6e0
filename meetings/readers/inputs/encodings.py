"""Decodes bytes whose encoding is unknown or wrongly declared."""

import codecs
import html
import re
import unicodedata
from dataclasses import dataclass

from ..post_text import UnreadablePost
from .charsets import CHARSETS, latin
from .legacy import change, spelling

BINARY = "không phải văn bản (có vẻ là tệp nhị phân): hãy chọn tệp văn bản (.txt) chứa bài đăng"
UNKNOWN = "không đọc được bảng mã: hãy lưu lại tệp bằng UTF-8"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 40_000
"""So many characters are enough to tell one old encoding from another."""
_TAG = re.compile(r"<[^<>]*>")
_FEWEST_GOOD = 0.6
_BROKEN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    """The text of the file; letters of TCVN3 and VNI are still Latin ones, which `repair` converts."""
    encoding: str
    notes: tuple[str, ...] = ()


def characters(data: bytes) -> Decoded:
    """The characters of a text, a page or a table. Raises UnreadablePost."""
    decoded = _decoded(data)
    if "\x00" in decoded.text or len(_CONTROLS.findall(decoded.text)) * 20 > len(decoded.text):
        raise UnreadablePost(BINARY)
    return decoded


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if encoding := _unmarked_utf16(data):
        return _strictly(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _guessed(data)
        raise UnreadablePost(UNKNOWN) from error


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark, recognised by the zero bytes of spaces and Latin letters, all on one side."""
    sample = data[: 2 * _SAMPLE]
    if len(sample) < 8 or len(data) % 2 or b"\x00" not in sample:
        return ""
    zeros_first, zeros_second = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if zeros_second > pairs * 0.4 and zeros_first < pairs * 0.02:
        return "utf-16-le"
    if zeros_first > pairs * 0.4 and zeros_second < pairs * 0.02:
        return "utf-16-be"
    return ""


def _guessed(data: bytes) -> Decoded:
    """Bytes in no Unicode encoding: Windows-1258, an old font, or UTF-8 with a few broken letters."""
    if b"\x00" in data:
        raise UnreadablePost(BINARY)
    windows, utf_8, old = _mended(data, "cp1258"), _mended(data, "utf-8"), latin(data)
    scored = [
        (_spelled(windows), windows, "windows-1258"),
        (_converted(old), old, "windows-1252"),
        (_spelled(utf_8), utf_8, "utf-8"),
    ]
    (good, bad), text, encoding = max(scored, key=lambda scores: scores[0][0] - scores[0][1])
    if good < _FEWEST_GOOD * (good + bad):
        raise UnreadablePost(UNKNOWN)
    broken = text.count(_BROKEN)
    notes = (f"Tệp có {broken} chữ bị hỏng: hãy soát lại với bài gốc.",) if broken else ()
    return Decoded(text, encoding, notes)


def _mended(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _spelled(text: str) -> tuple[int, int]:
    return spelling(_sample(text))


def _converted(text: str) -> tuple[int, int]:
    """The spelling score of the letters of an old font after conversion."""
    sample = _sample(text)
    good, bad = spelling(sample)
    better = max(gained - lost for gained, lost in (change(sample, charset) for charset in CHARSETS))
    return (good + better, bad - better) if better > 0 else (good, bad)


def _sample(text: str) -> str:
    return unicodedata.normalize("NFC", html.unescape(_TAG.sub(" ", text[:_SAMPLE])))
