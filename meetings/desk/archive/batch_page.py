"""The page of one batch: its posts by tab, the progress of the review and the link to the next post."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from ... import archiving
from ...models import ImportBatch, UnitProposal
from ..tabs import tab_counts, tabs_with_counts
from . import post_rows, post_status
from .post_status import TABS

ON_A_PAGE = 50


def batch_for(request, pk):
    if not request.user.has_perm("meetings.view_importedpost"):
        raise PermissionDenied
    return get_object_or_404(ImportBatch.objects.select_related("made_by"), pk=pk)


def may_add_council(user):
    """A council is added by those who may publish or who keep the list of councils: it changes whose site this is."""
    return user.has_perm("meetings.change_importedpost") and (
        user.has_perm("meetings.publish_session") or user.has_perm("meetings.add_council")
    )


@require_safe
def show(request, pk):
    batch = batch_for(request, pk)
    counts = tab_counts(TABS, batch.posts, all=Count("pk"))
    tab = request.GET.get("xem", "")
    chosen = batch.posts.filter(TABS[tab][1]()) if tab in TABS else batch.posts.all()
    posts = post_rows.of_list(post_status.in_order(chosen))
    page = Paginator(posts, ON_A_PAGE).get_page(request.GET.get("trang"))
    decided, of = post_status.progress(counts)
    context = {
        **admin.site.each_context(request),
        "title": batch.name,
        "batch": batch,
        "tabs": tabs_with_counts(TABS, counts),
        "tab": tab if tab in TABS else "",
        "counts": counts,
        "clean": counts["tron-ven"],
        "decided": decided,
        "of": of,
        "units": batch.units.filter(answer=UnitProposal.Answer.PENDING).count(),
        "councils": archiving.unknown_councils(batch),
        "may_add_council": may_add_council(request.user),
        "page": page,
        "rows": post_rows.rows(batch, page.object_list),
        "may_accept": request.user.has_perms(("meetings.change_importedpost", "meetings.add_session")),
        "may_publish": request.user.has_perm("meetings.publish_session"),
    }
    return render(request, "admin/archive/batch.html", context)


@require_safe
def to_next_post(request, pk):
    """Redirects to the next waiting post, or to the batch where no post waits."""
    batch = batch_for(request, pk)
    if following := post_status.next_post(batch):
        return redirect("admin:meetings_importedpost_change", following)
    return redirect("admin:meetings_importbatch_change", batch.pk)


PATHS = [
    path("<int:pk>/", show, name="meetings_importbatch_change"),
    path("<int:pk>/tiep/", to_next_post, name="meetings_importbatch_next"),
]
