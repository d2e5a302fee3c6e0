"""A .docx as a file: opened within bounds, refused where it carries more than words, written the same
each time, without anybody's name or hour."""

import zipfile
import zlib
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from .bad_template import BadTemplate

_MB = 1024 * 1024
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 5 * _MB, 30 * _MB, 300
_OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1")
_FIRST_MOMENT, _NO_MOMENT = (1980, 1, 1, 0, 0, 0), datetime(2000, 1, 1)
"""For the parts of a zip, which can tell none earlier, and for what the file says of itself: the moment of writing
would make each file another."""

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"wordprocessingml.document.main+xml"
_FOREIGN = (
    "oleobject",
    "/package",
    "vbaproject",
    "afchunk",
    "subdocument",
    "/control",
    "activex",
    "attachedtemplate",
)
"""Ends of relationships that carry or fetch something that runs or hides: OLE, macros, foreign documents."""
_HARMLESS_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})
"""Word's own fields that are let through: the page's number is, what fetches or runs something is not."""


def check_package(template: bytes) -> None:
    """Raises BadTemplate unless `template` is a whole .docx of words and pictures alone, small enough to open."""
    if template.startswith(_OLD_WORD):
        raise BadTemplate("Mẫu là tệp Word đời cũ (.doc) hoặc có đặt mật khẩu; hãy lưu lại thành .docx, bỏ mật khẩu.")
    if len(template) > MOST_BYTES:
        raise BadTemplate(f"Mẫu lớn hơn {MOST_BYTES // _MB} MB; hãy bỏ bớt hình ảnh.")
    if not zipfile.is_zipfile(BytesIO(template)):
        raise BadTemplate("Mẫu không phải tệp .docx.")
    try:
        with ZipFile(BytesIO(template)) as package:
            _check_size(package.infolist())
            _check_parts({name: package.read(name) for name in package.namelist()})
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error) as error:
        raise BadTemplate("Tệp mẫu bị hỏng, không mở được; hãy lưu lại trong Word rồi gửi lại.") from error


def _check_size(parts: list[ZipInfo]) -> None:
    if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise BadTemplate(f"Mẫu khi mở ra lớn hơn {MOST_UNPACKED // _MB} MB, không phải một mẫu văn bản.")
    if len({part.filename for part in parts}) < len(parts):
        raise BadTemplate("Tệp mẫu bị hỏng: có hai phần trùng tên.")


def _check_parts(parts: dict[str, bytes]) -> None:
    types = parts.get(_CONTENT_TYPES, b"")
    names = " ".join(parts).lower()
    if b"macroEnabled" in types or "vbaproject" in names:
        raise BadTemplate("Mẫu có macro; hãy lưu lại thành .docx thường (không phải .docm, .dotm).")
    if _MAIN not in types:
        raise BadTemplate("Mẫu không phải tệp .docx (tệp .dotx, .xlsx, .odt phải lưu lại thành .docx).")
    if "embeddings/" in names or "activex/" in names:
        raise BadTemplate("Mẫu có nhúng tệp khác (OLE); hãy xóa đối tượng nhúng.")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _check_xml(name, content)


def _check_xml(name: str, content: bytes) -> None:
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True)).getroottree()
    except etree.XMLSyntaxError as error:
        raise BadTemplate(f"Tệp mẫu bị hỏng ở phần {name}; hãy lưu lại trong Word rồi gửi lại.") from error
    if tree.docinfo.doctype:
        raise BadTemplate(f"Mẫu có khai báo lạ (DOCTYPE) ở phần {name}, không do Word ghi.")
    _check_fields(tree.getroot())
    if name.endswith(".rels"):
        for link in tree.getroot():
            _check_link(link.get("Type", ""), link.get("Target", ""), link.get("TargetMode", ""))


def _check_fields(root: Any) -> None:
    """Raises BadTemplate for a field such as DDE or INCLUDETEXT. Word may cut its code into pieces."""
    code = ""
    for element in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            code += element.text or ""
            continue
        _check_field(code)
        code = ""
        if element.tag == qn("w:fldSimple"):
            _check_field(element.get(qn("w:instr"), ""))
    _check_field(code)


def _check_field(code: str) -> None:
    name = code.strip().partition(" ")[0]
    if name and name.upper() not in _HARMLESS_FIELDS:
        raise BadTemplate(
            f"Mẫu có trường tự động “{code.strip()[:60]}” của Word; chỉ được dùng trường số trang (PAGE)."
        )


def _check_link(kind: str, target: str, mode: str) -> None:
    if mode == "External":
        raise BadTemplate(f"Mẫu có liên kết ra ngoài: “{target[:80]}”; hãy bỏ liên kết ấy (chữ vẫn giữ được).")
    if kind.lower().endswith(_FOREIGN):
        raise BadTemplate(f"Mẫu có nhúng tệp hoặc điều khiển: “{target[:80]}”; hãy xóa đối tượng ấy.")


def same_each_time(document: bytes) -> bytes:
    """The file with every moment taken out of it, its parts in one order."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as source, ZipFile(made, "w") as package:
        for name in source.namelist():
            part = ZipInfo(name, _FIRST_MOMENT)
            part.compress_type, part.external_attr, part.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            package.writestr(part, source.read(name))
    return made.getvalue()


def describe(document: Document, title: str) -> None:
    """What the file says of itself: the paper's title and language."""
    _forget_foreign_properties(document)
    core = document.core_properties
    core.title, core.language = title[:255], "vi"
    core.author = core.last_modified_by = core.comments = core.subject = core.keywords = core.category = ""
    core.created = core.modified = core.last_printed = _NO_MOMENT
    core.revision = 1


def _forget_foreign_properties(document: Document) -> None:
    """LibreOffice names the part in its own way: python-docx would not find it, and write a second one."""
    relations = document.part.package.rels
    for name, relation in list(relations.items()):
        if relation.reltype.endswith("/core-properties") and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del relations[name]
