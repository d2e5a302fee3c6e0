"""Files that are a ZIP: documents whose parts are what they say, without macros, and others; none of them a bomb."""

import io
import lzma
import xml.etree.ElementTree as ET
import zipfile
import zlib

from django.core.exceptions import ValidationError

from ..file_types import OFFICE_PACKAGES, FileType

MAIN_PARTS = {f"{file_type.content_type}.main+xml": file_type.value for file_type in OFFICE_PACKAGES}
MOST_ENTRIES, MOST_IN_ARCHIVE = 5_000, 500
"""Parts of a document, and files in a plain ZIP."""

MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO, RATIO_COUNTS_FROM = 150, 1024 * 1024
"""Unpacked to packed, of an entry of at least so many bytes: text packs tenfold, a bomb a thousandfold."""

LONGEST_CONTENTS = 1024 * 1024
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError),
    *(ET.ParseError, KeyError, ValueError, OSError, EOFError),
)
"""What a damaged package may raise while it is unpacked and read."""

_ENCRYPTED = 0x1
_RUNS = ("macroenabled", "vbaproject", "activex")
_ODT_RUNS = ("Basic/", "Scripts/")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_LOCKED = "Tệp này đặt mật khẩu. Hãy bỏ mật khẩu rồi chọn lại."
_MACRO = "Tệp này có mã lệnh (macro). Hãy lưu lại thành tệp không có macro."


def extension(content: bytes) -> str:
    """ "docx", "xlsx", "pptx", "odt", or "zip" for any other. Raises ValidationError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _refuse_bomb(entries)
            names = {entry.filename for entry in entries}
            if "[Content_Types].xml" in names:
                return _extension_by_contents(package, names)
            return _open_document(package, names) or _plain_zip(entries)
    except BROKEN:
        raise _broken() from None


def _refuse_bomb(entries):
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ValidationError(_LOCKED, code="encrypted")
    packed_too_well = any(
        entry.file_size >= RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or packed_too_well:
        raise ValidationError(
            "Tệp này khi mở ra lớn bất thường nên không nhận. Hãy xóa các trang, ô thừa rồi lưu lại, "
            "hoặc xuất ra PDF.",
            code="bomb",
        )
    if any(_climbs(entry.filename) for entry in entries) or min(
        (entry.header_offset for entry in entries), default=1
    ):
        raise _broken()


def _climbs(name):
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name


def _extension_by_contents(package, names):
    types = _content_types(package)
    names_and_types = " ".join([*names, *types.values()]).lower()
    if any(word in names_and_types for word in _RUNS):
        raise ValidationError(_MACRO, code="macro")
    for part, content_type in types.items():
        if content_type in MAIN_PARTS and part.lstrip("/") in names:
            return MAIN_PARTS[content_type]
    raise ValidationError(
        "Tệp này không phải tệp Word (.docx), Excel (.xlsx) hay PowerPoint (.pptx). Hãy lưu lại thành một loại ấy, "
        "hoặc xuất ra PDF.",
        code="not_office",
    )


def _open_document(package, names):
    """ "odt"; None where the ZIP is no OpenDocument. Other documents than texts are refused."""
    said = package.open("mimetype").read(200).decode("ascii", "replace").strip() if "mimetype" in names else ""
    if not said.startswith(_OPEN_DOCUMENT):
        return None
    if said != FileType.ODT.content_type or "content.xml" not in names:
        raise ValidationError(
            "Trong các tệp OpenDocument chỉ nhận văn bản (.odt). Hãy xuất tệp này ra PDF.", code="not_office"
        )
    if any(name.startswith(_ODT_RUNS) for name in names):
        raise ValidationError(_MACRO, code="macro")
    with package.open("META-INF/manifest.xml") as manifest:
        if b"encryption-data" in manifest.read(LONGEST_CONTENTS):
            raise ValidationError(_LOCKED, code="encrypted")
    return FileType.ODT


def _plain_zip(entries):
    if len(entries) > MOST_IN_ARCHIVE:
        raise ValidationError(
            f"Tệp nén có {len(entries)} tệp bên trong, nhiều nhất {MOST_IN_ARCHIVE}. Hãy chia thành nhiều tệp nén.",
            code="too_many_entries",
        )
    return FileType.ZIP


def _content_types(package):
    """What each part says it is: {"/word/document.xml": "application/…"}; extensions stand as "*.xml"."""
    with package.open("[Content_Types].xml") as contents:
        text = contents.read(LONGEST_CONTENTS + 1).decode("utf-8-sig")
    if len(text) > LONGEST_CONTENTS or "<!" in text.replace("<!--", ""):
        raise _broken()
    types = {}
    for element in ET.fromstring(text):
        part = element.get("PartName") or f"*.{element.get('Extension')}"
        types[part] = element.get("ContentType", "")
    return types


def _broken():
    return ValidationError(
        "Tệp này hỏng, không mở được trọn vẹn. Hãy mở bằng chương trình đã tạo ra nó rồi lưu lại.", code="broken"
    )
