"""The states of a session and the verbs between them: who may, when, and what each leaves behind."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from ..directive_numbering import numbered_record
from ..record import SessionRecord
from ..vietnamese import date_digits, month_words, tidy
from . import four_eyes
from .directive import issued_numbers, number_directives
from .edition import Edition
from .office_scope import ScopedManager
from .seal import fingerprint
from .text_fields import LineField
from .user_names import known_as


class SessionState(models.TextChoices):
    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Chờ duyệt"
    PUBLISHED = "published", "Đã đăng"
    REOPENED = "reopened", "Đang đính chính"
    RESUBMITTED = "resubmitted", "Đính chính chờ duyệt"
    WITHDRAWN = "withdrawn", "Đã thu hồi"


DRAFT, SUBMITTED, PUBLISHED, REOPENED, RESUBMITTED, WITHDRAWN = SessionState
EDITABLE = (DRAFT, REOPENED)
AWAITING = (SUBMITTED, RESUBMITTED)
"""Sent for approval: read-only until the chief decides or the sender takes it back."""
SENT = {DRAFT: SUBMITTED, REOPENED: RESUBMITTED}
SENT_BACK = {SUBMITTED: DRAFT, RESUBMITTED: REOPENED}
LONGEST_NOTE = 1000


class Refused(Exception):
    """The verb cannot be done now; the message says why and what to do."""


@dataclass(frozen=True)
class Verb:
    """A verb moves a session, or a paper, from one of the states in `moves` to the state beside it."""

    name: str
    label: str
    moves: dict[models.TextChoices, models.TextChoices]
    permission: str
    asks_note: str = ""
    """The question to which the note is the answer; blank where none is asked."""


VERBS = {
    verb.name: verb
    for verb in (
        Verb("submit", "Gửi duyệt", SENT, "submit_session"),
        Verb("take_back", "Lấy lại để sửa", SENT_BACK, "submit_session"),
        Verb("send_back", "Trả lại…", SENT_BACK, "publish_session", "Cần sửa gì?"),
        Verb("publish", "Đăng…", {SUBMITTED: PUBLISHED}, "publish_session"),
        Verb("unschedule", "Bỏ hẹn", {PUBLISHED: SUBMITTED}, "publish_session"),
        Verb("reopen", "Mở lại để đính chính…", {PUBLISHED: REOPENED}, "publish_session", "Vì sao phải đính chính?"),
        Verb(
            "republish",
            "Đăng lại…",
            dict.fromkeys((REOPENED, RESUBMITTED), PUBLISHED),
            "publish_session",
            "Nội dung đính chính, in trên trang",
        ),
        Verb("keep", "Thôi đính chính", {REOPENED: PUBLISHED}, "publish_session"),
        Verb(
            "withdraw",
            "Thu hồi…",
            dict.fromkeys((PUBLISHED, REOPENED, RESUBMITTED), WITHDRAWN),
            "publish_session",
            "Lý do thu hồi, in trên trang",
        ),
        Verb("restore", "Khôi phục thành bản nháp…", {WITHDRAWN: DRAFT}, "publish_session"),
    )
}


def note_for(verb, note):
    """The note, tidied. Raises Refused where the verb asks for one and there is none, or where it is too long."""
    note = tidy(note)
    if verb.asks_note and not note:
        raise Refused(f"Hãy ghi rõ: {verb.asks_note.lower().rstrip('?')}.")
    if len(note) > LONGEST_NOTE:
        raise Refused(f"Lời ghi dài quá {LONGEST_NOTE} chữ. Hãy viết gọn lại.")
    return note


class Workflow:
    """A session's verbs. Each is one conditional UPDATE and one StateChange in one transaction."""

    @property
    def is_editable(self):
        return self.state in EDITABLE

    @property
    def is_awaiting(self):
        return self.state in AWAITING

    @property
    def is_scheduled(self):
        """Published for a moment still to come: nobody outside can see it yet."""
        return self.state == PUBLISHED and bool(self.posted_at) and self.posted_at > timezone.now()

    def verbs_for(self, user):
        """The verbs `user` may do to the session as it stands now, in the order of the bar."""
        return [verb for verb in VERBS.values() if self.state in verb.moves and self._stands_open(verb, user)]

    def _stands_open(self, verb, user):
        if not user.has_perm(f"meetings.{verb.permission}"):
            return False
        if verb.name in ("publish", "republish") and self.own_words(user):
            return False
        if verb.name == "take_back":
            return self.sent is not None and self.sent.by_id == user.pk
        if PUBLISHED in verb.moves:
            return self.is_scheduled == (verb.name == "unschedule")
        return True

    @property
    def sent(self):
        """The last time it was sent for approval."""
        sent = [each for each in self.state_changes.all() if each.before in EDITABLE and each.after in AWAITING]
        return sent[-1] if sent else None

    def own_words(self, user):
        """Why `user` does not publish it: whoever sent it leaves that to somebody else; "" where nothing stands
        against it. A correction that nobody sent is put out by the chief who makes it: its note and both versions
        are public."""
        sent = self.sent if self.is_awaiting and self.council.four_eyes else None
        return four_eyes.SENT_SESSION if sent and sent.by_id == user.pk else ""

    @property
    def proposed_note(self):
        """What the clerk wrote on sending the correction, for the chief to keep or to change."""
        return self.sent.note if self.is_awaiting and self.sent else ""

    @property
    def sent_back(self):
        """The last time it came back with words on what to mend, while it has not been published since."""
        came_back = models.Q(before__in=AWAITING) & ~models.Q(note="")
        last = self.state_changes.filter(models.Q(after=PUBLISHED) | came_back).select_related("by").last()
        return last if last and last.after in EDITABLE else None

    def sent_before(self, change) -> SessionRecord | None:
        """What was sent for approval before `change`; None where that was before anything was kept of it."""
        sent = self.state_changes.filter(at__lte=change.at, pk__lt=change.pk).exclude(sent_record=None).last()
        return SessionRecord.from_data(sent.sent_record) if sent else None

    @property
    def last_change(self):
        return self.state_changes.select_related("by").last()

    def submit(self, *, by, note="", at=None):
        self._refuse_gaps()
        if self.state == REOPENED:
            self._refuse_unchanged()
        with transaction.atomic():
            self._move("submit", by, note, at=at, sent_record=self._rows().to_record().to_data())

    def take_back(self, *, by, note=""):
        with transaction.atomic():
            self._move("take_back", by, note)

    def send_back(self, *, by, note):
        with transaction.atomic():
            self._move("send_back", by, note)

    def publish(self, *, by, note="", at=None, files=()):
        """Issue the rows as they stand as the news page, at once or, with a later `at`, from that moment on.

        `files` are the page's minutes as printed, which go out with it until those with a number are issued."""
        self._refuse_gaps()
        with transaction.atomic():
            now = timezone.now()
            moment = at or now
            if moment > now and self.source_hash:
                raise Refused("Bài cũ giữ giờ đăng cũ, không hẹn giờ đăng được. Hãy để trống giờ hẹn.")
            at_once = self.posted_at and max(self.posted_at, moment) <= now
            posted_at = self.posted_at if at_once else moment
            self._move("publish", by, note, at=min(moment, now), posted_at=posted_at)
            return self._issue(by=by, at=min(moment, now), visible_from=moment, files=files)

    def republish(self, *, by, note, at=None, files=()):
        """Issue a correction: the page tells its note, the edition before stays readable as replaced."""
        self._refuse_unchanged()
        with transaction.atomic():
            self._move("republish", by, note, at=at)
            return self._issue(by=by, at=at, note=note.strip(), files=files)

    def unschedule(self, *, by, note=""):
        """Call a posting time off. Nobody outside saw anything: the numbers given for it are free again."""
        with transaction.atomic():
            still_to_come = models.Q(posted_at__gt=timezone.now())
            self._move("unschedule", by, note, where=still_to_come, posted_at=None)
            self.editions.filter(kind=Edition.Kind.NEWS).close(Edition.State.CANCELLED, by=by)
            if not self.editions.exclude(state=Edition.State.CANCELLED).exists():
                self.directives.update(number="")

    def reopen(self, *, by, note, at=None):
        with transaction.atomic():
            self._move("reopen", by, note, at=at)

    def keep(self, *, by, note=""):
        """End a correction in which nothing was saved."""
        if self.last_change and self.modified_at > self.last_change.at:
            raise Refused("Phiên họp đã có sửa đổi so với bản đã đăng. Hãy đăng lại kèm nội dung đính chính.")
        with transaction.atomic():
            self._move("keep", by, note)

    def withdraw(self, *, by, note):
        """Take what was issued out of force. Its address answers with the reason."""
        with transaction.atomic():
            self._move("withdraw", by, note)
            self.editions.close(Edition.State.WITHDRAWN, note=note.strip(), by=by)

    def restore(self, *, by, note=""):
        """Make what was withdrawn a draft again. Its address answers with the reason until it is published anew; the
        papers withdrawn with it stay so, since their numbers were called in."""
        try:
            with transaction.atomic():
                self._move("restore", by, note)
        except IntegrityError as taken:
            raise Refused(self._why_the_month_is_taken()) from taken

    def as_issued(self):
        """The record with the numbers that its directives would be given now; nothing is stored. Fetch with
        `with_rows()` first where queries count."""
        return numbered_record(self.to_record(), issued_numbers(self))

    def _refuse_gaps(self):
        if self.is_ahead:
            raise Refused(self.not_held_yet)
        if lacking := self.missing():
            raise Refused(f"Còn thiếu {', '.join(lacking)}. Hãy điền rồi làm lại.")

    @property
    def not_held_yet(self):
        return f"Phiên họp ngày {date_digits(self.held_on)} chưa diễn ra. Họp xong mới gửi duyệt, mới đăng được."

    def _refuse_unchanged(self):
        """A correction must correct something."""
        if self.editions.live().filter(record_sha256=fingerprint(self._rows().to_record())).exists():
            raise Refused(
                "Chưa có gì thay đổi so với bản đã đăng. Nếu không cần đính chính nữa, hãy chọn Thôi đính chính."
            )

    def _rows(self):
        """The session as it is stored now, with its rows."""
        return type(self).objects.with_rows().get(pk=self.pk)

    def _issue(self, *, by, at=None, **frozen):
        number_directives(self)
        return Edition.objects.issue(self.pk, "news", self._rows().to_record(), by=by, at=at, **frozen)

    def _move(self, name, by, note, at=None, where=None, sent_record=None, **fields):
        """Change the state if it still is what this copy of the session says, and put it on the record."""
        verb, before = VERBS[name], self.state
        note = note_for(verb, note)
        if name in ("publish", "republish") and by and (words := self.own_words(by)):
            raise Refused(f"{words} {four_eyes.WHERE}")
        old_post = name == "publish" and before == DRAFT and self.source_hash
        open_here = before in verb.moves and (by is None or self._stands_open(verb, by))
        stored = type(self).objects.filter(where or models.Q(), pk=self.pk, version=self.version, state=before)
        version = models.F("version") + 1
        after = PUBLISHED if old_post else verb.moves.get(before)
        if not (open_here or old_post) or not stored.update(state=after, version=version, **fields):
            raise Refused(self._why_not())
        at = at or timezone.now()
        kept = {"by": by, "note": note, "at": at, "sent_record": sent_record}
        StateChange.objects.create(session=self, before=before, after=after, **kept)
        self.refresh_from_db(fields=["state", "version", "posted_at"])

    def _why_the_month_is_taken(self):
        others = type(self).objects.not_withdrawn().filter(council=self.council_id, kind=self.kind)
        other = others.filter(year=self.year, month=self.month).exclude(pk=self.pk).first()
        state = f", đang ở trạng thái “{other.get_state_display()}”" if other else ""
        return (
            f"Tháng {month_words(self.month)}/{self.year} đã có một phiên họp thường kỳ khác{state}. Mỗi tháng chỉ "
            "có một phiên thường kỳ: hãy xóa, thu hồi hoặc đổi loại của phiên kia rồi khôi phục phiên này."
        )

    def _why_not(self):
        """Why a stale click is refused: who did what when."""
        if not (last := self.last_change):
            return (
                "Phiên họp vừa được sửa, hoặc bạn không có quyền làm việc này. Hãy mở lại trang để xem bản mới nhất."
            )
        when = timezone.localtime(last.at).strftime("%H:%M, %d/%m/%Y")
        return (
            f"Việc này không làm được lúc này. Lần gần nhất: {known_as(last.by)} chuyển phiên họp sang "
            f"“{last.get_after_display()}” lúc {when}. Hãy mở lại trang để xem bản mới nhất."
        )


class StateChangeManager(ScopedManager):
    path = "session__office"

    def get_queryset(self):
        """Few readers want what was sent: it is long."""
        return super().get_queryset().defer("sent_record")


class StateChange(models.Model):
    session = models.ForeignKey(
        "meetings.Session", models.CASCADE, related_name="state_changes", verbose_name="phiên họp"
    )
    before = models.CharField("từ", max_length=12, choices=SessionState)
    after = models.CharField("sang", max_length=12, choices=SessionState)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người làm"
    )
    at = models.DateTimeField("lúc")
    note = LineField("ghi chú", max_length=LONGEST_NOTE, blank=True)
    sent_record = models.JSONField("hồ sơ lúc gửi duyệt", null=True, editable=False)
    """What was sent for approval: the chief sees what changed since it came back."""

    objects = StateChangeManager()

    class Meta:
        verbose_name = "lần đổi trạng thái"
        verbose_name_plural = "các lần đổi trạng thái"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_before_display()} → {self.get_after_display()}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("Lần đổi trạng thái chỉ được thêm, không sửa.")
        super().save(*args, **kwargs)
