"""A stale save of a session: the merge page, and the typed words as a file."""

from copy import copy

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...models import Session, SessionState
from ...models.user_names import known_as
from ..attachments.inline import kept_fields
from ..downloads import download
from ..office_time import hour_and_day, now
from . import merge_screen
from .changed_places import FormLabels
from .overlap import FormMerge, stored_forms


class SessionMerge(FormMerge):
    """The merge of a session in any state; chosen files are stored and carried as tokens."""

    def __init__(self, model_admin, request, session):
        self.model_admin, self.session, post = model_admin, session, request.POST.copy()
        files = kept_fields(request.FILES)
        for name, token in files.items():
            post[name] = token
        editable = copy(session)
        editable.state = SessionState.DRAFT  # a session in another state has a form without fields
        form, formsets = stored_forms(model_admin, request, editable)
        super().__init__(request, post, form, formsets, FormLabels(form, formsets))
        self.refused = [file.name for name, file in request.FILES.items() if f"{name[:-4]}kept" not in files]

    @property
    def stored_version(self):
        return str(self.session.version)

    def merged_post(self):
        data = super().merged_post()
        data["seen_version"] = self.stored_version
        return data


def merge_page_if_stale(model_admin, request, object_id):
    """The merge page where the save would overwrite another save; None where the form can be saved."""
    if request.method != "POST" or "_base" not in request.POST:
        return None
    session = model_admin.get_object(request, unquote(object_id))
    if session is None or not _may_save(request, session):
        return None
    if not session.is_editable:
        return merge_screen.show(SessionMerge(model_admin, request, session), closed=True)
    if "_reopen" in request.POST and "_met" not in request.POST:
        return None
    if request.POST.get("seen_version") == str(session.version):
        return None
    merge = SessionMerge(model_admin, request, session)
    if not merge.is_settled:
        return merge_screen.show(merge)
    request.POST = merge.merged_post()
    request.FILES.clear()
    return None


def _may_save(request, session):
    return request.user.has_perm("meetings.change_session")


@require_POST
@never_cache
def my_words(request, pk):
    """The typed words as a text file."""
    session = get_object_or_404(Session, pk=pk)
    if not _may_save(request, session):
        raise PermissionDenied
    merge = SessionMerge(admin.site.get_model_admin(Session), request, session)
    saved_at = hour_and_day(now())
    head = f"{session}\r\nBản đang gõ của {known_as(request.user)}, tải lúc {saved_at}, chưa lưu.\r\n\r\n"
    name = f"phien-hop-{session.year}-{session.month:02d}-ban-cua-toi.txt"
    return download(head + "\r\n".join(merge_screen.lines(merge)), "text/plain; charset=utf-8", name)


PATHS = [path("<int:pk>/ban-cua-toi.txt", my_words, name="meetings_session_my_words")]
