"""The steps of the office's ladder: when a unit is reminded of a term, and what follows where nothing comes of it."""

from django.core.validators import MaxValueValidator
from django.db import models

from ..ladder import DEFAULTS, Step, StepAction
from .office import Office
from .office_scope import OfficeField, every_office, scoped

FARTHEST = 90
"""Days from the term."""


class Side(models.TextChoices):
    BEFORE = "before", "trước hạn (ngày làm việc)"
    AFTER = "after", "sau hạn (ngày theo lịch)"


IN_TIME = models.Case(
    models.When(side=Side.BEFORE.value, then=-models.F("days")),
    default=models.F("days"),
    output_field=models.IntegerField(),
)


class LadderStepQuerySet(models.QuerySet):
    def taken_now(self) -> list[Step]:
        """As plain data, those that are not off."""
        return [row.step for row in self.filter(is_on=True)]


class LadderStep(models.Model):
    """A step is never deleted, it is off: an office that has none is given the usual ones."""

    office = OfficeField()
    days = models.PositiveSmallIntegerField(
        "số ngày", validators=[MaxValueValidator(FARTHEST)], help_text="Ghi 0 là đúng ngày hết hạn."
    )
    side = models.CharField("trước hay sau", max_length=6, choices=Side)
    action = models.CharField("làm gì", max_length=11, choices=[(each.value, each.label) for each in StepAction])
    is_on = models.BooleanField("đang dùng", default=True)

    objects = scoped(queryset=LadderStepQuerySet)

    class Meta:
        verbose_name, verbose_name_plural = "bước nhắc việc", "các bước nhắc việc"
        ordering = [IN_TIME, "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "days", "side", "action"],
                name="a_step_once_on_the_ladder",
                violation_error_message="Đã có bước này. Hãy sửa bước ấy, hoặc chọn số ngày khác.",
            )
        ]

    def __str__(self):
        return f"{self.get_action_display()}, {self.when}"

    def clean(self):
        """The day itself is on one side only."""
        if self.days == 0:
            self.side = Side.AFTER

    @property
    def step(self) -> Step:
        return Step(-self.days if self.side == Side.BEFORE else self.days, StepAction(self.action))

    @property
    def when(self) -> str:
        """ "15 ngày làm việc trước hạn"."""
        if self.days == 0:
            return "đúng ngày hết hạn"
        return f"{self.days} ngày {'làm việc trước' if self.side == Side.BEFORE else 'sau'} hạn"


def give_defaults():
    """To each office that has no step."""
    with every_office():
        without = Office.objects.exclude(pk__in=LadderStep.objects.values("office"))
        LadderStep.objects.bulk_create(
            LadderStep(
                office=office,
                days=abs(step.days),
                side=Side.BEFORE if step.days < 0 else Side.AFTER,
                action=step.action.value,
            )
            for office in without
            for step in DEFAULTS
        )
