"""The sample pages, the old encodings made from Unicode, and Word documents and archives made for a test."""

import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document

from meetings.readers.inputs.charsets import TCVN3, VNI_ALONE, VNI_PAIRS

PAGES = Path(__file__).parent / "pages"
POST = """Phiên họp tháng 7 năm 2019 của Thường trực HĐND quận Mẫu
Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88
Ngày 30/7/2019, Thường trực HĐND quận Mẫu tổ chức phiên họp tháng 7 năm 2019.
Đồng chí Nguyễn Văn Thử - Chủ tịch HĐND quận chủ trì phiên họp; các đồng chí ủy viên cùng dự.
Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo:
- Giữ đúng lịch tiếp công dân; trả lời đủ đơn thư của cử tri các phường ven đê."""
WORDS = "quỳ gối, quý, nghĩa, kỹ, thủy lợi, ngõ hẹp, rỗi, bữa, trẻ, khẽ, kẽm, ỷ lại, mỹ, xã, giặt, dặn, vẫn, ưỡn"

_TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
_TO_VNI = {letter: typed for typed, letter in (VNI_PAIRS | VNI_ALONE).items()}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def tcvn3(text: str) -> str:
    """As typed with .VnTime: a capital with a tone is the small letter's code."""
    return "".join(_TO_TCVN3.get(each) or _TO_TCVN3.get(each.lower(), each) for each in text)


def vni(text: str) -> str:
    return "".join(_TO_VNI.get(each, each) for each in text)


def windows_1258(text: str) -> bytes:
    return b"".join(map(_letter_1258, text))


def _letter_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        marks = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(each for each in marks if each not in _TONES))
        return (base + "".join(each for each in marks if each in _TONES)).encode("cp1258")


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    return saved(document)


def saved(document) -> bytes:
    document.save(written := BytesIO())
    return written.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(written := BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


_NAMES = {
    **{name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text", "table")},
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def odt(body: str, automatic: str = "", styles: str = "", kind: str = "text", files: dict | None = None) -> bytes:
    """An OpenDocument package around the XML of a body, its own styles and those of its template."""
    names = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMES.items())
    content = (
        f"<office:document-content {names}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    looks = f"<office:document-styles {names}><office:styles>{styles}</office:styles></office:document-styles>"
    parts = {"mimetype": ODT_TYPE, "content.xml": content.encode(), "styles.xml": looks.encode()}
    return zipped(parts | {"META-INF/manifest.xml": b"<manifest/>"} | (files or {}))


def odt_of(*paragraphs: str) -> bytes:
    return odt("".join(f"<text:p>{each}</text:p>" for each in paragraphs))


def rtf(body: str, fonts: str = r"{\f0\froman\fcharset0 Times New Roman;}") -> bytes:
    """An RTF document around its body, other letters than ASCII as Word writes them."""
    words = "".join(each if each.isascii() else rf"\u{_signed(each)}?" for each in body)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0\uc1{{\fonttbl{fonts}}}{words}}}".encode("ascii")


def _signed(letter: str) -> int:
    return ord(letter) - 65_536 * (ord(letter) >= 32_768)


def rtf_of(*paragraphs: str) -> bytes:
    return rtf("".join(rf"\pard\plain\f0 {each}\par " for each in paragraphs))
