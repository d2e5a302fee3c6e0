"""What the ladder did about a directive: each step once for each term, and the letter that went for it."""

from django.db import models

from ..ladder import StepAction
from .office_scope import scoped


class StepTaken(models.Model):
    """The directive, the step, to whom, for which term: a second one with the same four is the same step. Another
    term of the directive begins the ladder anew."""

    directive = models.ForeignKey("meetings.Directive", models.CASCADE, related_name="steps_taken")
    due_on = models.DateField("thời hạn")
    days = models.SmallIntegerField("bước")
    action = models.CharField("việc", max_length=11, choices=[(each.value, each.label) for each in StepAction])
    to = models.EmailField("gửi tới", blank=True)
    letter = models.ForeignKey("meetings.Letter", models.PROTECT, null=True, related_name="steps_taken")
    taken_on = models.DateField("ngày")

    objects = scoped("directive__session__office")

    class Meta:
        verbose_name, verbose_name_plural = "bước đã làm", "các bước đã làm"
        ordering = ["taken_on", "pk"]
        indexes = [models.Index(fields=["taken_on"], name="steps_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["directive", "due_on", "days", "action", "to"], name="a_step_taken_once")
        ]

    def __str__(self):
        return f"{self.directive}: {self.get_action_display()}"
