"""The page of a verb (submit, publish, …): GET says what will happen and asks, POST does it."""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from .. import issuing, printing
from ..letters import notices
from ..models import Edition, Refused, Session, SessionState, four_eyes
from ..models.workflow import VERBS
from ..writers.article import article
from .comparing.comparison import Comparison
from .comparing.touched import followed_now
from .desk_page import desk_page
from .office_time import hour_and_day, now
from .papers.next_paper import next_paper
from .screen import checklist
from .typed_days import read_moment

SUCCESS = {
    "submit": "Đã gửi duyệt. Chánh Văn phòng xem lại rồi mới đăng; người dân chưa thấy gì. Còn lấy lại để sửa được.",
    "take_back": "Đã lấy lại để sửa.",
    "send_back": "Đã trả lại cho văn thư kèm lời nhắn.",
    "publish": "Đã đăng.",
    "unschedule": "Đã bỏ hẹn giờ đăng; phiên họp trở lại chờ duyệt.",
    "reopen": "Đã mở lại để đính chính. Trang công khai vẫn là bản đã đăng, cho đến khi đăng lại.",
    "republish": "Đã đăng lại kèm nội dung đính chính.",
    "keep": "Đã thôi đính chính; trang công khai giữ nguyên.",
    "restore": "Đã khôi phục thành bản nháp. Địa chỉ công khai vẫn trả lời bằng lý do thu hồi cho đến khi đăng lại.",
    "withdraw": "Đã thu hồi. Địa chỉ của phiên họp trả lời bằng lý do thu hồi.",
}


def verb(request, pk, name):
    """A stale or forged click is refused with who did what when."""
    if name not in VERBS:
        raise Http404
    chosen = VERBS[name]
    if not request.user.has_perm(f"meetings.{chosen.permission}"):
        raise PermissionDenied
    session = get_object_or_404(Session.objects.with_rows(), pk=pk)
    refusal = ""
    if request.method == "POST":
        try:
            return _do(request, session, name)
        except Refused as reason:
            refusal = str(reason)
            session = Session.objects.with_rows().get(pk=pk)
    goes_out = name in ("publish", "republish")
    asks_if_ready = goes_out or name == "submit"
    context = {
        "session": session,
        "comparison": Comparison(session) if goes_out else None,
        "verb": chosen,
        "title": chosen.label.rstrip("…"),
        "article": article(session.to_record().public()),
        "live": session.editions.live().first(),
        "own_words": session.own_words(request.user) if goes_out else "",
        "where_set": four_eyes.WHERE,
        "may_still": chosen in session.verbs_for(request.user),
        "goes_on": name == "publish" and request.user.has_perm("meetings.issue_edition"),
        "loses": _losses(session) if name == "withdraw" else None,
        "warnings": _warnings(session) if asks_if_ready else [],
        "note": request.POST.get("note", session.proposed_note if name == "republish" else ""),
        "at": request.POST.get("at", ""),
        "refusal": refusal,
        **checklist.by_rank(checklist.items(session) if asks_if_ready else []),
    }
    return desk_page(request, "session/verb", context, status=409 if refusal else 200)


def _losses(session):
    """What stops with a withdrawal beside the page itself."""
    papers = session.editions.filter(state=Edition.State.LIVE).exclude(kind=Edition.Kind.NEWS)
    return {
        "directives": followed_now(session).count(),
        "papers": list(papers.without_records().order_by("kind")),
        "milder": VERBS["reopen"] if session.state == SessionState.PUBLISHED else None,
    }


def submit(request, session):
    """Send a draft that was just saved."""
    try:
        session.submit(by=request.user)
        notices.of_session(session, "submit", by=request.user)
        messages.success(request, f"{session}: {SUCCESS['submit']}")
    except Refused as reason:
        messages.warning(request, f"Đã lưu, chưa gửi duyệt được: {reason}")
    return HttpResponseRedirect(reverse("admin:meetings_session_change", args=[session.pk]))


def _do(request, session, name):
    if request.POST.get("version") != str(session.version):
        raise Refused("Phiên họp này vừa được thay đổi sau khi bạn mở trang. Hãy xem lại rồi bấm lần nữa.")
    options = {"note": request.POST.get("note", "")}
    if name == "publish" and request.POST.get("at", "").strip():
        options["at"] = _moment(request.POST["at"])
    message = SUCCESS[name]
    if name in ("publish", "republish"):
        lacking = issuing.publish(session, name, by=request.user, **options)
        message = lacking or message
    else:
        getattr(session, name)(by=request.user, **options)
    notices.of_session(session, name, by=request.user)
    if session.is_scheduled:
        message = f"Sẽ đăng lúc {hour_and_day(session.posted_at)}."
    messages.success(request, f"{session}: {message}")
    asked = "then" in request.POST
    paper = next_paper(session, request.user, also_of_old_posts=True) if asked else None
    return HttpResponseRedirect(paper.link if paper else reverse("admin:meetings_session_change", args=[session.pk]))


def _warnings(session):
    """What the printed minutes would lack: they go out with the page."""
    return [] if session.source_hash else printing.page_warnings(session.to_record())


def _moment(text) -> datetime:
    """When to publish. Raises Refused for a moment in the past."""
    moment = read_moment(text)
    if moment is None or moment <= now():
        raise Refused(
            "Giờ hẹn đăng phải là lúc sau này, viết như 8h ngày mai hoặc 08:00 11/01/2027; để trống thì đăng ngay."
        )
    return moment


PATHS = [path("<int:pk>/viec/<slug:name>/", verb, name="meetings_session_verb")]
