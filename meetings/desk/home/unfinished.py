"""Published sessions that lack a paper or a signed copy: what is there, what is missing, the next step."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from ...models import Edition, EditionFile, PaperDraft, PaperMove, PaperState, Session
from ...models.progress_report import STATES_IN_FORCE
from ...paper_kinds import description
from ..office_time import day_digits
from ..papers.draft_status import DraftStatus
from .next_step import Step
from .session_status import UNREAD

OUGHT = Edition.OUGHT


@dataclass
class Cell:
    words: str
    aside: str = ""
    lacks: bool = False
    """It is listed on a phone too."""
    done: bool = False


@dataclass
class Row:
    session: Session
    cells: list
    step: Step
    step_link: str = ""


def headings():
    return ["Tin", *(description(kind).name for kind in OUGHT), "Bản ký"]


def sessions():
    """An old post lacks nothing: its papers are elsewhere."""
    live = Edition.objects.filter(session=OuterRef("pk"), state=Edition.State.LIVE)
    left_out = PaperDraft.objects.filter(session=OuterRef("pk"), state=PaperState.OMITTED)
    signed = EditionFile.objects.signed().filter(edition=OuterRef("pk"))
    lacks = Q(Exists(live.filter(~Exists(signed), kind__in=OUGHT)))
    for kind in OUGHT:
        lacks |= ~Exists(live.filter(kind=kind)) & ~Exists(left_out.filter(kind=kind))
    public = Session.objects.filter(state__in=STATES_IN_FORCE, posted_at__lte=timezone.now())
    return public.filter(lacks, source_hash="")


def rows(user, most):
    """The newest, with how many there are; in a fixed number of queries."""
    signed = Prefetch("files", queryset=EditionFile.objects.signed(), to_attr="signed_copies")
    live = Edition.objects.filter(state=Edition.State.LIVE).without_records().prefetch_related(signed)
    drafts = PaperDraft.objects.prefetch_related(Prefetch("moves", queryset=PaperMove.objects.select_related("by")))
    found = sessions().select_related("council").defer(*UNREAD)
    shown = found.prefetch_related(Prefetch("editions", queryset=live), Prefetch("paper_drafts", queryset=drafts))
    return [_row(session, user) for session in shown[:most]], found.count()


def _row(session, user):
    live = {edition.kind: edition for edition in session.editions.all()}
    drafts = {draft.kind: DraftStatus(draft, user) for draft in session.paper_drafts.all()}
    posted = Cell(day_digits(timezone.localtime(session.posted_at).date()), done=True)
    papers = [_paper(live.get(kind), drafts.get(kind)) for kind in OUGHT]
    issued = [live[kind] for kind in OUGHT if kind in live]
    step, link = _step(session, live, drafts, user)
    return Row(session, [posted, *papers, _signed(issued)], step, link)


def _paper(edition, status):
    if edition:
        return Cell(_number(edition), done=True)
    if status and status.is_omitted:
        return Cell("không ra", aside=status.reason)
    if status and status.is_awaiting:
        return Cell("Chờ bạn ký" if status.may_issue else "Chờ ký", lacks=True)
    return Cell("Trả lại" if status and status.is_returned else "Thiếu", lacks=True)


def _signed(issued):
    unsigned = [edition for edition in issued if not edition.signed_copies]
    if not issued or unsigned:
        words = f"Thiếu {', '.join(map(_number, unsigned))}" if unsigned else "sau khi ký"
        return Cell(words, lacks=bool(unsigned))
    return Cell(", ".join(map(_number, issued)), done=True)


def _number(edition):
    """ "41/BB"."""
    return edition.reference.partition("-")[0]


def _step(session, live, drafts, user):
    """The first thing that this user can do about it, and where."""
    lacking = [kind for kind in OUGHT if kind not in live and not (kind in drafts and drafts[kind].is_omitted)]
    for kind in lacking:
        if not (kind in drafts and drafts[kind].is_awaiting) and user.has_perm("meetings.change_paperdraft"):
            page = reverse("admin:meetings_session_paper", args=[session.pk, description(kind).slug])
            return Step(f"Soạn {description(kind).name.lower()}", link=True), page
    unsigned = [live[kind] for kind in OUGHT if kind in live and not live[kind].signed_copies]
    if unsigned and user.has_perm("meetings.sign_edition"):
        return Step("Thêm bản ký", link=True), reverse("admin:meetings_edition_sign", args=[unsigned[0].pk])
    return Step("ở bảng trên" if lacking and any(kind in drafts for kind in lacking) else ""), ""
