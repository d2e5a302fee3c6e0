"""The second to save meets what the first has saved: the merge screen, and one's own words as a file."""

from copy import copy

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...models import Session, SessionState
from ...models.user_names import known_as
from ..attachments.inline import kept_fields
from . import merge_screen
from .changed_places import Places
from .overlap import Overlap


class MergeRequest(Overlap):
    """Of a session, whatever became of it; files chosen go on as the tokens of those kept."""

    def __init__(self, model_admin, request, session):
        self.model_admin, self.session, post = model_admin, session, request.POST.copy()
        files = kept_fields(request.FILES)
        for name, token in files.items():
            post[name] = token
        fresh = copy(request)
        fresh.method = "GET"
        editable = copy(session)
        editable.state = SessionState.DRAFT  # only so that the forms have their fields whatever became of the session
        form = model_admin.get_form(request, editable, change=True)(instance=editable)
        formsets = model_admin._create_formsets(fresh, editable, change=True)[0]
        super().__init__(request, post, form, formsets, Places(form, formsets))
        self.refused = [file.name for name, file in request.FILES.items() if f"{name[:-4]}kept" not in files]

    @property
    def now(self):
        return str(self.session.version)

    def merged_post(self):
        data = super().merged_post()
        data["seen_version"] = self.now
        return data


def meet(model_admin, request, object_id):
    """The merge screen where a save would overwrite somebody; None where the form may go on to be saved."""
    if request.method != "POST" or "_base" not in request.POST:
        return None
    session = model_admin.get_object(request, unquote(object_id))
    if session is None or not _may_save(request, session):
        return None
    if not session.is_editable:
        return merge_screen.show(MergeRequest(model_admin, request, session), closed=True)
    if "_reopen" in request.POST and "_met" not in request.POST:
        return None
    if request.POST.get("seen_version") == str(session.version):
        return None
    merge = MergeRequest(model_admin, request, session)
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
    """What was typed, as a text file to keep."""
    session = Session.objects.filter(pk=pk).first()
    if session is None:
        raise Http404
    if not _may_save(request, session):
        raise PermissionDenied
    merge = MergeRequest(admin.site.get_model_admin(Session), request, session)
    now = timezone.localtime()
    head = f"{session}\r\nBản đang gõ của {known_as(request.user)}, tải lúc {now:%H:%M, %d/%m/%Y}, chưa lưu.\r\n\r\n"
    answer = HttpResponse(head + "\r\n".join(merge_screen.lines(merge)), content_type="text/plain; charset=utf-8")
    name = f"phien-hop-{session.year}-{session.month:02d}-ban-cua-toi.txt"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


PATHS = [path("<int:pk>/ban-cua-toi.txt", my_words, name="meetings_session_my_words")]
