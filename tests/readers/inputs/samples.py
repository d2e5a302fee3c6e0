"""The sample pages, the old encodings made from Unicode, and Word documents and archives made for a test."""

import struct
import unicodedata
import zipfile
from html import escape
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
    entries = [("/", ODT_TYPE.decode()), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]
    listed = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in entries)
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{listed}</m:manifest>'
    return zipped(parts | {"META-INF/manifest.xml": manifest.encode()} | (files or {}))


def odt_of(*paragraphs: str) -> bytes:
    return odt("".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs))


def rtf(body: str, fonts: str = r"{\f0\froman\fcharset0 Times New Roman;}") -> bytes:
    """An RTF document around its body, other letters than ASCII as Word writes them."""
    words = "".join(each if each.isascii() else rf"\u{_signed(each)}?" for each in body)
    return rf"{{\rtf1\ansi\ansicpg1252\deff0\uc1{{\fonttbl{fonts}}}{words}}}".encode("ascii")


def _signed(letter: str) -> int:
    return ord(letter) - 65_536 * (ord(letter) >= 32_768)


def rtf_of(*paragraphs: str) -> bytes:
    return rtf("".join(rf"\pard\plain\f0 {each}\par " for each in paragraphs))


def compound(streams: dict[str, bytes], inside: dict[str, bytes] | None = None) -> bytes:
    """A compound file (OLE 2) with these streams at the top, and others inside its storage "ObjectPool"."""
    every = [*streams.items(), *(inside or {}).items()]
    sectors, starts, chain = [b"", b""], [], [0xFFFFFFFD, 0xFFFFFFFE]
    for _, data in every:
        starts.append(len(sectors))
        padded = data.ljust(4_096, b"\0")
        pieces = [padded[at : at + 512].ljust(512, b"\0") for at in range(0, len(padded), 512)]
        chain += [len(sectors) + place + 1 for place in range(len(pieces) - 1)] + [0xFFFFFFFE]
        sectors += pieces
    rows, none = [], 0xFFFFFFFF
    top = len(streams) + bool(inside)
    names = [*streams, *(["ObjectPool"] if inside else []), *(inside or {})]
    for place, name in enumerate(names):
        storage = inside and place == len(streams)
        right = place + 2 if place + 1 not in (top, len(names)) else none
        data = 0 if storage else place - bool(inside and place > len(streams))
        rows.append((name, 1 if storage else 2, right, top + 1 if storage else none, 0 if storage else starts[data]))
    entries = [_entry("Root Entry", 5, none, 1, 0xFFFFFFFE, 0)]
    entries += [_entry(*row, 0 if row[1] == 1 else max(4_096, len(dict(every)[row[0]]))) for row in rows]
    per_sector = [b"".join(entries[at : at + 4]).ljust(512, b"\0") for at in range(0, len(entries), 4)]
    chain[1] = len(sectors) if len(per_sector) > 1 else 0xFFFFFFFE
    for place, piece in enumerate(per_sector[1:], start=2):
        chain.append(len(sectors) + 1 if place < len(per_sector) else 0xFFFFFFFE)
        sectors.append(piece)
    sectors[1] = per_sector[0]
    sectors[0] = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<9I", 1, 1, 0, 4_096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return header + b"\xff" * (512 - len(header)) + b"".join(sectors)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    links = struct.pack("<3I", 0xFFFFFFFF, right, child)
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1)
    return head + links + bytes(36) + struct.pack("<IQ", start, size)
