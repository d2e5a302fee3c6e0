"""The office that keeps a record room and has a public site, and who works in it."""

import time
import uuid

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.db import InterfaceError, OperationalError, models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from .office_scope import OfficeField, OutsideOffice, current, is_every, scoped
from .stored_file import StoredFile
from .text_fields import LineField, ProseField

KNOWN_SECONDS = 5
"""So long another process may not know of an office that was opened, closed or renamed."""

_HOST = RegexValidator(
    r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
    "Tên miền chỉ gồm chữ thường không dấu, chữ số, dấu chấm và dấu gạch nối, ví dụ: hdnd.bachmai.hanoi.gov.vn.",
)


class Accent(models.TextChoices):
    """Each a class of static/css/accents.css; the first is the colour of the tokens themselves."""

    VERMILION = "vermilion", "đỏ son"
    NAVY = "navy", "xanh thẫm"
    GREEN = "green", "lục"
    BROWN = "brown", "nâu"


class Office(models.Model):
    """One row on a small installation. Its councils follow one another; its addresses stay."""

    FIRST = "co-quan"
    """The slug of the office that a new installation begins with, before anybody names it."""

    slug = models.SlugField("mã", max_length=60, unique=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Tells its events from those of every other office in the world."""
    name = LineField("tên", max_length=200, blank=True)
    hosts = ProseField("tên miền", blank=True, help_text="Mỗi dòng một tên miền; dòng đầu là tên miền chính.")
    site_name = LineField(
        "tên trang", max_length=200, blank=True, help_text="Để trống thì ghi tên Thường trực của hội đồng."
    )
    accent = models.CharField("màu nhấn", max_length=12, choices=Accent, default=Accent.VERMILION)
    logo = models.JSONField("biểu trưng", null=True, blank=True, editable=False)
    """{"sha256", "extension", "width", "height"} of the kept picture; None where there is none."""
    address = LineField("địa chỉ", max_length=200, blank=True)
    telephone = LineField("điện thoại", max_length=60, blank=True)
    email = LineField("thư điện tử", max_length=120, blank=True, validators=[validate_email])
    responsible = LineField(
        "chịu trách nhiệm nội dung",
        max_length=200,
        blank=True,
        help_text="Ví dụ: Bà Vũ Ngọc Lan, Phó Chủ tịch HĐND phường.",
    )
    opened_on = models.DateField("mở ngày", null=True, blank=True)
    closed_on = models.DateField("đóng ngày", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="cơ quan kế thừa"
    )

    is_sample = models.BooleanField("dữ liệu mẫu", default=False, editable=False)
    """All that it says is made up, and every page of it says so: set where the demo is loaded, and nowhere else."""

    class Meta:
        verbose_name = verbose_name_plural = "cơ quan"
        ordering = ["name", "slug"]
        permissions = [("supervise_office", "Giám sát mọi cơ quan")]

    def __str__(self):
        return self.name or self.slug

    @property
    def host_names(self) -> list[str]:
        """The primary one first."""
        return self.hosts.split()

    @property
    def site(self) -> str:
        """Where its site is, as papers print it: "https://hdnd.example"; "" where nobody said so. What the operator
        set holds for an only office; of several each has its own host."""
        if settings.SITE_URL and len(known_offices()) == 1:
            return settings.SITE_URL
        host = next(iter(self.host_names), "")
        return f"http{'s' if settings.HTTPS else ''}://{host}" if host and not host.endswith("localhost") else ""

    @property
    def sends_letters(self) -> bool:
        """Whether the public may follow by mail: somebody sends it, and its links know where the site is."""
        return bool(settings.EMAIL_URL and self.site)

    @property
    def own_accent(self) -> str:
        """The class of the colour that it chose; "" for the usual one."""
        return "" if self.accent == Accent.VERMILION else f"accent--{self.accent}"

    @property
    def picture(self) -> StoredFile | None:
        """Its logo as it is kept."""
        return self.logo and StoredFile(self.logo["sha256"], f"logo.{self.logo['extension']}")

    @property
    def look(self) -> str:
        """Changes with whatever of its row the public pages show."""
        shown = (self.site_name, self.accent, self.address, self.telephone, self.email, self.responsible)
        return repr((*shown, self.logo and self.logo["sha256"]))

    @property
    def is_closed(self):
        return self.closed_on is not None and self.closed_on <= timezone.localdate()

    def clean(self):
        for host in self.host_names:
            _HOST(host)
        others = Office.objects.exclude(pk=self.pk)
        taken = {host: other for other in others for host in other.host_names}
        if clash := next((host for host in self.host_names if host in taken), None):
            raise ValidationError({"hosts": f"Tên miền {clash} đã thuộc {taken[clash]}."})
        if self.successor_id and self.successor_id == self.pk:
            raise ValidationError({"successor": "Cơ quan kế thừa phải là cơ quan khác."})


def heir_of(office):
    """Who answers for it: the open office that took over from a closed one, else itself."""
    heir = office
    while heir.is_closed and heir.successor_id:
        heir = next((each for each in known_offices() if each.pk == heir.successor_id), None)
        if heir is None or heir.pk == office.pk:
            return office
    return heir


_known: tuple[float, list[Office]] = (0.0, [])


def known_offices() -> list[Office]:
    """All of them, asked for anew every few seconds; while the database does not answer, as they were."""
    global _known
    until, offices = _known
    if time.monotonic() >= until or not offices:
        try:
            offices = list(Office.objects.order_by("pk"))
        except (OperationalError, InterfaceError):
            if not offices:
                raise
        _known = (time.monotonic() + KNOWN_SECONDS, offices)
    return offices


def shows_samples() -> bool:
    """Whether what is shown is sample data: of the office at work, or where all of them are shown, of every one."""
    try:
        return current().is_sample
    except OutsideOffice:
        return is_every() and all(office.is_sample for office in known_offices())


@receiver([post_save, post_delete], sender=Office)
def forget_offices(**kwargs):
    global _known
    _known = (0.0, [])


class Told(models.TextChoices):
    """When somebody hears by mail of what awaits them."""

    AT_ONCE = "at_once", "Báo ngay"
    DAILY = "daily", "Gộp một thư, 16:30 mỗi ngày"
    NEVER = "never", "Không gửi thư"


class Membership(models.Model):
    """A person's place in an office: all that somebody may do there follows from the roles."""

    office = OfficeField(Office, models.CASCADE, related_name="memberships", verbose_name="cơ quan")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name="tài khoản"
    )
    roles = models.ManyToManyField(Group, blank=True, related_name="memberships", verbose_name="vai trò")
    told = models.CharField("thư báo", max_length=8, choices=Told, default=Told.AT_ONCE)

    objects = scoped(of_people=True)

    class Meta:
        verbose_name = verbose_name_plural = "người của cơ quan"
        constraints = [models.UniqueConstraint(fields=["office", "user"], name="a_person_once_in_an_office")]

    def __str__(self):
        return f"{self.user}, {self.office}"
