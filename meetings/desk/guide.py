"""The clerk's guide, chapter by chapter; docs/take_pictures.py takes its pictures from the running site."""

from dataclasses import dataclass

from django.urls import path

from ..file_types import INTERNAL, MAY_BE_PUBLIC, words
from ..law_places import LAW
from ..models.roles import DOES
from ..writers.docx import FIELDS
from .desk_page import desk_page

WIDTH, HEIGHT = 960, 540


@dataclass(frozen=True)
class Chapter:
    anchor: str
    heading: str
    caption: str = ""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def template(self):
        return f"admin/guide/{self.anchor}.html"

    @property
    def picture(self):
        return f"guide/{self.anchor}.png" if self.caption else ""


CHAPTERS = (
    Chapter("month", "Một tháng làm việc"),
    Chapter("prepare", "Chuẩn bị phiên họp", "Bản nháp của phiên tới: chữ mờ là câu sẽ in nếu để trống"),
    Chapter("whole", "Dán cả bài"),
    Chapter("attendees", "Thành phần dự họp", "Bảng thành phần và dòng tổng số"),
    Chapter("agenda", "Nội dung, biểu quyết, tài liệu kèm"),
    Chapter("directives", "Nội dung chỉ đạo", "Dán đoạn kết luận, xem lại từng việc rồi mới thêm"),
    Chapter("submit", "Xem thử và gửi duyệt", "Bảng kê việc còn thiếu"),
    Chapter("approve", "Duyệt, trả lại, đăng", "Trang hỏi lại trước khi đăng"),
    Chapter("papers", "Giấy tờ: soạn, phát hành, bản ký", "Trang hỏi lại trước khi phát hành, có kiểm tra thể thức"),
    Chapter("register", "Sổ văn bản", "Sổ văn bản của một năm"),
    Chapter("follow", "Theo dõi việc thực hiện", "Ghi tiến độ của một chỉ đạo"),
    Chapter("correct", "Đính chính, so hai bản", "Lịch sử của một phiên họp"),
    Chapter("withdraw", "Thu hồi, khôi phục"),
    Chapter("office", "Hội đồng, thành viên, đơn vị, tài khoản"),
    Chapter("word", "Mẫu Word riêng của cơ quan"),
    Chapter("archive", "Nhập bài cũ"),
    Chapter("trouble", "Khi có trục trặc"),
    Chapter("keys", "Phím tắt"),
)


def guide(request):
    context = {
        "title": "Hướng dẫn",
        "chapters": CHAPTERS,
        "word_fields": FIELDS,
        "law": LAW,
        "roles": DOES,
        "public_files": words(MAY_BE_PUBLIC),
        "internal_files": words(INTERNAL),
    }
    return desk_page(request, "guide", context)


PATHS = [path("huong-dan/", guide, name="guide")]
