"""The words that begin names, posts, bodies and tasks: the dictionary of the reader, which new posts extend."""

import re

from meetings.vietnamese import LETTERS

from .rule import rule

_LOWER = LETTERS + "fjwz"
CAPITALS = _LOWER.upper()

CAPITALISED = f"[{CAPITALS}][{_LOWER}]*(?:['’][{CAPITALS}]?[{_LOWER}]+)?"
"""A word of a person's or a place's name."""

SESSION = rule(
    r"\b(?:phiên (?:họp|thường kỳ|lệ kỳ|định kỳ|đột xuất|bất thường|chuyên đề|mở rộng|(?:lần )?thứ|tháng)"
    r"|(?<!kỳ )họp (?:phiên|thường kỳ|lệ kỳ|định kỳ|đột xuất|bất thường|chuyên đề|mở rộng|(?:lần )?thứ [0-9]+))\b",
    re.IGNORECASE,
)
"""The names of a session."""

POST = rule(
    r"(?:nguyên |quyền )?(?:(?:phó|các phó) )*"
    r"(?:bí thư|p?ct(?=[ .](?:hđnd|ubnd|mttq|ubmttq)|\b)|chủ tịch|chủ nhiệm|trưởng|chánh(?! ?(?:[,;)-]|$))"
    r"|chánh(?=,? (?:và )?(?:các )?phó)"
    r"|giám đốc|ủy viên|thư ký|tổ trưởng|đội trưởng"
    r"|(?:tỉnh|thành|quận|huyện|thị|phường|xã|ấp|thôn) đội (?:trưởng|phó)|hiệu trưởng|hiệu phó|viện trưởng"
    r"|kế toán trưởng|chỉ huy|(?:chi cục|hạt|đồn|trạm|cục|kho|vụ|đội|chi đội"
    r"|khóm|thôn|tổng giám) (?:phó|trưởng|đốc)|phó)\b",
    re.IGNORECASE,
)
BARE_POST = rule(
    r"(?:các )?(?:đồng chí )?(?:phó )?(?:bí thư|chủ tịch|chủ nhiệm|trưởng|chánh|giám đốc|phó)(?: ban)?$",
    re.IGNORECASE,
)
"""A post whose body follows only after the comma: "Trưởng, phó các Ban"."""

_NO_BODY = (
    r"(?!Ban (?:hành|bố)|Tổ chức|Báo (?:cáo|chí)|Phòng,? (?:chống|ngừa|họp)|Hội (?:nghị|thảo|trường|đàm|họp)"
    r"|Đoàn (?:kết|viên)|Trường hợp|Bộ (?:máy|phận (?![A-ZĐ]))|Viện (?:dẫn|trợ)|Đài thọ|Sở (?:hữu|dĩ|thích)"
    r"|Bảo hiểm y)"
)
_BODIES = (
    r"(?:HTX|VNPT|EVN|BHXH|TTYT|BCH|LLVT|CCB|Ủy ban bầu cử|Ủy ban|Tỉnh đoàn|Khu phố|Khóm|UBND|Ủy Ban"
    r"|UBMTTQ|HĐND|TAND|VKSND|MTTQ|LĐLĐ|Hội|Thường trực|Thường vụ"
    r"|Ban (?i:quản lý|chỉ đạo|đại diện|điều hành|vận động|chỉ huy|giám đốc|chấp hành|tổ chức)(?!\w)|Ban"
    r"|(?:Tỉnh|Thành|Quận|Huyện|Thị|Phường|Xã|Ấp|Thôn) (?:đoàn|đội|ủy)|Đội|Hạt|Trạm|Ngân hàng|Điện lực|Bưu điện"
    r"|Bệnh viện"
    r"|Kho|Thư viện|Nhà (?:văn hóa|thiếu nhi|máy)|Đồn|Bảo tàng|Nông trường|Lâm trường|Thôn|Bản|Ấp|Buôn|Làng"
    r"|Tổ dân phố|Chủ đầu tư|Nhà thầu|Liên minh|Phòng giao dịch|Nhóm|Quỹ|Học viện|Cơ quan|Bộ phận"
    r"|Thường vụ|Ngành|Khối|Cụm|Khu (?=[A-ZĐ])|Chợ|Xí nghiệp|Công chức|Cán bộ|Chi nhánh|Hợp tác xã|Thị ủy|Hội đồng"
    r"|Đoàn thanh niên|Cảng vụ|Cảnh sát|Kiểm lâm|Bộ đội|Lực lượng|Câu lạc bộ|Tập đoàn|Tổng công ty|Doanh nghiệp"
    r"|Nhà hát|Hải quan|Chi đoàn|Già làng|VP|Văn phòng|Phòng"
    r"|Mặt trận|Liên đoàn|Đoàn|Công an|Tòa án|Viện|Chi cục|Cục|Trung tâm|Sở|Bộ|Quận ủy"
    r"|Huyện ủy|Thành ủy|Đảng ủy|Đảng bộ|Tổ|Kho bạc|Bảo hiểm|Thanh tra|Công ty|Trường|Đài|Báo)\b"
)
BODY = rule(rf"{_NO_BODY}(?:[Hh]ai |[Bb]a )?{_BODIES}")
"""A body's name. Its first word has a capital, so "xã hội quận" is none; "Tổ chức" at the start is none either."""

OFFICE_PART = rule(
    r"(?:kế hoạch|đầu tư|thương binh|xã hội|ngân sách|thông tin|thể thao|du lịch|truyền thông|gia đình|trẻ em|dân số"
    r"|hạ tầng|môi trường|đô thị|xây dựng|nông thôn|nông nghiệp|công nghệ|khoa học|đào tạo|dạy nghề|giáo dục"
    r"|nghề nghiệp|dân tộc|tôn giáo|thi đua|khen thưởng|tổng hợp|quản trị|hành chính|nội vụ|tư pháp|pháp chế|y tế"
    r"|lao động|thương mại|công thương|văn hóa|tài chính|tài nguyên|kinh tế|kế toán|tuyên giáo|dân vận"
    r"|chính trị|hộ tịch|địa chính|thống kê|phát triển|việc làm|hội|quận|huyện|phường|xã|thành phố|tỉnh|thị xã)\b",
    re.IGNORECASE,
)
"""The second half of an office's name begins so: "Tài chính - Kế hoạch", "Lao động, Thương binh và Xã hội"."""

UNIT_NOUN = rule(
    r"(?:chủ (?:đầu tư|rừng|hộ|cơ sở)|phòng|ban|ngành|cấp(?=[,;]| (?:ủy|xã|huyện|tỉnh|phường|chính quyền|hội)\b"
    r"|$)|vị|xã|phường|thị trấn|thị xã|đơn vị|cơ quan|địa phương|tổ chức|đoàn thể|trường|thôn|bản|ấp|tổ dân phố|hội"
    r"|chi hội|khu|khu phố|khóm|bon|cụm|thành viên|đại biểu|doanh nghiệp|hợp tác xã|hộ|tổ|đội|trạm|nhà thầu"
    r"|cán bộ|công chức|viên chức|sở|chi cục"
    r"|đồng chí|lãnh đạo|cá nhân|thành phố|quận|huyện|khối|mặt trận|buôn|làng)\b",
    re.IGNORECASE,
)
"""What a list behind "các" may go on with: "các phòng, ban, đơn vị"."""

PEOPLE = rule(
    r"(?:(?:các|những|một số|toàn thể|hai|ba|[0-9]+) (?=đồng chí|đ/c|ông|bà|vị|đại biểu|thành viên|đại diện|lãnh đạo"
    r"|thủ trưởng|cán bộ|chuyên viên"
    rf"|công chức|phóng viên|trưởng|phó|chủ tịch|bí thư|ủy viên|uỷ viên|giám đốc|tổ trưởng|{UNIT_NOUN.pattern}"
    rf"|{BODY.pattern}"
    rf"|{POST.pattern})|(?:đại diện|lãnh đạo|đồng chí|đ/c|ông|bà|cô|thành viên|toàn thể|chuyên viên|cán bộ"
    rf"|phóng viên|công chức|trưởng"
    r"|thường trực|đại biểu|thủ trưởng)\b)",
    re.IGNORECASE,
)
PERSON = rule(r"(?:đồng chí|đ/c|ông|bà|cô|anh|chị):? (?!(?:các|em|con)\b)", re.IGNORECASE)

COMRADES = rule(r"(?:các|những) (?:đồng chí|đ/c|vị)(?: trong| là)? (?=\w)", re.IGNORECASE)
"""The address before a group: it is no part of its name."""
GROUP = rule(
    r"(?:các|những|mấy|từng|mỗi|toàn thể|tất cả(?: các)?|mọi|lãnh đạo|thủ trưởng|trưởng|công chức|chủ tịch|hai|ba"
    r"|[0-9]{1,3})"
    rf"(?: các)? (?={UNIT_NOUN.pattern}|{BODY.pattern})",
    re.IGNORECASE,
)
"""Several units: "các phòng, ban", "hai Ban HĐND", "những cơ quan có tên trong phụ lục"."""

_IN_SMALL_LETTERS = rule(rf"{_NO_BODY}{_BODIES}", re.IGNORECASE)


def heads_group(words: str) -> bool:
    """Whether the words can begin a row of a list of people."""
    return bool(PEOPLE.match(words) or POST.match(words) or BODY.match(words))


def heads_unit(words: str) -> bool:
    """Whether the words can begin the name of a unit or of several."""
    return bool(BODY.match(words) or GROUP.match(words))


def body_behind_order(words: str) -> re.Match[str] | None:
    """A body's first word behind "giao", "yêu cầu", where it may be in small letters: "giao phòng Tài chính"."""
    return _IN_SMALL_LETTERS.match(words)
