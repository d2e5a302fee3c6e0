"""Other capitals: Nhân dân, titles, posts, days, texts that are cited, events, works (ND30-II.V)."""

# ruff: noqa: E501, SIM905  (a pattern is read in one piece)

from .case_pattern import CAPITAL, NAME, SURNAMES, after, not_after, only, wrong

_BODY = (
    "HĐND|UBND|MTTQ|UBMTTQ|Hội đồng|Ủy ban|Uỷ ban|Quốc hội|Chính phủ|Bộ |Sở |Phòng |Ban |Quận ủy|Huyện ủy|Thành ủy|Tỉnh ủy|"
    "Đảng ủy|Đảng|Tòa án|Toà án|Viện|Công an|Hội |Liên đoàn|Mặt trận|Văn phòng|Chi cục|Đoàn Thanh niên|Trung tâm"
)
_POST = (
    "chủ tịch|phó chủ tịch|bí thư|phó bí thư|thủ tướng|phó thủ tướng|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|"
    "chánh án|viện trưởng|tổng bí thư|chủ nhiệm|phó chủ nhiệm|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|"
    "trưởng phòng|phó trưởng phòng|trưởng ban|phó trưởng ban|chi cục trưởng"
)
_NOT_SEVERAL = not_after("các", "những", "vị", "một", "hai", "mọi", "từng", "phó", "đồng")

_TEXT = (
    "nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kế hoạch|thông báo|công văn|báo cáo|tờ trình|chương trình|"
    "hướng dẫn|kết luận|công điện|quy định|quy chế|đề án|giấy mời|biên bản|pháp lệnh|luật|thông tri"
)
_LAWS = (
    "tổ chức|đất đai|ngân sách|đầu tư|bầu cử|hoạt động giám sát|thi đua|khiếu nại|tố cáo|tiếp công dân|quy hoạch|"
    "giáo dục|bảo vệ|phòng cháy|phòng, chống|xây dựng|nhà ở|thanh tra|ban hành|cán bộ|viên chức|giao thông|hình sự|"
    "dân sự|lao động|doanh nghiệp|hôn nhân|cư trú|quốc phòng|an ninh|di sản|du lịch|căn cước|dân quân|thủ đô|kế toán"
)

_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_BRANCHES = "tý|tí|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"

_NAMES_WITH_PEOPLE = not_after(
    *"đồng ban án sát an đội thẩm trang hòa hoà ninh tra tranh sĩ giáo nghệ thuốc báo Báo Ban Đồng Án".split()
)
"""Before "nhân dân" in a name such as "Hội đồng nhân dân", "lực lượng vũ trang nhân dân"."""

_END = r"(?=[.,;:)]|$| năm\b| này\b| tới\b| hằng năm\b| hàng năm\b)"

OTHERS = (
    wrong("ND30-II.V.1", rf"{_NAMES_WITH_PEOPLE}\b(?:nhân dân|nhân Dân)\b(?! tệ)", "Viết hoa: Nhân dân."),
    wrong("ND30-II.V.1", r"(?<!báo )(?<!đồng )(?<!ban )\bNhân Dân\b", "Viết: Nhân dân."),
    wrong(
        "ND30-II.V.1",
        r"(?<=Đảng và )nhà nước\b|(?<=Đảng, )nhà nước\b|\bnhà nước (?:và|,) [Nn]hân dân\b|(?<=\bcủa )nhà nước\b|(?<=\bdo )nhà nước\b|"
        r"\bnhà nước (?:ta|pháp quyền|Cộng hòa|Cộng hoà|Việt Nam)\b|\bNhà Nước\b",
        "Viết hoa: Nhà nước.",
    ),
    wrong("ND30-II.V.2", rf"\b(?:huân|huy) chương (?={CAPITAL})", "Viết hoa: Huân chương, Huy chương."),
    wrong(
        "ND30-II.V.2",
        r"\b[Hh]u(?:ân|y) chương (?:sao vàng|Sao Vàng|lao động|độc lập|kháng chiến|chiến công|quân công|dũng cảm|"
        r"bảo vệ|vì sự nghiệp|hữu nghị|chiến sĩ)\b",
        "Viết hoa tên huân chương, huy chương (Huân chương Lao động).",
    ),
    wrong(
        "ND30-II.V.2",
        r"(?<=Huân chương Lao động )hạng (?:nhất|nhì|ba)\b",
        "Viết hoa từ chỉ hạng: hạng Nhất, Nhì, Ba.",
    ),
    wrong(
        "ND30-II.V.2", r"(?<=Huân chương Độc lập )hạng (?:nhất|nhì|ba)\b", "Viết hoa từ chỉ hạng: hạng Nhất, Nhì, Ba."
    ),
    wrong("ND30-II.V.2", r"(?<=Kháng chiến )hạng (?:nhất|nhì|ba)\b", "Viết hoa từ chỉ hạng: hạng Nhất, Nhì, Ba."),
    wrong(
        "ND30-II.V.2",
        r"\b(?:Anh Hùng|Nghệ Sĩ|Nhà Giáo|Huân Chương|Huy Chương|anh hùng [Ll]ao động|Anh hùng lao động|(?:nghệ sĩ|nhà giáo|thầy thuốc|nghệ nhân) (?:[Nn]hân dân|[Ưư]u tú)|"
        r"(?:Nghệ sĩ|Nhà giáo|Thầy thuốc|Nghệ nhân) (?:nhân dân|ưu tú)|anh hùng [Ll]ực lượng|Anh hùng lực lượng|"
        r"bà mẹ Việt Nam anh hùng|bà mẹ Việt Nam Anh hùng)\b",
        "Danh hiệu vinh dự viết hoa (Anh hùng Lao động, Nghệ sĩ Nhân dân).",
    ),
    wrong(
        "ND30-II.V.2",
        r"(?<=danh hiệu )chiến sĩ thi đua|\bbằng khen của (?=Thủ tướng|Chủ tịch|Bộ|UBND|Ủy ban)",
        "Viết hoa.",
    ),
    wrong(
        "ND30-II.V.3", rf"{_NOT_SEVERAL}\b(?:{_POST}) (?=(?:{_BODY})|(?:{SURNAMES}) {CAPITAL})", "Chức vụ viết hoa."
    ),
    wrong(
        "ND30-II.V.3",
        rf"{_NOT_SEVERAL}\b(?:phó trưởng|trưởng|phó) (?:ban|phòng) (?=Pháp chế|Kinh tế|Văn hóa|Nội vụ|Tài chính|Tư pháp)",
        "Chức vụ đi với tên cơ quan viết hoa.",
    ),
    wrong("ND30-II.V.3", r"(?<!phó )\bchủ tịch nước\b|\bphó chủ tịch nước\b", "Viết hoa: Chủ tịch nước."),
    wrong(
        "ND30-II.V.3",
        r"(?<!các )\bphó (?=Chủ tịch|Bí thư|Trưởng|Giám đốc|Thủ tướng|Chánh)|"
        r"\bPhó (?:chủ tịch|bí thư|giám đốc|thủ tướng|trưởng ban|trưởng phòng|chánh văn phòng)\b|"
        r"\b(?:Chủ Tịch|Bí Thư|Giám Đốc|Thủ Tướng|Bộ Trưởng)\b",
        "Viết: Chủ tịch, Phó Chủ tịch, Phó Trưởng ban.",
    ),
    wrong(
        "ND30-II.V.3",
        rf"\b(?:giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|đại tá|thượng tá|trung tá|thiếu tá) (?=(?:{SURNAMES}) {CAPITAL})",
        "Học vị, danh hiệu đi liền tên người viết hoa.",
    ),
    wrong(
        "ND30-II.V.4",
        r"\b(?:của|theo|vào) đảng\b(?! (?:viên|bộ|ủy|uỷ|phái|phí|đoàn|tịch))|\bđảng (?:ta|và Nhà nước|và nhà nước|, Nhà nước)\b|"
        r"\bđảng, Nhà nước\b",
        "Viết hoa: Đảng (chỉ Đảng Cộng sản Việt Nam).",
    ),
    wrong("ND30-II.V.4", r"\b(?:lời|gương|theo|nhớ) bác\b(?! [A-ZĐsĩ])", "Viết hoa: Bác (chỉ Chủ tịch Hồ Chí Minh)."),
    *only("ND30-II.V.5", ["Quốc khánh"]),
    wrong(
        "ND30-II.V.5",
        r"\b[Nn]gày (?:quốc tế|phụ nữ|nhà giáo|thương binh|thầy thuốc|báo chí|gia đình Việt|doanh nhân|môi trường|"
        r"giải phóng miền|chiến thắng|toàn quốc|pháp luật|chuyển đổi số|sách|hội đại đoàn kết)\b",
        "Tên ngày lễ, ngày kỷ niệm viết hoa.",
    ),
    wrong(
        "ND30-II.V.5",
        r"\b[Nn]gày (?:Quốc tế (?:lao động|phụ nữ|thiếu nhi)|Quốc Tế|Phụ Nữ|Thương Binh|Nhà Giáo|Thương binh - liệt sĩ)\b",
        "Tên ngày lễ, ngày kỷ niệm viết hoa âm tiết đầu của từ tạo thành tên (Quốc tế Lao động).",
    ),
    wrong(
        "ND30-II.V.6",
        rf"\b(?:{_TEXT}) (?=số:? ?\d+(?:[/-]| ngày\b| của\b))",
        "Tên loại của một văn bản cụ thể viết hoa.",
    ),
    wrong(
        "ND30-II.V.6",
        r"\b(?:Nghị Quyết|Nghị Định|Quyết Định|Thông Tư|Chỉ Thị|Kế Hoạch|Tờ Trình|Báo Cáo|Công Văn|Bộ Luật)\b",
        "Chỉ viết hoa chữ cái đầu của tên loại văn bản.",
    ),
    wrong(
        "ND30-II.V.6",
        rf"(?<!pháp )(?<!kỷ )(?<!quy )(?<![Bb]ộ )\b(?:bộ luật|luật) (?={NAME} )(?!Việt Nam)",
        "Viết hoa: Luật, Bộ luật.",
    ),
    wrong(
        "ND30-II.V.6",
        rf"\b(?:Luật|Bộ luật) (?:{_LAWS})\b",
        "Viết hoa âm tiết đầu của tên luật (Luật Tổ chức Quốc hội).",
    ),
    wrong(
        "ND30-II.V.6",
        rf"(?<!pháp )(?<!kỷ )(?<!quy )(?<![Bb]ộ )\b(?:bộ luật|luật) (?:{_LAWS})\b",
        "Tên luật viết hoa (Luật Tổ chức Quốc hội).",
    ),
    wrong("ND30-II.V.6", r"\bhiến pháp\b|\bHiến Pháp\b", "Viết hoa: Hiến pháp."),
    wrong(
        "ND30-II.V.7",
        r"\bđiều \d{1,3}\b(?! (?:kiện|tiếng|nghìn|triệu|người|lần|năm|ngày))",
        "Viện dẫn viết hoa: Điều.",
    ),
    wrong("ND30-II.V.7", r"\bchương (?:[IVXL]+|\d{1,2})\b", "Viện dẫn viết hoa: Chương."),
    wrong(
        "ND30-II.V.7",
        r"\b(?:tiểu mục|mục|phần) (?:[IVXL]+|\d{1,2})(?= (?:Chương|Phần|Mục|chương|phần|Phụ lục|Nghị|Luật|của (?:Nghị|Luật|Bộ|Quy|Kế|Thông)))",
        "Viện dẫn viết hoa: Mục, Phần.",
    ),
    wrong("ND30-II.V.7", r"\bphụ lục (?:[IVXL]+|\d{1,2})\b", "Viện dẫn viết hoa: Phụ lục."),
    wrong(
        "ND30-II.V.8a",
        rf"{after('năm', 'Năm', 'xuân', 'Xuân', 'Tết', 'tết')}(?!(?:{_STEMS.title()}) (?:{_BRANCHES.title()})\b)"
        rf"(?i:(?:{_STEMS}) (?:{_BRANCHES}))\b",
        "Tên năm âm lịch viết hoa mọi âm tiết (Kỷ Tỵ).",
    ),
    wrong(
        "ND30-II.V.8b",
        r"\b[Tt]ết (?:nguyên [Đđ]án|Nguyên Đán|trung [Tt]hu|Trung Thu|đoan [Nn]gọ|Đoan Ngọ|hàn thực|thanh minh)\b",
        "Viết: tết Nguyên đán, tết Trung thu, tết Đoan ngọ.",
    ),
    wrong(
        "ND30-II.V.8b",
        r"(?<=\b(?:đón|dịp) )tết\b(?! [NĐTHMntđ])|(?<=\b(?:vui|quà|sau) )tết\b(?! [NĐTHntđ])|(?<=\b(?:trước|phòng) )tết\b(?! [NĐT])|"
        r"(?<=\b(?:nghỉ|mừng) )tết\b(?! [NĐTntđ])|(?<=\b(?:ăn|lo) )tết\b(?! [NĐTntđ])",
        "Viết hoa: Tết (khi thay cho tết Nguyên đán).",
    ),
    wrong(
        "ND30-II.V.8c",
        r"\b(?:sáng|chiều|tối) thứ (?:hai|ba|tư|năm|sáu|bảy)\b|\bthứ (?:hai|ba|tư|năm|sáu|bảy)(?=,? (?:\(?ngày \d|h[àằ]ng tuần))"
        r"|\bthứ (?:hai|ba|tư|năm|sáu|bảy) đến (?:hết )?thứ (?:ba|tư|năm|sáu|bảy)\b",
        "Tên ngày trong tuần viết hoa: thứ Hai, thứ Tư.",
    ),
    wrong(
        "ND30-II.V.8c",
        r"(?<!ngày )(?<!ngày, )(?<!\d )\btháng (?:giêng|tám|chín|mười một|mười hai|mười|chạp)\b",
        "Tên tháng viết hoa.",
    ),
    wrong(
        "ND30-II.V.8c",
        rf"(?<!ngày )(?<!ngày, )(?<!\d )\btháng (?:hai|ba|tư|năm|sáu|bảy){_END}",
        "Tên tháng viết hoa: tháng Năm.",
    ),
    wrong(
        "ND30-II.V.9",
        r"\b(?:cách mạng [Tt]háng [Tt]ám|Cách mạng (?:Tháng [Tt]ám|tháng tám)|Cách Mạng)\b",
        "Viết: Cách mạng tháng Tám.",
    ),
    wrong(
        "ND30-II.V.9",
        rf"\btriều (?:đại )?(?:Lý|Trần|Lê|Nguyễn|Đinh|Ngô|Mạc)\b(?! {CAPITAL})",
        "Viết hoa: Triều Lý, Triều Trần.",
    ),
    wrong(
        "ND30-II.V.9",
        r"\b(?:chiến thắng|chiến dịch) (?=Điện Biên|Hồ Chí Minh|Bạch Đằng|Ngọc Hồi|Mùa xuân)",
        "Tên sự kiện lịch sử viết hoa.",
    ),
    wrong(
        "ND30-II.V.10",
        r"\b[Tt]ạp chí (?:cộng sản|Cộng Sản|xây dựng Đảng|quốc phòng toàn dân)\b|(?<!thông )\bbáo (?:nhân dân|hà nội mới)\b|"
        r"\btruyện kiều\b|\btừ điển bách khoa\b",
        "Tên sách, báo, tạp chí viết hoa âm tiết đầu.",
    ),
)
