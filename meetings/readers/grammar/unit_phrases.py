"""Finds unit names in a row: "Thường trực HĐND quận và các tổ chức chính trị - xã hội quận" are two units."""

import re

from ..text_span import Clip
from .vocabulary import BODY, CAPITALISED, heads_unit

_IN_NAMES = (
    "Y tế|quận|huyện|phường|xã|thị|thành phố|thị trấn|trấn|tỉnh|thôn|bản|buôn|tổ dân phố|tổ đại biểu"
    "|dân phố|khu dân cư|khu phố|cơ quan soạn thảo|cơ quan tham mưu|chuyên môn|liên quan|khác"
    "|chức năng|đơn vị|cơ quan|cơ sở|ban quản lý|ban(?! hành)|ngành|đoàn thể|đại biểu|hội|nghề nghiệp"
    "|cấp|trường học|thuộc|trực thuộc|các|hai|ba|của|và|lãnh đạo|thủ trưởng|công chức|viên chức"
    "|chủ tịch|trưởng|phó|nhân dân|thường trực|thành viên"
    "|tổ chức(?= (?:chính|đoàn|xã|hội|cơ sở|đảng|Đảng))|chính trị|xã hội|ủy viên|phòng|đội|trạm|y tế"
    "|công an|quân sự|mặt trận|chủ đầu tư|nhà thầu|hợp tác xã|doanh nghiệp|chợ|có dự án|dự án|quỹ đất"
    "|thôn xóm|đầu tư xây dựng|nêu trên|có liên quan|địa phương|cụm|khối|cán bộ|đồng chí|những|từng"
    "|mỗi|toàn|mầm non|tiểu học|trung học|phổ thông|công cộng|nước sạch|điện|môi trường|đô thị"
    "|vệ sinh|văn hóa|thể thao|hộ gia đình|người có uy tín|già làng|nông thôn|sự|án|dân sự|hình sự"
    "|lâm|cháy|nạn|cứu hộ|ven sông|miền núi|vùng cao|trên địa bàn|địa bàn|x+"
)
"""The lower-case words in names of units."""

_SECOND = (
    "chế|tế|hội|thị|tộc|sách|nguyên|tầng|hoạch|tạo|thanh|hình|triển|tra|pháp|vụ|phòng|an"
    "|trường|dục|chính|động|binh|nghiệp|tin|thao|ương|vận|giáo|kê|toán|lâm|sát|án|giám|lực"
    "|hàng|dân|phong|nhân|trận|viên|đoàn|tâm|ủy|thông|chức|lý|thuế|hành|xuất|nghệ|học|trực"
    "|huy|dựng|hiệp|niên|sóc|quỹ|chiến|phụ|trung|khoa|hóa|xá|điện|quân|sự|bạc|hiểm|quốc|gia"
    "|đai|thủy|lợi|viễn|hữu|chi|cục|ban|quyền"
)
"""Second syllables of words that open with a capital in a body's name: "Pháp chế", "Kinh tế"."""
_WORD = (
    rf"(?:(?:{CAPITALISED}(?<=[a-zà-ỹđ])(?: (?:{_SECOND})(?!\w))?"
    rf"|{CAPITALISED}[\w.&/]*)(?!\w)|[0-9]+"
    rf"|(?:{_IN_NAMES})(?!\w))"
)
_EXTENT = re.compile(rf"{_WORD}(?:(?:, | - |-|&| & | / | ){_WORD})*")
_SEPARATOR = re.compile(r", | và ")


def named(clip: Clip) -> list[Clip]:
    """The units, split at a comma or "và" where the next words can begin a unit's name."""
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        if heads_unit(words[mark.end() :]) and not _one_office(words[: mark.start()], words[mark.end() :]):
            found.append(clip.cut(start, mark.start()))
            start = mark.end()
    return [*found, clip.cut(start)]


def are(clip: Clip) -> bool:
    """Whether the words are one unit or several."""
    return heads_unit(clip.words)


def _one_office(before: str, after: str) -> bool:
    """Whether "và" is inside a name: "Văn phòng HĐND và UBND quận" is one office."""
    return before.endswith(("HĐND", "Hội đồng nhân dân")) and after.startswith(("UBND", "Ủy ban nhân dân"))


def extent(words: str) -> int:
    """The length of the words at the start that can be names of units."""
    match = _EXTENT.match(words)
    return match.end() if match else 0


def goes_on(words: str) -> bool:
    """Whether more units follow in the words, so that a name was cut before its end."""
    return any(heads_unit(words[mark.end() :]) for mark in _SEPARATOR.finditer(words))


def is_bare(words: str) -> bool:
    """Whether the last name is only the first word of one: "Tổ", "và Phòng"."""
    last = re.split(r", | và ", words)[-1].strip()
    return bool(BODY.fullmatch(last))
