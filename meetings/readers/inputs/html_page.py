"""An HTML page as plain data: its paragraphs, each in its box, and the values of its head."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..post_text import UnreadablePost
from .source import FileLink


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
        """The box and the boxes around it, innermost first."""
        box: Box | None = self
        while box:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Paragraph:
    words: str
    linked: int
    """The number of its characters inside links."""
    box: Box
    titled: bool
    """Whether its tag, class or id names it a title."""
    strong: bool
    """Whether all of it is bold or large."""


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
    """The values of the head by name: og:title, og:url, canonical, article:published_time …"""
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
