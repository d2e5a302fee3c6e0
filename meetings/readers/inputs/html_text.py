"""Reads a page saved by a browser or Word, alone or packed with its pictures (MHTML)."""

import email
import email.policy
import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from ..post_text import UnreadablePost, bounded
from . import article_finder, charsets, html_page, html_walk, legacy
from .encodings import characters
from .source import Draft, FileLink, SourceFile

MOST_BYTES = 20_000_000
_MOST_MARKUP = 4_000_000
_TOO_LARGE = "trang HTML lớn quá 4 MB: hãy chỉ giữ lại phần bài đăng"
_INLINE_DATA = re.compile(r"data:[\w/+.;=-]*base64,[A-Za-z0-9+/=\s%]{200,}")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_OUT_OF_CAPITALS = re.compile("\ue000([^\ue000\ue001]*)\ue001")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,500}", re.IGNORECASE)
_MOST_PARTS = 2_000
_NO_PAGE = "tệp MHTML không có trang HTML nào: hãy lưu lại trang từ trình duyệt"


def read(data: bytes) -> Draft:
    """The post of a page. Raises UnreadablePost."""
    decoded = characters(data)
    return _read(decoded.text, decoded.encoding, decoded.notes)


def read_mhtml(data: bytes) -> Draft:
    """The post of a page that is packed with its pictures, and these."""
    parts = _parts(data)
    page_part = next((part for part in parts if part.kind == "text/html"), None)
    if page_part is None:
        raise UnreadablePost(_NO_PAGE)
    decoded = characters(page_part.body)
    draft = _read(decoded.text, decoded.encoding, decoded.notes, page_part.address)
    packed = {name: part for part in parts if part.kind.startswith("image/") for name in part.names if name}
    found = {link.href: packed[link.href] for link in draft.links if link.href in packed}
    files = tuple(
        SourceFile(name=part.shown, title=link.title, size=len(part.body), read=partial(bytes, part.body))
        for link in draft.links
        if (part := found.get(link.href))
    )
    return replace(draft, links=tuple(link for link in draft.links if link.href not in found), files=files)


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    body: bytes
    address: str
    names: tuple[str, ...]
    """The names by which the page refers to it."""

    @property
    def shown(self) -> str:
        return unquote(self.address.split("?")[0]).replace("\\", "/").rstrip("/").rpartition("/")[2][:100] or "anh"


def _parts(data: bytes) -> list[_Part]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        saved = str(message.get("Snapshot-Content-Location") or "")
        found = []
        for part in itertools.islice(message.walk(), _MOST_PARTS):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                kind, here = part.get_content_type(), str(part.get("Content-Location") or "").strip()
                address = saved or here if kind == "text/html" else here
                names = (here, f"cid:{str(part.get('Content-ID') or '').strip('<> ')}")
                found.append(_Part(kind, body, address, names))
        return found
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadablePost(_NO_PAGE) from error


def fragment(markup: str) -> tuple[list[str], tuple[FileLink, ...]]:
    """The paragraphs of a piece of HTML that holds nothing but the post."""
    found = html_walk.read(html_page.tree(_small(markup)))
    return [paragraph.words for paragraph in found.paragraphs], tuple(file.link for file in found.named)


def _read(markup: str, encoding: str, notes: tuple[str, ...], address: str = "") -> Draft:
    markup = _small(markup)
    whole = html_walk.read(html_page.tree(markup))
    if not whole.paragraphs:
        raise UnreadablePost("trang HTML không có chữ nào: hãy lưu lại trang từ trình duyệt hoặc chép bài sang .txt")
    notes += _make_unicode(whole)
    encoding = charsets.named_in(notes) or encoding
    found = article_finder.find(whole)
    text = bounded("\n".join(filter(None, [found.title, found.dateline, *found.lines])))
    if not found.lines:
        notes += ("Không thấy bài viết dưới tiêu đề: hãy soát lại trang.",)
    return Draft(text, encoding, _address(whole, markup) or _http(address), found.links, notes=notes)


def _small(markup: str) -> str:
    if "base64," in markup:
        markup = _INLINE_DATA.sub("data:", markup)
    if len(markup) > _MOST_MARKUP:
        raise UnreadablePost(_TOO_LARGE)
    return markup


def _make_unicode(whole: html_page.Page) -> tuple[str, ...]:
    """Converts the paragraphs and the titles to Unicode, all judged together."""
    first = [whole.title, whole.meta.get("og:title", ""), *(file.link.title for file in whole.named)]
    joined = "\n".join([*first, *(paragraph.words for paragraph in whole.paragraphs)])
    repaired = legacy.repair(unicodedata.normalize("NFC", joined))
    lines = _OUT_OF_CAPITALS.sub(lambda part: part[1].upper(), repaired.text).split("\n")
    whole.title, whole.meta["og:title"] = lines[:2]
    whole.named = [
        replace(file, link=replace(file.link, title=title))
        for file, title in zip(whole.named, lines[2 : len(first)], strict=True)
    ]
    for paragraph, words in zip(whole.paragraphs, lines[len(first) :], strict=True):
        paragraph.words = words
    return repaired.notes


def _address(whole: html_page.Page, markup: str) -> str:
    saved = _SAVED_FROM.search(markup[:8_000])
    for named in (whole.meta.get("canonical", ""), whole.meta.get("og:url", ""), saved[1] if saved else ""):
        if address := _http(named):
            return address
    return ""


def _http(named: str) -> str:
    return named if _ADDRESS.fullmatch(named) else ""
