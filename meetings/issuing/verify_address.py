"""The address at which a paper can be checked, as it is printed: what the operator set, never a guess from a request.
A paper that names the machine on which it was tried out would say for ever what is not so."""

from django.conf import settings
from django.urls import reverse

from ..models import Refused
from ..models.office_scope import current


def verify_address() -> str:
    """ "" where the operator set none: the paper then has no such line."""
    site = current().site
    return site + reverse("public:verify") if site else ""


def without_address() -> str:
    """What is to be known where papers have no such line; "" where they have one."""
    if current().site or not is_tried_out():
        return ""
    return (
        "Đây là máy chạy thử, chưa đặt SITE_URL: văn bản in ra không ghi nơi kiểm tra và không có mã QR. "
        "Trên máy chủ chính thức, chưa đặt SITE_URL thì không phát hành được."
    )


def homeless() -> str:
    """Why a real site that does not know its address issues nothing; "" where it does. The demo may be tried out
    without one."""
    if current().site or is_tried_out():
        return ""
    return (
        "Máy chủ chưa biết địa chỉ chính thức của trang, nên văn bản không ghi được nơi kiểm tra. Chưa phát hành "
        "gì. Đề nghị người quản trị máy chủ đặt SITE_URL, ví dụ https://hdnd.example.vn (nhiều cơ quan chung máy "
        "thì ghi tên miền của cơ quan; xem README.md), khởi động lại, rồi phát hành."
    )


def refuse_homeless():
    if words := homeless():
        raise Refused(words)


def is_tried_out() -> bool:
    return settings.DEBUG or demo_log_ins().exists()


def demo_log_ins():
    """The file of the demo's log-ins: where it lies, the demo was loaded."""
    return settings.DATA_DIR / "demo-logins.txt"
