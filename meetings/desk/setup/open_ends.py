"""What a new office has not yet: nothing waits for it, and the front page goes on saying it."""

from django.urls import reverse

from ...models import Council, Member, Membership, OneTimePassword, Unit
from ...models.office_scope import current


def open_ends(council):
    """[{"words", "why", "link", "verb"}], in a fixed number of queries; what only the operator can do has no link."""
    if council is None:
        return []
    here = Membership.objects.all()
    waiting = OneTimePassword.objects.in_force().filter(user__memberships__in=here).count()
    ends = [
        (not Member.objects.filter(council=council).exists(), "Chưa có thành viên Thường trực",
         "Có danh sách thì mỗi phiên họp ghi sẵn người dự.", "people", "Ghi thành viên"),
        (not Unit.objects.exists(), "Chưa có đơn vị nào", "Có đơn vị mới giao được việc.", "units", "Chọn đơn vị"),
        (council.four_eyes and here.count() < 2, "Mới có một tài khoản",
         "Người gửi duyệt không tự đăng, nên cần ít nhất hai người.", "accounts", "Thêm tài khoản"),
        (waiting, f"{waiting} tài khoản chưa đặt mật khẩu riêng",
         "Mất phiếu hoặc quá hạn thì cấp lại.", "accounts", "Xem, cấp lại"),
        (not current().site, "Máy chủ chưa biết địa chỉ của trang",
         "Chưa phát hành được giấy tờ. Người vận hành máy chủ đặt SITE_URL.", "", ""),
    ]  # fmt: skip
    return [
        {"words": words, "why": why, "link": step and reverse(f"admin:setup_{step}"), "verb": verb}
        for is_open, words, why, step, verb in ends
        if is_open
    ]


def for_front_page(user):
    """Nothing for those who cannot do anything about it."""
    return open_ends(Council.objects.in_office()) if user.has_perm("meetings.add_council") else []
