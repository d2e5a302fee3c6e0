"""The pages that show a new session and ask before it is made, and the earlier roster as JSON."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from ...models import Council, Edition, Session, SessionState
from ...paper_kinds import description
from ...record import SessionKind
from ..desk_page import desk_page
from ..office_time import today
from ..primary_keys import as_pk
from ..screen.form_fields import MonthField
from . import copied_parts, new_roster, new_sessions

REGULAR, EXTRAORDINARY = SessionKind.REGULAR.value, SessionKind.EXTRAORDINARY.value
THEMATIC = SessionKind.THEMATIC.value


class NewSessionForm(forms.Form):
    kind = forms.ChoiceField(label="Loại phiên")
    belongs_to = MonthField(
        label="Thuộc tháng", error_messages={"required": MonthField.default_error_messages["invalid"]}
    )

    others_too = forms.BooleanField(required=False)
    parts = forms.MultipleChoiceField(
        label="Mang theo", choices=copied_parts.PARTS.items(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        if "parts" not in self.initial:
            del self.fields["parts"]
        else:
            del self.fields["others_too"]
        self.fields["kind"].choices = [(kind, SessionKind(kind).label) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()

    def clean(self):
        """Checks that the columns hold the year and the month."""
        cleaned = super().clean()
        if month := cleaned.get("belongs_to"):
            Session(year=month[0], month=month[1]).validate_constraints(exclude={"council", "slug", "source_hash"})
        return cleaned


def prepare(request):
    initial = {"kind": REGULAR, "belongs_to": new_sessions.month_to_prepare()}
    return _ask(request, "Chuẩn bị phiên tháng sau", (REGULAR,), initial, new_sessions.monthly, invites=True)


def extraordinary(request):
    initial = {"kind": EXTRAORDINARY, "belongs_to": new_sessions.this_month()}
    return _ask(request, "Phiên đột xuất", (EXTRAORDINARY, THEMATIC), initial, new_sessions.extraordinary)


def copy(request, pk):
    source = get_object_or_404(Session.objects.select_related("council"), pk=pk)
    if source.state == SessionState.WITHDRAWN:
        messages.error(
            request, f"{source} đã thu hồi nên không sao chép được. Hãy khôi phục phiên ấy, hoặc chuẩn bị phiên mới."
        )
        return redirect("admin:meetings_session_change", source.pk)
    is_regular = source.kind == REGULAR
    month = new_sessions.month_to_prepare() if is_regular else new_sessions.this_month()
    initial = {"kind": source.kind, "belongs_to": month, "parts": copied_parts.USUAL}
    title = f"Sao chép {source} thành phiên mới"
    return _ask(request, title, tuple(SessionKind), initial, lambda *chosen: new_sessions.copied(source, *chosen))


def _ask(request, title, kinds, initial, draft_of, *, invites=False):
    """Shows the new session; a POST makes it, and a second click makes no other. `invites`: with its invitation."""
    if not request.user.has_perm("meetings.add_session"):
        raise PermissionDenied
    form = NewSessionForm(request.POST or None, kinds=kinds, initial=initial)
    chosen = (form.cleaned_data if form.is_valid() else {}) if form.is_bound else initial
    draft = None
    if chosen and Council.objects.exists():
        further = chosen["parts"] if "parts" in chosen else bool(chosen.get("others_too"))
        draft = draft_of(chosen["kind"], *chosen["belongs_to"], further)
    twin = None
    if draft and "chosen" in request.POST:
        draft.choose(reviewed=_ticked(request, "agenda"), annexed=_ticked(request, "annex"))
    if draft and request.method == "POST" and "look" not in request.POST:
        try:
            return _store(request, draft, invites)
        except new_sessions.AlreadyThere as known:
            twin = known.session
    newest = Session.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    context = {
        "title": title,
        "form": form,
        "several": len(kinds) > 1,
        "draft": draft,
        "twin": twin,
        "invites": invites,
        "seen": newest,
    }
    return desk_page(request, "session/prepare", context, status=409 if twin else 200)


def _ticked(request, name):
    """The keys of the directives whose box of that name is ticked."""
    return {as_pk(key) for key in request.POST.getlist(name)}


def _store(request, draft, invites):
    session = draft.store(by=request.user, seen=as_pk(request.POST.get("seen", "")) or 0, invites=invites)
    rows = f"{len(draft.roster)} dòng thành phần, {len(draft.agenda)} nội dung"
    rows += f", {len(draft.directives)} dòng chỉ đạo" if draft.directives else ""
    rows += f", {len(draft.files)} tệp" if draft.files else ""
    invitation = _invitation_link(session) if invites else ""
    lacking = f" Còn thiếu: {', '.join(draft.missing)}." if draft.missing else ""
    messages.success(request, format_html("Đã lập bản nháp {}: {}{}.{}", session, rows, invitation, lacking))
    return redirect("admin:meetings_session_change", session.pk)


def _invitation_link(session):
    address = reverse("admin:meetings_session_paper", args=[session.pk, description(Edition.INVITES).slug])
    return format_html(', kèm <a href="{}">giấy mời</a>', address)


@require_safe
@permission_required("meetings.view_session", raise_exception=True)
def roster_before(request, pk=None):
    """The people of the last session as rows for the form of a stored or a new session; the members for a first."""
    here = Council.objects.in_office()
    session = get_object_or_404(Session, pk=pk) if pk else Session(council=here, held_on=today())
    source = new_sessions.roster_before(session if pk else None)
    if source and not pk and source.council != session.council:
        source = None
    told = ("name", "position", "role", "headcount")
    people = source.attendees.all() if source else new_roster.roster(session, None) if session.council_id else ()
    rows = [{name: getattr(each, name) for name in told} for each in people]
    return JsonResponse({"rows": rows, "from": str(source or "danh sách Thường trực") if rows else ""})


PATHS = [
    path("chuan-bi/", prepare, name="meetings_session_prepare"),
    path("dot-xuat/", extraordinary, name="meetings_session_extraordinary"),
    path("<int:pk>/sao-chep/", copy, name="meetings_session_copy"),
    path("thanh-phan-truoc/", roster_before, name="meetings_session_roster"),
    path("<int:pk>/thanh-phan-truoc/", roster_before, name="meetings_session_roster_before"),
]
