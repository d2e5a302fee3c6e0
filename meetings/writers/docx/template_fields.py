"""The fields of a template, by the names that a clerk reads in Word."""

SUBJECT = "ve_viec"
"""A template without it is not used for letters."""

FIELDS = (
    ("co_quan", "Tên cơ quan ban hành, mỗi phần một dòng: HỘI ĐỒNG NHÂN DÂN / QUẬN HAI BÀ TRƯNG"),
    ("so_ky_hieu", "Số và ký hiệu: 05/BB-HĐND; bản thảo để trống chỗ ghi số; phiếu điểm danh không có"),
    ("so", "Riêng phần số: 05"),
    ("ky_hieu", "Riêng phần ký hiệu: BB-HĐND"),
    (SUBJECT, "Trích yếu của công văn, dưới số và ký hiệu: V/v đôn đốc …; văn bản khác không có"),
    ("noi_ngay", "Địa danh và ngày: Hai Bà Trưng, ngày 05 tháng 01 năm 2021; biên bản không có"),
    ("ten_loai", "Tên loại văn bản: BIÊN BẢN, THÔNG BÁO, GIẤY MỜI"),
    ("trich_yeu", "Trích yếu, có thể nhiều dòng"),
    ("than_bai", "Toàn bộ thân bài: mỗi đoạn, mỗi đề mục một đoạn, theo định dạng của chính dòng này"),
    ("bang", "Bảng trong thân bài (danh sách ký tên); không có bảng thì dòng này tự mất"),
    ("ket", "Lời kết, luôn đi cùng phần chữ ký"),
    ("chu_ky.trai", "Người ký bên trái (thư ký); chỉ dùng để hỏi: {%p if chu_ky.trai %} … {%p endif %}"),
    ("chu_ky.trai.quyen_han", "Quyền hạn, chức vụ của người ký bên trái: THƯ KÝ"),
    ("chu_ky.trai.ho_ten", "Họ tên người ký bên trái; chưa có tên thì thành dòng chấm"),
    ("chu_ky.phai.quyen_han", "Quyền hạn, chức vụ của người ký bên phải, hoặc người ký duy nhất: CHỦ TỌA"),
    ("chu_ky.phai.ho_ten", "Họ tên người ký bên phải, hoặc người ký duy nhất"),
    ("noi_nhan", "Các dòng dưới chữ “Nơi nhận:”"),
    ("phu_luc", "Phụ lục; chỉ dùng để hỏi: {%p if phu_luc %} … {%p endif %}"),
    ("phu_luc.ten", "Chữ “Phụ lục”"),
    ("phu_luc.trich_yeu", "Tên phụ lục"),
    ("phu_luc.kem_theo", "Dòng “(Kèm theo Biên bản số …)”"),
    ("phu_luc.bang", "Bảng của phụ lục"),
    ("dia_chi", "Địa chỉ, điện thoại của cơ quan ở chân trang đầu; chỉ có khi trang Hội đồng nhân dân chọn in"),
    ("ma_qr", "Mã QR dẫn tới nơi kiểm tra văn bản; bản thảo không có"),
    ("kiem_tra", "Dòng nhỏ ở chân trang cuối: nơi kiểm tra văn bản; bản thảo không có"),
)
"""Each field with what it is, for the guide of the desk."""

ONLY_ASKED = frozenset({"chu_ky.trai", "phu_luc"})
"""Fields that a condition may ask for and that print nothing themselves."""
LISTS = frozenset({"co_quan", "trich_yeu", "than_bai", "ket", "noi_nhan"})
"""Fields of several lines, over which a template may loop."""
REQUIRED = (
    "so_ky_hieu",
    "noi_ngay",
    "ten_loai",
    "trich_yeu",
    "than_bai",
    "bang",
    "ket",
    "chu_ky.trai.quyen_han",
    "chu_ky.trai.ho_ten",
    "chu_ky.phai.quyen_han",
    "chu_ky.phai.ho_ten",
    "noi_nhan",
    "phu_luc.bang",
)
"""Without these a paper would lose words of its record. What an office may write itself is not among them."""
