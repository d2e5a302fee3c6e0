"""Adds a council that posts of a batch name and that the list of councils lacks."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from ... import archiving
from ...models import Decision
from .batch_page import batch_for, may_add_council


@require_POST
def add(request, pk):
    batch = batch_for(request, pk)
    if not may_add_council(request.user):
        raise PermissionDenied
    name = request.POST.get("hoi-dong", "")
    if name not in {council["name"] for council in archiving.unknown_councils(batch)}:
        raise Http404
    post = batch.posts.filter(decision=Decision.PENDING, reading__record__council__committee_name=name).first()
    council = archiving.add_council(post.record.council)
    messages.success(request, f"Đã thêm {council} vào danh sách hội đồng nhân dân.")
    return redirect("admin:meetings_importbatch_change", batch.pk)


PATHS = [path("<int:pk>/hoi-dong/", add, name="meetings_importbatch_council")]
