"""The latest activity of colleagues (saved rows, changed states, progress reports) as short sentences."""

from collections import namedtuple
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat
from django.utils.text import Truncator

from ...models import AgendaItem, Attendee, Directive, PaperMove, ProgressReport, Session, SessionState, StateChange
from ...models.office_scope import OfOffice
from ...models.progress_report import PROGRESS
from ...models.user_names import known_as
from ...paper_kinds import description
from ...vietnamese import LOCAL_ZONE
from ..office_time import moment_words, now
from ..papers.draft_status import DEEDS
from .session_status import DRAFT, PUBLISHED, REOPENED, RESUBMITTED, SUBMITTED, UNREAD, WITHDRAWN

DAYS, SHOWN, READ = 14, 8, 400
"""Days looked back, lines shown, and rows read at most."""

PARTS = {"attendee": ("Thành phần", "dòng"), "agenda": ("Nội dung", "mục"), "directive": ("Chỉ đạo", "dòng")}
VERBS = {
    (DRAFT, SUBMITTED): ("gửi duyệt", ""),
    (SUBMITTED, DRAFT): ("lấy lại", " để sửa"),
    (SUBMITTED, PUBLISHED): ("duyệt đăng", ""),
    (DRAFT, PUBLISHED): ("đăng", ""),
    (PUBLISHED, SUBMITTED): ("bỏ hẹn giờ đăng", ""),
    (PUBLISHED, REOPENED): ("mở lại", " để đính chính"),
    (REOPENED, RESUBMITTED): ("gửi duyệt đính chính", ""),
    (RESUBMITTED, REOPENED): ("lấy lại đính chính", " để sửa"),
    (RESUBMITTED, PUBLISHED): ("đăng lại", " kèm đính chính"),
    (REOPENED, PUBLISHED): ("thôi đính chính", ""),
    (WITHDRAWN, DRAFT): ("khôi phục", " thành bản nháp"),
    **dict.fromkeys(((PUBLISHED, WITHDRAWN), (REOPENED, WITHDRAWN), (RESUBMITTED, WITHDRAWN)), ("thu hồi", "")),
}
WITH_NOTE = {
    (SUBMITTED, DRAFT): ("trả lại", ""),
    (RESUBMITTED, REOPENED): ("trả lại đính chính", ""),
    (REOPENED, PUBLISHED): ("đăng lại", " kèm đính chính"),
}

Activity = namedtuple("Activity", "at by session kind row words number")


@dataclass(frozen=True)
class Line:
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
    """The latest lines about other users, newest first, in three queries for any number of rows."""
    groups = {}
    for activity in map(Activity._make, _activities(user, since=now() - timedelta(days=DAYS))[:READ]):
        groups.setdefault(_group_key(activity), []).append(activity)
    newest = list(groups.values())[:SHOWN]
    people = User.objects.in_bulk({group[0].by for group in newest})
    sessions = Session.objects.defer(*UNREAD).in_bulk({group[0].session for group in newest})
    return [
        _line(group, people[group[0].by], sessions[group[0].session])
        for group in newest
        if group[0].session in sessions
    ]


def _group_key(activity):
    """Saved rows make one line for each person, session and hour; whatever else was done has a line of its own."""
    if activity.kind in ("state", "paper", "report"):
        return activity
    hour = activity.at.astimezone(LOCAL_ZONE).replace(minute=0, second=0, microsecond=0)
    return activity.by, activity.session, hour


def _activities(user, since):
    """Every activity of other users since then, newest first, in one query over all tables."""
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
        PaperMove.objects.values_list("at", "by", "draft__session", _text("paper"), "draft", "verb", "draft__kind"),
        ProgressReport.objects.not_taken_back()
        .annotate(at=F("recorded_at"), by=F("author"))
        .values_list("at", "author", "directive__session", _text("report"), "directive", "note", "directive__number"),
    ]
    others = [source.filter(at__gte=since, by__isnull=False).exclude(by=user.pk).order_by() for source in sources]
    return others[0].union(*others[1:], all=True).order_by("-at")


def _saved(model):
    """The saved versions of a table's rows; a version that a progress report made is left out for its report."""
    of_office = OfOffice(F("office" if model is Session else "session__office"))
    rows = model.history.filter(of_office).annotate(at=F("history_date"), by=F("history_user"))
    return rows.exclude(history_change_reason=PROGRESS)


def _text(word):
    return Value(word, output_field=TextField())


def _line(group, person, session):
    newest = group[0]
    common = {"at": newest.at, "who": known_as(person), "session": session}
    if newest.kind == "state":
        move = tuple(SessionState(state) for state in newest.number.split(">"))
        did, tail = WITH_NOTE.get(move, VERBS[move]) if newest.words else VERBS[move]
        return Line(did=did, tail=tail, **common)
    if newest.kind == "paper":
        return Line(did=f"{DEEDS[newest.words]} {description(newest.number).name.lower()} của", **common)
    if newest.kind == "report":
        directive = Directive(pk=newest.row, session=session, number=newest.number)
        words = f": “{Truncator(newest.words).words(24)}”" if newest.words else ""
        return Line(did="ghi tiến độ", tail=words, directive=directive, **common)
    made = any(activity.kind == "session" and activity.words == "+" for activity in group)
    return Line(did="lập" if made else "sửa", tail=_parts(group), **common)


def _parts(group):
    """ ": Thành phần, 2 dòng; Chỉ đạo, 1 dòng"."""
    rows = {kind: {activity.row for activity in group if activity.kind == kind} for kind in PARTS}
    parts = [f"{PARTS[kind][0]}, {len(keys)} {PARTS[kind][1]}" for kind, keys in rows.items() if keys]
    return f": {'; '.join(parts)}" if parts else ""
