"""The chair's directives: the task, who leads and who coordinates, by when."""

from django.db import models
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from ..directive_facts import Facts, Status, status_on, term_of
from ..directive_numbering import numbers_of
from ..directive_states import REPORTED_CHOICES
from ..plain_data import from_row
from ..record import DirectiveRecord
from .handover import now_held
from .office_scope import scoped
from .progress_report import FollowUp, FollowUpQuerySet
from .text_fields import LineField, ProseField

AS_A_TREE = (
    Coalesce("parent__order", "order"),
    Coalesce("parent", "pk"),
    models.F("parent").asc(nulls_first=True),
    "order",
    "pk",
)
"""Each directive with its own tasks right below it, whatever the places say."""


class Directive(FollowUp, models.Model):
    """One of the chair's directives; or, with a parent, a task under that one."""

    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="directives")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="tasks", verbose_name="thuộc chỉ đạo"
    )
    number = models.CharField("số", max_length=10, blank=True, editable=False)
    topic = ProseField("về việc", blank=True, help_text="Đối với nhiệm vụ tháng 01 năm 2021")
    assignment = LineField(
        "câu giao việc",
        max_length=500,
        blank=True,
        help_text="Dấu … thứ nhất là chỗ của đơn vị chủ trì, dấu … thứ hai là chỗ của các đơn vị phối hợp. "
        "Để trống thì in: giao … chủ trì, phối hợp với …, hoặc giao … nếu không có đơn vị phối hợp. "
        "Ghi dấu – thì không in câu giao việc, khi dòng trước đã nói ai làm.",
    )
    task = ProseField("nội dung phải làm", blank=True)
    lead_unit = models.ForeignKey(
        "meetings.Unit", models.PROTECT, null=True, blank=True, related_name="led", verbose_name="chủ trì"
    )
    coordinating_units = models.ManyToManyField(
        "meetings.Unit", through="meetings.Coordination", related_name="coordinated", verbose_name="phối hợp"
    )
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_text = LineField("thời hạn bằng chữ", max_length=120, blank=True, help_text="Ví dụ: kỳ họp tới, hàng quý")
    recurrence = LineField("lặp lại", max_length=60, blank=True)
    product = LineField("sản phẩm", max_length=80, blank=True)
    is_public = models.BooleanField("công khai", default=True)
    state = models.CharField("tình trạng", max_length=12, choices=REPORTED_CHOICES, default="open")
    closed_on = models.DateField("xong ngày", null=True, blank=True)
    next_due_on = models.DateField("hạn đang tính", null=True, blank=True, editable=False)
    """See directive_facts.Status, as `review_on`; what is stored is by all reports."""
    review_on = models.DateField("rà lại trước ngày", null=True, blank=True, editable=False)

    objects = scoped("session__office", FollowUpQuerySet)
    history = HistoricalRecords()

    class Meta:
        verbose_name = verbose_name_plural = "nội dung chỉ đạo"
        ordering = AS_A_TREE
        indexes = [models.Index(Coalesce("next_due_on", "due_on"), "state", name="directives_by_day_owed")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], condition=~models.Q(number=""), name="directive_number_once"
            ),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="directive_is_under_another"),
            models.CheckConstraint(
                condition=~models.Q(topic="", task=""),
                name="directive_says_something",
                violation_error_message="Hãy ghi việc gì hoặc nội dung phải làm.",
            ),
        ]

    def __str__(self):
        return " ".join(filter(None, (self.number, self.topic or self.task)))[:80]

    @property
    def taken_over(self):
        """The handover by which another unit leads now than the one that was named; None where there is none. One
        query for each row; a list prefetches `with_handovers()`."""
        handed = self.handed if hasattr(self, "handed") else self.handovers.in_force().select_related("to_unit")
        return now_held(self.lead_unit_id, True, handed)

    @property
    def holder(self):
        """The unit that leads now."""
        return last.to_unit if (last := self.taken_over) else self.lead_unit

    @property
    def level(self):
        """0, or 1 for a task, as in the record."""
        return 0 if self.parent_id is None else 1

    @property
    def term(self):
        return term_of(self.due_text, self.recurrence, self.session.day)

    @property
    def due_now(self):
        """The day by which it is owed, None where there is none."""
        return self.next_due_on or self.due_on

    def facts(self, reports=None) -> Facts:
        """With the reports that hold, in one query where a list has not fetched them."""
        reports = self.reports.not_taken_back() if reports is None else reports
        told = [each.told for each in sorted(reports, key=lambda each: (each.reported_on, each.pk))]
        return Facts(self.session.day, self.due_on, self.term, tuple(told), bool(self.session.source_hash))

    def status_on(self, day=None, reports=None) -> Status:
        """Where it stood at the end of `day`, or stands by all reports. That one of an old post is followed because a
        task below it is, knows `is_followed` alone."""
        return status_on(self.facts(reports), day)

    def to_record(self) -> DirectiveRecord:
        return from_row(
            DirectiveRecord,
            self,
            lead=self.lead_unit.name if self.lead_unit else "",
            coordinators=tuple(coordination.unit.name for coordination in self.coordinations.all()),
        )


class Coordination(models.Model):
    """A unit that coordinates in a directive, in the order the directive names them."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="coordinations")
    unit = models.ForeignKey("meetings.Unit", models.PROTECT, related_name="coordinations")
    order = models.PositiveSmallIntegerField(default=0)
    objects = scoped("directive__session__office")
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "unit"], name="unit_coordinates_once")]

    def __str__(self):
        return self.unit.name


def number_directives(session):
    """Give each directive its number and write it down, with the day by which it is owed."""
    rows = list(session.directives.all())
    for row, number in zip(rows, numbers_of(rows, issued_numbers(session)), strict=True):
        if row.number != number:
            row.number = number
            Directive.objects.filter(pk=row.pk).update(number=number)
    date_terms(session.directives)


def date_terms(rows):
    """Write down the days that follow from terms in words: they name one, come again, or stand."""
    for row in rows.exclude(due_text="", recurrence="").select_related("session"):
        status = row.status_on()
        days = {"next_due_on": status.next_due_on, "review_on": status.review_on}
        if days != {name: getattr(row, name) for name in days}:
            Directive.objects.filter(pk=row.pk).update(**days)


def issued_numbers(session):
    """Every number in what has left the office, were the row long gone."""
    editions = session.editions.exclude(state="cancelled").values_list("record", flat=True)
    return {row["number"] for record in editions for row in record["directives"] if row["number"]}
