"""Names of persons: which capitals are one, and where it begins behind a post ("Phó Chủ tịch HĐND huyện Lê Hoa")."""

import re

from .rule import rule
from .vocabulary import BODY, CAPITALISED, POST

_SURNAMES = frozenset(
    re.findall(
        r"\S+",
        """
        A An Ayun Ban Biện Blong Bríu Bàn Bành Bùi Bạch Bế Cao Chu Chung Chánh Châu Chế Chử Cung Cù Cầm
        Cồ Cổ Danh Diệp Doãn Dư Dương Giang Giàng Giáp H' Hoa Hoàng Huỳnh Hà Hàn Hàng Hình Hạ Hầu Hồ
        Hồng Hờ Hứa K' Kha Khuất Khúc Khương Khổng Kim Kiều Kpuih Kpă Ksor La Lang Lâm Lã Lê Lò Lý Lưu
        Lương Lường Lại Lầu Lềnh Lộ Lộc Lục Lữ Ma Mai Mã Mông Mùa Mạc Mạch Mẫn Mộc Nay Nghiêm Nguyễn
        Ngân Ngô Nhan Nhiếp Nhâm Nhậm Nhữ Ninh Niê Nông Phan Phí Phó Phù Phùng Phương Phạm Quan Quàng
        Quách Quản Rah Rơ Siu Sùng Sơn Sầm Thi Thiều Thào Thái Thân Thạch Thẩm Tiêu Tiết Tiền Trang
        Triệu Trình Trương Trần Trịnh Tuấn Tào Tòng Tô Tôn Tăng Tưởng Tạ Tản Tống Từ Ung Uông Vi Viên
        Vàng Võ Văn Vũ Vương Vừ Xa Y Zơrâm Ân Âu Ôn Ông Đan Đinh Điền Đoàn Đàm Đào Đái Đường Đặng Đồng
        Đỗ Ứng Cấn Vy Lành Lượng Đàng Qua Lô Lỳ Lù Thào Cứ Chang Chảo Chíu Tẩn Phàn Tặng Hạng Hảng Khoàng
        Pờ Ly Hờ Thò Cà
        Bạc Đèo Điêu Rmah Rcom Rahlan Mlô Êban Êñuôl Kbuôr Bkrông Knul Alăng Arất Điểu Thị Kiên Chau Đổng Thành Bá
        Báo Đạt Não Nại Quảng Trượng Thông Xích Dụng Mang Katơr Pinăng Chamaléa Hôih Bling Clâu Zơ Lềnh
        """,
    )
)
_MIDDLE = (
    "Văn|Thị|Hữu|Đức|Xuân|Thanh|Quang|Minh|Ngọc|Thu|Hồng|Mạnh|Công|Đình|Quốc|Trọng"
    "|Bá|Duy|Kim|Anh|Tuấn|Như|Thế|Viết|Huy|Phú|Đăng"
)
NAME = rf"(?:{CAPITALISED}(?: {CAPITALISED}){{1,5}}|(?-i:[HKY])['’](?-i:[A-ZĐ])[^\W\d_]+)"
"""Two capitals or more; a name as "K'Bréo" is one word."""
_LIKE_A_BODY = rule(
    rf"(?:Đoàn|Ban|Chánh|Bộ|Viện|Trưởng|Hội|Tổ|Cục|Sở|Quỹ|Văn|Kho|Bản|Thôn) (?:{_MIDDLE}) {CAPITALISED}(?!\w)"
)
_LAST_CAPITALS = rule(rf"(?:(?<=\s)|^)({CAPITALISED}(?: {CAPITALISED})*)$")
_PLACE_BEFORE = rule(
    r"\b(?:quận|huyện|phường|xã|thị xã|thành phố|thị trấn|tỉnh|đặc khu|thôn|bản|làng|TP\.?)$", re.IGNORECASE
)
_NO_NAMES = rule(r"Hồ Chí Minh|Việt Nam|Trần Phú|Lê Lợi|Nguyễn Trãi|Nguyễn Du")
_RANK = rule(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|nhà giáo|linh mục|hòa thượng"
    r"|thượng tọa|đại đức|nghệ nhân(?: ưu tú| nhân dân)?|ths\.?|ts\.?|bs\.?|ks\.?) ",
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
        and (syllables[0] in _SURNAMES or (len(syllables) > 2 and syllables[1] in ("Văn", "Thị")))
        and not _NO_NAMES.fullmatch(words)
        and bool(re.fullmatch(NAME, words))
    )


def may_be_name(words: str) -> bool:
    """Whether words that stand where a name does are one, whatever the surname: capitals alone, and no body's."""
    return is_name(words) or (
        2 <= len(words.split()) <= 5
        and bool(re.fullmatch(NAME, words))
        and not BODY.match(words)
        and not POST.match(words)
    )


def past_rank(words: str) -> int:
    """Where the name begins behind a rank or a title: "Thượng tá Lê Văn Hải"."""
    rank = _RANK.match(words)
    return rank.end() if rank else 0


def behind_post(words: str) -> int | None:
    """Where a name begins at the end of a post; None where the post is all there is. Behind the word for a place
    two capitals are the place's name ("UBND xã Hoài Sơn"), three or more with a surname are a person."""
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
