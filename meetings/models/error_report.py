"""What readers found wrong on a public page: the office's list, with ten working days to answer."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from ..vietnamese import LOCAL_ZONE
from ..working_days import working_days_after
from .edition import Edition
from .office_scope import OfficeField, scoped
from .sealed_field import SealedField
from .text_fields import ProseField

WORKING_DAYS = 10
LONGEST = 1000


class ErrorReportState(models.TextChoices):
    NEW = "new", "Mới"
    LOOKED_AT = "looked_at", "Đang xem"
    MENDED = "mended", "Đã sửa"
    LEFT = "left", "Không sửa"


UNANSWERED = (ErrorReportState.NEW, ErrorReportState.LOOKED_AT)


class ErrorReportQuerySet(models.QuerySet):
    def receive(self, page, session, words, address):
        """The same words on the same page are kept once while they wait."""
        waiting = self.filter(page=page, words=words, state__in=UNANSWERED)
        if not waiting.exists():
            self.create(page=page, session_id=session, words=words, address=address)

    def unanswered(self):
        return self.filter(state__in=UNANSWERED)

    def led_to(self, edition):
        """Whether the page of this correction says that a reader's report led to it."""
        return self.filter(edition=edition, is_told=True).exists()


class ErrorReport(models.Model):
    """Nothing of its words is ever public."""

    office = OfficeField()
    page = models.CharField("trang", max_length=160, editable=False)
    session = models.ForeignKey("meetings.Session", models.SET_NULL, null=True, editable=False, related_name="+")
    """Whose page it is, or that of a directive it gave; a unit's page has none."""
    words = ProseField("phản ánh", max_length=LONGEST, editable=False)
    address = SealedField("địa chỉ để trả lời", blank=True, editable=False)
    received_at = models.DateTimeField("nhận lúc", auto_now_add=True)
    is_notified = models.BooleanField(default=False, editable=False)
    """Whether colleagues were written to."""
    state = models.CharField("tình trạng", max_length=9, choices=ErrorReportState, default=ErrorReportState.NEW)
    reason = ProseField("đã sửa gì, hoặc vì sao không sửa", blank=True)
    is_told = models.BooleanField(
        "ghi “theo phản ánh của bạn đọc” ở dòng đính chính của trang",
        default=False,
        help_text="Lời của người phản ánh không bao giờ hiện ra ngoài.",
    )
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, editable=False, related_name="+")
    """The correction that it led to, where the page is to say so."""

    objects = scoped(queryset=ErrorReportQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "phản ánh sai sót"
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["office", "state", "received_at"], name="error_reports_that_wait")]

    def __str__(self):
        return f"Phản ánh về {self.page}"

    @property
    def answer_by(self):
        return working_days_after(timezone.localdate(self.received_at, LOCAL_ZONE), WORKING_DAYS)

    @property
    def is_answered(self):
        return self.state not in UNANSWERED

    def clean(self):
        if self.state == ErrorReportState.LEFT and not self.reason.strip():
            raise ValidationError({"reason": "Hãy ghi vì sao không sửa."})
        if self.is_told and self.state != ErrorReportState.MENDED:
            raise ValidationError({"is_told": "Chỉ ghi ở dòng đính chính khi tình trạng là “Đã sửa”."})
        self.edition = self._correction() if self.is_told else None
        if self.is_told and self.edition is None:
            raise ValidationError(
                {"is_told": "Chưa có đính chính nào đăng sau phản ánh này. Hãy đăng đính chính rồi chọn ô này."}
            )

    def _correction(self):
        if self.session_id is None:
            return None
        news = Edition.objects.live().filter(session=self.session_id, replaces__isnull=False)
        return news.filter(issued_at__gt=self.received_at).first()
