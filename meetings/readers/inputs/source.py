"""What the input side gives: one text for each old post, or a sentence why there is none."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A picture or an attachment that the post names and that lies beside it."""

    name: str
    """Where it stands in the batch, like the name of the post."""
    title: str
    """The picture's alternative text or caption, the words of the attachment's link; "" where there are none."""
    size: int
    """Bytes, as the folder or the archive says."""
    read: Callable[[], bytes] = field(compare=False, repr=False)
    """The bytes, opened when called: what cannot be read then raises UnreadablePost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    name: str
    """Where it stands in the batch: "2019/thang-7.html", "bai.zip/2019/x.docx", "posts.csv:12" (the 12th row)."""
    text: str
    """Tidied, one paragraph a line: the title and the date line first where they are known."""
    sha256: str
    """Of the raw bytes; of the row's canonical JSON for a row of a table."""
    form: str
    """ "text", "html", "doc", "docx", "odt", "rtf", "pdf", "csv" or "xlsx"."""
    encoding: str
    """ "utf-8", "utf-16-le", "utf-16-be", "windows-1258", "tcvn3", "vni"; what the letters were converted from."""
    address: str = ""
    """The old address, where the page or the table names it."""
    files: tuple[SourceFile, ...] = ()
    notes: tuple[str, ...] = ()
    """What the clerk should know, one Vietnamese sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    name: str
    reason: str
    """One Vietnamese sentence: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that a post names, before anybody looked whether it lies beside it."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader of one form makes of the bytes of one post."""

    text: str
    encoding: str
    address: str = ""
    links: tuple[FileLink, ...] = ()
    files: tuple[SourceFile, ...] = ()
    """Files that came inside the post itself; their names are relative to it."""
    notes: tuple[str, ...] = ()
