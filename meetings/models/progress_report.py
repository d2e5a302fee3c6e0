"""How far a directive has come: its states, what is open or late, and the one verb that moves it."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import Exact, IsNull, LessThan, Range
from django.utils import timezone
from django.utils.functional import cached_property

from ..directive_facts import Reported, Status, owed_occurrences
from ..directive_states import OWED, REPORTED_CHOICES, STATES, DirectiveState
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
    return ~models.Q(state=DirectiveState.OPEN) | _followed_by(ProgressReport.objects.not_taken_back())


def _followed_by(reports):
    below = models.Q(
        directive__session=models.OuterRef("session"),
        directive__number__startswith=Concat(models.OuterRef("number"), models.Value(".")),
    )
    of_it = reports.filter(models.Q(directive=models.OuterRef("pk")) | below)
    return models.Q(session__source_hash="") | models.Exists(of_it.order_by())


def owed():
    return models.Q(state__in=OWED) & is_followed()


def owed_on(day):
    """The query beside directive_facts.status_on: owed at the end of `day`, by the reports up to then. Of one that a
    task below it is followed knows this too."""
    reports = ProgressReport.objects.not_taken_back().filter(reported_on__lte=day)
    latest = reports.filter(directive=models.OuterRef("pk")).order_by("-reported_on", "-pk")
    is_closed = ~models.Q(state__in=OWED) & models.Q(occurrence=None)
    closed = latest.annotate(closes=models.ExpressionWrapper(is_closed, models.BooleanField())).values("closes")[:1]
    return ~models.Q(Exact(Coalesce(models.Subquery(closed), False), True)) & _followed_by(reports)


def overdue(today):
    """The query beside directive_states.is_late: late itself, or owed with a task below it that is late."""
    return owed() & _due(_owed_by(LessThan, today))


def due_within(today, days):
    """Owed by a day from `today` to `days` later, itself or a task below it; or to be looked at again by then."""
    last = today + timedelta(days=days)
    return owed() & _due(_owed_by(Range, (today, last)) | models.Q(review_on__lte=last))


def undated():
    """Owed, and neither its own words nor those of a task below it lead to a day."""
    return owed() & ~_due(_owed_by(IsNull, False) | models.Q(review_on__isnull=False))


DUE_NOW = Coalesce("next_due_on", "due_on")
"""The query beside Directive.due_now; the index directives_by_day_owed is over it."""
IN_ORDER = Coalesce("next_due_on", "due_on", "review_on")
"""By this lists are shown."""


def _owed_by(lookup, day):
    return models.Q(lookup(DUE_NOW, day))


def _due(by):
    """It, or a task below it which is owed. Told as a list of keys, which the index of days gives: as a condition on
    each row the task below would be looked for with every directive that is open."""
    directives = ProgressReport._meta.get_field("directive").related_model.objects
    rows = directives.exclude(number="").filter(owed() & by).order_by()
    return models.Q(pk__in=rows.values("pk").union(rows.exclude(parent=None).values("parent")))


class FollowUpQuerySet(models.QuerySet):
    def in_force(self):
        """Numbered, and of a session that stands published, be it under correction."""
        return self.filter(IN_FORCE)

    def counted(self):
        """What counts as a directive wherever directives are counted; public_index counts by the same rule."""
        return self.filter(parent=None)

    def with_following(self):
        """Each with `followed_now` and `undated_now`."""
        said = models.BooleanField()
        return self.annotate(
            followed_now=models.ExpressionWrapper(is_followed(), said),
            undated_now=models.ExpressionWrapper(undated(), said),
        )

    def follow(self, *, by):
        """Follow each of these that nobody followed, with the tasks below it, from today on.

        It is a report and not a mark of the row: who began it and when stays readable, the public learns of it by the
        same way as of any progress, and it cannot be taken back unseen."""
        for directive in self.exclude(is_followed()).select_related("session"):
            public = directive.is_public_in_its_tree
            state, note = DirectiveState.OPEN.value, FOLLOWED_FROM_NOW
            directive.report(by=by, state=state, note=note, is_public=public, as_a_whole=True)

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

    @property
    def status_now(self):
        """As it is stored: what status_on says, without a query."""
        return Status(self.state_now, self.next_due_on, review_on=self.review_on, closed_on=self.closed_on)

    def is_late(self, today):
        """Itself: of a task below it `overdue` knows."""
        return self.status_now.is_late(self.due_on, today)

    @cached_property
    def is_followed(self):
        """One query for each row; a list asks for `followed_now` beside its rows."""
        known = getattr(self, "followed_now", None)
        return type(self).objects.filter(is_followed(), pk=self.pk).exists() if known is None else known

    @cached_property
    def is_undated(self):
        """As `is_followed`."""
        known = getattr(self, "undated_now", None)
        return type(self).objects.filter(undated(), pk=self.pk).exists() if known is None else known

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
    def report(self, *, by, state, note="", reported_on=None, is_public=False, as_a_whole=False, **more):
        """Append a progress report. The directive then stands where its latest report, by its day, puts it.

        Of a directive that comes again it is on one occurrence, the longest owed where none is named; `as_a_whole` it
        is on all of them. Raises ValidationError, in words for the clerk, where the report cannot be true or says
        nothing.
        """
        locked = type(self).objects.select_for_update(of=("self", "session")).select_related("session")
        if not locked.get(pk=self.pk).is_in_force:
            raise ValidationError("Phiên họp giao việc này không còn hiệu lực, nên không ghi tiến độ được nữa.")
        today = timezone.localdate(timezone=LOCAL_ZONE)
        if not as_a_whole and not more.get("occurrence"):
            more["occurrence"] = next(iter(self.owed_occurrences(today)), None)
        report = ProgressReport(
            directive=self,
            author=by,
            state=state,
            note=note,
            reported_on=reported_on or today,
            is_public=is_public,
            **more,
        )
        report.full_clean()
        report.save()
        self.follow_latest()
        return report

    def extend(self, *, by, to, reason, **more):
        """Put off the day by which it is owed. It is a report as well: counted, and told where the reports are told.

        Raises ValidationError, in words for the clerk, where the day or the reason cannot be."""
        return self.report(by=by, state=self.state, note=reason, extended_to=to, **more)

    def owed_occurrences(self, today):
        """The days of a directive that comes again, see directive_facts."""
        return owed_occurrences(self.facts(), today) if self.term.months else []

    def follow_latest(self):
        """Stand where the reports that hold put it; open where there is none."""
        status = self.status_on()
        followed = status.state is not DirectiveState.NOT_FOLLOWED
        self.state = status.state.value if followed else DirectiveState.OPEN.value
        self.closed_on, self.next_due_on, self.review_on = status.closed_on, status.next_due_on, status.review_on
        self._change_reason = PROGRESS
        self.save(update_fields=["state", "closed_on", "next_due_on", "review_on"])


FOLLOWED_FROM_NOW = "Theo dõi từ nay."
PROGRESS = "báo cáo tiến độ"
"""Why a directive's row changed, where a report and not the session's form changed it."""


class ProgressReportQuerySet(models.QuerySet):
    def not_taken_back(self):
        """The reports that hold: one that its author took back is kept, and says nothing any more."""
        return self.filter(taken_back=None)

    def awaiting_chief(self):
        return self.not_taken_back().filter(awaits_chief=True)


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
    waived = LineField("miễn minh chứng vì", max_length=300, blank=True)
    """Why it is done without evidence; the public is not told."""
    occurrence = models.DateField("kỳ báo cáo", null=True, blank=True)
    """Of a directive that comes again, the day of the occurrence that it is on; see directive_facts."""
    extended_to = models.DateField("gia hạn đến", null=True, blank=True)
    is_public = models.BooleanField("công khai", default=False)
    file = models.JSONField("tệp kèm theo", null=True, blank=True, editable=False)
    """What Upload.facts says of the kept file; None where there is none."""
    file_is_public = models.BooleanField("tệp công khai", default=False, editable=False)
    awaits_chief = models.BooleanField(default=False, editable=False)
    """A clerk asked for it to be public; the office alone reads it until the chief lets it out."""
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
    def told(self):
        """As plain data."""
        return Reported(self.reported_on, self.state, self.occurrence, self.extended_to)

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
        self._refuse_impossible_extension()
        told = ("reported_on", "state", "note", "evidence", "occurrence", "extended_to")
        same = {name: getattr(self, name) for name in told}
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

    def _refuse_impossible_extension(self):
        if not self.extended_to:
            return
        due = self.directive.due_now
        if self.state not in OWED:
            raise ValidationError({"extended_to": "Việc đã xong hoặc thôi thực hiện thì không gia hạn."})
        if self.reported_on and self.extended_to <= self.reported_on:
            raise ValidationError({"extended_to": "Hạn mới phải sau ngày ghi. Hãy ghi một ngày sau đó."})
        if due and self.extended_to <= due:
            raise ValidationError(
                {"extended_to": f"Hạn đang tính là {date_digits(due)}. Hãy ghi hạn mới sau ngày đó."}
            )

    def _refuse_empty_words(self):
        if self.note.strip():
            return
        if self.extended_to:
            raise ValidationError({"note": "Hãy ghi vì sao gia hạn."})
        if self.state == DirectiveState.DROPPED:
            raise ValidationError({"note": "Hãy ghi vì sao thôi thực hiện."})
        if self.state == self.directive.state and not self.session_id:
            raise ValidationError({"note": "Hãy ghi nội dung báo cáo, hoặc chọn tình trạng khác."})
