"""One batch: its posts by where they stand, how many are decided, and the way to the next."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from ... import archiving
from ...models import ImportBatch, UnitProposal
from ...record import SessionKind
from . import post_status

ON_A_PAGE = 50


def batch_for(request, pk):
    if not request.user.has_perm("meetings.view_importedpost"):
        raise PermissionDenied
    return get_object_or_404(ImportBatch.objects.select_related("made_by"), pk=pk)


def may_add_council(user):
    """Whose site this is, is said by those who publish on it, or who keep its list of councils."""
    return user.has_perm("meetings.change_importedpost") and (
        user.has_perm("meetings.publish_session") or user.has_perm("meetings.add_council")
    )


@require_safe
def show(request, pk):
    batch = batch_for(request, pk)
    counts = post_status.counted(batch.posts)
    tab = request.GET.get("xem", "")
    chosen = batch.posts.filter(post_status.TABS[tab][1]) if tab in post_status.TABS else batch.posts.all()
    posts = post_status.in_order(chosen).select_related("session").defer("source_text", "session__source_text")
    page = Paginator(posts, ON_A_PAGE).get_page(request.GET.get("trang"))
    decided, of = post_status.progress(counts)
    context = {
        **admin.site.each_context(request),
        "title": batch.name,
        "batch": batch,
        "tabs": [{"key": key, "word": word, "count": counts[key]} for key, (word, _) in post_status.TABS.items()],
        "tab": tab if tab in post_status.TABS else "",
        "counts": counts,
        "clean": counts["tron-ven"],
        "decided": decided,
        "of": of,
        "units": batch.units.filter(answer=UnitProposal.Answer.PENDING).count(),
        "councils": archiving.unknown_councils(batch),
        "may_add_council": may_add_council(request.user),
        "page": page,
        "rows": [_row(post) for post in page.object_list],
        "may_accept": request.user.has_perms(("meetings.change_importedpost", "meetings.add_session")),
        "may_publish": request.user.has_perm("meetings.publish_session"),
    }
    return render(request, "admin/archive/batch.html", context)


def _row(post):
    """What the list says of a post. From the reading as it is kept: nothing is asked of other tables."""
    record = (post.reading or {}).get("record")
    if not record:
        return {"post": post}
    return {
        "post": post,
        "month": f"{record['month']:02d}/{record['year']}",
        "council": record["council"]["short_name"],
        "kind": SessionKind(record["kind"]).label.lower(),
        "held_on": "/".join(reversed(record["held_on"].split("-"))) if record["held_on"] else "",
        "doubts": len(post.reading["doubts"]),
        "directives": len(record["directives"]),
    }


@require_safe
def onward(request, pk):
    """The next post that waits; back to the batch where none does."""
    batch = batch_for(request, pk)
    if following := post_status.next_of(batch):
        return redirect("admin:meetings_importedpost_change", following)
    return redirect("admin:meetings_importbatch_change", batch.pk)


PATHS = [
    path("<int:pk>/", show, name="meetings_importbatch_change"),
    path("<int:pk>/tiep/", onward, name="meetings_importbatch_next"),
]
