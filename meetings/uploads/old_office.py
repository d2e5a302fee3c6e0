"""Files of old Office, by the streams at the top of their compound file: Word (.doc) is kept, others are refused."""

from django.core.exceptions import ValidationError

from ..file_types import FileType

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "Tệp Word hoặc Excel này đặt mật khẩu. Hãy bỏ mật khẩu rồi chọn lại."
_MACRO = "Tệp này có mã lệnh (macro). Hãy lưu lại thành tệp không có macro."
_OTHERS = {
    "EncryptedPackage": _LOCKED,
    "Macros": _MACRO,
    "Workbook": "Đây là bảng tính Excel kiểu cũ (.xls). Hãy lưu lại thành .xlsx hoặc PDF.",
    "Book": "Đây là bảng tính Excel kiểu cũ (.xls). Hãy lưu lại thành .xlsx hoặc PDF.",
    "PowerPoint Document": "Đây là tệp PowerPoint kiểu cũ (.ppt). Hãy lưu lại thành .pptx hoặc PDF.",
}


def extension(content: bytes) -> str:
    """ "doc". Raises ValidationError."""
    from ..readers.inputs.compound_file import CompoundFile
    from ..readers.inputs.old_word import MAIN, is_locked, is_word
    from ..readers.post_text import UnreadablePost

    try:
        file = CompoundFile(content)
        for name, reason in _OTHERS.items():
            if name in file.top:
                raise ValidationError(reason, code="old_office")
        head = file.head(MAIN) if MAIN in file.top else b""
    except UnreadablePost:
        raise _broken() from None
    if not is_word(head):
        raise _broken()
    if is_locked(head):
        raise ValidationError(_LOCKED, code="encrypted")
    return FileType.DOC


def _broken():
    return ValidationError(
        "Đây là tệp Office kiểu cũ, nhưng không phải văn bản Word (.doc) hoặc đã hỏng. "
        "Hãy lưu lại thành .docx hoặc PDF.",
        code="old_office",
    )
