"""Files kept with a session: reports, lists, photographs."""

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from ..file_types import type_of
from ..plain_data import from_row
from ..record import AttachmentRecord
from .office_scope import scoped
from .stored_file import StoredFile
from .text_fields import LineField


class Attachment(models.Model):
    """The row may be removed; the file stays, since an edition may name it."""

    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="attachments")
    agenda_item = models.ForeignKey(
        "meetings.AgendaItem",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name="thuộc nội dung",
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    kind = models.CharField("loại", max_length=40, blank=True)
    title = LineField("tên tài liệu", max_length=300)
    file = models.FileField("tệp", upload_to="attachments/%Y/%m")
    size = models.PositiveIntegerField("cỡ (byte)", default=0, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    is_public = models.BooleanField("công khai", default=False)
    is_for_invited = models.BooleanField("gửi người được mời", default=False, editable=False)
    """Whoever is invited reads it by their link: chosen on the page of the answers, not in the session's form."""
    objects = scoped("session__office")
    history = HistoricalRecords()

    class Meta:
        verbose_name = verbose_name_plural = "tài liệu kèm"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.title

    def clean(self):
        file_type = type_of(self.filename) if self.file else None
        if self.is_public and file_type and not file_type.may_be_public:
            raise ValidationError({"is_public": file_type.why_internal})

    @property
    def filename(self):
        return self.file.name.rpartition("/")[2]

    @property
    def stored(self):
        return StoredFile(self.sha256, self.filename, self.title)

    def to_record(self) -> AttachmentRecord:
        item_is_internal = bool(self.agenda_item and not self.agenda_item.is_public)
        return from_row(AttachmentRecord, self, item_is_internal=item_is_internal, key=self.pk or 0)
