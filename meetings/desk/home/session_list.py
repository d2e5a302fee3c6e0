"""The list of sessions, with its search and its filters."""

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery

from ...directive_states import OWED
from ...models import Directive, Session
from ...models.progress_report import IN_FORCE, is_followed, overdue
from ...models.user_names import known_as
from ...models.workflow import AWAITING
from ...record import SessionKind
from .. import open_forms
from ..desk_page import desk_page
from ..filter_words import filter_words
from ..office_time import today
from ..tabs import tab_counts, tabs_with_counts
from .session_search import matching
from .session_status import DRAFT, PUBLISHED, REOPENED, WITHDRAWN, SessionStatus, scheduled, with_status

ON_A_PAGE = 25
STATES = {
    "draft": ("Bản nháp", lambda: Q(state=DRAFT)),
    "submitted": ("Chờ duyệt", lambda: Q(state__in=AWAITING)),
    "scheduled": ("Hẹn giờ", scheduled),
    "published": ("Đã đăng", lambda: Q(state=PUBLISHED) & ~scheduled()),
    "reopened": ("Đang đính chính", lambda: Q(state=REOPENED)),
    "withdrawn": ("Đã thu hồi", lambda: Q(state=WITHDRAWN)),
}


class Filters(forms.Form):
    """The filters of the list; a value that is no choice filters nothing."""

    q = forms.CharField(required=False, max_length=200)
    nam = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(required=False, choices=[("", "Loại: tất cả")])
    trang_thai = forms.ChoiceField(required=False, choices=[(key, word) for key, (word, _) in STATES.items()])

    def __init__(self, query, years):
        super().__init__(query)
        self.fields["nam"].choices = [("", "Năm: tất cả"), *((year, f"Năm {year}") for year in years)]
        self.fields["loai"].choices += [(kind.value, kind.label) for kind in SessionKind]
        self.is_valid()

    def narrowed(self, sessions):
        """By every filter but the state, which the tabs above the list choose."""
        if year := self.cleaned_data.get("nam"):
            sessions = sessions.filter(year=year)
        if kind := self.cleaned_data.get("loai"):
            sessions = sessions.filter(kind=kind)
        if words := self.cleaned_data.get("q"):
            sessions = sessions.filter(pk__in=matching(sessions, words))
        return sessions

    @property
    def state(self):
        return self.cleaned_data.get("trang_thai", "")


def show(model_admin, request):
    """The changelist of SessionAdmin."""
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    years = Session.objects.order_by("-year").values_list("year", flat=True).distinct()
    filters = Filters(request.GET, years)
    narrowed = filters.narrowed(Session.objects.all())
    states = tabs_with_counts(STATES, tab_counts(STATES, narrowed))
    chosen = narrowed.filter(STATES[filters.state][1]()) if filters.state else narrowed
    page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": "Phiên họp",
        "filters": filters,
        "chosen": filter_words(filters),
        "states": states,
        "total": sum(state["count"] for state in states),
        "page": page,
        "rows": _rows(page.object_list, request.user),
        "may_add": model_admin.has_add_permission(request),
    }
    return desk_page(request, "session/list", context)


def _rows(sessions, user):
    """Each session of a page with its status, the count of its directives and who saved it last."""
    edits = Session.history.model.objects.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    shown = list(with_status(sessions).annotate(saved_by=Subquery(edits.values("history_user")[:1])))
    counts = {row["session"]: row for row in _directive_counts(shown)}
    people = User.objects.in_bulk({session.saved_by for session in shown if session.saved_by})
    opened = open_forms.words([session.pk for session in shown], user)
    return [
        {
            "status": SessionStatus(session, user),
            "directives": counts.get(session.pk),
            "open_words": opened.get(session.pk, ""),
            "saved_by": known_as(people[session.saved_by]) if session.saved_by in people else "",
        }
        for session in shown
    ]


def _directive_counts(sessions):
    late = overdue(today()) & IN_FORCE
    rows = Directive.objects.counted().filter(session__in=sessions).order_by().values("session")
    return rows.annotate(
        total=Count("pk", filter=is_followed()),
        closed=Count("pk", filter=~Q(state__in=OWED)),
        late=Count("pk", filter=late),
    )
