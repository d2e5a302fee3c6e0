"""Papers that the ladder prepared and nobody sent for signature yet."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Subquery
from django.urls import reverse

from ...ladder import DRAFTS
from ...models import PaperDraft, PaperMove, StepTaken
from ...models.paper_workflow import DRAFTING
from .awaiting import paper_name
from .session_status import WITHDRAWN


@dataclass(frozen=True)
class Row:
    name: str
    link: str
    count: int
    """The directives for which it was prepared."""


def rows(user):
    """The oldest first, in one query; not those that were issued since."""
    if not user.has_perm("meetings.change_paperdraft"):
        return []
    steps = StepTaken.objects.filter(directive__session=OuterRef("session"), action=OuterRef("kind")).order_by()
    directives = steps.values("action").annotate(count=Count("directive", distinct=True))
    drafts = PaperDraft.objects.filter(state=DRAFTING, kind__in=DRAFTS).exclude(session__state=WITHDRAWN)
    drafts = drafts.annotate(
        last=Subquery(steps.order_by("-taken_on").values("taken_on")[:1]), count=Subquery(directives.values("count"))
    )
    issued = PaperMove.objects.filter(draft=OuterRef("pk"), verb="issue", at__date__gte=OuterRef("last"))
    found = drafts.filter(~Exists(issued), last__isnull=False).select_related("session").order_by("last", "pk")
    return [Row(paper_name(each.kind, each.session), _page(each), each.count) for each in found]


def _page(draft):
    return reverse("admin:meetings_session_paper", args=[draft.session_id, draft.described.slug])
