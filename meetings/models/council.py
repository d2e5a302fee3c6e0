"""The council whose sessions these are: its names, its letterhead, and from when to when it sat."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.db import models, transaction

from ..plain_data import from_row
from ..record import CouncilRecord
from ..vietnamese import tidy
from .council_term import CouncilTerm, by_office
from .four_eyes import SETTING as FOUR_EYES
from .office_scope import OfficeField, scoped
from .public_index import Revision
from .text_fields import LineField, ProseField


def lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, tidy(text).split("\n")))


class CouncilQuerySet(models.QuerySet):
    def in_office(self, day=None):
        """The newest council that sits on `day`, today if none is given; where none does, the last to end.

        None before one is entered.
        """
        return by_office(self, day).first()


class Council(models.Model):
    office = OfficeField()
    name = LineField("tên đầy đủ", max_length=200, help_text="Hội đồng nhân dân quận Hai Bà Trưng")
    short_name = LineField("tên gọi tắt", max_length=120, help_text="HĐND quận Hai Bà Trưng")
    committee_name = LineField("tên Thường trực", max_length=160, help_text="Thường trực HĐND quận Hai Bà Trưng")
    committee_full_name = LineField(
        "tên đầy đủ của Thường trực", max_length=200, help_text="Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
    )
    locality = LineField("địa phương", max_length=120, help_text="quận Hai Bà Trưng")
    place_name = LineField(
        "địa danh", max_length=80, help_text="Tên riêng của địa phương, ví dụ: Hà Đông. Văn bản ghi trước ngày tháng."
    )
    named_in_full = models.BooleanField(
        "Địa danh là tên người, chữ số hoặc sự kiện lịch sử",
        default=False,
        help_text="Chọn thì văn bản ghi đủ tên, viết hoa cả danh từ chung: “Quận Hai Bà Trưng”, “Phường 1” "
        "(Nghị định 30/2020/NĐ-CP). Trang công khai vẫn ghi như đã gõ.",
    )
    letterhead = ProseField("tên cơ quan trên văn bản", help_text="Chữ in hoa, mỗi dòng một ý.")
    symbol_suffix = LineField("ký hiệu cơ quan", max_length=20, default="HĐND", help_text="HĐND hoặc TTHĐND")
    drafting_unit = LineField(
        "đơn vị soạn công văn",
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[A-ZĐ][A-ZĐ\d&]*$", "Hãy ghi chữ viết tắt in hoa, viết liền, ví dụ: VP.")],
        help_text="Chữ viết tắt đứng sau ký hiệu cơ quan trong số công văn: 12/HĐND-VP. Để trống thì ghi VP.",
    )
    organ_id = LineField(
        "mã định danh cơ quan",
        max_length=13,
        blank=True,
        validators=[RegexValidator(r"^[A-Z0-9]+(\.[A-Z0-9]+)*$", "Hãy ghi mã như đã được cấp, ví dụ: H26.01.02.")],
        help_text="Mã đã được cấp để gửi, nhận văn bản điện tử; chưa được cấp thì để trống. Đổi thì hiện từ lần "
        "phát hành sau.",
    )
    collective = ProseField(
        "thẩm quyền ký",
        blank=True,
        help_text="Chữ in hoa trên chức vụ người ký, mỗi dòng một ý. Để trống thì ghi TM. THƯỜNG TRỰC / "
        "HỘI ĐỒNG NHÂN DÂN.",
    )
    office_name = LineField("tên văn phòng", max_length=160, blank=True)
    address = LineField(
        "địa chỉ văn phòng",
        max_length=200,
        blank=True,
        help_text="Ghi ở chân trang công khai, như điện thoại và thư điện tử; đổi thì hiện từ lần đăng sau.",
    )
    telephone = LineField("điện thoại", max_length=60, blank=True)
    email = LineField("thư điện tử", max_length=120, blank=True, validators=[validate_email])
    website = LineField("trang thông tin điện tử", max_length=120, blank=True)
    address_on_papers = models.BooleanField(
        "In địa chỉ ở chân trang đầu của giấy tờ",
        default=False,
        help_text="Địa chỉ, thư điện tử, trang thông tin điện tử, điện thoại, dưới một đường kẻ hết chiều ngang "
        "vùng chữ (ô số 13 của thể thức).",
    )
    recipients = ProseField(
        "nơi nhận", blank=True, help_text="Mỗi dòng một nơi nhận, không gạch đầu dòng; dòng cuối là Lưu: VT, …"
    )
    members_total = models.PositiveSmallIntegerField(
        "số thành viên Thường trực",
        null=True,
        blank=True,
        help_text="Chỉ dùng khi chưa ghi danh sách thành viên ở dưới; đã có danh sách thì hai phần ba tính theo đó.",
    )
    four_eyes = models.BooleanField(
        FOUR_EYES,
        default=True,
        help_text="Người gửi duyệt phiên họp, người trình ký giấy tờ thì người khác đăng, người khác phát hành. "
        "Cơ quan chỉ có một người thì bỏ chọn.",
    )
    reports_are_public = models.BooleanField(
        "Báo cáo của đơn vị: chọn sẵn Công khai",
        default=True,
        help_text="Khi nhận báo cáo đơn vị gửi qua đường dẫn. Mỗi lần nhận vẫn chọn lại được.",
    )
    report_files_are_public = models.BooleanField("Tệp kèm báo cáo: chọn sẵn Công khai", default=False)
    forgets_drafts = models.BooleanField(
        "Máy dùng chung: xóa bản gõ dở khi thoát",
        default=False,
        help_text="Chữ gõ dở mà chưa lưu được giữ trên máy 14 ngày. Nhiều người dùng chung một máy thì chọn ô này.",
    )
    valid_from = models.DateField("hoạt động từ", null=True, blank=True)
    valid_to = models.DateField("hoạt động đến", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="cơ quan kế thừa"
    )

    objects = scoped(queryset=CouncilQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "hội đồng nhân dân"
        ordering = [models.F("valid_from").desc(nulls_last=True), "name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="council_named_once"),
            models.UniqueConstraint(fields=["office", "committee_name"], name="committee_named_once"),
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")),
                name="council_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu hoạt động.",
            ),
        ]

    def __str__(self):
        return self.short_name

    def save(self, *args, **kwargs):
        """Whose site it is may change with the term."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            term = {"valid_from": self.valid_from, "valid_to": self.valid_to}
            if not CouncilTerm.objects.filter(council=self.pk, **term).exists():
                CouncilTerm.objects.update_or_create(council=self, defaults=term)
                Revision.bump()

    def clean(self):
        others = Council.objects.exclude(pk=self.pk)
        for name in ("name", "committee_name"):
            if others.filter(**{name: getattr(self, name)}).exists():
                raise ValidationError({name: "Đã có hội đồng mang tên này. Hãy mở hội đồng ấy, hoặc ghi tên khác."})
        if self.pk and self.successor and self in self.successor.line():
            raise ValidationError(
                {
                    "successor": "Cơ quan kế thừa không thể là chính hội đồng này, hay hội đồng mà nó kế thừa. "
                    "Hãy chọn hội đồng hoạt động sau, hoặc để trống."
                }
            )

    def members_on(self, day):
        """The members of its committee in office on `day`, in the order of protocol."""
        return [member for member in self.members.all() if member.sits_on(day)]

    def line(self):
        """The council and those that took over from it, one after another; each once, were they a circle."""
        council, seen = self, set()
        while council and council.pk not in seen:
            yield council
            seen.add(council.pk)
            council = council.successor

    def to_record(self) -> CouncilRecord:
        in_lines = {name: lines(getattr(self, name)) for name in ("letterhead", "recipients", "collective")}
        return from_row(CouncilRecord, self, **in_lines)
