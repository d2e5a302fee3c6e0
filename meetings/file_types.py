"""The types of file that the office keeps: how each is called, what its name may end in, what it is served as."""

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


SHOWN_IN_PLACE = (FileType.PDF, FileType.JPEG, FileType.PNG)
"""A browser opens these itself; the others are downloaded."""

OFFICE_PACKAGES = (FileType.DOCX, FileType.XLSX)
"""A ZIP of parts."""

BY_ENDING = {file_type.value: file_type for file_type in FileType}


def accepted_words() -> str:
    """ "PDF, DOCX, XLSX, JPEG hoặc PNG"."""
    *others, last = (file_type.label for file_type in FileType)
    return f"{', '.join(others)} hoặc {last}"


def accepted_endings() -> str:
    """What a box for a file lets choose: ".pdf,.docx,…"."""
    return ",".join(ending for file_type in FileType for ending in file_type.endings)
