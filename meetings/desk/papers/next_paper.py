"""The next paper that a published session ought to have, for the bar of its screen."""

from dataclasses import dataclass

from django.urls import reverse

from ...models import Edition
from ...paper_kinds import description
from .draft_status import DraftStatus

STATES = {"drafting": "chưa phát hành", "awaiting": "chờ ký", "returned": "trả lại"}


@dataclass(frozen=True)
class NextPaper:
    words: str
    """ "Biên bản: chưa phát hành"."""
    link: str


def next_paper(session, user, *, also_of_old_posts=False):
    """It leads to the page that asks before the issue where this user may issue it as it stands: a paper that nobody
    set is made of the session alone. None where the session lacks nothing, is not public yet, or is an old post with
    its papers elsewhere, unless they are asked for. Fetch the session with its editions."""
    if session.source_hash and not also_of_old_posts:
        return None
    if session.state != "published" or session.is_scheduled:
        return None
    live = {edition.kind for edition in session.editions.all() if edition.state == Edition.State.LIVE}
    drafts = {draft.kind: DraftStatus(draft, user) for draft in session.paper_drafts.all()}
    for kind in Edition.OUGHT:
        status = drafts.get(kind)
        if kind in live or (status and status.is_omitted):
            continue
        ready = status.is_awaiting and status.may_issue if status else user.has_perm("meetings.issue_edition")
        page = "paper_issue" if ready else "paper"
        words = STATES[status.draft.state if status else "drafting"]
        link = reverse(f"admin:meetings_session_{page}", args=[session.pk, description(kind).slug])
        return NextPaper(f"{description(kind).name}: {words}", link)
    return None
