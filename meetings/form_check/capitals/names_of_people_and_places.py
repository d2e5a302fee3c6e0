"""Names of people (ND30-II.II) and places (ND30-II.III)."""

# ruff: noqa: E501, SIM905  (a pattern is read in one piece)

from .case_pattern import CAPITAL, NAME, SMALL, SURE_SURNAMES, SURNAMES, after, not_after, only, partly, wrong

_UNIT = "tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|thành phố"
_PERSON = "đồng chí|ông|bà|Đồng chí|Ông|Bà|Bác|Cụ|Chủ tịch|Bí thư|cử tri|đại biểu"
_LOWER_SURNAMES = SURNAMES.lower()
_HOLDER = (
    r"\b(?i:chủ tịch|bí thư|trưởng|phó|chánh|giám đốc|đại biểu|[ủu]y viên|uỷ viên|thư ký|cán bộ|công chức|chuyên viên)\b"
    r"[^.;:]{0,90}$"
)
"""Behind a post, the words after the unit name its holder: "Chủ tịch Hội đồng nhân dân quận Trần Quyết Thắng"."""

PROVINCES = (
    "Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Hà Giang|Cao Bằng|Bắc Kạn|Tuyên Quang|Lào Cai|Điện Biên|Lai Châu|Sơn La|Yên Bái|"
    "Thái Nguyên|Lạng Sơn|Quảng Ninh|Bắc Giang|Phú Thọ|Vĩnh Phúc|Bắc Ninh|Hưng Yên|Hà Nam|Nam Định|Ninh Bình|Thanh Hóa|"
    "Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị|Thừa Thiên Huế|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|"
    "Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng|Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Bà Rịa|Vũng Tàu|"
    "Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|Kiên Giang|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau|Việt Nam"
).split("|")
"""Those whose syllables make an ordinary word are not among them, and are looked at after "tỉnh" alone."""

ORDINARY = ("Hòa Bình", "Thái Bình", "Hải Dương", "An Giang", "Cần Thơ", "Thủ Đức", "Nha Trang", "Đà Lạt")

_TERRAIN = "Cửa Lò|Cửa Ông|Vũng Tàu|Vũng Áng|Lạch Trường|Vàm Cỏ|Cầu Giấy|Bến Tre|Bến Cát|Bến Thành|Núi Thành".split(
    "|"
)

_DIRECTIONS = "Tây Bắc|Đông Bắc|Bắc Bộ|Trung Bộ|Nam Bộ|Tây Nguyên|Nam Trung Bộ|Bắc Trung Bộ|Đông Nam Bộ|Tây Nam Bộ"

_ABROAD = "Mát-xcơ-va|Men-bơn|Oa-sinh-tơn|Xin-ga-po|Ma-lai-xi-a|In-đô-nê-xi-a|Phi-líp-pin|Mi-an-ma|Cam-pu-chia".split(
    "|"
)
_COUNTRIES = "Anh|Pháp|Mỹ|Nga|Đức|Việt|Trung|Nhật|Hàn|Lào|Ấn|Úc|Bắc|Nam|Đông|Tây|Kinh|Tày|Nùng|Âu|Á|Hán"

PEOPLE_AND_PLACES = (
    *only("ND30-II.II.1a", ["Hồ Chí Minh", "Nguyễn Ái Quốc", "Tôn Đức Thắng", "Võ Nguyên Giáp", "Phạm Văn Đồng"]),
    *only("ND30-II.II.2a", ["Mao Trạch Đông", "Kim Nhật Thành", "Thành Cát Tư Hãn"]),
    wrong(
        "ND30-II.II.1a",
        rf"\b(?:{SURE_SURNAMES}) (?!vi\b|và\b|thì\b|là\b|ở\b|cho\b|có\b|đã\b|do\b|của\b|về\b){SMALL}+ {NAME}\b",
        "Tên người viết hoa mọi âm tiết.",
    ),
    wrong(
        "ND30-II.II.1a",
        rf"(?<=\b(?:Đồng chí|đồng chí) )(?:{SURNAMES}) {SMALL}+ {NAME}\b",
        "Tên người viết hoa mọi âm tiết.",
    ),
    wrong(
        "ND30-II.II.1a",
        rf"{after('đồng chí', 'Đồng chí', 'ông', 'bà', 'Bí thư')}(?:{SURNAMES}) {SMALL}+(?=[,.;)]|$)",
        "Tên người viết hoa mọi âm tiết.",
    ),
    wrong("ND30-II.II.1a", rf"\b(?:{SURNAMES}) (?:Văn|Thị) {SMALL}+\b", "Tên người viết hoa mọi âm tiết."),
    wrong(
        "ND30-II.II.1a",
        rf"\b(?:{_PERSON}) (?:{_LOWER_SURNAMES}) (?:{NAME}|(?:văn|thị|đức|hữu|minh|quang|ngọc|thanh|xuân|đình|quốc) {SMALL}+)",
        "Tên người viết hoa mọi âm tiết.",
    ),
    wrong(
        "ND30-II.II.1b",
        rf"\b(?:bác Hồ|cụ Hồ|vua Hùng|bà Triệu|bà Trưng|ông Gióng|[Hh]ai bà Trưng|hai Bà Trưng)\b(?! {CAPITAL})",
        "Tên gọi nhân vật lịch sử viết hoa mọi âm tiết.",
    ),
    *only("ND30-II.II.2b", ["Lê-nin", "Ăng-ghen", "Vla-đi-mia", "Xta-lin"]),
    wrong(
        "ND30-II.III.2b",
        rf"(?<![\w-])(?!(?:(?:{_COUNTRIES})-)+(?:{_COUNTRIES})\b){CAPITAL}{SMALL}*-{SMALL}*-?{CAPITAL}{SMALL}*-{CAPITAL}?{SMALL}+",
        "Tên phiên âm viết hoa âm tiết đầu của mỗi thành phần.",
    ),
    *only("ND30-II.III.2b", _ABROAD),
    *only("ND30-II.III.2a", ["Bắc Kinh", "Bình Nhưỡng", "Thượng Hải"]),
    *only("ND30-II.III.1a", PROVINCES),
    *only("ND30-II.III.1a", ORDINARY, before=r"(?<=\btỉnh )"),
    *only("ND30-II.III.1a", ORDINARY, before=r"(?<=\bthành phố )"),
    wrong(
        "ND30-II.III.1a",
        rf"(?<={SMALL} )Tỉnh (?!Đoàn|Đội|Hội|Ban|Ủy|Uỷ){NAME}",
        "Danh từ chung chỉ đơn vị hành chính viết thường: tỉnh.",
    ),
    wrong(
        "ND30-II.III.1a",
        rf"\b(?:tỉnh|huyện|quận|xã|phường) {NAME}(?:-{NAME})+\b",
        "Tên đơn vị hành chính không dùng gạch nối.",
    ),
    wrong(
        "ND30-II.III.1b",
        rf"{not_after('các', 'hai', 'hơn')}\b(?:quận|phường) \d{{1,2}}(?=[,;:)](?!\d)|\.(?!\d)|$| và )",
        "Tên đơn vị bằng chữ số: viết hoa cả danh từ chung (Quận 1).",
    ),
    wrong(
        "ND30-II.III.1b",
        rf"{not_after('các', 'ban', 'những')}\b(?:{_UNIT}) (?:Điện Biên Phủ|(?:{SURE_SURNAMES}) {NAME})",
        "Đơn vị mang tên người, sự kiện lịch sử: viết hoa cả danh từ chung (Phường Điện Biên Phủ).",
        unless=_HOLDER,
    ),
    wrong("ND30-II.III.1c", r"\b(?:thủ đô|Thủ Đô) Hà Nội\b", "Viết: Thủ đô Hà Nội."),
    wrong("ND30-II.III.1c", r"\b(?:thành phố|Thành Phố) Hồ Chí Minh\b", "Viết: Thành phố Hồ Chí Minh."),
    *partly("ND30-II.III.1d", _TERRAIN),
    *only("ND30-II.III.1d", ["Hạ Long", "Vàm Cỏ", "Cửu Long"]),
    wrong(
        "ND30-II.III.1d",
        rf"{after('trên', 'dọc', 'ven')}(?:Sông|Biển|Chợ|Vịnh|Núi) {NAME} {NAME}",
        "Danh từ chung chỉ địa hình viết thường khi đi liền danh từ riêng (sông Vàm Cỏ).",
    ),
    *partly("ND30-II.III.1đ", _DIRECTIONS.split("|")),
    wrong(
        "ND30-II.III.1đ",
        r"\b(?:vùng|miền|khu vực) (?:(?:tây|đông) (?:bắc|nam)\b(?! (?:của|quận|phường|thành))|tây nguyên\b|(?:bắc|nam|trung) bộ\b)",
        "Tên vùng, miền viết hoa mọi âm tiết (Tây Bắc, Bắc Bộ).",
    ),
)
