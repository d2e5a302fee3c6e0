"""Tells the office document that a ZIP is from an archive of posts, by the parts in it."""

from ..post_text import UnreadablePost
from .archives import Archive

_MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
_BESIDE_CONTENT = ("mimetype", "META-INF/manifest.xml")
_OTHERS = (
    ("ppt/presentation.xml", "đây là tệp PowerPoint (.pptx): hãy chép phần chữ sang tệp .txt"),
    ("xl/workbook.bin", "đây là bảng tính Excel dạng .xlsb: hãy lưu lại thành .xlsx"),
)
_SEVERAL = "tệp mang dấu hiệu của nhiều loại văn bản, không mở cho an toàn: hãy mở tệp gốc rồi lưu lại"


def kind_of(archive: Archive) -> str:
    """ "docx", "xlsx", "odt", or "zip" for any other. Raises UnreadablePost for a document that no reader reads."""
    kinds = [kind for kind, name in _MAIN_PARTS.items() if name in archive.names]
    if "odt" in kinds and not any(name in archive.names for name in _BESIDE_CONTENT):
        kinds.remove("odt")
    reasons = [reason for name, reason in _OTHERS if name in archive.names]
    if len(kinds) + len(reasons) > 1:
        raise UnreadablePost(_SEVERAL)
    if reasons:
        raise UnreadablePost(reasons[0])
    return kinds[0] if kinds else "zip"
