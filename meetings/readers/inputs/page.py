"""A page of HTML as its paragraphs, each in the box it stands in; scripts, forms and hidden parts left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from ..source import UnreadablePost
from .source import FileLink

MOST_ELEMENTS = 60_000
_DEEPEST = 240
"""The parser gives up a little deeper, and what stands there is lost."""
_BOX_TAGS = (
    "html body div p table tbody thead tfoot tr td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 article section "
    "main header footer nav aside figure figcaption blockquote pre address form fieldset center hr details summary"
)
_BOXES = frozenset(_BOX_TAGS.split())
_UNREAD_TAGS = (
    "script style noscript template iframe object embed applet svg math canvas select option button textarea input "
    "audio video map xml datalist dialog"
)
_UNREAD = frozenset(_UNREAD_TAGS.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MARKED = re.compile(r"(?:[-–•+*·○▪o]|\(?\w{1,4}[.)])(?:\s|$)")
_BULLETS = re.compile(r"^[·•▪§o](?=\s)")
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|rar)$", re.IGNORECASE)
_TITLED = re.compile(r"title|tieu-?de|headline", re.IGNORECASE)
_OLD_CAPITALS = re.compile(r"\.Vn\w*H\b|\.Vn\w* ?H\b", re.IGNORECASE)
_MOST_CELL = 200
_TANGLED = "trang HTML quá rối (lồng quá sâu hoặc quá nhiều phần tử): hãy chép bài sang tệp .txt"


@dataclass(slots=True, eq=False)
class Box:
    tag: str
    label: str
    """Its class and id, lower case."""
    parent: "Box | None"
    role: str = ""
    weight: int = 0
    count: int = 0
    """Weighty paragraphs in it."""
    children: "list[Box]" = field(default_factory=list)

    def around(self) -> "Iterator[Box]":
        """The box itself and those around it, from the inside."""
        box: Box | None = self
        while box:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Paragraph:
    words: str
    linked: int
    """Characters of it inside links."""
    box: Box
    titled: bool
    """Whether anything about it calls it a title."""
    strong: bool
    """All of it is bold or large."""


@dataclass(frozen=True, slots=True)
class Named:
    """A picture or a document that the page names."""

    link: FileLink
    box: Box
    before: int
    """The place of the paragraph that follows it or holds it."""


@dataclass(slots=True)
class Page:
    paragraphs: list[Paragraph] = field(default_factory=list)
    root: Box = field(default_factory=lambda: Box("", "", None))
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    """What the head says, by its name: og:title, og:url, canonical, article:published_time …"""
    named: list[Named] = field(default_factory=list)


def tree(markup: str) -> Any:
    """The parsed page. Raises UnreadablePost for one that is empty, too deep or of too many elements."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadablePost("trang HTML hỏng: hãy lưu lại trang từ trình duyệt") from error
    if root is None:
        raise UnreadablePost("trang HTML rỗng: hãy chọn trang có bài đăng")
    return root


def read(root: Any) -> Page:
    return _Walk().of(root)


class _Walk:
    """One pass over the page, from start tag to end tag."""

    def __init__(self) -> None:
        self.page = Page()
        self.box = self.page.root
        self.boxes: list[Box] = [self.box]
        self.words: list[str] = []
        self.linked = self.in_link = self.strong = self.letters = self.strong_letters = self.capitals = 0
        self.titled = False
        self.mark = ""
        self.lists: list[tuple[str, int]] = []
        self.rows: list[int] = []
        self.link_files: list[tuple[FileLink, int]] = []

    def of(self, root: Any) -> Page:
        events = etree.iterwalk(root, events=("start", "end"))
        count = depth = 0
        for event, element in events:
            tag = element.tag
            if event == "start":
                count, depth = count + 1, depth + 1
                if count > MOST_ELEMENTS or depth > _DEEPEST:
                    raise UnreadablePost(
                        "trang HTML quá rối (lồng quá sâu hoặc quá nhiều phần tử): hãy chép bài sang .txt"
                    )
                if tag in _UNREAD or (tag != "body" and _is_hidden(element)):
                    events.skip_subtree()
                    continue
                self._start(tag, element)
                if element.text:
                    self._say(element.text)
            else:
                depth -= 1
                if tag not in _UNREAD and not (tag != "body" and _is_hidden(element)):
                    self._end(tag, element)
                if element.tail:
                    self._say(element.tail)
        self._flush()
        return self.page

    def _start(self, tag: str, element: Any) -> None:
        if tag in _BOXES:
            self._flush()
            label = f"{element.get('class', '')} {element.get('id', '')}".lower()
            self.box = Box(tag, label, self.box, element.get("role", ""))
            self.box.parent.children.append(self.box)  # type: ignore[union-attr]
            self.boxes.append(self.box)
        if handler := getattr(self, f"_start_{tag}", None):
            handler(element)
        elif tag not in _BOXES and (said := element.get("class") or element.get("itemprop")):
            self.titled = self.titled or bool(_TITLED.search(said))
        if _is_strong(tag, element):
            self.strong += 1
        if _is_in_old_capitals(element):
            self.capitals += 1

    def _end(self, tag: str, element: Any) -> None:
        if _is_strong(tag, element):
            self.strong -= 1
        if tag in _BOXES:
            self._flush()
            if tag == "tr":
                self._join_row(self.rows.pop())
            elif tag in ("ol", "ul"):
                self.lists.pop()
            self.boxes.pop()
            self.box = self.boxes[-1]
        elif tag == "a":
            self._end_link()
        if _is_in_old_capitals(element):
            self.capitals -= 1

    def _start_br(self, _element: Any) -> None:
        self._flush()

    def _start_title(self, element: Any) -> None:
        self.page.title = self.page.title or " ".join("".join(element.itertext()).split())
        element.text = None

    def _start_meta(self, element: Any) -> None:
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name and (content := element.get("content")):
            self.page.meta.setdefault(name, " ".join(content.split()))

    def _start_link(self, element: Any) -> None:
        if "canonical" in (element.get("rel") or "").lower():
            self.page.meta.setdefault("canonical", (element.get("href") or "").strip())

    def _start_time(self, element: Any) -> None:
        if at := element.get("datetime"):
            self.page.meta.setdefault("time", at)

    def _start_a(self, element: Any) -> None:
        self.in_link += 1
        self.link_files.append((FileLink((element.get("href") or "").strip(), ""), len(self.words)))

    def _end_link(self) -> None:
        self.in_link -= 1
        link, since = self.link_files.pop()
        if _DOCUMENT.search(link.href.split("#")[0].split("?")[0]):
            said = " ".join("".join(self.words[since:]).split())
            self._name(FileLink(link.href, said))

    def _start_img(self, element: Any) -> None:
        source = (element.get("src") or element.get("data-src") or "").strip()
        small = {(element.get(side) or "").strip().removesuffix("px") for side in ("width", "height")}
        if source and not source.startswith("data:") and not small & {"0", "1", "2"}:
            self._name(FileLink(source, " ".join((element.get("alt") or element.get("title") or "").split())))

    def _name(self, link: FileLink) -> None:
        self.page.named.append(Named(link, self.box, len(self.page.paragraphs)))

    def _start_ul(self, _element: Any) -> None:
        self.lists.append(("ul", 0))

    def _start_ol(self, element: Any) -> None:
        start = element.get("start") or ""
        self.lists.append((element.get("type") or "1", int(start) - 1 if start.isdecimal() and len(start) < 6 else 0))

    def _start_li(self, _element: Any) -> None:
        if not self.lists:
            self.mark = "- "
            return
        kind, number = self.lists[-1]
        self.lists[-1] = kind, number + 1
        letter = chr(ord("a") + number % 26)
        self.mark = "- " if kind == "ul" else f"{letter}) " if kind in "aA" else f"{number + 1}. "

    def _start_tr(self, _element: Any) -> None:
        self.rows.append(len(self.page.paragraphs))

    def _say(self, text: str) -> None:
        if self.capitals:
            text = text.upper() if text.isascii() else f"\ue000{text}\ue001"
        self.words.append(text)
        letters = len(text) - text.count(" ")
        if self.in_link:
            self.linked += letters
        if self.strong and not text.isspace():
            self.strong_letters += letters
        self.letters += 0 if text.isspace() else letters

    def _flush(self) -> None:
        words = " ".join("".join(self.words).split())
        if words:
            words = _BULLETS.sub("-", words)
            if self.mark and not _MARKED.match(words):
                words = self.mark + words
            self.mark = ""
            strong = self.strong_letters * 10 >= self.letters * 9
            titled = self.titled or bool(_TITLED.search(self.box.label)) or self.box.tag == "h1"
            self.page.paragraphs.append(Paragraph(words, self.linked, self.box, titled, strong))
        self.words.clear()
        self.link_files = [(link, 0) for link, _ in self.link_files]
        self.linked = self.letters = self.strong_letters = 0
        self.titled = False

    def _join_row(self, since: int) -> None:
        """The cells of a table of figures on one line; the cells of a layout stay paragraphs."""
        cells = self.page.paragraphs[since:]
        inside = {_cell(each.box) for each in cells}
        if len(cells) < 2 or len(inside) != len(cells) or any(len(each.words) > _MOST_CELL for each in cells):
            return
        if any(each.linked for each in cells):
            return
        words = " | ".join(each.words for each in cells)
        self.page.paragraphs[since:] = [Paragraph(words, 0, self.box, False, False)]
        named = self.page.named
        self.page.named = [replace(each, before=min(each.before, since + 1)) for each in named]


def _cell(box: Box) -> Box:
    return next((each for each in box.around() if each.tag in ("td", "th", "tr")), box)


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return (style is not None and bool(_HIDDEN.search(style))) or element.get("hidden") is not None


def _is_strong(tag: str, element: Any) -> bool:
    if tag == "font":
        return (element.get("size") or "").lstrip("+") in ("4", "5", "6", "7") or element.get("size") in ("+1", "+2")
    return tag in ("b", "strong", "h1", "h2", "h3")


def _is_in_old_capitals(element: Any) -> bool:
    said = element.get("face") or element.get("style")
    return said is not None and bool(_OLD_CAPITALS.search(said))
