"""The answers about a post's frame: shown on its page, and sent from there."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from ... import archiving
from ...models import Refused
from .batch_page import may_add_council
from .doubts import lettered
from .mend_form import MendForm
from .post_page import page, post_for
from .post_version import version_of

CHANGE = "meetings.change_importedpost"


@require_POST
def mend(request, pk):
    post = post_for(request, pk)
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    if not archiving.mendable(post):
        return page(request, post, "Bài này không còn chờ sửa: đã có người quyết định, hoặc đã có phiên họp.")
    if request.POST.get("ban") != version_of(post):
        return page(request, post, "Bài này vừa có người sửa hoặc vừa được đọc lại. Hãy xem lại rồi trả lời.")
    may_add = may_add_council(request.user)
    form = MendForm(_typed(request), councils=archiving.councils_of_office(), may_add=may_add)
    if not form.is_valid():
        return page(request, post, form=form)
    try:
        _report(request, archiving.mend(post, form.answers()))
    except Refused as refused:
        return page(request, post_for(request, pk), str(refused))
    return redirect("admin:meetings_importedpost_change", pk)


def _typed(request):
    """What was typed. The button of a month or of the council in office stands for its box; that of a new
    council is a name and a yes."""
    typed = request.POST.copy()
    if month := typed.get("chon-thang"):
        typed["month"] = month
    if council := typed.get("chon-hoi-dong"):
        typed["council"], typed["new_council"], typed["yes"] = council, "", ""
    elif council := typed.get("them-hoi-dong"):
        typed["council"], typed["new_council"], typed["yes"] = "", council, "on"
    return typed


def _report(request, post):
    if not post.reading:
        messages.warning(request, f"Đã ghi câu trả lời. Máy đọc lại vẫn chưa được: {post.reason}")
    elif doubts := lettered(post):
        messages.success(request, f"Máy đã đọc lại bài; còn {len(doubts)} chỗ chưa chắc.")
    else:
        messages.success(request, "Máy đã đọc lại bài, không còn chỗ nào chưa chắc.")


PATHS = [path("bai/<int:pk>/tra-loi-khung/", mend, name="meetings_importedpost_mend")]
