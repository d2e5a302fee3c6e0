"""Walks the tags of a page once and makes paragraphs of its words, without scripts, forms and hidden parts."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lxml import etree

from ..post_text import UnreadablePost
from .html_page import Box, Named, Page, Paragraph
from .source import FileLink

MOST_ELEMENTS = 60_000
_DEEPEST = 240
"""The parser stops a little deeper and loses the rest."""
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
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|pptx|zip|rar)$", re.IGNORECASE)
_TITLED = re.compile(r"title|tieu-?de|headline", re.IGNORECASE)
_OLD_CAPITALS = re.compile(r"\.Vn\w*H\b|\.Vn\w* ?H\b", re.IGNORECASE)
_MOST_CELL = 200
_LONGEST_LABEL = 300
_TANGLED = "trang HTML quá rối (lồng quá sâu hoặc quá nhiều phần tử): hãy chép bài sang tệp .txt"
_STRONG = frozenset(("b", "strong", "h1", "h2", "h3"))
_LARGE = frozenset(("4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_NO_SPACE = frozenset(("0", "1", "2"))
"""The width or height of a picture that is only a spacer."""


def read(root: Any) -> Page:
    """Raises UnreadablePost for a page too deep or of too many elements."""
    return _Walk().of(root)


class _Walk:
    def __init__(self) -> None:
        self.page = Page()
        self.box = self.page.root
        self.words: list[str] = []
        self.linked = self.in_link = self.strong = self.letters = self.strong_letters = self.capitals = 0
        self.titled = False
        self.mark = ""
        self.lists: list[tuple[str, int]] = []
        self.rows: list[int] = []
        self.links: list[tuple[FileLink, int]] = []
        self.open: list[tuple[bool, bool, bool]] = []
        """For each open element: whether it is skipped, strong, in capitals of an old font."""
        self.starts: dict[str, Callable[[dict[str, str]], None]] = {
            name.removeprefix("_start_"): getattr(self, name) for name in dir(self) if name.startswith("_start_")
        }

    def of(self, root: Any) -> Page:
        events = etree.iterwalk(root, events=("start", "end"))
        count = 0
        for event, element in events:
            if event == "start":
                count += 1
                if count > MOST_ELEMENTS or len(self.open) > _DEEPEST:
                    raise UnreadablePost(_TANGLED)
                tag = element.tag
                said = dict(element.items())
                if tag in _UNREAD or (said and tag != "body" and _is_hidden(said)):
                    self.open.append((True, False, False))
                    events.skip_subtree()
                    continue
                self._start(tag, said)
                if tag == "title":
                    self.page.title = self.page.title or " ".join("".join(element.itertext()).split())
                elif element.text:
                    self._say(element.text)
            else:
                self._end(element.tag)
                if element.tail:
                    self._say(element.tail)
        self._flush()
        return self.page

    def _start(self, tag: str, said: dict[str, str]) -> None:
        if tag in _BOXES:
            self._flush()
            label = f"{said.get('class', '')} {said.get('id', '')}"[:_LONGEST_LABEL].lower() if said else ""
            box = Box(tag, label, self.box, said.get("role", ""))
            self.box.children.append(box)
            self.box = box
        elif said and (label := said.get("class") or said.get("itemprop") or ""):
            self.titled = self.titled or bool(_TITLED.search(label))
        if start := self.starts.get(tag):
            start(said)
        strong = tag in _STRONG or (tag == "font" and said.get("size") in _LARGE)
        capitals = bool(said) and _is_in_old_capitals(said)
        self.strong += strong
        self.capitals += capitals
        self.open.append((False, strong, capitals))

    def _end(self, tag: str) -> None:
        skipped, strong, capitals = self.open.pop()
        if skipped:
            return
        if tag in _BOXES:
            self._flush()
            if tag == "tr":
                self._join_row(self.rows.pop())
            elif tag in ("ol", "ul"):
                self.lists.pop()
            self.box = self.box.parent or self.page.root
        elif tag == "a":
            self._end_link()
        self.strong -= strong
        self.capitals -= capitals

    def _start_br(self, _said: dict[str, str]) -> None:
        self._flush()

    def _start_meta(self, said: dict[str, str]) -> None:
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if name and (content := said.get("content")):
            self.page.meta.setdefault(name, " ".join(content.split()))

    def _start_link(self, said: dict[str, str]) -> None:
        if "canonical" in said.get("rel", "").lower():
            self.page.meta.setdefault("canonical", said.get("href", "").strip())

    def _start_time(self, said: dict[str, str]) -> None:
        if at := said.get("datetime"):
            self.page.meta.setdefault("time", at)

    def _start_a(self, said: dict[str, str]) -> None:
        self.in_link += 1
        self.links.append((FileLink(said.get("href", "").strip(), ""), len(self.words)))

    def _end_link(self) -> None:
        self.in_link -= 1
        link, since = self.links.pop()
        if _DOCUMENT.search(link.href.split("#")[0].split("?")[0]):
            self._name(FileLink(link.href, " ".join("".join(self.words[since:]).split())))

    def _start_img(self, said: dict[str, str]) -> None:
        source = (said.get("src") or said.get("data-src") or "").strip()
        sides = {said.get(side, "").strip().removesuffix("px") for side in ("width", "height")}
        if source and not source.startswith("data:") and not sides & _NO_SPACE:
            self._name(FileLink(source, " ".join((said.get("alt") or said.get("title") or "").split())))

    def _name(self, link: FileLink) -> None:
        self.page.named.append(Named(link, self.box, len(self.page.paragraphs)))

    def _start_ul(self, _said: dict[str, str]) -> None:
        self.lists.append(("ul", 0))

    def _start_ol(self, said: dict[str, str]) -> None:
        start = said.get("start", "")
        counted = int(start) - 1 if start.isascii() and start.isdecimal() and len(start) < 6 else 0
        self.lists.append((said.get("type") or "1", counted))

    def _start_li(self, _said: dict[str, str]) -> None:
        if not self.lists:
            self.mark = "- "
            return
        kind, number = self.lists[-1]
        self.lists[-1] = kind, number + 1
        letter = chr(ord("a") + number % 26)
        self.mark = "- " if kind == "ul" else f"{letter}) " if kind in "aA" else f"{number + 1}. "

    def _start_tr(self, _said: dict[str, str]) -> None:
        self.rows.append(len(self.page.paragraphs))

    def _say(self, text: str) -> None:
        if text.isspace():
            self.words.append(" ")
            return
        if self.capitals:
            text = text.upper() if text.isascii() else f"\ue000{text}\ue001"
        self.words.append(text)
        letters = len(text) - text.count(" ")
        self.letters += letters
        if self.in_link:
            self.linked += letters
        if self.strong:
            self.strong_letters += letters

    def _flush(self) -> None:
        self.links = [(link, 0) for link, _ in self.links]
        if self.letters:
            words = _BULLETS.sub("-", " ".join("".join(self.words).split()))
            if self.mark and not _MARKED.match(words):
                words = self.mark + words
            self.mark = ""
            strong = self.strong_letters * 10 >= self.letters * 9
            titled = self.titled or self.box.tag == "h1" or bool(_TITLED.search(self.box.label))
            self.page.paragraphs.append(Paragraph(words, self.linked, self.box, titled, strong))
            self.linked = self.letters = self.strong_letters = 0
        self.words.clear()
        self.titled = False

    def _join_row(self, since: int) -> None:
        """Joins the cells of a table row to one line; the cells of a layout stay paragraphs."""
        cells = self.page.paragraphs[since:]
        inside = {_cell(cell.box) for cell in cells}
        if len(cells) < 2 or len(inside) != len(cells) or any(len(cell.words) > _MOST_CELL for cell in cells):
            return
        if any(cell.linked for cell in cells):
            return
        words = " | ".join(cell.words for cell in cells)
        self.page.paragraphs[since:] = [Paragraph(words, 0, self.box, False, False)]
        named = self.page.named
        self.page.named = [replace(each, before=min(each.before, since + 1)) for each in named]


def _cell(box: Box) -> Box:
    return next((each for each in box.around() if each.tag in ("td", "th", "tr")), box)


def _is_hidden(said: dict[str, str]) -> bool:
    style = said.get("style")
    return "hidden" in said or (style is not None and bool(_HIDDEN.search(style)))


def _is_in_old_capitals(said: dict[str, str]) -> bool:
    font = said.get("face") or said.get("style")
    return font is not None and bool(_OLD_CAPITALS.search(font))
