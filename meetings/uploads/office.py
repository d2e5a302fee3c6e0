"""Word and Excel files: a ZIP whose parts are what they say, without macros, and not a bomb."""

import io
import lzma
import xml.etree.ElementTree as ET
import zipfile
import zlib

from django.core.exceptions import ValidationError

from ..file_types import OFFICE_PACKAGES

MAIN_PARTS = {f"{file_type.content_type}.main+xml": file_type.value for file_type in OFFICE_PACKAGES}
MOST_ENTRIES = 5_000
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


def extension(content: bytes) -> str:
    """ "docx" or "xlsx". Raises ValidationError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _refuse_bomb(entries)
            return _extension_by_contents(package, {entry.filename for entry in entries})
    except BROKEN:
        raise _broken() from None


def _refuse_bomb(entries):
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ValidationError("Tệp này đặt mật khẩu. Hãy bỏ mật khẩu rồi chọn lại.", code="encrypted")
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
        raise ValidationError("Tệp này có mã lệnh (macro). Hãy lưu lại thành tệp không có macro.", code="macro")
    for part, content_type in types.items():
        if content_type in MAIN_PARTS and part.lstrip("/") in names:
            return MAIN_PARTS[content_type]
    raise ValidationError(
        "Tệp nén này không phải tệp Word (.docx) hay Excel (.xlsx). Nếu có nhiều tài liệu, hãy thêm từng tệp một.",
        code="not_office",
    )


def _content_types(package):
    """What each part says it is: {"/word/document.xml": "application/…"}; extensions stand as "*.xml"."""
    if "[Content_Types].xml" not in package.namelist():
        return {}
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
    return ValidationError("Tệp Word, Excel này hỏng. Hãy mở bằng Word, Excel rồi lưu lại.", code="broken")
