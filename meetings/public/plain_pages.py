"""What the site says of itself: who speaks here and how it is read, how far everyone can use it, and in English."""

from datetime import date

from django.urls import reverse

from ..directive_states import DirectiveState
from ..models.error_report import WORKING_DAYS
from ..record import Role
from . import queries
from .cached_page import newest_masthead, page, show

CHECKED_ON = date(2026, 11, 26)
"""When the checks that the statement of accessibility names were last gone through."""

CONTACTS = ("Cơ quan", "Địa chỉ", "Điện thoại", "Thư điện tử")
CONTACTS_IN_ENGLISH = ("Office", "Address", "Telephone", "E-mail")
MEANINGS_IN_ENGLISH = {
    DirectiveState.OPEN: "open; nothing has been reported yet.",
    DirectiveState.IN_PROGRESS: "in progress.",
    DirectiveState.DONE: "done.",
    DirectiveState.OVERDUE: "overdue; the state is written underneath, with the days that it is late.",
    DirectiveState.NOT_FOLLOWED: "not followed; told by an old post, nothing reported since.",
    DirectiveState.DROPPED: "dropped; the committee no longer asks for it.",
}

MEANINGS = {
    DirectiveState.OPEN: "đã giao, chưa có báo cáo nào cho biết đã bắt đầu.",
    DirectiveState.IN_PROGRESS: "cơ quan chủ trì đã báo cáo là đang thực hiện.",
    DirectiveState.DONE: "đã thực hiện xong, có ngày và văn bản hoặc kết quả kèm theo.",
    DirectiveState.OVERDUE: "còn phải làm mà đã qua thời hạn; trang ghi quá bao nhiêu ngày.",
    DirectiveState.DROPPED: "Thường trực Hội đồng nhân dân không yêu cầu thực hiện nữa.",
    DirectiveState.NOT_FOLLOWED: "lấy từ bài đăng cũ, từ đó chưa có báo cáo nào; không tính là việc còn nợ.",
}


@page
def about(request):
    newest = queries.newest_in_office()
    context = {
        "masthead": newest_masthead(),
        "newest": newest,
        "chairs": newest.public.attending(Role.CHAIR) if newest else (),
        "bodies": queries.bodies(),
        "states": [(state.value, state.label, meaning) for state, meaning in MEANINGS.items()],
        "working_days": WORKING_DAYS,
        "labels": CONTACTS,
    }
    return show(request, "about", reverse("public:about"), **context)


@page
def accessibility(request):
    context = {"masthead": newest_masthead(), "checked_on": CHECKED_ON, "labels": CONTACTS}
    return show(request, "accessibility", reverse("public:accessibility"), **context)


@page
def english(request):
    states = [(state.value, state.label, meaning) for state, meaning in MEANINGS_IN_ENGLISH.items()]
    context = {"masthead": newest_masthead(), "labels": CONTACTS_IN_ENGLISH, "states": states}
    return show(request, "english", reverse("public:english"), lang="en", **context)
