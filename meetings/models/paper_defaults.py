"""What an office's papers usually say: who signs, to whom they go, on what grounds; and its own Word form."""

from django.db import models

from ..paper import PaperKind
from ..paper_kinds import description
from .office_scope import scoped
from .text_fields import LineField, ProseField

NO_AUTHORITY = (
    "Hãy ghi quyền hạn, chức vụ của người ký này, mỗi dòng một ý, ví dụ: TM. THƯỜNG TRỰC / HỘI ĐỒNG NHÂN DÂN / "
    "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."
)

KINDS = [(kind.value, description(kind).label) for kind in PaperKind]


class PaperWords(models.Model):
    """The words that an office may set for a paper: blank ones are composed, filled ones are printed as typed."""

    authority = ProseField(
        "quyền hạn, chức vụ người ký",
        blank=True,
        help_text="Chữ in hoa, mỗi dòng một ý. Ví dụ: TM. THƯỜNG TRỰC / HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / "
        "PHÓ CHỦ TỊCH; hoặc TL. THƯỜNG TRỰC … / CHÁNH VĂN PHÒNG. Biên bản thì thư ký và chủ tọa cùng ký.",
    )
    signer = LineField("họ tên người ký", max_length=120, blank=True, help_text="Không ghi học hàm, học vị.")
    recipients = ProseField(
        "nơi nhận", blank=True, help_text="Mỗi dòng một nơi nhận, không gạch đầu dòng; dòng cuối là Lưu: VT, …"
    )
    grounds = ProseField("căn cứ", blank=True, help_text="Mỗi dòng một căn cứ. Để trống thì không in.")
    closing = ProseField("câu kết", blank=True)
    contact = LineField(
        "người liên hệ (nội bộ)",
        max_length=300,
        blank=True,
        help_text="Có thể ghi số điện thoại; bản công khai không in.",
    )

    class Meta:
        abstract = True

    def signer_lacks_authority(self, usual=None):
        """A name alone would stand under a post that is another's."""
        return bool(self.signer and not (self.authority or getattr(usual, "authority", "")))


WORDS = tuple(field.name for field in PaperWords._meta.local_fields)


class PaperDefaults(PaperWords):
    council = models.ForeignKey("meetings.Council", models.CASCADE, related_name="paper_defaults")
    kind = models.CharField("loại giấy tờ", max_length=12, choices=KINDS)
    template = models.FileField(
        "mẫu Word riêng",
        upload_to="templates/",
        blank=True,
        help_text="Tệp .docx soạn từ mẫu của hệ thống; để trống thì dùng mẫu của hệ thống.",
    )

    objects = scoped("council__office")

    class Meta:
        verbose_name = verbose_name_plural = "mặc định của giấy tờ"
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "kind"],
                name="paper_defaults_once",
                violation_error_message="Loại giấy tờ này đã có mặc định. Hãy sửa ở dòng đã có.",
            )
        ]

    def __str__(self):
        return self.get_kind_display()

    def own_template(self) -> bytes:
        with self.template.open() as file:
            return file.read()
