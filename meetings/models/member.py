"""The members of a council's standing committee: who they are, in what post, and from when to when."""

import re
from datetime import date

from django.db import models
from simple_history.models import HistoricalRecords

from ..record import Role
from ..vietnamese import fold
from .office_scope import scoped
from .text_fields import LineField

TITLES = r"^(?:(?:dong chi|d/c|dc|ong|ba|(?:(?:gs|pgs|ts|ths|bs|ks|ls)\.? ?)+)[.:]? )+"
"""What may stand before a name, folded: "Đ/c", "Ông", "PGS.TS". presence.js goes by it too."""


def bare_name(name: str) -> str:
    """A name as two lists are compared by it: folded, without what may stand before it.

    >>> bare_name("Đ/c Trần Quyết Thắng")
    'tran quyet thang'
    """
    return re.sub(TITLES, "", fold(name))


class Member(models.Model):
    class Duty(models.TextChoices):
        CHAIR = "chair", "Chủ tịch"
        DEPUTY = "deputy", "Phó Chủ tịch"
        ORDINARY = "ordinary", "Ủy viên"
        SECRETARY = "secretary", "Thư ký"

    council = models.ForeignKey("meetings.Council", models.CASCADE, related_name="members")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    name = LineField("họ tên", max_length=120)
    position = LineField("chức vụ", max_length=300, blank=True)
    duty = models.CharField("cương vị", max_length=10, choices=Duty, default=Duty.ORDINARY)
    email = models.EmailField("thư điện tử (nội bộ)", blank=True)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)
    objects = scoped("council__office")
    history = HistoricalRecords()

    class Meta:
        verbose_name = "thành viên Thường trực"
        verbose_name_plural = "các thành viên Thường trực"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")),
                name="member_leaves_after_joining",
                violation_error_message="Ngày thôi làm thành viên phải sau ngày bắt đầu.",
            )
        ]

    def __str__(self):
        return " - ".join(filter(None, (self.name, self.position)))

    def sits_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def post(self) -> str:
        """What lists and signatures call a member: the post as typed, else the duty."""
        return self.position or self.get_duty_display()

    @property
    def role(self) -> Role:
        """What a member does in a session unless the clerk says otherwise: it follows from the duty."""
        roles = {self.Duty.CHAIR: Role.CHAIR, self.Duty.SECRETARY: Role.SECRETARY}
        return roles.get(self.Duty(self.duty), Role.MEMBER)
