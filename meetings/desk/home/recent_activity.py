"""What colleagues did lately: rows saved, states changed, progress recorded, as one list of short sentences."""

from collections import namedtuple
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat
from django.utils.text import Truncator

from ...models import AgendaItem, Attendee, Directive, ProgressReport, Session, SessionState, StateChange
from ...models.progress_report import PROGRESS
from ...models.user_names import known_as
from ...vietnamese import LOCAL_ZONE
from ..office_time import moment_words, now
from .session_status import UNREAD

DAYS, SHOWN, READ = 14, 8, 400
"""How far back, how many lines are shown, and of how many saved rows they are made at most."""

DRAFT, SUBMITTED, PUBLISHED, REOPENED, WITHDRAWN = SessionState
PARTS = {"attendee": ("Thành phần", "dòng"), "agenda": ("Nội dung", "mục"), "directive": ("Chỉ đạo", "dòng")}
VERBS = {
    (DRAFT, SUBMITTED): ("gửi duyệt", ""),
    (SUBMITTED, DRAFT): ("lấy lại", " để sửa"),
    (SUBMITTED, PUBLISHED): ("duyệt đăng", ""),
    (DRAFT, PUBLISHED): ("đăng", ""),
    (PUBLISHED, SUBMITTED): ("bỏ hẹn giờ đăng", ""),
    (PUBLISHED, REOPENED): ("mở lại", " để đính chính"),
    (REOPENED, PUBLISHED): ("thôi đính chính", ""),
    (PUBLISHED, WITHDRAWN): ("thu hồi", ""),
    (REOPENED, WITHDRAWN): ("thu hồi", ""),
}
WITH_NOTE = {(SUBMITTED, DRAFT): ("trả lại", ""), (REOPENED, PUBLISHED): ("đăng lại", " kèm đính chính")}

Trace = namedtuple("Trace", "at by session kind row words number")


@dataclass(frozen=True)
class Deed:
    """ "Hoàng Thu Trang sửa Phiên tháng 01/2021: Thành phần, 2 dòng", and when."""

    at: datetime
    who: str
    did: str
    session: Session
    tail: str = ""
    directive: Directive | None = None

    @property
    def name(self):
        return self.directive.reference if self.directive else str(self.session)

    @property
    def when(self):
        return moment_words(self.at)


def by_colleagues(user):
    """The latest deeds of others, newest first, in three queries however much they did."""
    groups = {}
    for trace in map(Trace._make, _traces(user, since=now() - timedelta(days=DAYS))[:READ]):
        groups.setdefault(_together(trace), []).append(trace)
    newest = list(groups.values())[:SHOWN]
    people = User.objects.in_bulk({each[0].by for each in newest})
    sessions = Session.objects.defer(*UNREAD).in_bulk({each[0].session for each in newest})
    return [
        _deed(each, people[each[0].by], sessions[each[0].session]) for each in newest if each[0].session in sessions
    ]


def _together(trace):
    """Saved rows are one deed a person, session and hour; a change of state and a report are each their own."""
    if trace.kind in ("state", "report"):
        return trace
    return trace.by, trace.session, trace.at.astimezone(LOCAL_ZONE).replace(minute=0, second=0, microsecond=0)


def _traces(user, since):
    """Everything others left since then, newest first, in one query: rows of one shape, whatever they are of."""
    blank = _text("")
    sources = [
        _saved(Session).values_list("at", "history_user", "id", _text("session"), "id", "history_type", blank),
        *(
            _saved(model).values_list("at", "history_user", "session", _text(kind), "id", "history_type", blank)
            for model, kind in ((Attendee, "attendee"), (AgendaItem, "agenda"), (Directive, "directive"))
        ),
        StateChange.objects.values_list(
            "at", "by", "session", _text("state"), "pk", "note", Concat("before", Value(">"), "after")
        ),
        ProgressReport.objects.annotate(at=F("recorded_at"), by=F("author")).values_list(
            "at", "author", "directive__session", _text("report"), "directive", "note", "directive__number"
        ),
    ]
    others = [source.filter(at__gte=since, by__isnull=False).exclude(by=user.pk).order_by() for source in sources]
    return others[0].union(*others[1:], all=True).order_by("-at")


def _saved(model):
    """The saved versions of a table's rows; what a progress report moved is told by the report."""
    rows = model.history.annotate(at=F("history_date"), by=F("history_user"))
    return rows.exclude(history_change_reason=PROGRESS)


def _text(word):
    return Value(word, output_field=TextField())


def _deed(traces, person, session):
    newest = traces[0]
    told = {"at": newest.at, "who": known_as(person), "session": session}
    if newest.kind == "state":
        moved = tuple(SessionState(each) for each in newest.number.split(">"))
        did, tail = WITH_NOTE.get(moved, VERBS[moved]) if newest.words else VERBS[moved]
        return Deed(did=did, tail=tail, **told)
    if newest.kind == "report":
        directive = Directive(pk=newest.row, session=session, number=newest.number)
        words = f": “{Truncator(newest.words).words(24)}”" if newest.words else ""
        return Deed(did="ghi tiến độ", tail=words, directive=directive, **told)
    made = any(trace.kind == "session" and trace.words == "+" for trace in traces)
    return Deed(did="lập" if made else "sửa", tail=_parts(traces), **told)


def _parts(traces):
    """ ": Thành phần, 2 dòng; Chỉ đạo, 1 dòng"."""
    rows = {kind: {trace.row for trace in traces if trace.kind == kind} for kind in PARTS}
    said = [f"{PARTS[kind][0]}, {len(found)} {PARTS[kind][1]}" for kind, found in rows.items() if found]
    return f": {'; '.join(said)}" if said else ""
