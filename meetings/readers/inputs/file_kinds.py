"""The kind of a file, from its first bytes; the extension only tells the parts of a saved page from posts."""

import re

from ..post_text import UnreadablePost

HEAD = 4_096
"""So many bytes are enough to tell."""

_REFUSED = (
    (b"Rar!", "đây là tệp nén RAR: hãy giải nén rồi nén lại thành ZIP"),
    (b"7z\xbc\xaf", "đây là tệp nén 7z: hãy giải nén rồi nén lại thành ZIP"),
    (b"\x1f\x8b", "đây là tệp nén GZIP: hãy giải nén rồi nén lại thành ZIP"),
    (b"MZ", "đây là tệp chương trình, không phải bài đăng: hãy bỏ tệp này ra"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PICTURE = "đây là tệp ảnh mà không bài nào dùng đến: hãy chép phần chữ trong ảnh sang tệp .txt hoặc bỏ tệp này ra"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DOCUMENTS = {b"\xd0\xcf\x11\xe0": "doc", b"{\\rtf": "rtf", b"%PDF": "pdf"}
_OPENS_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.{0,2000}?-->|<!\[if[^>]*>|\s)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|style|table|div|center|font|article|section|p|h[1-6]|span|br)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"(?:from|mime-version|date|subject|snapshot-content-location|content-type|x-[a-z-]+):", re.I)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FURNITURE = (
    ".css",
    ".js",
    ".map",
    ".woff",
    ".woff2",
    ".ttf",
    ".eot",
    ".otf",
    ".ico",
    ".svg",
    ".db",
    ".ini",
    ".url",
    ".lnk",
)


def kind_of(head: bytes) -> str:
    """ "zip" (a DOCX is one), "doc", "rtf", "pdf", "html", "mhtml" or "text". Raises UnreadablePost for a file that
    no reader reads."""
    for signature, reason in _REFUSED:
        if head.startswith(signature):
            raise UnreadablePost(reason)
    if is_picture(head):
        raise UnreadablePost(_PICTURE)
    if head.startswith(_ZIP):
        return "zip"
    for signature, kind in _DOCUMENTS.items():
        if head.startswith(signature):
            return kind
    letters = head.replace(b"\x00", b"") if b"\x00" in head[:64] else head
    for mark in _BYTE_ORDER_MARKS:
        letters = letters.removeprefix(mark)
    if _OPENS_PAGE.match(letters):
        return "html"
    if _MAIL.match(letters) and b"multipart/related" in letters.lower():
        return "mhtml"
    return "text"


def is_picture(head: bytes) -> bool:
    return head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")


def is_furniture(name: str) -> bool:
    """Whether the file belongs to a saved page or to a Windows folder and is never a post."""
    return name.lower().endswith(_FURNITURE)
