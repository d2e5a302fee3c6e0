"""The verbs that open a task, and the words that can stand before them.

The list serves where the part-of-speech tagger is not installed, and settles the verbs that the tagger knows as nouns
("báo cáo", "kế hoạch hóa"). A verb on neither list opens no task by itself: the reader says a doubt.
"""

import re

from .rule import rule, ways

TASK_VERBS = frozenset(
    " ".join(verb.split())
    for verb in re.split(
        ",",
        """
    an táng, ban hành, biên soạn, biên tập, bàn bạc, bàn giao, bám sát, báo cáo, bãi bỏ, bê tông hóa, bình xét,
    bóc tách, bảo dưỡng, bảo quản, bảo trì, bảo tồn, bảo vệ, bảo đảm, bầu, bắt giữ, bố cục, bố trí, bốc thăm,
    bồi dưỡng, bồi thường, bổ nhiệm, bổ sung, can thiệp, chi, chi trả, chia, chia sẻ, chiêu sinh, cho ý kiến,
    chuyển, chuyển giao, chuyển đổi, chuẩn bị, chuẩn hóa, chèn, chôn lấp, chú trọng, chú ý, chăm lo, chăm sóc,
    chấm dứt, chấm điểm, chấn chỉnh, chất vấn, chằng chống, chỉ đạo, chỉ định, chỉnh lý, chỉnh sửa, chỉnh trang,
    chịu trách nhiệm, chọn, chống, chốt, chụp, chủ động, chứng minh, chứng thực, cung cấp, cung ứng, cân đối, có
    biện pháp, có báo cáo, có giải pháp, có kế hoạch, có phương án, có văn bản, công bố, công khai, công nhận,
    cưỡng chế, cải cách, cải thiện, cải tạo, cảnh báo, cấm, cấp, cấp phát, cấp phép, cấp đổi, cập nhật, cắm, cắt
    giảm, cắt tỉa, củng cố, cứu trợ, cử, di chuyển, di dời, diễn tập, duy trì, duy tu, duyệt, dành, dán, dạy,
    dẹp, dọn, dọn dẹp, dọn sạch, dời, dừng, dự báo, dự kiến, dự thảo, dự toán, dựng, ghi, ghi hình, gia cố, gia
    hạn, giao, giao ban, giám sát, giám định, giúp, giải ngân, giải phóng, giải quyết, giải thích, giải thể,
    giải trình, giải tỏa, giảm, giảng dạy, giới thiệu, giữ, giữ gìn, góp ý, gắn, gặp, gặp gỡ, gỡ bỏ, gửi, hiệp
    thương, hoàn chỉnh, hoàn thiện, hoàn thành, hoàn trả, hoàn tất, hoán đổi, huy động, huấn luyện, hòa giải,
    hướng dẫn, hạn chế, hậu kiểm, họp, hỗ trợ, hủy, in, in ấn, khai giảng, khai thác, khen thưởng, khoanh nuôi,
    khoanh vùng, khuyến cáo, khuyến khích, khám, kháng nghị, khánh thành, khôi phục, khơi thông, khảo sát, khẩn
    trương, khắc, khắc phục, khởi công, khử khuẩn, kiến nghị, kiểm kê, kiểm soát, kiểm tra, kiểm điểm, kiểm đếm,
    kiểm định, kiện toàn, kéo, kê, kê khai, kêu gọi, ký, kết luận, kết nối, kỷ luật, liên hệ, liên kết, lo, loại
    bỏ, luân chuyển, làm, làm rõ, làm sạch, làm việc, lãnh đạo, lưu trữ, lưu ý, lấy, lấy ý kiến, lập, lắng nghe,
    lắp, lắp đặt, lựa chọn, mua, mua sắm, mượn, mời, mở, mở rộng, nghiêm cấm, nghiên cứu, nghiệm thu, ngăn chặn,
    ngầm hóa, nhanh chóng, nhân rộng, nhận, nhập, nhắc nhở, nhổ, niêm phong, niêm yết, nuôi dưỡng, nâng, nâng
    cao, nâng cấp, nêu, nạo vét, nắm, nắm bắt, nối, nối mạng, nộp, phong tỏa, phun, phá, phá dỡ, phát, phát
    hiện, phát huy, phát hành, phát quang, phát sóng, phát triển, phát động, phân bổ, phân công, phân cấp, phân
    loại, phân luồng, phân tuyến, phân tích, phân định, phê bình, phê duyệt, phòng, phòng chống, phòng ngừa,
    phối hợp, phổ biến, phụ trách, phục dựng, phục hồi, phục vụ, phủ, quan trắc, quan tâm, quay, quy hoạch,
    quyên góp, quyết toán, quyết định, quán triệt, quét, quét dọn, quản lý, quảng bá, ra quân, ra soát, rà soát,
    rào, rút kinh nghiệm, rút ngắn, san lấp, sao gửi, sao lục, siết chặt, soát xét, soạn, soạn thảo, suy tôn,
    sàng lọc, sáp nhập, súc rửa, sơ kết, sơ tán, sơn, sơn sửa, sưu tầm, sắp xếp, số hóa, sử dụng, sửa, sửa chữa,
    sửa đổi, tham dự, tham gia, thành lập, thu xếp, điều chuyển,
    tham mưu, tham vấn, thanh lý, thanh quyết toán, thanh toán, thanh tra, thay,
    thay thế, theo dõi, thiết kế, thiết lập, thu, thu gom, thu hút, thu hồi, thu thập, thuyết minh, thuê, tháo
    dỡ, tháo gỡ, thí điểm, thông báo, thông qua, thông tin, thông tuyến, thúc đẩy, thăm, thăm hỏi, thả, thẩm
    tra, thẩm định, thể chế hóa, thống kê, thống nhất, thử nghiệm, thực hiện, tiêm, tiêm phòng, tiêm vét, tiêu
    hủy, tiêu độc, tiến hành, tiếp, tiếp công dân, tiếp nhận, tiếp thu, tiếp tục, tiếp xúc, tiết kiệm, tra cứu,
    trang bị, trao, trao trả, trao đổi, triển khai, triệt phá, truy thu, truy tố, truyền hình, truyền thanh,
    truyền thông, trám vá, trình, trích, trích lục, trông coi, trưng bày, trưng cầu, trả, trả lời, trồng, trồng
    dặm, trục vớt, trực, tu bổ, tu sửa, tuyên dương, tuyên truyền, tuyển, tuyển chọn, tuyển dụng, tuyển sinh,
    tuần tra, tái kiểm tra, tái định cư, tìm, tích cực, tích hợp, tính, tính toán, tôn trọng, tôn tạo, tăng,
    tăng cường, tư vấn, tước, tưới, tường thuật, tạm dừng, tạm ứng, tạo, tạo điều kiện, tập huấn, tập hợp, tập
    kết, tập trung, tỉa, tịch thu, tổ chức, tổng hợp, tổng kiểm tra, tổng kết, tổng rà soát, tổng vệ sinh, từ
    chối, viết, vào cuộc, vá, vận chuyển, vận hành, vận động, vẽ, vệ sinh, vớt, xem xét, xuất bản, xác minh, xác
    định, xây, xây dựng, xã hội hóa, xét duyệt, xét tuyển, xét xử, xóa, xúc tiến, xếp, xử lý, xử phạt, yêu cầu,
    áp dụng, điều chỉnh, điều hành, điều hòa, điều phối, điều tra, điều trị, điều động, đo, đo vẽ, đo đạc, đàm
    phán, đào, đào tạo, đánh giá, đánh số, đình chỉ, đón, đóng, đôn đốc, đăng, đăng ký, đăng tải, đưa, đưa tin,
    đảm bảo, đảm nhiệm, đấu giá, đấu nối, đấu thầu, đầu tư, đẩy mạnh, đẩy nhanh, đề ra, đề xuất, đền bù, định
    giá, định hướng, đối chiếu, đối soát, đối thoại, đổi mới, động viên, ưu tiên, ươm, ấn định, ổn định, ủng hộ,
    ủy quyền, ứng dụng, ứng phó
    """,
    )
)

BEFORE_TASK = (
    "cần|phải|nên|hãy|tiếp tục|chủ động|tập trung|sớm|khẩn trương|kịp thời|nghiêm túc|thường xuyên|tích cực"
    "|chú trọng|quan tâm|nhanh chóng|định kỳ|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|kiên quyết|quyết liệt"
    "|triệt để|chặt chẽ|trực tiếp|cho(?! (?:phép|rằng|biết|thấy|đến|tới|nên|các|những))"
    "|đồng thời|cùng nhau|trước mắt|ưu tiên|tăng cường|đẩy mạnh|đẩy nhanh|không để|không được|không cho|hết sức"
    "|đặc biệt|nhất là|trước hết|từng bước|làm tốt|làm tròn|thực hiện tốt|có trách nhiệm|có nhiệm vụ"
    "|chịu trách nhiệm|có kế hoạch"
    "|có phương án|có văn bản|có biện pháp|có giải pháp|có báo cáo|bám sát|căn cứ|rút kinh nghiệm|lưu ý"
    "|linh hoạt|trong|trước|từ|theo|trên cơ sở|để|nhằm|chậm nhất|muộn nhất|đến|nghiêm|gấp rút|gấp|sâu sát"
    "|dứt điểm|đồng bộ|chính thức|tạm thời|song song|luôn|vẫn|mạnh dạn|cẩn thận|mỗi"
)
"""What stands between a unit and the verb of its task: modal and manner words, and the words that open a deadline."""

NOT_TASKS = (
    "thay mặt|chúc|cho phép|đánh giá chung|biểu dương|ghi nhận|hoan nghênh|chúc mừng|cảm ơn|cám ơn"
    "|khen(?! thưởng)|đánh giá cao|đánh giá (?:rằng|cơ bản)|nhận thấy|cho rằng|cho biết|khẳng định|phát biểu"
    "|nêu cao|có ý kiến(?! (?:bằng|với|gửi))"
    "|kết luận|kết thúc|khai mạc|bế mạc|là|được|bị|thấy|diễn ra|đồng tình|nhất trí|tán thành|đồng ý"
    "|chia sẻ (?:với|khó khăn)|bày tỏ|trân trọng|tin tưởng|mong|phấn khởi|cơ bản (?:nhất trí|đồng ý|thống nhất)"
    "|thống nhất (?:nội dung|lùi|chọn|lựa chọn|thành lập|thông qua|chương trình|dự thảo|danh sách|với|cao"
    "|đánh giá|theo|chủ trương|về|như)|tán thành|xét thấy|xúc động"
)
"""Verbs of praise, of speech and of opinion: what follows is no task."""

ONE_SYLLABLE = frozenset(
    re.findall(
        r"\w+",
        "lập gửi nộp xây làm mở ký đăng in soạn sửa trồng đo cắm dọn tháo thay mua thuê mời viết "
        "ghi lắp phun tiêm quét nạo gỡ xếp rào vá lấy cắt chốt trích sao soát rút dời trao nhận dựng kẻ đặt rải tỉa "
        "chặt san đào khoan treo quay canh bù nối rà bám",
    )
)
"""Verbs that the tagger joins to what they do: "lập sổ", "mở lớp"."""

_TASK = "|".join(sorted(map(re.escape, TASK_VERBS), key=lambda verb: (-len(verb), verb)))
_LISTED = rule(rf"(?:tái |tự )?(?:{_TASK})(?!\w)", re.IGNORECASE)
_SYLLABLE = rule(r"[^\W\d_]+")
_FIRST_SYLLABLES = frozenset(way for verb in TASK_VERBS for way in ways(verb.partition(" ")[0])) | {"tái", "tự"}
LEADS_TO_TASK = rule(rf"(?:{BEFORE_TASK})(?!\w)", re.IGNORECASE)
PRAISES = rule(rf"(?:{NOT_TASKS})(?!\w)", re.IGNORECASE)


def listed(words: str, at: int = 0) -> re.Match[str] | None:
    """The verb of the list that begins there. Most words begin with no syllable of one, which is seen at once."""
    first = _SYLLABLE.match(words, at)
    return _LISTED.match(words, at) if first and first.group().lower() in _FIRST_SYLLABLES else None


def is_listed(words: str) -> bool:
    """Whether the words are a verb of the list, and nothing else."""
    verb = listed(words)
    return verb is not None and verb.end() == len(words)
