"""The page of a session's papers: issued editions, drafts, and the next step of each."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path

from ...issuing import Readiness, readiness
from ...models import Edition, Session, draft_of
from ...paper import PaperKind
from ...paper_kinds import description, in_order_of_need
from ..desk_page import desk_page
from .draft_status import DraftStatus

SLUGS = {description(kind).slug: kind for kind in in_order_of_need()}


def kind_called(slug) -> PaperKind:
    if slug not in SLUGS:
        raise Http404
    return SLUGS[slug]


def label(kind) -> str:
    return description(kind).label


def session_for(request, pk):
    if not request.user.has_perm("meetings.view_session"):
        raise PermissionDenied
    return get_object_or_404(Session.objects.with_rows(), pk=pk)


@dataclass
class Paper:
    slug: str
    label: str
    status: DraftStatus
    lacking: list
    warnings: list
    set_by_hand: bool
    live: Edition | None = None
    earlier: list = field(default_factory=list)

    @property
    def is_unused(self):
        """It goes out when needed, and nobody has begun it."""
        when_needed = self.status.draft.described.goes_out_when_needed
        return when_needed and not (self.set_by_hand or self.live or self.earlier)


def overview(request, pk):
    session = session_for(request, pk)
    papers = [_paper(session, slug, kind, request.user) for slug, kind in SLUGS.items()]
    context = {
        "title": f"Giấy tờ: {session}",
        "session": session,
        "papers": [paper for paper in papers if not paper.is_unused],
        "when_needed": [paper for paper in papers if paper.is_unused],
        "next": _next(papers),
        "not_withdrawn": session.state != "withdrawn",
    }
    return desk_page(request, "papers/session", context)


def _next(papers):
    """The one with the red button: what awaits a signature, else the first that could be issued; or None. What goes
    out when needed is asked for by nobody but who sets it."""
    due = [paper for paper in papers if paper.status.may_issue and not paper.live and not paper.lacking]
    due = [paper for paper in due if paper.set_by_hand or not paper.status.draft.described.goes_out_when_needed]
    return next((paper for paper in due if paper.status.is_awaiting), due[0] if due else None)


def _paper(session, slug, kind, user):
    issued = list(
        session.editions.filter(kind=kind).without_records().prefetch_related("files").order_by("-sequence")
    )
    draft = draft_of(session, kind)
    ready = readiness(draft) if draft.pk or not draft.described.period else Readiness([], [], "")
    live = next((edition for edition in issued if edition.state == Edition.State.LIVE), None)
    return Paper(
        slug=slug,
        label=label(kind),
        status=DraftStatus(draft, user),
        lacking=ready.missing,
        warnings=ready.warnings,
        set_by_hand=bool(draft.pk),
        live=live,
        earlier=[edition for edition in issued if edition is not live],
    )


PATHS = [path("<int:pk>/giay-to/", overview, name="meetings_session_papers")]
