"""The list of sessions: search, filters above it, and for each row what a clerk needs to know."""

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.shortcuts import render

from ...directive_states import OWED
from ...models import Directive, Session
from ...models.progress_report import IN_FORCE, is_followed, overdue
from ...models.user_names import known_as
from ...record import SessionKind
from ..office_time import today
from .session_search import matching
from .session_status import DRAFT, PUBLISHED, REOPENED, SUBMITTED, WITHDRAWN, Standing, scheduled, with_standing

ON_A_PAGE = 25
STATES = {
    "draft": ("Bản nháp", lambda: Q(state=DRAFT)),
    "submitted": ("Chờ duyệt", lambda: Q(state=SUBMITTED)),
    "scheduled": ("Hẹn giờ", scheduled),
    "published": ("Đã đăng", lambda: Q(state=PUBLISHED) & ~scheduled()),
    "reopened": ("Đang đính chính", lambda: Q(state=REOPENED)),
    "withdrawn": ("Đã thu hồi", lambda: Q(state=WITHDRAWN)),
}


class Filters(forms.Form):
    """What the list is narrowed to; an address that names nothing of ours narrows nothing."""

    q = forms.CharField(required=False, max_length=200)
    nam = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(required=False, choices=[("", "Loại: tất cả")])
    trang_thai = forms.ChoiceField(required=False, choices=[(key, word) for key, (word, _) in STATES.items()])

    def __init__(self, asked, years):
        super().__init__(asked)
        self.fields["nam"].choices = [("", "Năm: tất cả"), *((year, f"Năm {year}") for year in years)]
        self.fields["loai"].choices += [(kind.value, kind.label) for kind in SessionKind]
        self.is_valid()

    def narrowed(self, sessions):
        """By everything but the state, which the row of states above the list chooses."""
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


def counted(sessions, **more):
    """How many stand in each state, and whatever `more` asks for, in one query: {"draft": 2, …}."""
    return sessions.order_by().aggregate(
        **{key: Count("pk", filter=test()) for key, (_, test) in STATES.items()}, **more
    )


def by_state(counts):
    """For the row of states: [{"key": "draft", "word": "Bản nháp", "count": 2}]."""
    return [{"key": key, "word": word, "count": counts[key]} for key, (word, _) in STATES.items()]


class SessionList:
    """The changelist of SessionAdmin."""

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        years = Session.objects.order_by("-year").values_list("year", flat=True).distinct()
        filters = Filters(request.GET, years)
        narrowed = filters.narrowed(Session.objects.all())
        states = by_state(counted(narrowed))
        chosen = narrowed.filter(STATES[filters.state][1]()) if filters.state else narrowed
        page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("trang"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Phiên họp",
            "filters": filters,
            "states": states,
            "total": sum(state["count"] for state in states),
            "page": page,
            "rows": _rows(page.object_list, request.user),
            "may_add": self.has_add_permission(request),
        }
        return render(request, "admin/session/list.html", context)


def _rows(sessions, user):
    """Each session of a page with its standing, its directives' count and who saved it last."""
    edits = Session.history.model.objects.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    shown = list(with_standing(sessions).annotate(saved_by=Subquery(edits.values("history_user")[:1])))
    owed = {directive["session"]: directive for directive in _directives(shown)}
    people = User.objects.in_bulk({each.saved_by for each in shown if each.saved_by})
    return [
        {
            "stands": Standing(each, user),
            "directives": owed.get(each.pk),
            "saved_by": known_as(people[each.saved_by]) if each.saved_by in people else "",
            "saved_at": each.modified_at,
        }
        for each in shown
    ]


def _directives(sessions):
    late = overdue(today()) & IN_FORCE
    rows = Directive.objects.counted().filter(session__in=sessions).order_by().values("session")
    return rows.annotate(
        total=Count("pk", filter=is_followed()),
        closed=Count("pk", filter=~Q(state__in=OWED)),
        late=Count("pk", filter=late),
    )
