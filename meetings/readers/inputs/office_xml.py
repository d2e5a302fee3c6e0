"""Parses a part of an office package: nothing outside is loaded, and no entity of its own is expanded."""

from typing import Any

from lxml import etree

from ..post_text import UnreadablePost
from .archives import Archive

_MOST_XML = 8_000_000


def part(archive: Archive, name: str, broken: str, most: int = _MOST_XML) -> Any:
    """The root of a part; None where there is no such part. Raises UnreadablePost, with `broken` for bad XML."""
    if name not in archive.names:
        return None
    data = archive.read(name, most)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadablePost(broken) from error
    refuse_doctype(root)
    return root


def refuse_doctype(root: Any) -> None:
    if root.getroottree().docinfo.doctype:
        raise UnreadablePost(
            "tệp có khai báo lạ (DOCTYPE), không mở cho an toàn: hãy mở bằng phần mềm soạn thảo rồi lưu lại"
        )
