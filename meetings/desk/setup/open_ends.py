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
         "Có danh sách thì mỗi phiên họp ghi sẵn người dự.", "setup_people", "Ghi thành viên"),
        (not Unit.objects.exists(), "Chưa có đơn vị nào", "Có đơn vị mới giao được việc.",
         "setup_units", "Chọn đơn vị"),
        (council.four_eyes and here.count() < 2, "Mới có một tài khoản",
         "Người gửi duyệt không tự đăng, nên cần ít nhất hai người.", "setup_accounts", "Thêm tài khoản"),
        (waiting, f"{waiting} tài khoản chưa đặt mật khẩu riêng",
         "Mất phiếu hoặc quá hạn thì cấp lại.", "setup_accounts", "Xem, cấp lại"),
        (not (council.address or current().address), "Chưa ghi địa chỉ của cơ quan",
         "Chân trang công khai ghi “chưa ghi nhận”.", "office_look", "Ghi địa chỉ"),
        (not current().site, "Máy chủ chưa biết địa chỉ của trang",
         "Chưa phát hành được giấy tờ. Người vận hành máy chủ đặt SITE_URL.", "", ""),
    ]  # fmt: skip
    return [
        {"words": words, "why": why, "link": page and reverse(f"admin:{page}"), "verb": verb}
        for is_open, words, why, page, verb in ends
        if is_open
    ]


def for_front_page(user):
    """Nothing for those who cannot do anything about it."""
    return open_ends(Council.objects.in_office()) if user.has_perm("meetings.add_council") else []
