"""The register of a year that was closed: the book as it stood, its PDF with its hash, who closed it and when."""

from django.conf import settings
from django.db import models

from ..register_book import RegisterBook
from ..vietnamese import LOCAL_ZONE
from .office_scope import scoped
from .stored_file import StoredFile
from .user_names import known_as


class RegisterClosing(models.Model):
    council = models.ForeignKey(
        "meetings.Council", models.PROTECT, related_name="register_closings", verbose_name="HĐND"
    )
    year = models.PositiveSmallIntegerField("năm")
    book = models.JSONField("sổ")
    filename = models.CharField("tên tệp", max_length=80)
    sha256 = models.CharField("mã băm SHA-256", max_length=64)
    size = models.PositiveIntegerField("cỡ (byte)")
    closed_at = models.DateTimeField("lúc khóa")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người khóa"
    )

    objects = scoped("council__office")

    class Meta:
        verbose_name = verbose_name_plural = "sổ văn bản đã khóa"
        ordering = ["-year", "pk"]
        constraints = [models.UniqueConstraint(fields=["council", "year"], name="a_register_is_closed_once")]

    def __str__(self):
        return f"Sổ văn bản năm {self.year}, {self.council}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Sổ đã khóa không sửa được.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Sổ đã khóa không xóa được.")

    @property
    def stored(self):
        return StoredFile(self.sha256, self.filename, str(self))

    @property
    def frozen_book(self) -> RegisterBook:
        return RegisterBook.from_data(self.book)

    @property
    def words(self):
        """ "Sổ văn bản năm 2026 đã khóa lúc 16:30, 31/12/2026 (Đỗ Văn Khải)"."""
        when = self.closed_at.astimezone(LOCAL_ZONE).strftime("%H:%M, %d/%m/%Y")
        return f"Sổ văn bản năm {self.year} đã khóa lúc {when} ({known_as(self.closed_by)})"
