"""How far a directive has come: its states, what is open or late, and the one verb that moves it."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.functional import cached_property

from ..directive_states import OWED, REPORTED_CHOICES, STATES, DirectiveState, is_late
from ..record import directive_reference
from ..vietnamese import LOCAL_ZONE, date_digits
from .office_scope import OfficeField, scoped
from .stored_file import StoredFile
from .text_fields import LineField, ProseField

STATES_IN_FORCE = ("published", "reopened", "resubmitted")
"""The states of a session whose directives are followed."""

IN_FORCE = ~models.Q(number="") & models.Q(
    session__state__in=STATES_IN_FORCE, session__posted_at__lte=models.functions.Now()
)


def is_followed():
    """The query beside follow_up.standing. A directive of an old post is followed from the first report on it or on a
    task below it; any other one from the start."""
    below = models.Q(
        directive__session=models.OuterRef("session"),
        directive__number__startswith=Concat(models.OuterRef("number"), models.Value(".")),
    )
    reports = ProgressReport.objects.not_taken_back().filter(models.Q(directive=models.OuterRef("pk")) | below)
    reported = ~models.Q(state=DirectiveState.OPEN) | models.Exists(reports.order_by())
    return models.Q(session__source_hash="") | reported


def owed():
    return models.Q(state__in=OWED) & is_followed()


def overdue(today):
    """The query beside directive_states.is_late: late itself, or owed with a task below it that is late."""
    return owed() & _due(due_on__lt=today)


def due_within(today, days):
    """Owed by a day from `today` to `days` later, itself or a task below it."""
    return owed() & _due(due_on__range=(today, today + timedelta(days=days)))


def _due(**day):
    """Its own day, or that of a task below it which is owed."""
    directives = ProgressReport._meta.get_field("directive").related_model.objects
    below = directives.filter(
        owed(),
        session=models.OuterRef("session"),
        number__startswith=Concat(models.OuterRef("number"), models.Value(".")),
        **day,
    )
    return models.Q(**day) | models.Exists(below.order_by())


class FollowUpQuerySet(models.QuerySet):
    def in_force(self):
        """Numbered, and of a session that stands published, be it under correction."""
        return self.filter(IN_FORCE)

    def counted(self):
        """What counts as a directive wherever directives are counted; public_index counts by the same rule."""
        return self.filter(parent=None)

    def with_following(self):
        """Each with `followed_now`."""
        return self.annotate(followed_now=models.ExpressionWrapper(is_followed(), models.BooleanField()))

    def follow(self, *, by):
        """Follow each of these that nobody followed, with the tasks below it, from today on.

        It is a report and not a mark of the row: who began it and when stays readable, the public learns of it by the
        same way as of any progress, and it cannot be taken back unseen."""
        for directive in self.exclude(is_followed()).select_related("session"):
            public = directive.is_public_in_its_tree
            directive.report(by=by, state=DirectiveState.OPEN.value, note=FOLLOWED_FROM_NOW, is_public=public)

    def open(self):
        return self.filter(owed())

    def overdue(self, today):
        return self.filter(overdue(today))


class FollowUp:
    """A directive's way to its end."""

    @property
    def state_now(self):
        """Its state, or that nobody follows it. Whether it is late is another question: that comes with the day."""
        return STATES[self.state] if self.is_followed else DirectiveState.NOT_FOLLOWED

    def is_late(self, today):
        """Itself: of a task below it `overdue` knows."""
        return is_late(self.state_now, self.due_on, today)

    @cached_property
    def is_followed(self):
        """One query for each row; a list asks for `followed_now` beside its rows."""
        known = getattr(self, "followed_now", None)
        return type(self).objects.filter(is_followed(), pk=self.pk).exists() if known is None else known

    @property
    def is_in_force(self):
        return bool(self.number) and self.session.state in STATES_IN_FORCE and not self.session.is_scheduled

    @property
    def reference(self):
        """Its number all sessions over, as its public address has it: "2021-01-1", "2020-12-dot-xuat-2-nd1"."""
        session = self.session
        path = "/".join(filter(None, (f"{session.year}", f"{session.month:02d}", session.slug)))
        return directive_reference(path, self.number)

    @property
    def is_public_in_its_tree(self):
        """A task under an internal directive is internal, whatever its own mark says."""
        head = self.number.partition(".")[0]
        heads = type(self).objects.filter(session=self.session_id, number=head, is_public=True)
        return self.is_public and (not self.level or heads.exists())

    @property
    def family(self):
        """Itself and the tasks below it."""
        below = models.Q(session=self.session_id, number__startswith=f"{self.number}.")
        return type(self).objects.filter(models.Q(pk=self.pk) | below)

    @transaction.atomic
    def report(self, *, by, state, note="", reported_on=None, is_public=False, evidence="", **file):
        """Append a progress report. The directive then stands where its latest report, by its day, puts it.

        Raises ValidationError, in words for the clerk, where the report cannot be true or says nothing.
        """
        locked = type(self).objects.select_for_update(of=("self", "session")).select_related("session")
        if not locked.get(pk=self.pk).is_in_force:
            raise ValidationError("Phiên họp giao việc này không còn hiệu lực, nên không ghi tiến độ được nữa.")
        report = ProgressReport(
            directive=self,
            author=by,
            state=state,
            note=note,
            reported_on=reported_on or timezone.localdate(timezone=LOCAL_ZONE),
            is_public=is_public,
            evidence=evidence,
            **file,
        )
        report.full_clean()
        report.save()
        self.follow_latest()
        return report

    def follow_latest(self):
        """Stand where the latest report that holds puts it; open where there is none."""
        latest = self.reports.not_taken_back().last()
        self.state = latest.state if latest else DirectiveState.OPEN.value
        self.closed_on = None if self.state in OWED else latest.reported_on
        self._change_reason = PROGRESS
        self.save(update_fields=["state", "closed_on"])


FOLLOWED_FROM_NOW = "Theo dõi từ nay."
PROGRESS = "báo cáo tiến độ"
"""Why a directive's row changed, where a report and not the session's form changed it."""


class ProgressReportQuerySet(models.QuerySet):
    def not_taken_back(self):
        """The reports that hold: one that its author took back is kept, and says nothing any more."""
        return self.filter(taken_back=None)


class ProgressReport(models.Model):
    """What a unit reported on a directive. Rows are added, never changed."""

    office = OfficeField()
    directive = models.ForeignKey(
        "meetings.Directive", models.PROTECT, related_name="reports", verbose_name="chỉ đạo"
    )
    reported_on = models.DateField("ngày báo cáo")
    session = models.ForeignKey(
        "meetings.Session", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tại phiên họp"
    )
    state = models.CharField("tình trạng", max_length=12, choices=REPORTED_CHOICES)
    note = ProseField("nội dung báo cáo", blank=True)
    evidence = LineField("văn bản kèm theo", max_length=300, blank=True)
    is_public = models.BooleanField("công khai", default=False)
    file = models.JSONField("tệp kèm theo", null=True, blank=True, editable=False)
    """What Upload.facts says of the kept file; None where there is none."""
    file_is_public = models.BooleanField("tệp công khai", default=False, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = scoped(queryset=ProgressReportQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "báo cáo tiến độ"
        ordering = ["reported_on", "pk"]

    def __str__(self):
        return f"{self.directive}: {self.get_state_display()}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("Báo cáo tiến độ chỉ được thêm, không sửa.")
        super().save(*args, **kwargs)

    @property
    def stored(self):
        return StoredFile.of_facts(self.file)

    @property
    def public_file(self):
        """Its file where everybody may read it; None otherwise."""
        return self.stored if self.is_public and self.file_is_public else None

    @property
    def is_taken_back(self):
        return hasattr(self, "taken_back")

    def may_be_taken_back(self, user):
        """By its author, on the day it was recorded: afterwards others have read it and gone by it."""
        day = timezone.localdate(self.recorded_at, LOCAL_ZONE)
        today = timezone.localdate(timezone=LOCAL_ZONE)
        return self.author_id == user.pk and day == today

    def clean(self):
        self._refuse_impossible_day()
        self._refuse_empty_words()
        same = {"reported_on": self.reported_on, "state": self.state, "note": self.note, "evidence": self.evidence}
        if self.directive.reports.not_taken_back().filter(**same).exists():
            raise ValidationError("Báo cáo này đã được ghi rồi, đúng ngày, tình trạng và nội dung như vậy.")

    def _refuse_impossible_day(self):
        if not self.reported_on:
            return
        given_on = self.directive.session.day
        if self.reported_on > timezone.localdate(timezone=LOCAL_ZONE):
            raise ValidationError({"reported_on": "Ngày này chưa tới. Hãy ghi ngày hôm nay hoặc một ngày trước đó."})
        if self.reported_on < given_on:
            raise ValidationError(
                {
                    "reported_on": f"Phiên họp giao việc này ngày {date_digits(given_on)}; "
                    "ngày báo cáo không thể trước ngày đó."
                }
            )

    def _refuse_empty_words(self):
        if self.note.strip():
            return
        if self.state == DirectiveState.DROPPED:
            raise ValidationError({"note": "Hãy ghi vì sao thôi thực hiện."})
        if self.state == self.directive.state:
            raise ValidationError({"note": "Hãy ghi nội dung báo cáo, hoặc chọn tình trạng khác."})
