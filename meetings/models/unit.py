"""The units that directives name, under all the names they go by."""

from django.db import models, transaction

from ..vietnamese import fold, slugify, tidy
from .office_scope import OfficeField, scoped
from .text_fields import LineField


class UnitQuerySet(models.QuerySet):
    def called(self, name):
        """The unit that goes by `name`, whatever its accents and case, or None."""
        return self.filter(names__folded=fold(name)).first()

    def matching(self, words):
        """The units with every one of `words` in some one of their names, accents aside."""
        names = UnitName.objects.all()
        for word in fold(tidy(words)).split():
            names = names.filter(folded__contains=word)
        return self.filter(pk__in=names.values("unit"))

    def best_first(self, words):
        """First the one that is called just so, then those whose name begins so, then those that hold the words side
        by side."""
        typed, own = fold(tidy(words)), UnitName.objects.filter(unit=models.OuterRef("pk"))
        ranked = ({"folded": typed}, {"folded__startswith": typed}, {"folded__contains": typed})
        ranks = [models.When(models.Exists(own.filter(**called)), then=rank) for rank, called in enumerate(ranked)]
        return self.alias(rank=models.Case(*ranks, default=len(ranks))).order_by("rank", "name")


class Unit(models.Model):
    class Kind(models.TextChoices):
        STATE = "state", "cơ quan nhà nước"
        COUNCIL = "council", "cơ quan của HĐND"
        FRONT = "front", "Mặt trận và đoàn thể"
        PARTY = "party", "cơ quan của Đảng"
        OTHER = "other", "khác"

    office = OfficeField()
    name = LineField("tên đơn vị", max_length=200, help_text="Viết như khi đứng giữa câu.")
    short_name = LineField("tên gọi tắt", max_length=100, blank=True)
    slug = models.SlugField("phần địa chỉ", max_length=120, editable=False)
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.STATE)
    active = models.BooleanField("đang hoạt động", default=True)
    email = models.EmailField("thư điện tử (nội bộ)", blank=True)
    head_email = models.EmailField(
        "thư điện tử của người đứng đầu",
        blank=True,
        help_text="Nhận thư nhắc vào ngày hết hạn. Để trống thì gửi vào hộp thư của đơn vị.",
    )
    valid_to = models.DateField("hoạt động đến", null=True, blank=True, editable=False)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="predecessors",
        verbose_name="đơn vị kế thừa",
    )
    """As `valid_to` set by succession.py, which hands its open directives over."""

    objects = scoped(queryset=UnitQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "đơn vị"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "slug"], name="unit_address_once")]

    def __str__(self):
        return self.name

    @transaction.atomic
    def save(self, *args, **kwargs):
        """A new name joins the old ones, which go on leading here."""
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)
        for name in filter(None, (self.name, self.short_name)):
            self.names.get_or_create(folded=fold(name), defaults={"name": name})

    def _free_slug(self):
        slug, suffix = slugify(self.name)[:110] or "don-vi", 1
        taken = set(Unit.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
        while (free := slug if suffix == 1 else f"{slug}-{suffix}") in taken:
            suffix += 1
        return free


class UnitName(models.Model):
    """One name of one unit: "MTTQ quận" and "Ủy ban MTTQ Việt Nam quận" are the same unit."""

    office = OfficeField()
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names", verbose_name="đơn vị")
    name = LineField("tên gọi khác", max_length=200)
    folded = models.CharField(max_length=200, editable=False)

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "tên gọi khác"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "folded"], name="a_name_leads_to_one_unit")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)
        super().save(*args, **kwargs)
