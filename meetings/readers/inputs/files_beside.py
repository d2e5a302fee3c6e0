"""The pictures and documents that a post names, looked for beside it. Nothing is fetched from elsewhere."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from meetings.vietnamese import join_words, upper_first

from ..post_text import UnreadablePost
from .archives import escapes
from .file_tree import MOST_FILE, FileTree, shown
from .source import Draft, FileLink, Source, SourceFile, Unread

_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_MOST_NAMED = 5
_MOST_FILES = 200


def take(
    tree: FileTree, inner: str, links: Iterable[FileLink]
) -> tuple[tuple[SourceFile, ...], list[str], list[str]]:
    """The files beside the post, their names in the tree, and sentences about missing ones."""
    files: dict[str, SourceFile] = {}
    missing: list[str] = []
    elsewhere: list[str] = []
    refused: list[str] = []
    for link in list(links)[:_MOST_FILES]:
        href = unquote(link.href.split("#")[0].split("?")[0]).replace("\\", "/").strip()
        if _ELSEWHERE.match(href):
            elsewhere.append(link.href)
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(inner), href.lstrip("/")))
        if href.startswith("/"):
            target = posixpath.normpath(href.lstrip("/"))
        if escapes(target) or "\x00" in target:
            refused.append(link.href)
        elif entry := tree.find(target):
            if entry.inner not in files:
                read = partial(entry.read, MOST_FILE)
                files[entry.inner] = SourceFile(name=entry.name, title=link.title, size=entry.size, read=read)
        else:
            (elsewhere if href.startswith("/") else missing).append(link.href)
    notes = [f"Không thấy bên cạnh bài: {_named(missing)}."] * bool(missing)
    notes += [f"Tệp ở trang khác, không tải về: {_named(elsewhere)}."] * bool(elsewhere)
    notes += [f"Không lấy tệp có tên trỏ ra ngoài thư mục: {_named(refused)}."] * bool(refused)
    return tuple(files.values()), list(files), notes


def _named(hrefs: list[str]) -> str:
    names = [shown(unquote(href))[:120] for href in dict.fromkeys(hrefs)]
    more = [f"{len(names) - _MOST_NAMED} tệp khác"] if len(names) > _MOST_NAMED else []
    return join_words(names[:_MOST_NAMED] + more)


def source(name: str, inner: str, draft: Draft, form: str, sha256: str, tree: FileTree) -> tuple[Source, list[str]]:
    files, names, notes = take(tree, inner, draft.links)
    whole = Source(
        name=name,
        text=draft.text,
        sha256=sha256,
        form=form,
        encoding=draft.encoding,
        address=draft.address,
        files=(*(replace(file, name=f"{name}/{file.name}") for file in draft.files), *files),
        notes=(*draft.notes, *notes),
    )
    return whole, names


def unread(name: str, refused: UnreadablePost) -> Unread:
    return Unread(name=name, reason=upper_first(str(refused)).rstrip(".") + ".")
