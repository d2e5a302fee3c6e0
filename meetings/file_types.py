"""The types of file that the office keeps: how each is called, what its name may end in, what it is served as."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class FileType(StrEnum):
    """By the ending that a kept file bears."""

    label: str
    """As the office calls it: "JPEG"."""
    content_type: str
    endings: tuple[str, ...]
    """What the name of one chosen for upload ends in."""

    def __new__(cls, value: str, label: str, content_type: str, *more_endings: str) -> Self:
        file_type = str.__new__(cls, value)
        file_type._value_, file_type.label, file_type.content_type = value, label, content_type
        file_type.endings = (f".{value}", *more_endings)
        return file_type

    PDF = "pdf", "PDF", "application/pdf"
    DOCX = "docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    JPEG = "jpg", "JPEG", "image/jpeg", ".jpeg"
    PNG = "png", "PNG", "image/png"
    PPTX = "pptx", "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    DOC = "doc", "DOC", "application/msword"
    ODT = "odt", "ODT", "application/vnd.oasis.opendocument.text"
    ZIP = "zip", "ZIP", "application/zip"

    @property
    def may_be_public(self) -> bool:
        return self not in _WHY_INTERNAL

    @property
    def why_internal(self) -> str:
        """What is said to whoever marks such a file public; "" of one that may be."""
        return _WHY_INTERNAL.get(self, "")


_TO_PDF = "chỉ lưu nội bộ; muốn công khai hãy lưu thành PDF, hoặc bỏ chọn Công khai."
_WHY_INTERNAL = {
    FileType.PPTX: f"Tệp trình chiếu (.pptx) {_TO_PDF}",
    FileType.DOC: f"Tệp Word 97 (.doc) {_TO_PDF}",
    FileType.ODT: f"Tệp OpenDocument (.odt) {_TO_PDF}",
    FileType.ZIP: "Tệp nén (.zip) chỉ lưu nội bộ; muốn công khai hãy thêm từng tài liệu ở dạng PDF, "
    "hoặc bỏ chọn Công khai.",
}
"""Readers would need a program to open these, and nobody looked at all that is inside."""


SHOWN_IN_PLACE = (FileType.PDF, FileType.JPEG, FileType.PNG)
"""A browser opens these itself; the others are downloaded."""

MAY_BE_PUBLIC = tuple(file_type for file_type in FileType if file_type.may_be_public)
INTERNAL = tuple(file_type for file_type in FileType if not file_type.may_be_public)

OFFICE_PACKAGES = (FileType.DOCX, FileType.XLSX, FileType.PPTX)
"""A ZIP of parts, each with its type."""

BY_ENDING = {file_type.value: file_type for file_type in FileType}


def type_of(filename: str) -> FileType | None:
    """By the ending; None for a name that no kept file bears."""
    return BY_ENDING.get(filename.rpartition(".")[2])


def accepted_words() -> str:
    """ "PDF, DOCX, …, ODT hoặc ZIP"."""
    return words(FileType)


def words(file_types: Iterable[FileType]) -> str:
    *others, last = (file_type.label for file_type in file_types)
    return f"{', '.join(others)} hoặc {last}"


def accepted_endings() -> str:
    """What a box for a file lets choose: ".pdf,.docx,…"."""
    return ",".join(ending for file_type in FileType for ending in file_type.endings)
