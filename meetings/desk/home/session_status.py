"""The status of a session in the desk's lists: its mark and label, who moved it when, and the next step."""

from functools import cached_property

from django.db.models import Prefetch, Q
from django.utils import timezone

from ...models import Edition, SessionState, StateChange
from ...models.user_names import known_as
from ...models.workflow import AWAITING
from ...record import PROSE_FIELDS
from ...vietnamese import date_digits
from ..office_time import day_digits, days_since, moment_words, today
from .next_step import next_step

DRAFT, SUBMITTED, PUBLISHED, REOPENED, RESUBMITTED, WITHDRAWN = SessionState
SHAPES = {
    **dict.fromkeys(AWAITING, "half"),
    **{DRAFT: "dashed", PUBLISHED: "disc", REOPENED: "dotted", WITHDRAWN: "barred"},
}
UNREAD = (*PROSE_FIELDS, "source_text")
STATE_VERBS = {**dict.fromkeys(AWAITING, "gửi"), PUBLISHED: "đăng", REOPENED: "mở lại", WITHDRAWN: "thu hồi"}


def scheduled():
    return Q(state=PUBLISHED, posted_at__gt=timezone.now())


def with_status(sessions):
    """What `SessionStatus` reads, in three queries for any number of sessions."""
    editions = Edition.objects.only("session_id", "kind", "sequence", "state", "number", "issued_at")
    named = Prefetch("editions", queryset=editions.order_by("kind", "sequence", "pk"))
    return with_changes(sessions.with_gaps()).defer(*UNREAD).prefetch_related(named)


def with_changes(sessions):
    """The state changes, for every property of `SessionStatus` but the papers in force."""
    changes = StateChange.objects.select_related("by")
    return sessions.select_related("council").prefetch_related(Prefetch("state_changes", queryset=changes))


class SessionStatus:
    """One session in a list, for `user`. Fetch the session with `with_status`."""

    def __init__(self, session, user):
        self.session, self.user = session, user
        changes = list(session.state_changes.all())
        self.last_change = changes[-1] if changes else None

    @property
    def is_returned(self):
        """A draft or a correction that came back with a note; one taken back by its sender has none."""
        last = self.last_change
        return bool(last and self.session.is_editable and last.before in AWAITING and last.note)

    @property
    def is_late(self):
        """The session was held and is not submitted yet."""
        held = self.session.held_on
        return self.session.state == DRAFT and held is not None and held <= today()

    @property
    def saved(self):
        return moment_words(self.session.modified_at)

    @property
    def shape(self):
        return "quarter" if self.session.is_scheduled else SHAPES[self.session.state]

    @property
    def label(self):
        if self.session.is_scheduled:
            posted = timezone.localtime(self.session.posted_at)
            return f"Sẽ đăng {posted:%H:%M}, {day_digits(posted.date())}"
        if self.is_returned:
            return "Trả lại" if self.session.state == DRAFT else "Đính chính trả lại"
        return self.session.get_state_display()

    @property
    def needs_work(self):
        return self.session.is_editable or self.session.is_awaiting

    @property
    def last_change_words(self):
        """ "Đỗ Văn Khải trả lại, 14:05 hôm nay"; blank where the state never changed."""
        last = self.last_change
        if last is None:
            return ""
        verb = "trả lại" if self.is_returned else STATE_VERBS.get(last.after, "lấy lại")
        if self.session.is_scheduled:
            verb = "duyệt"
        elif last.after == PUBLISHED and last.before in (REOPENED, RESUBMITTED):
            verb = "đăng lại" if last.note else "thôi đính chính"
        elif last.before == RESUBMITTED and last.after == REOPENED and not last.note:
            verb = "lấy lại"
        elif last.before == WITHDRAWN:
            verb = "khôi phục"
        who = "bạn" if last.by_id == self.user.pk else known_as(last.by)
        return f"{who} {verb}, {moment_words(last.at)}"

    @property
    def waited(self):
        return days_since(self.last_change.at) if self.last_change else ""

    @property
    def reason(self):
        """Why it was sent back, reopened or withdrawn."""
        has_reason = self.is_returned or self.session.state in (REOPENED, RESUBMITTED, WITHDRAWN)
        return self.last_change.note if self.last_change and has_reason else ""

    @property
    def own_words(self):
        """What stands in place of the verb for the chief who sent it."""
        return self.session.own_words(self.user) if self.user.has_perm("meetings.publish_session") else ""

    @property
    def lacking(self):
        return self.session.missing() if self.session.is_editable else []

    @cached_property
    def in_force(self):
        return [edition for edition in self.session.editions.all() if edition.state == "live"]

    @property
    def live(self):
        return next((edition for edition in self.in_force if edition.kind == "news"), None)

    @property
    def awaits_return(self):
        """Its page was withdrawn and is not published again yet."""
        pages = [edition.state for edition in self.session.editions.all() if edition.kind == "news"]
        return self.session.state != WITHDRAWN and "withdrawn" in pages and "live" not in pages

    @property
    def correction(self):
        """ "đính chính ngày 12/01/2021": the mark the public page carries."""
        if self.live is None or self.live.replaces_id is None:
            return ""
        day = timezone.localtime(self.live.issued_at).date()
        return f"bản {self.live.sequence}, đính chính ngày {date_digits(day)}"

    @property
    def papers(self):
        """The editions in force that can be seen now: "Bài đăng", "Biên bản 27"."""
        return [
            " ".join(filter(None, (edition.get_kind_display(), edition.number and f"{edition.number:02d}")))
            for edition in self.in_force
            if edition != self.live or not self.session.is_scheduled
        ]

    @property
    def step(self):
        return next_step(self, self.user.has_perm)
