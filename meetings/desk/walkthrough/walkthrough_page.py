"""The page on which a session goes through what earlier ones left owed."""

from dataclasses import dataclass
from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path

from ...models import ProgressReport, Session, SessionState
from ...models.carry_over import balance, found_owed
from ...models.open_directives import issued_words
from ...vietnamese import fold
from ..desk_page import desk_page
from ..directives.due_words import Followed, with_latest_report
from ..directives.proof import MAY_WAIVE
from ..office_time import today
from .walkthrough_form import WalkthroughForm


@dataclass
class Item:
    """A directive of the list, with what was said of it at this session."""

    followed: Followed
    words: str
    said: ProgressReport | None

    @property
    def directive(self):
        return self.followed.directive

    @property
    def is_late(self):
        return not self.said and self.followed.deadline.late


def show(request, pk):
    """`?viec=` names the directive; without it the first one that nothing was said of."""
    if not (request.user.has_perm("meetings.view_session") and request.user.has_perm("meetings.view_directive")):
        raise PermissionDenied
    session = get_object_or_404(Session.objects.select_related("council"), pk=pk)
    items = _items(session)
    at = _place(items, request.GET.get("viec", ""))
    item = items[at] if items else None
    may_report = request.user.has_perm("meetings.add_progressreport") and session.state != SessionState.WITHDRAWN
    internal = item and not item.directive.is_public_in_its_tree
    may_waive = request.user.has_perm(MAY_WAIVE)
    form = None
    if item and may_report:
        form = WalkthroughForm(request.POST or None, internal=internal, may_waive=may_waive)
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid() and form.store(item.directive, session=session, by=request.user, day=_day(session)):
            return HttpResponseRedirect(f"{request.path}?viec={_next(items, at)}")
    context = {
        "title": "Rà chỉ đạo tại phiên",
        "session": session,
        "balance": balance(session),
        "groups": [(unit, list(rows)) for unit, rows in groupby(items, key=lambda each: each.directive.holder)],
        "total": len(items),
        "reviewed": sum(each.said is not None for each in items),
        "item": item,
        "place": at + 1,
        "previous": items[at - 1] if at else None,
        "following": items[at + 1] if at + 1 < len(items) else None,
        "last": max((each for each in items if each.said), key=lambda each: each.said.pk, default=None),
        "internal": internal,
        "form": form,
    }
    refused = form is not None and form.is_bound
    return desk_page(request, "session/walkthrough", context, status=422 if refused else 200)


def _items(session):
    """By unit, those without one last; within it the longest overdue first. What is closed today keeps its place."""
    said = {}
    for report in ProgressReport.objects.not_taken_back().filter(session=session.pk).order_by("pk"):
        said[report.directive_id] = report
    rows = list(with_latest_report(found_owed(session)))
    words = issued_words(rows)
    items = [Item(Followed(row), words[row.pk], said.get(row.pk)) for row in rows]
    return sorted(items, key=_order)


def _order(item):
    row = item.directive
    due = row.due_now or row.review_on
    return row.holder is None, fold(str(row.holder or "")), due is None, due or today(), row.pk


def _place(items, asked):
    for place, item in enumerate(items):
        if str(item.directive.pk) == asked:
            return place
    return next((place for place, item in enumerate(items) if not item.said), 0)


def _next(items, at):
    """The key of the next directive that nothing was said of, after this one and then from the top."""
    ahead = [*items[at + 1 :], *items[:at]]
    return next((each.directive.pk for each in ahead if not each.said), items[at].directive.pk)


def _day(session):
    """What is stored after the session was held is of its day all the same."""
    return min(session.day, today())


PATHS = [path("<int:pk>/ra-chi-dao/", show, name="meetings_session_walkthrough")]
