"""What awaits the chief: sessions and papers in one list, each with what to look at first and its next step."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse

from ...issuing import readiness
from ...models import Edition, PaperDraft, PaperMove, PaperState, Session
from ...paper_kinds import description
from ..office_time import days_since
from ..papers.draft_status import DraftStatus
from ..screen import checklist
from .next_step import Step
from .session_status import RESUBMITTED, WITHDRAWN


@dataclass
class Row:
    """One thing that awaits a decision, in words."""

    name: str
    link: str
    sender: str
    shape: str
    label: str
    waited: str
    step: Step
    step_link: str
    doubts: list
    contents: str
    """ "3 kết luận, 3 chỉ đạo", told where nothing is in doubt."""
    after: str
    """What its issue changes: "người dân sẽ đọc 3 chỉ đạo"."""


def rows(statuses, user, most):
    """The first rows of `statuses` (sessions that are submitted or scheduled) and of the papers that await, and how
    many there are. Corrections come first, for the public is reading a fault; then what was sent first."""
    found = sorted([*statuses, *drafts(PaperState.AWAITING, user)], key=_order)
    shown = found[:most]
    sessions = Session.objects.with_rows().prefetch_related("council__paper_defaults")
    loaded = sessions.in_bulk({_session_id(status) for status in shown})
    return [_row(status, loaded[_session_id(status)]) for status in shown], len(found)


def drafts(state, user):
    """The drafts in that state, with whether each would replace a paper in force; `rows` loads what a row says."""
    in_force = Edition.objects.filter(session=OuterRef("session"), kind=OuterRef("kind"), state=Edition.State.LIVE)
    moves = Prefetch("moves", queryset=PaperMove.objects.select_related("by"))
    found = PaperDraft.objects.filter(state=state).exclude(session__state=WITHDRAWN)
    found = found.select_related("session__council").annotate(corrects=Exists(in_force))
    found = found.prefetch_related(moves, "left_out_directives", "left_out_items")
    return [DraftStatus(draft, user) for draft in found]


def _order(status):
    if isinstance(status, DraftStatus):
        return False, not status.draft.corrects, status.last.at
    return status.session.is_scheduled, status.session.state != RESUBMITTED, status.last_change.at


def _session_id(status):
    return status.draft.session_id if isinstance(status, DraftStatus) else status.session.pk


def _row(status, session):
    return _of_paper(status, session) if isinstance(status, DraftStatus) else _of_session(status, session)


def _of_session(status, session):
    link = reverse("admin:meetings_session_change", args=[session.pk])
    row = Row(
        name=str(session),
        link=link,
        sender=status.last_change_words,
        shape=status.shape,
        label=status.label,
        waited="",
        step=status.step,
        step_link=reverse(f"admin:meetings_session_{status.step.to}", args=[session.pk]),
        doubts=[],
        contents="",
        after="",
    )
    if session.is_awaiting:
        record = session.to_record().public()
        row.waited = status.waited
        row.doubts = [f"Còn thiếu {', '.join(session.missing())}"] if session.missing() else []
        review = len(checklist.shoulds(checklist.items(session)))
        row.contents = f"{review} chỗ nên xem lại" if review else "không có chỗ nào nên xem lại"
        row.after = f"Người dân sẽ đọc {sum(not directive.level for directive in record.directives)} chỉ đạo"
    return row


def _of_paper(status, session):
    draft = status.draft
    draft.session = session
    ready, page = readiness(draft), [session.pk, draft.described.slug]
    doubts = [f"Còn thiếu {', '.join(ready.missing)}"] if ready.missing else []
    return Row(
        name=paper_name(draft.kind, session),
        link=reverse("admin:meetings_session_paper", args=page),
        sender=status.last_words,
        shape=status.shape,
        label=status.label,
        waited=days_since(status.last.at),
        step=_step(status, ready),
        step_link=reverse("admin:meetings_session_paper_issue", args=page),
        doubts=doubts + ready.warnings,
        contents=ready.contents,
        after="Phiên họp đã sửa sau khi trình" if draft.changed_since else _replaces(draft),
    )


def _replaces(draft):
    return "Thay văn bản đang có hiệu lực" if draft.corrects else "Số cấp khi phát hành"


def _step(status, ready):
    if status.may_issue:
        return Step("Xem, ký", link=True, ready=not ready.missing)
    return Step(status.own_words or "chờ Chánh Văn phòng ký")


def paper_name(kind, session):
    """ "Biên bản phiên tháng 11/2026"."""
    name = str(session)
    return f"{description(kind).label} {name[:1].lower()}{name[1:]}"
