"""The states of a session and the verbs between them: who may, when, and what each leaves behind."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from .edition import Edition, fingerprint
from .fields import LineField


class SessionState(models.TextChoices):
    DRAFT = "draft", "Bản nháp"
    PUBLISHED = "published", "Đã đăng"


class Refused(Exception):
    """The verb cannot be done now; the message says why and what to do."""


class Workflow:
    """A session's verbs. Each is one conditional UPDATE and one StateChange in one transaction."""

    def publish(self, *, by, note="", at=None):
        """Issue the rows as they stand as the news page; a page already out needs a note of what was corrected."""
        self._refuse_to_publish(note.strip())
        with transaction.atomic():
            moment = at or timezone.now()
            self._move([SessionState.DRAFT, SessionState.PUBLISHED], SessionState.PUBLISHED, by, note, moment)
            self.number_directives()
            return Edition.objects.issue(
                self.pk, "news", self._rows().to_record(), by=by, note=note.strip(), at=moment
            )

    def _refuse_to_publish(self, note):
        if lacking := self.missing():
            raise Refused(f"Chưa công bố được: còn thiếu {', '.join(lacking)}.")
        if self.state != SessionState.PUBLISHED:
            return
        if not note:
            raise Refused("Phiên họp này đã đăng. Hãy ghi rõ nội dung đính chính rồi đăng lại.")
        if self.editions.live().filter(record_sha256=fingerprint(self._rows().to_record())).exists():
            raise Refused("Chưa có gì thay đổi so với bản đã đăng.")

    def _rows(self):
        """The session as it is stored now, with its rows."""
        return type(self).objects.with_rows().get(pk=self.pk)

    def _move(self, allowed, to, by, note, moment):
        """Change the state if nobody changed the session since it was read."""
        before = self.state
        changed = (
            type(self)
            .objects.filter(pk=self.pk, version=self.version, state=before, state__in=allowed)
            .update(
                state=to,
                version=models.F("version") + 1,
                posted_at=models.functions.Coalesce("posted_at", models.Value(moment, models.DateTimeField())),
            )
        )
        if not changed:
            raise Refused("Có người vừa thay đổi phiên họp này. Hãy mở lại trang để xem bản mới nhất.")
        StateChange.objects.create(session=self, before=before, after=to, by=by, note=note, at=moment)
        self.refresh_from_db(fields=["state", "version", "posted_at"])


class StateChange(models.Model):
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="state_changes")
    before = models.CharField("từ", max_length=12, choices=SessionState)
    after = models.CharField("sang", max_length=12, choices=SessionState)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người làm"
    )
    at = models.DateTimeField("lúc")
    note = LineField("ghi chú", max_length=1000, blank=True)

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
