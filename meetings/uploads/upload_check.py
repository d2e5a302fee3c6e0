"""An uploaded file, believed for its content and never for its name: what it is, or one sentence on why not."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError

from ..file_types import FileType, accepted_words
from ..models.stored_file import LONGEST_STEM, StoredFile
from ..vietnamese import slugify, squeeze, tidy
from . import image as upload_image
from . import office as upload_office
from . import old_office

EMPTY = "Tệp này rỗng, không có nội dung. Hãy chọn tệp khác."
MEGABYTE = 1024 * 1024

_KNOWN_STRANGERS = (
    (b"MZ", "chương trình chạy được"),
    (b"\x7fELF", "chương trình chạy được"),
    (b"#!", "chương trình chạy được"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"{\\rtf", "văn bản RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|script|svg|\?xml|iframe)\b", re.IGNORECASE)
_ENCRYPTED_PDF = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_TAIL = 1024
"""The last bytes of a PDF, where its readers look for the end mark."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What was checked, as it is to be kept."""

    content: bytes
    file: StoredFile
    title: str
    """What the document may be called, from the name it came under."""

    @property
    def facts(self):
        """All but the bytes, as JSON can hold it."""
        return {
            "sha256": self.file.sha256,
            "name": self.file.filename,
            "title": self.title,
            "size": len(self.content),
        }


def checked(upload) -> Upload:
    """The upload, with the extension its content calls for. Raises ValidationError."""
    _refuse_size(upload)
    upload.seek(0)
    content, extension = _recognised(upload.read())
    stem = tidy(upload.name).rpartition(".")[0] or upload.name
    name = slugify(stem)[:LONGEST_STEM].strip("-") or "tai-lieu"
    title = squeeze(stem.replace("_", " "))[:300]
    return Upload(content, StoredFile(hashlib.sha256(content).hexdigest(), f"{name}.{extension}", title), title)


def most_megabytes():
    return getattr(settings, "ATTACHMENT_MAX_MB", 20)


def _refuse_size(upload):
    if not upload.size:
        raise ValidationError(EMPTY, code="empty")
    if upload.size > most_megabytes() * MEGABYTE:
        size = f"{upload.size / MEGABYTE:.1f}".replace(".", ",")
        raise ValidationError(
            f"Tệp nặng {size} MB, quá mức {most_megabytes()} MB. "
            "Hãy giảm cỡ ảnh trong tệp hoặc chia thành nhiều tệp.",
            code="too_big",
        )


def _recognised(content):
    """The bytes to keep and their extension."""
    if content.startswith(b"%PDF-"):
        _check_pdf(content)
        return content, FileType.PDF
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return upload_image.without_traces(content)
    if content.startswith(b"PK\x03\x04"):
        return content, upload_office.extension(content)
    if content.startswith(old_office.SIGNATURE):
        return content, old_office.extension(content)
    raise ValidationError(_about_stranger(content), code="unknown")


def _check_pdf(content):
    tail = content[-_TAIL:]
    if not re.match(rb"%PDF-[12]\.\d", content) or b"%%EOF" not in tail or b"startxref" not in content[-2 * _TAIL :]:
        raise ValidationError("Tệp PDF này hỏng hoặc chưa tải về trọn vẹn. Hãy xuất lại ra PDF.", code="broken")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise ValidationError("Tệp PDF này giấu một tệp nén bên trong. Hãy xuất lại ra PDF.", code="polyglot")
    if _ENCRYPTED_PDF.search(content):
        raise ValidationError(
            "Tệp PDF này đặt mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu, bỏ khóa rồi chọn lại.", code="encrypted"
        )


def _about_stranger(content):
    for mark, noun in _KNOWN_STRANGERS:
        if content.startswith(mark):
            return f"Xét theo nội dung, tệp này là {noun}. Chỉ nhận {accepted_words()}."
    if _MARKUP.search(content[:_TAIL]):
        return f"Xét theo nội dung, tệp này là trang web. Chỉ nhận {accepted_words()}."
    return f"Xét theo nội dung (không theo tên), tệp này không phải {accepted_words()}. Hãy chọn tệp khác."
