"""The list of directives, with its search and its filters."""

from functools import partial

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q

from ...directive_states import OWED, REPORTED, DirectiveState
from ...models import Directive, Handover, Proposal, Unit
from ...models.directive import AS_A_TREE
from ...models.progress_report import IN_ORDER, due_within, is_followed, overdue, owed, undated
from ...vietnamese import fold
from ..desk_page import desk_page
from ..filter_words import filter_words
from ..office_time import SOON, today
from ..tabs import tab_counts, tabs_with_counts
from .due_words import Followed, with_latest_report

ON_A_PAGE = 25
STATES = {
    "open": ("Còn mở", owed),
    "overdue": (DirectiveState.OVERDUE.label, lambda: overdue(today())),
    "soon": (f"Đến hạn trong {SOON} ngày", lambda: due_within(today(), SOON)),
    "undated": ("Chưa có ngày", undated),
    **{state.value: (state.label, partial(Q, state=state)) for state in REPORTED if state not in OWED},
    "unfollowed": (DirectiveState.NOT_FOLLOWED.label, lambda: ~is_followed()),
    "all": ("Tất cả", Q),
}


class Filters(forms.Form):
    q = forms.CharField(required=False, max_length=200)
    don_vi = forms.ModelChoiceField(Unit.objects.none(), required=False, empty_label="Đơn vị: tất cả")
    nam = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    tinh_trang = forms.ChoiceField(required=False, choices=[(key, word) for key, (word, _) in STATES.items()])

    def __init__(self, query, directives):
        super().__init__(query)
        years = directives.order_by("-session__year").values_list("session__year", flat=True).distinct()
        self.fields["nam"].choices = [("", "Năm: tất cả"), *((year, f"Năm {year}") for year in years)]
        rows = Directive.objects.in_force()
        named = Q(pk__in=rows.values("lead_unit")) | Q(coordinations__directive__in=rows)
        named |= Q(pk__in=Handover.objects.in_force().of_directives().values("to_unit"))
        self.fields["don_vi"].queryset = Unit.objects.filter(named).distinct()
        self.is_valid()

    def narrowed(self, directives):
        """By every filter but the state, which the tabs above the list choose."""
        if unit := self.cleaned_data.get("don_vi"):
            taken_over = Handover.objects.in_force().filter(to_unit=unit).of_directives().values("directive")
            own = Q(lead_unit=unit) | Q(pk__in=unit.coordinations.values("directive"))
            named = Directive.objects.filter(own | Q(pk__in=taken_over))
            directives = directives.filter(pk__in=_heads(named))
        if year := self.cleaned_data.get("nam"):
            directives = directives.filter(session__year=year)
        if words := self.cleaned_data.get("q"):
            directives = directives.filter(pk__in=_matching(directives, words))
        return directives

    @property
    def state(self):
        return self.cleaned_data.get("tinh_trang") or "open"


def _matching(directives, words):
    """Those whose task, topic, lead unit or number hold every word, accents aside."""
    wanted = fold(words).split()
    rows = (
        Directive.objects.in_force()
        .filter(session__in=directives.values("session"))
        .select_related("session", "lead_unit")
        .only("topic", "task", "number", "lead_unit__name", "session__year", "session__month", "session__slug")
    )
    return _heads(row for row in rows if all(word in _searched_text(row) for word in wanted))


def _heads(directives):
    """The keys of the heads: each directive itself, or the one it is a task of."""
    numbers = {(directive.session_id, directive.number.partition(".")[0]) for directive in directives}
    sessions = Directive.objects.counted().filter(session__in={session for session, _ in numbers})
    heads = sessions.values_list("pk", "session", "number")
    return [pk for pk, session, number in heads if (session, number) in numbers]


def _searched_text(directive):
    unit = directive.lead_unit.name if directive.lead_unit else ""
    return fold(" ".join((directive.reference, directive.number, directive.topic, directive.task, unit)))


def _in_order(directives, state):
    """Open ones by deadline, the longest overdue first; closed ones by session, the newest first."""
    if state in ("open", "overdue", "soon", "undated"):
        return directives.order_by(IN_ORDER.asc(nulls_last=True), "-session__year", "-session__month", *AS_A_TREE)
    return directives.order_by("session", *AS_A_TREE)


class Narrowed:
    """The directives in force, as `query` narrows and orders them."""

    def __init__(self, query):
        self.counted = Directive.objects.in_force().counted()
        self.filters = Filters(query, self.counted)
        self.in_all_states = self.filters.narrowed(self.counted)
        state = self.filters.state
        self.directives = _in_order(self.in_all_states.filter(STATES[state][1]()), state)

    @property
    def words(self):
        """What was chosen, the state at the end: "“đất đai”, Năm 2021, Quá hạn"."""
        words = filter_words(self.filters)
        is_named = self.filters.cleaned_data.get("tinh_trang")
        return ", ".join(words if is_named else [*words, STATES[self.filters.state][0]])


def show(request):
    narrowed = Narrowed(request.GET)
    filters = narrowed.filters
    page = Paginator(with_latest_report(narrowed.directives), ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": "Nội dung chỉ đạo",
        "filters": filters,
        "chosen": filter_words(filters),
        "states": tabs_with_counts(STATES, tab_counts(STATES, narrowed.in_all_states)),
        "page": page,
        "rows": [Followed(row) for row in page.object_list],
        "awaiting_proposals": Proposal.objects.awaiting().count(),
        "any": page.object_list or narrowed.counted.exists(),
        "may_report": request.user.has_perm("meetings.add_progressreport"),
    }
    return desk_page(request, "directive/list", context)
