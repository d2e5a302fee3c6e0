"""What the offices of the demo have issued: chosen by what is stored, so that a load that was broken off goes on."""

from dataclasses import dataclass
from datetime import date, timedelta

from meetings import issuing
from meetings.models import Edition, Session, draft_of
from meetings.models.progress_report import STATES_IN_FORCE
from meetings.paper import PaperKind

from . import demo_calendar as calendar
from .demo_archive import REMINDED_ON
from .demo_rows import afternoon, session_called

MINUTES, NOTICE = PaperKind.MINUTES, PaperKind.NOTICE
INVITATION, REMINDER = PaperKind.INVITATION, PaperKind.REMINDER
OF_THE_ARCHIVE = (
    *((f"2020-{month}", MINUTES) for month in ("09", "10", "11", "12")),
    ("2021-01", MINUTES),
    ("2021-01", NOTICE),
    ("2021-02", INVITATION),
    ("2021-02", MINUTES),
    ("2021-02", NOTICE),
    ("2021-03", INVITATION),
)
OF_THE_FIRST = {0: (INVITATION, NOTICE), 1: (MINUTES, NOTICE), 2: (MINUTES, NOTICE, REMINDER), 3: (MINUTES,)}
"""By the age of the regular session in months; the minutes of the latest await the chief."""
OF_THE_SECOND = {0: (NOTICE,), 1: (MINUTES,)}
OUT_OF_TURN = (MINUTES, NOTICE)
AFTER_SESSION = {MINUTES: 0, NOTICE: 3, INVITATION: -5}
ON_PAPER = "Đã ký, lưu bản giấy trước khi văn phòng dùng hệ thống này."


@dataclass(frozen=True, kw_only=True)
class Paper:
    session: Session
    kind: PaperKind
    dated: date
    from_register: bool = False
    """Its series goes on from the paper register of the year, which has a number for each month before."""

    def issue_once(self, by):
        if self.session.editions.filter(kind=self.kind).exists():
            return
        note = "Thể thức theo bài cũ." if self.session.source_hash else ""
        order = issuing.Order(dated=self.dated, at=afternoon(self.dated), form_note=note, number=self._first_number())
        issuing.issue(self.session, self.kind, order, by=by)

    def _first_number(self):
        """None where the series goes on by itself."""
        year = self.dated.year
        begun = Edition.objects.series(self.session.council_id, self.kind, year).exists()
        return self.dated.month if self.from_register and not begun else None


def of_the_archive():
    """Before the reminder: that needs what was still owed on its day."""
    papers = [
        Paper(session=session, kind=kind, dated=session.held_on + timedelta(days=AFTER_SESSION[kind]))
        for session, kind in ((session_called(key), kind) for key, kind in OF_THE_ARCHIVE)
    ]
    return _in_order([*papers, Paper(session=session_called("2021-01"), kind=REMINDER, dated=REMINDED_ON)])


def of_the_ward(council, today, kinds):
    """`kinds` by the age of its regular sessions."""
    named = [(session, kinds.get(age, ())) for age, session in enumerate(latest(council))]
    named += [(session, OUT_OF_TURN) for session in _published(council).filter(kind="extraordinary")]
    named += [(session, (INVITATION,)) for session in council.sessions.filter(state="draft")]
    yesterday = calendar.until(today - timedelta(days=1))
    return _in_order(
        [
            Paper(session=session, kind=kind, dated=min(_day(session, kind), yesterday), from_register=True)
            for session, of_session in named
            for kind in of_session
        ]
    )


def latest(council):
    """Its regular sessions that have a page, the newest first."""
    return _published(council).filter(kind="regular").order_by("-held_on")


def _published(council):
    return council.sessions.filter(state__in=STATES_IN_FORCE)


def _day(session, kind):
    if kind == REMINDER:
        late = session.directives.open().exclude(due_on=None).earliest("due_on")
        return calendar.from_(late.due_on + timedelta(days=3))
    day = session.held_on + timedelta(days=AFTER_SESSION[kind])
    return calendar.until(day) if kind == INVITATION else calendar.from_(day)


def _in_order(papers):
    return sorted(papers, key=lambda paper: paper.dated)


def omit_the_rest(council, papers, clerk):
    """What a council owes its file and did not issue here, it has on paper; those of the latest session of a council
    that sits are still to come."""
    kept = {(paper.session.pk, paper.kind) for paper in papers}
    sessions = _published(council).filter(source_hash="")
    for session in sessions if council.successor else sessions.exclude(pk=latest(council)[0].pk):
        for kind in Edition.OUGHT:
            if (session.pk, kind) not in kept:
                draft_of(session, kind).move("omit", by=clerk, note=ON_PAPER, at=session.posted_at)
