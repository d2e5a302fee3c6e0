"""Names of persons: which capitals are one, and where it begins behind a post ("Phó Chủ tịch UBND huyện Phùng Gia Bảo")."""

import re

from .vocabulary import CAPITALISED

_SURNAMES = frozenset(
    re.findall(
        r"[^\s,]+",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trịnh Trương Phùng Tạ Hà Cao Tô"
        " Thái Châu La Quách Lương Lưu Vương Kiều Triệu Nông Vi Lò Cầm Quàng Tòng Lường Hờ Giàng Vàng Sùng Thào Mùa Lầu Chu Chử Tống Từ"
        " Khuất Khổng Nghiêm Ninh Nhữ Ông Phí Quan Sầm Thân Thạch Kim Danh Sơn Tăng Tiêu Tôn Trang Văn Viên Bạch Bế Bàn Cù Cung Doãn Diệp"
        " Đàm Đồng Giáp Giang Hứa Khúc Lại Lã Lữ Lục Ma Mã Mạc Mạch Mông Nhan Nhâm Ôn Phó Phương Quản Tào Thi Thiều Tiết Tưởng Ung Uông"
        " Vừ Xa Y Âu Ân An Biện Bành Ban Chánh Chế Chung Cổ Cồ Dư Đái Đan Điền Đường Hạ Hàn Hàng Hình Khương Kha Lộc Lộ Mẫn Mộc Nhậm Nhiếp"
        " Phù Siu Rơ Rah Ksor Nay Kpă Kpuih Đinh H' K' Niê Ayun Blong Bríu Zơrâm A Hồng Hầu Hoa Lang Lềnh Lộc Ngân Ninh Thẩm Tiền Tản Trình Tuấn",
    )
)
_MIDDLE = "Văn|Thị|Hữu|Đức|Xuân|Thanh|Quang|Minh|Ngọc|Thu|Hồng|Mạnh|Công|Đình|Quốc|Trọng|Bá|Duy|Kim|Anh|Tuấn|Như|Thế|Viết|Huy|Phú|Đăng"
NAME = rf"{CAPITALISED}(?: {CAPITALISED}){{1,5}}"
_LIKE_A_BODY = re.compile(
    rf"(?:Đoàn|Ban|Chánh|Bộ|Viện|Trưởng|Hội|Tổ|Cục|Sở|Quỹ|Văn|Kho|Bản|Thôn) (?:{_MIDDLE}) {CAPITALISED}(?!\w)"
)
_LAST_CAPITALS = re.compile(rf"(?:(?<=\s)|^)({CAPITALISED}(?: {CAPITALISED})*)$")
_PLACE_BEFORE = re.compile(
    r"\b(?:quận|huyện|phường|xã|thị xã|thành phố|thị trấn|tỉnh|đặc khu|thôn|bản|làng|TP\.?)$", re.IGNORECASE
)
_NO_NAMES = re.compile(r"Hồ Chí Minh|Việt Nam|Trần Phú|Lê Lợi|Nguyễn Trãi|Nguyễn Du")
_RANK = re.compile(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|nhà giáo|linh mục|hòa thượng"
    r"|thượng tọa|ths\.?|ts\.?|bs\.?|ks\.?) ",
    re.IGNORECASE,
)


def looks_like_body(words: str) -> bool:
    """Whether a surname stands there that is a body's first word too: "Đoàn Văn Hậu", "Ban Thị Lan"."""
    return bool(_LIKE_A_BODY.match(words))


def is_name(words: str) -> bool:
    """Whether the words are surely a person's name: two to five capitals, the first a surname."""
    syllables = words.split()
    return (
        2 <= len(syllables) <= 5
        and syllables[0] in _SURNAMES
        and not _NO_NAMES.fullmatch(words)
        and bool(re.fullmatch(NAME, words))
    )


def past_rank(words: str) -> int:
    """Where the name begins behind a rank or a title: "Thượng tá Lê Văn Hải"."""
    rank = _RANK.match(words)
    return rank.end() if rank else 0


def behind_post(words: str) -> int | None:
    """Where a name begins at the end of a post; None where the post is all there is. Behind the word for a place two
    capitals are the place's name, three or more with a surname are a person: "UBND xã Hoài Sơn", "UBND xã Lê Thị Hoa"."""
    match = _LAST_CAPITALS.search(words)
    if not match or not match.start():
        return None
    run, before = match.group().split(), words[: match.start()].rstrip(" :,-–")
    of_place = bool(_PLACE_BEFORE.search(before))
    for at in range(len(run) - 1):
        name = " ".join(run[at:])
        if name.isupper() or not is_name(name):
            continue
        if of_place and at == 0 and len(run) < 3:
            return None
        if of_place and at == 1 and len(run) < 4:
            continue  # a place of one syllable and a name of two: too rare to tell
        return match.start() + len(" ".join(run[:at])) + bool(at)
    return None
