"""The second to save meets what the first has saved: the merge screen, and one's own words as a file."""

from copy import copy
from functools import cached_property

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...models import Session, SessionState
from ...models.people import known_as
from ..attachments.inline import kept_fields
from . import conflict, merge_screen
from .places import Places
from .screens import Start, shown, sign, typed


class Meeting:
    """What was typed, what it began from, and what is stored now; files chosen go on as the tokens of those kept."""

    def __init__(self, model_admin, request, session):
        self.model_admin, self.request, self.session, self.post = model_admin, request, session, request.POST.copy()
        files = kept_fields(request.FILES)
        for name, token in files.items():
            self.post[name] = token
        self.refused = [file.name for name, file in request.FILES.items() if f"{name[:-4]}kept" not in files]
        fresh = copy(request)
        fresh.method = "GET"
        editable = copy(session)
        editable.state = SessionState.DRAFT  # only so that the forms have their fields whatever became of the session
        self.form = model_admin.get_form(request, editable, change=True)(instance=editable)
        self.formsets = model_admin._create_formsets(fresh, editable, change=True)[0]
        self.places = Places(self.form, self.formsets)
        self.start = Start.of(self.post.get("_base", ""))
        self.theirs = shown(self.form, self.formsets)
        self.mine = typed(self.post, self.form, self.formsets, self.start.screen or self.theirs)
        self.found = conflict.differences(self.start.screen, self.mine, self.theirs)

    @cached_property
    def answers(self):
        """What was chosen on the merge screen; a choice made against words that changed since is asked again."""
        given = {each.key: merge_screen.answer(self.post, each) for each in self.found}
        return {key: answer for key, answer in given.items() if answer}

    @property
    def open(self):
        return [each for each in self.found if each.is_asked and each.key not in self.answers]

    @property
    def is_settled(self):
        """Nothing left to show or to ask: they changed nothing, or it was all looked at and answered."""
        if all(each.whose == conflict.MINE for each in self.found) and not self.refused:
            return True
        seen = self.post.get("_met") == str(self.session.version)
        return seen and not self.open and "_reopen" not in self.post

    def merged_post(self):
        """The merged screen as the form would post it, started from what is stored now."""
        screen = conflict.merged(self.theirs, self.found, self.answers)
        data = self.post.copy()
        for name in [name for name in data if merge_screen.is_own(name) or name.split("-")[0] in self.theirs]:
            del data[name]
        for name, values in conflict.posted(screen, self.theirs).items():
            data.setlist(name, values)
        data["seen_version"], data["_base"] = str(self.session.version), sign(self.theirs)
        return data

    def place_of(self, difference):
        return self.places.of(difference, self.theirs, self.mine, self.start.screen)

    def typed_inputs(self):
        """What was posted, as hidden inputs: nothing of it is lost whatever is chosen here. A verb that was clicked
        does not go on: a merge only saves."""
        names = [name for name in self.post if not name.startswith("_") and name != "csrfmiddlewaretoken"]
        return [(name, value) for name in names for value in self.post.getlist(name)]


def meet(model_admin, request, object_id):
    """The merge screen where a save would overwrite somebody; None where the form may go on to be saved."""
    if request.method != "POST" or "_base" not in request.POST:
        return None
    session = model_admin.get_object(request, unquote(object_id))
    if session is None or not _may_save(request, session):
        return None
    if not session.is_editable:
        return merge_screen.show(Meeting(model_admin, request, session), closed=True)
    if "_reopen" in request.POST and "_met" not in request.POST:
        return None
    if request.POST.get("seen_version") == str(session.version):
        return None
    meeting = Meeting(model_admin, request, session)
    if not meeting.is_settled:
        return merge_screen.show(meeting)
    request.POST = meeting.merged_post()
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
    meeting = Meeting(admin.site.get_model_admin(Session), request, session)
    now = timezone.localtime()
    head = f"{session}\r\nBản đang gõ của {known_as(request.user)}, tải lúc {now:%H:%M, %d/%m/%Y}, chưa lưu.\r\n\r\n"
    answer = HttpResponse(head + "\r\n".join(merge_screen.lines(meeting)), content_type="text/plain; charset=utf-8")
    name = f"phien-hop-{session.year}-{session.month:02d}-ban-cua-toi.txt"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


PATHS = [path("<int:pk>/ban-cua-toi.txt", my_words, name="meetings_session_my_words")]
