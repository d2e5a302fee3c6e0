"""The page that asks before all clean posts of a batch are accepted at once."""

from time import monotonic

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path

from ... import archiving
from ...models import UnitProposal
from .batch_page import batch_for

SECONDS = 20
"""After this time the page answers and says how many posts are left for the next click."""
SHOWN = 5


def take(request, pk):
    """Accepts the clean posts; `dang=1` publishes them too."""
    publish = (request.POST if request.method == "POST" else request.GET).get("dang") == "1"
    needed = ["meetings.change_importedpost", "meetings.add_session"]
    if not request.user.has_perms(needed + ["meetings.publish_session"] * publish):
        raise PermissionDenied
    batch = batch_for(request, pk)
    clean = archiving.clean_posts(batch)
    if request.method == "POST":
        _report(request, *_accept(request, batch, publish), clean.count())
        return redirect("admin:meetings_importbatch_change", batch.pk)
    context = {
        **admin.site.each_context(request),
        "title": "Nhập và đăng các bài đọc trọn vẹn" if publish else "Nhập các bài đọc trọn vẹn",
        "batch": batch,
        "publish": publish,
        "clean": clean.count(),
        "drafts": archiving.untouched_drafts(batch).count() if publish else 0,
        "units": batch.units.filter(answer=UnitProposal.Answer.PENDING).count(),
    }
    return render(request, "admin/archive/take.html", context)


def _accept(request, batch, publish):
    """(the number of accepted posts, the refused posts with their errors, whether time ran out)."""
    until = monotonic() + SECONDS
    outcomes = archiving.accept_clean(batch, by=request.user, publish=publish, until=until)
    kept = [(post, error) for post, error in outcomes if error]
    return len(outcomes) - len(kept), kept, monotonic() > until


def _report(request, done, kept, ran_out, left):
    if ran_out and left > len(kept):
        messages.warning(request, f"Đã nhập {done} bài; còn {left} bài đọc trọn vẹn. Bấm lần nữa để nhập tiếp.")
    else:
        messages.success(request, f"Đã nhập {done} bài.")
    for post, error in kept[:SHOWN]:
        messages.warning(request, f"Chưa nhập {post.name}: {error}")
    if len(kept) > SHOWN:
        messages.warning(request, f"Và {len(kept) - SHOWN} bài khác chưa nhập được: hãy mở từng bài để xem vì sao.")


PATHS = [path("<int:pk>/nhap-tat-ca/", take, name="meetings_importbatch_take")]
