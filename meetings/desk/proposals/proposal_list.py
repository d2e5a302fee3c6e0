"""What units sent, by what is to be done with it; and what of it the front page shows."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Q

from ...models import ProgressReport, Proposal
from ...models.proposal import UNDECIDED, ExtensionState, ProposalState
from ..desk_page import desk_page
from ..tabs import tab_counts, tabs_with_counts

ON_A_PAGE, IN_FRONT = 25, 8
STATES = {
    "waiting": ("Chờ xem", lambda: Q(standing=ProposalState.WAITING)),
    "chief": (
        "Chờ Chánh Văn phòng",
        lambda: Q(standing=ProposalState.WITH_CHIEF) | Q(extension=ExtensionState.ASKED),
    ),
    "decided": ("Đã xử lý", lambda: ~Q(standing__in=UNDECIDED)),
}


def with_names(proposals):
    return proposals.select_related("link__unit", "directive__session", "decided_by", "report__taken_back")


@permission_required("meetings.view_proposal", raise_exception=True)
def show(request):
    counts = tab_counts(STATES, Proposal.objects.all())
    asked = request.GET.get("tinh_trang")
    usual = "chief" if request.user.has_perm("meetings.grant_extension") and counts["chief"] else "waiting"
    state = asked if asked in STATES else usual
    rows = with_names(Proposal.objects.filter(STATES[state][1]()))
    rows = rows.order_by("-decided_at", "-pk") if state == "decided" else rows.order_by("pk")
    context = {
        "title": "Báo cáo đơn vị gửi",
        "states": tabs_with_counts(STATES, counts),
        "filters": {"state": state},
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("trang")),
    }
    return desk_page(request, "proposals/list", context)


def to_let_out(user):
    """Reports that clerks recorded for the public, where this user lets them out; the oldest first."""
    if not user.has_perm("meetings.publish_session"):
        return []
    waiting = ProgressReport.objects.awaiting_chief().select_related("directive__session", "author")
    return list(waiting.order_by("pk")[:IN_FRONT])


def for_front_page(user):
    """Those that this user has something to do with, the oldest first; {} where there are none."""
    if not user.has_perm("meetings.change_proposal"):
        return {}
    mine = Proposal.objects.awaiting()
    if not user.has_perm("meetings.grant_extension"):
        mine = Proposal.objects.filter(standing=ProposalState.WAITING)
    rows = list(with_names(mine).order_by("pk")[:IN_FRONT])
    return {"rows": rows, "total": mine.count() if len(rows) == IN_FRONT else len(rows)} if rows else {}
