"""The record room: what has left the office. Frozen; the public reads this and nothing of the desk."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..prose import completed
from ..record import SessionRecord
from ..vietnamese import fold
from .fields import ProseField


class EditionQuerySet(models.QuerySet):
    def live(self, kind="news"):
        """In force, and their moment has come."""
        return self.filter(kind=kind, state=Edition.State.LIVE, visible_from__lte=timezone.now())

    def close(self, state, note=""):
        """Take what is in force out of it."""
        now = timezone.now()
        return self.filter(state=Edition.State.LIVE).update(state=state, closed_at=now, closed_note=note)

    def newest_first(self):
        """By the month a session belongs to, then by the day it was held."""
        return self.order_by("-year", "-month", models.F("held_on").desc(nulls_last=True), "-pk")

    def issue(self, session_id, kind, record, *, by, note="", at=None, visible_from=None):
        """Freeze `record` as the live edition of its kind; the one before becomes its replaced predecessor.

        The only door out of the desk. Call it inside the transaction that changes the session's state.
        """
        editions = self.filter(session=session_id, kind=kind)
        before = editions.filter(state=Edition.State.LIVE).first()
        editions.close(Edition.State.REPLACED)
        at = at or timezone.now()
        whole = completed(record)
        public = completed(record.public())
        return self.create(
            session_id=session_id,
            kind=kind,
            sequence=(editions.aggregate(last=models.Max("sequence"))["last"] or 0) + 1,
            replaces=before,
            year=whole.year,
            month=whole.month,
            path=whole.path,
            held_on=whole.held_on,
            posted_at=whole.posted_at,
            title=whole.title,
            record=whole.to_data(),
            public_record=public.to_data(),
            folded=fold(" ".join(_words(public.to_data()))),
            record_sha256=fingerprint(record),
            issued_at=at,
            visible_from=visible_from or at,
            issued_by=by,
            note=note,
        )


class Edition(models.Model):
    """One paper or page as it was issued. Nothing of it changes but its state."""

    class Kind(models.TextChoices):
        NEWS = "news", "Bài đăng"
        MINUTES = "minutes", "Biên bản"
        NOTICE = "notice", "Thông báo kết luận"
        INVITATION = "invitation", "Giấy mời"

    class State(models.TextChoices):
        LIVE = "live", "Đang có hiệu lực"
        REPLACED = "replaced", "Đã được thay"
        WITHDRAWN = "withdrawn", "Đã thu hồi"
        CANCELLED = "cancelled", "Đã bỏ hẹn"

    session = models.ForeignKey("meetings.Session", models.PROTECT, related_name="editions", verbose_name="phiên họp")
    kind = models.CharField("loại", max_length=12, choices=Kind)
    sequence = models.PositiveSmallIntegerField("bản")
    state = models.CharField("tình trạng", max_length=10, choices=State, default=State.LIVE)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="thay cho bản"
    )
    number = models.PositiveIntegerField("số", null=True)
    number_year = models.PositiveSmallIntegerField("năm của số", null=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    month = models.PositiveSmallIntegerField("tháng")
    path = models.CharField("địa chỉ", max_length=40)
    held_on = models.DateField("ngày họp", null=True)
    posted_at = models.DateTimeField("ngày đăng", null=True)
    title = models.CharField("tiêu đề", max_length=300)
    record = models.JSONField("hồ sơ")
    public_record = models.JSONField("hồ sơ công khai")
    folded = models.TextField(editable=False)
    record_sha256 = models.CharField("mã băm của hồ sơ", max_length=64)
    file = models.FileField("tệp", upload_to="editions/%Y", blank=True)
    sha256 = models.CharField("mã băm của tệp", max_length=64, blank=True)
    issued_at = models.DateTimeField("lúc phát hành")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người phát hành"
    )
    visible_from = models.DateTimeField("công khai từ")
    note = ProseField("nội dung đính chính", blank=True)
    closed_at = models.DateTimeField("hết hiệu lực lúc", null=True)
    closed_note = ProseField("lý do hết hiệu lực", blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "bản đã phát hành"
        verbose_name_plural = "giấy tờ đã phát hành"
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "kind"], condition=models.Q(state="live"), name="one_live_edition_of_a_kind"
            ),
            models.UniqueConstraint(fields=["session", "kind", "sequence"], name="edition_sequence_once"),
            models.UniqueConstraint(
                fields=["path", "kind"], condition=models.Q(state="live"), name="one_live_edition_at_an_address"
            ),
        ]
        indexes = [models.Index(fields=["kind", "state", "-year", "-month", "-held_on"], name="edition_archive")]

    def __str__(self):
        return f"{self.title}, bản {self.sequence}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Bản đã phát hành không sửa được; hãy phát hành bản thay thế.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Bản đã phát hành không xóa được; hãy thu hồi.")

    @property
    def whole(self) -> SessionRecord:
        """The internal record, as it stood at issue."""
        return SessionRecord.from_data(self.record)

    @property
    def public(self) -> SessionRecord:
        """What the public may read."""
        return SessionRecord.from_data(self.public_record)


def fingerprint(record: SessionRecord) -> str:
    """SHA-256 of the record as it would be frozen now, in hex."""
    return hashlib.sha256(completed(record).to_json().encode()).hexdigest()


def _words(value):
    """Every text inside JSON-ready data."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _words(each)
