"""The words that begin names, posts, bodies and tasks: the dictionary of the reader, which new posts extend."""

import re

from meetings.vietnamese import LETTERS

_LOWER = LETTERS + "fjwz"
_UPPER = _LOWER.upper()

CAPITALISED = f"[{_UPPER}][{_LOWER}]*"
"""A word of a person's or a place's name."""

SESSION = re.compile(
    r"\b(?:phiên (?:họp|thường kỳ|lệ kỳ|định kỳ|đột xuất|bất thường|chuyên đề|mở rộng|(?:lần )?thứ|tháng)"
    r"|(?<!kỳ )họp (?:phiên|thường kỳ|lệ kỳ|định kỳ|đột xuất|bất thường|chuyên đề|mở rộng|(?:lần )?thứ [0-9]+))\b",
    re.IGNORECASE,
)
"""The names of a session."""

POST = re.compile(
    r"(?:nguyên |quyền )?(?:(?:phó|các phó) )*"
    r"(?:bí thư|chủ tịch|chủ nhiệm|trưởng|chánh|giám đốc|[ủu][ỷy] viên|thư ký|tổ trưởng|đội trưởng"
    r"|hiệu trưởng|viện trưởng|kế toán trưởng|chỉ huy|phó)\b",
    re.IGNORECASE,
)
BARE_POST = re.compile(
    r"(?:các )?(?:đồng chí )?(?:phó )?(?:bí thư|chủ tịch|chủ nhiệm|trưởng|chánh|giám đốc|phó)(?: ban)?$",
    re.IGNORECASE,
)
"""A post whose body follows only after the comma: "Trưởng, phó các Ban"."""

_NO_BODY = (
    r"(?!Ban (?:hành|bố)|Tổ chức|Báo (?:cáo|chí)|Phòng,? (?:chống|ngừa|họp)|Hội (?:nghị|thảo|trường|đàm|họp)"
    r"|Đoàn (?:kết|viên)|Trường hợp|Bộ (?:máy|phận)|Viện (?:dẫn|trợ)|Đài thọ|Sở (?:hữu|dĩ|thích)|Bảo hiểm y)"
)
BODY = re.compile(
    rf"{_NO_BODY}(?:[Hh]ai |[Bb]a )?"
    r"(?:Ủy ban|Uỷ ban|UBND|Ủy Ban|UBMTTQ|HĐND|TAND|VKSND|MTTQ|LĐLĐ|Hội|Thường trực|Thường vụ|Ban"
    r"|Thành đoàn|Quận đoàn|Huyện đoàn|Thị đoàn|Đội|Hạt|Trạm|Ngân hàng|Điện lực|Bưu điện|Bệnh viện"
    r"|Xí nghiệp|Công chức|Chi nhánh|Hợp tác xã|Thị ủy|Hội đồng|Đoàn thanh niên|VP|Văn phòng|Phòng"
    r"|Mặt trận|Liên đoàn|Đoàn|Công an|Tòa án|Toà án|Viện|Chi cục|Cục|Trung tâm|Sở|Bộ|Quận ủy"
    r"|Huyện ủy|Thành ủy|Đảng ủy|Quận uỷ|Đảng bộ|Tổ|Kho bạc|Bảo hiểm|Thanh tra|Công ty|Trường|Đài|Báo)\b"
)
"""A body's name. Its first word has a capital, so "xã hội quận" is none; "Tổ chức" at the start is none either."""

OFFICE_PART = re.compile(
    r"(?:kế hoạch|đầu tư|thương binh|xã hội|ngân sách|thông tin|thể thao|du lịch|truyền thông|gia đình|trẻ em|dân số"
    r"|hạ tầng|môi trường|đô thị|xây dựng|nông thôn|nông nghiệp|công nghệ|khoa học|đào tạo|dạy nghề|giáo dục"
    r"|nghề nghiệp|dân tộc|tôn giáo|thi đua|khen thưởng|tổng hợp|quản trị|hành chính|nội vụ|tư pháp|pháp chế|y tế"
    r"|lao động|thương mại|công thương|văn hóa|văn hoá|tài chính|tài nguyên|kinh tế|kế toán|tuyên giáo|dân vận"
    r"|chính trị|hộ tịch|địa chính|thống kê|phát triển|việc làm|hội|quận|huyện|phường|xã|thành phố|tỉnh|thị xã)\b",
    re.IGNORECASE,
)
"""The second half of an office's name begins so: "Tài chính - Kế hoạch", "Lao động, Thương binh và Xã hội"."""

PEOPLE = re.compile(
    r"(?:các|những|đại diện|lãnh đạo|đồng chí|đ/c|ông|bà|thành viên|toàn thể|một số|chuyên viên|cán bộ|phóng viên"
    r"|công chức|trưởng|thường trực"
    r"|đại biểu|thủ trưởng|[0-9]+)\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà):? ", re.IGNORECASE)

_TASK_VERBS = (
    "xây dựng|triển khai|tham mưu|chuẩn bị|rà soát|báo cáo|hoàn thành|hoàn thiện|thực hiện|tiếp tục|tập trung"
    "|chủ động|tăng cường|phục vụ|theo dõi|đôn đốc|kiểm tra|giám sát|khảo sát|giải quyết|xử lý|cung cấp|gửi|trình"
    "|ban hành|phân công|bố trí|đẩy mạnh|nâng cao|đảm bảo|bảo đảm|tuyên truyền|hướng dẫn|tổng hợp|thông báo"
    "|thẩm tra|quan tâm|chỉ đạo|nghiên cứu|đề xuất|khẩn trương|sớm|kịp thời|nghiêm túc|thường xuyên|duy trì"
    "|phát huy|làm|sắp xếp|dự kiến|cập nhật|công khai|phát hành|lập|cần|phải|đổi mới|tích cực|khắc phục|trả lời"
    "|tiếp thu|điều hòa|vận động|đăng|tiếp nhận|thống nhất|đánh giá|sơ kết|tổng kết|quán triệt|phổ biến|lựa chọn"
    "|có kế hoạch|nộp|góp ý|tiếp công dân|chấn chỉnh|kiểm điểm|giải trình|thẩm định|tiến hành|in ấn|đăng tải|chọn"
    "|thu thập|phân loại|bổ sung|chuyển|mời|tham gia|phối hợp|phân tích|làm rõ|làm việc|xác định|xem xét|kiến nghị"
    "|đề ra|thành lập|củng cố|kiện toàn|tháo gỡ|giám định|rút kinh nghiệm|có văn bản|có báo cáo"
    "|có giải pháp|có biện pháp"
    "|soạn thảo|dự thảo|đưa|bàn giao|thống kê|niêm yết|lắp đặt|sửa chữa|nạo vét|khơi thông|bố trí|mở|ký|họp"
    "|chú trọng|lưu ý|đảm nhiệm|chịu trách nhiệm|phải|nhắc nhở|yêu cầu|giao|lấy ý kiến|tham vấn|thông tin|điều chỉnh"
    "|hỗ trợ|tạo điều kiện|ưu tiên|huy động|quản lý|duyệt|phê duyệt|công bố|chi trả|cấp|kết nối|truyền hình"
    "|đánh số|lưu trữ|số hóa|ghi|viết|quay|phát|thăm|gặp gỡ|tiếp xúc|tiếp|đối thoại|xếp|kê khai|tập huấn"
    "|tái kiểm tra|nắm|xác minh|phân bổ|thí điểm|hoàn chỉnh|nghiệm thu|cắm|đẩy nhanh|giải tỏa"
    "|truyền thanh|gắn|gia hạn|vào cuộc|sử dụng|khai thác|áp dụng|thay|cải tạo|bảo vệ|phòng ngừa"
    "|ngăn chặn|chốt|tiếp nối|cân đối|thanh tra|đối chiếu|nâng cấp|khuyến khích|đưa tin|theo sát"
    "|bám sát|cung ứng|tích hợp|thúc đẩy|kết hợp|bồi dưỡng|khen thưởng"
    "|nêu|kiểm kê|rút ngắn|giảm|tăng|xóa|dọn|trồng|khắc|vá|sửa|thu hồi|xử phạt|tuần tra"
)
_BODIES_NOT_VERB = "chính trị|xã hội|đoàn thể|đảng|Đảng|cơ sở|thành viên"
TASK = re.compile(
    r"(?<!\bcác )(?<!\bnhững )(?<!\bmọi )(?<!\bhoạt động )(?<!\bcông tác )(?<!\b[Đđ]oàn )(?<!\b[Tt]ổ )"
    r"(?<!\b[Bb]an )(?<!\b[Pp]hòng )(?<!\bcơ quan )"
    rf"\b(?:{_TASK_VERBS}|tổ chức(?! (?:{_BODIES_NOT_VERB})))\b"
)
"""A verb that begins a task. Lower case only: "Ban Tổ chức" is a body, "các tổ chức" are bodies."""

TASK_AT_START = re.compile(rf"(?:{_TASK_VERBS}|tổ chức|phối hợp)\b", re.IGNORECASE)


_SEVERAL = re.compile(
    r"(?:(?:hai|ba|02|03|0?[2-9]) |(?:các|những|từng|mỗi|toàn thể|lãnh đạo|thủ trưởng|trưởng"
    r"|công chức|chủ tịch) (?:các )?)"
    r"(?!nội dung|nhiệm vụ|vấn đề|việc|công tác|giải pháp|biện pháp|kiến nghị|nghị quyết|văn bản"
    r"|báo cáo|tờ trình|hoạt động|dự án|đơn thư)",
    re.IGNORECASE,
)


def heads_group(words: str) -> bool:
    """Whether the words can begin a row of a list of people."""
    return bool(PEOPLE.match(words) or POST.match(words) or BODY.match(words))


def heads_unit(words: str) -> bool:
    """Whether the words can begin the name of a unit or of several."""
    return bool(BODY.match(words) or _SEVERAL.match(words))
