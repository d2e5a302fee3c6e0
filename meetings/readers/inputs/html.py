"""A saved page, as the browser or Word wrote it, and what a browser packs with its pictures (MHTML)."""

import email
import email.policy
import re
import unicodedata

from ..source import UnreadablePost, bounded
from . import article, legacy, page, walk
from .encodings import characters
from .source import Draft, FileLink

MOST_BYTES = 20_000_000
_MOST_MARKUP = 4_000_000
_TOO_LARGE = "trang HTML lớn quá 4 MB: hãy chỉ giữ lại phần bài đăng"
_INLINE_DATA = re.compile(r"data:[\w/+.;=-]*base64,[A-Za-z0-9+/=\s%]{200,}")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_OUT_OF_CAPITALS = re.compile("\ue000([^\ue000\ue001]*)\ue001")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,500}", re.IGNORECASE)
_NO_PAGE = "tệp MHTML không có trang HTML nào: hãy lưu lại trang từ trình duyệt"


def read(data: bytes) -> Draft:
    """The post of a page. Raises UnreadablePost."""
    decoded = characters(data)
    return _read(decoded.text, decoded.encoding, decoded.notes)


def read_mhtml(data: bytes) -> Draft:
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                body = part.get_payload(decode=True)
                break
        else:
            raise UnreadablePost(_NO_PAGE)
        named = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    except UnreadablePost:
        raise
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadablePost(_NO_PAGE) from error
    if not isinstance(body, bytes):
        raise UnreadablePost(_NO_PAGE)
    decoded = characters(body)
    return _read(decoded.text, decoded.encoding, decoded.notes, named)


def fragment(markup: str) -> tuple[list[str], tuple[FileLink, ...]]:
    """The paragraphs of a piece of HTML that holds nothing but the post."""
    found = walk.read(page.tree(_small(markup)))
    return [each.words for each in found.paragraphs], tuple(each.link for each in found.named)


def _read(markup: str, encoding: str, notes: tuple[str, ...], address: str = "") -> Draft:
    markup = _small(markup)
    whole = walk.read(page.tree(markup))
    if not whole.paragraphs:
        raise UnreadablePost("trang HTML không có chữ nào: hãy lưu lại trang từ trình duyệt hoặc chép bài sang .txt")
    notes += _make_unicode(whole)
    if charset := next((each.name for each in legacy.CHARSETS if any(each.words in note for note in notes)), ""):
        encoding = charset
    found = article.find(whole)
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


def _make_unicode(whole: page.Page) -> tuple[str, ...]:
    """The paragraphs and the title in Unicode's letters, all judged together."""
    named = whole.meta.get("og:title", "")
    joined = "\n".join([whole.title, named, *(each.words for each in whole.paragraphs)])
    joined = unicodedata.normalize("NFC", joined)
    repaired = legacy.repair(joined)
    lines = _OUT_OF_CAPITALS.sub(lambda part: part[1].upper(), repaired.text).split("\n")
    whole.title = lines[0]
    if named:
        whole.meta["og:title"] = lines[1]
    for each, words in zip(whole.paragraphs, lines[2:], strict=True):
        each.words = words
    return repaired.notes


def _address(whole: page.Page, markup: str) -> str:
    saved = _SAVED_FROM.search(markup[:8_000])
    for named in (whole.meta.get("canonical", ""), whole.meta.get("og:url", ""), saved[1] if saved else ""):
        if address := _http(named):
            return address
    return ""


def _http(named: str) -> str:
    return named if _ADDRESS.fullmatch(named) else ""
