"""What the office adds to a paper's line in the register after its issue: rows are added, the last one counts."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from .edition import Edition
from .office_scope import scoped
from .text_fields import LineField

MOST_COPIES = 999


class RegisterEntry(models.Model):
    """The edition itself is never touched. Who changes a line adds a row: what stood there before stays readable."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="register_entries", verbose_name="giấy tờ", editable=False
    )
    kept_by = LineField(
        "đơn vị, người nhận bản lưu",
        max_length=160,
        blank=True,
        help_text="Để trống thì lấy dòng “Lưu:” của văn bản.",
    )
    copies = models.PositiveSmallIntegerField(
        "số lượng bản",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_COPIES)],
    )
    sent_on = models.DateField("ngày chuyển", null=True, blank=True)
    receipt = LineField(
        "ký nhận",
        max_length=200,
        blank=True,
        help_text="Ai đã nhận, hoặc hệ thống đã báo nhận. Ký nhận trên sổ in ra giấy thì để trống.",
    )
    note = LineField("ghi chú", max_length=500, blank=True)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi", editable=False
    )
    typed_at = models.DateTimeField("lúc ghi", auto_now_add=True)

    objects = scoped("edition__office")

    class Meta:
        verbose_name = verbose_name_plural = "dòng ghi thêm vào sổ văn bản"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.edition.reference}: {self.sent_on or self.note}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Dòng đã ghi vào sổ không sửa được; hãy ghi dòng mới.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Dòng đã ghi vào sổ không xóa được.")
