"""Who was invited, in what post, and whether they came."""

from django.db import models
from simple_history.models import HistoricalRecords

from ..plain_data import from_row
from ..record import AttendeeRecord, Presence, Role
from .office_scope import scoped
from .text_fields import LineField

ROLES = [(role.value, role.label) for role in Role]
PRESENCES = [(presence.value, presence.label) for presence in Presence]


class Attendee(models.Model):
    """A person, an office without a name, or a group."""

    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="attendees")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    role = models.CharField("vai trò", max_length=10, choices=ROLES, default=Role.INVITEE.value)
    name = LineField("họ tên", max_length=120, blank=True)
    position = LineField("chức vụ tại ngày họp", max_length=300, blank=True)
    unit = models.ForeignKey("meetings.Unit", models.PROTECT, null=True, blank=True, verbose_name="đơn vị")
    headcount = models.PositiveSmallIntegerField("số người", null=True, blank=True)
    presence = models.CharField("có mặt", max_length=10, choices=PRESENCES, default=Presence.UNKNOWN.value)
    reason = LineField("lý do (nội bộ)", max_length=200, blank=True)
    delegate = LineField("người dự thay", max_length=200, blank=True)
    objects = scoped("session__office")
    history = HistoricalRecords()

    class Meta:
        verbose_name = "người dự họp"
        verbose_name_plural = "thành phần dự họp"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name="", position=""),
                name="attendee_is_somebody",
                violation_error_message="Hãy ghi họ tên hoặc chức vụ.",
            )
        ]

    def __str__(self):
        return " - ".join(filter(None, (self.name, self.position)))

    def to_record(self) -> AttendeeRecord:
        unit = self.unit.name if self.unit else ""
        return from_row(AttendeeRecord, self, role=Role(self.role), unit=unit, presence=Presence(self.presence))
