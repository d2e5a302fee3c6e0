"""Names of bodies (ND30-II.IV)."""

# ruff: noqa: E501, SIM905  (a pattern is read in one piece)

from .case_pattern import SMALL, after, not_after, only, wrong

_U = "(?:[Ủủ]y|[Uu]ỷ)"
_PLACE = "tối cao|quận|phường|xã|huyện|thị xã|thị trấn|thành phố|tỉnh"
_OF_A_PLACE = rf"(?=(?:{_PLACE})\b|[A-ZĐ])"
"""These words follow the name of one body; others follow the name of a kind of body."""

_FIELDS = (
    "Tài chính|Tài nguyên|Nội vụ|Tư pháp|Giáo dục|Y tế|Văn hóa|Văn hoá|Lao động|Công Thương|Công thương|Công an|"
    "Nông nghiệp|Xây dựng|Giao thông|Kế hoạch|Quản lý|Thanh tra|Pháp chế|Kinh tế|Dân tộc|Dân vận|Ngoại giao|Ngoại vụ|"
    "Quốc phòng|Thông tin|Khoa học|Tổ chức|Tuyên giáo|Chỉ đạo|Chấp hành|Thường vụ|Cựu chiến binh|Phụ nữ|Nông dân|"
    "Liên hiệp|Chữ thập đỏ|Luật gia|Người cao tuổi|Đô thị|Thi hành|Thuế|Thống kê|Kiểm tra|Bảo hiểm|Chính trị|Du lịch|"
    "Công nghệ|Môi trường|Chính sách|Bầu cử|Nghiên cứu"
)
_LOWER_FIELDS = _FIELDS.lower()
_SMALL_AFTER = "|".join(sorted(set(_LOWER_FIELDS.split("|")) - {"tổ chức", "bầu cử", "kiểm tra", "công an"}))
_KIND = "Sở|Bộ|Cục|Chi cục|Tổng cục|Phòng|Ban|Hội|Liên đoàn"
_LOWER_KIND = "sở|bộ|cục|chi cục|tổng cục|phòng|ban|hội|liên đoàn"
_NO_WORD_BEFORE = not_after(
    *"cán toàn nội đảng chi tiến cục đồng đoàn thuộc quốc xã lễ đại cơ ủy uỷ các hai những trụ một mỗi từng phó".split(),
    *"Trưởng Phó trưởng phòng chống cùng nhiều vụ hải tổng".split(),
)
"""A word of two syllables, such as "cán bộ", or a number of bodies."""

BODIES = (
    wrong(
        "ND30-II.IV.1a",
        r"\bHội đồng (?!nhân dân)[Nn]hân [Dd]ân\b|\bHội Đồng\b[^.,;]{0,10}",
        "Viết: Hội đồng nhân dân.",
    ),
    wrong("ND30-II.IV.1a", rf"\bhội đồng [Nn]hân [Dd]ân {_OF_A_PLACE}", "Viết: Hội đồng nhân dân."),
    wrong("ND30-II.IV.1a", rf"\b{_U} Ban\b", "Viết: Ủy ban."),
    wrong("ND30-II.IV.1a", rf"\b{_U} ban (?!nhân dân)[Nn]hân [Dd]ân\b", "Viết: Ủy ban nhân dân."),
    wrong("ND30-II.IV.1a", rf"\b(?:ủy|uỷ) ban (?:nhân dân {_OF_A_PLACE}|(?=Mặt trận|MTTQ))", "Viết: Ủy ban."),
    wrong(
        "ND30-II.IV.1a",
        rf"{after('Thường trực', 'Chủ tịch', 'Văn phòng', 'đại biểu')}hội đồng nhân dân\b",
        "Viết: Hội đồng nhân dân.",
    ),
    wrong(
        "ND30-II.IV.1a",
        r"\bthường trực (?=HĐND|Hội đồng|Quận ủy|Huyện ủy|Thành ủy|Tỉnh ủy)",
        "Viết hoa: Thường trực.",
    ),
    *only("ND30-II.IV.1a", ["Mặt trận Tổ quốc"]),
    wrong(
        "ND30-II.IV.1a",
        rf"\b(?:{_KIND}) (?:{_FIELDS})[^.;:]{{0,24}}? ?(?:và|,|-) (?:môi trường|đào tạo|xã hội|thể thao|du lịch|công nghệ|"
        r"truyền thông|phát triển nông thôn|đầu tư|kế hoạch|thương binh|Thương binh và xã hội|Đào Tạo)\b",
        "Viết hoa mọi từ chỉ chức năng, lĩnh vực (Bộ Tài nguyên và Môi trường).",
    ),
    wrong(
        "ND30-II.IV.1a", r"\bVăn phòng chủ tịch nước\b|\bvăn phòng (?=Chủ tịch nước|Quốc hội|Chính phủ)", "Viết hoa."
    ),
    wrong(
        "ND30-II.IV.1a", r"\bban chỉ đạo (?:[Tt]rung ương|quận|phường|tỉnh|thành phố|\d{2,3})\b", "Viết: Ban Chỉ đạo."
    ),
    wrong(
        "ND30-II.IV.1a",
        r"\b(?:Văn Phòng|Thường Trực|Mặt Trận|Quốc Hội|Chính Phủ|Tòa Án|Toà Án|Viện Kiểm Sát|Công An|Liên Đoàn|Chi Cục)\b",
        "Viết hoa âm tiết đầu của từ, cụm từ, không viết hoa mọi âm tiết.",
    ),
    wrong(
        "ND30-II.IV.1a",
        rf"{_NO_WORD_BEFORE}\b(?:{_LOWER_KIND}) (?:{_FIELDS})\b",
        "Viết hoa từ chỉ loại hình cơ quan.",
    ),
    wrong(
        "ND30-II.IV.1a",
        rf"\b(?:{_KIND}) (?:{_SMALL_AFTER})\b(?! (?:hội nghị|cuộc họp))",
        "Viết hoa từ chỉ chức năng, lĩnh vực của cơ quan.",
    ),
    wrong(
        "ND30-II.IV.1a",
        rf"\b(?:Ban tổ chức|Ban kiểm tra|{_U} ban kiểm tra) (?=Trung ương|Quận|Huyện|Tỉnh|Thành|Đảng)",
        "Viết hoa từ chỉ chức năng, lĩnh vực của cơ quan.",
    ),
    wrong(
        "ND30-II.IV.1a",
        rf"{_NO_WORD_BEFORE}\b(?:sở|bộ) (?:{_SMALL_AFTER})\b|(?<!các )\bban (?:pháp chế|kinh tế - xã hội|chỉ đạo (?:quận|\d))",
        "Tên cơ quan viết hoa từ chỉ loại hình và lĩnh vực.",
    ),
    wrong(
        "ND30-II.IV.1a",
        r"(?<!lực lượng )(?<!cán bộ )(?<!chiến sĩ )(?<!, )(?<!các )\b(?:công an|[Tt]òa án Nhân dân|tòa án nhân dân|"
        r"viện kiểm sát nhân dân|liên đoàn lao động|bảo hiểm xã hội|trung tâm y tế|chi cục thuế|chi cục thống kê|"
        rf"ban chỉ huy quân sự|đảng ủy|đảng uỷ|văn phòng HĐND|văn phòng UBND) (?=(?:{_PLACE})\b|[A-ZĐ&])",
        "Tên cơ quan viết hoa từ chỉ loại hình.",
    ),
    wrong("ND30-II.IV.1a", r"\b(?:Đoàn thanh niên|đoàn Thanh niên|đoàn thanh niên)\b", "Viết: Đoàn Thanh niên."),
    wrong(
        "ND30-II.IV.1a",
        r"(?<!các )(?<!, )(?<!và )\b(?:quận|huyện|thành|tỉnh) (?:ủy|uỷ)\b",
        "Viết hoa: Quận ủy, Thành ủy.",
    ),
    wrong("ND30-II.IV.1a", r"\b(?:Quận|Huyện|Thành|Tỉnh|Đảng|Thị) (?:Ủy|Uỷ)\b", "Viết: Quận ủy, Thành ủy, Đảng ủy."),
    wrong("ND30-II.IV.1a", r"\bquốc hội\b(?! (?:các|nước))|\bquốc Hội\b", "Viết hoa: Quốc hội."),
    wrong("ND30-II.IV.1a", r"(?<!phi )\bchính phủ\b(?! (?:điện|các|số|nước))|\bchính Phủ\b", "Viết hoa: Chính phủ."),
    wrong("ND30-II.IV.1a", r"\b(?:Ngân hàng|Kho bạc) nhà nước\b", "Viết hoa: Nhà nước."),
    *only(
        "ND30-II.IV.1b", ["Đảng Cộng sản", "Ban Chấp hành Trung ương", "Văn phòng Trung ương Đảng", "Trung ương Đảng"]
    ),
    wrong(
        "ND30-II.IV.2a",
        r"\b(?:Liên Hợp [Qq]uốc|liên hợp quốc|Liên Hiệp Quốc|liên hiệp quốc)\b",
        "Viết: Liên hợp quốc.",
    ),
    wrong(
        "ND30-II.IV.2a",
        r"\btổ chức y tế thế giới\b|\btổ chức (?=Y tế|Lao động|Thương mại|Du lịch)(?:\w+ ?){2}[Tt]hế giới",
        "Viết hoa: Tổ chức.",
    ),
    *only("ND30-II.IV.2b", ["WTO", "UNDP", "UNESCO", "UNICEF", "ASEAN", "APEC"]),
    wrong("ND30-II.IV.1a", rf"\btập đoàn (?=(?:Điện|Dầu|Bưu|Viễn|Công){SMALL}* )", "Viết hoa: Tập đoàn."),
)
