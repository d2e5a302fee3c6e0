"""Gives an accepted post back to those that wait: what is untouched at once, what was edited after a question."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods

from ...archiving import giving_back
from ...models import Refused
from ..desk_page import desk_page
from ..primary_keys import as_pk
from .post_page import GIVE_BACK, post_for


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request, pk):
    post, refusal = post_for(request, pk), ""
    if not request.user.has_perms(GIVE_BACK):
        raise PermissionDenied
    if request.method == "POST":
        try:
            return _do(request, post)
        except Refused as refused:
            post, refusal = post_for(request, pk), str(refused)
    may = giving_back.may_give_back(post)
    context = {
        "title": "Trả về danh sách chờ quyết định",
        "post": post,
        "refusal": refusal,
        "may": may,
        "losses": giving_back.losses(post.session) if may else [],
    }
    return desk_page(request, "archive/give_back", context, status=409 if refusal else 200)


def _do(request, post):
    name = str(post.session)
    giving_back.give_back(post, by=request.user, seen_version=as_pk(request.POST.get("ban", "")))
    messages.success(request, f"Đã trả bài về danh sách chờ quyết định; bản nháp {name} đã xóa.")
    return redirect("admin:meetings_importedpost_change", post.pk)


PATHS = [path("bai/<int:pk>/tra-ve/", give_back, name="meetings_importedpost_give_back")]
