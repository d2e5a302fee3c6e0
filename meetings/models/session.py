"""The session as the clerk edits it, and its way into a SessionRecord."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.models import HistoricalRecords

from ..plain_data import from_row
from ..record import Role, SessionKind, SessionRecord
from ..vietnamese import LOCAL_ZONE, month_words
from .office_scope import OfficeField, scoped
from .quorum import members_present
from .text_fields import LineField, ProseField
from .workflow import SessionState, Workflow


def _rows_of(model):
    return apps.get_model("meetings", model).objects.filter(session=models.OuterRef("pk"))


class SessionQuerySet(models.QuerySet):
    def not_withdrawn(self):
        """Those that later sessions may learn from: what was withdrawn is as if it had never been held."""
        return self.exclude(state=SessionState.WITHDRAWN)

    def before(self, session):
        """Those that stand before it in the archive: by month, then by the day they were held."""
        return self._beside(session, "lt")

    def after(self, session):
        return self._beside(session, "gt")

    def _beside(self, session, side):
        """A session whose day is not known yet comes first in its month."""
        day = Coalesce("held_on", models.Value(date.min))
        place = self.exclude(pk=session.pk).annotate(day_or_first=day)
        return place.filter(
            models.Q(**{f"year__{side}": session.year})
            | models.Q(year=session.year, **{f"month__{side}": session.month})
            | models.Q(year=session.year, month=session.month)
            & models.Q(**{f"day_or_first__{side}": session.held_on or date.min})
        )

    def with_gaps(self):
        """What `missing` asks of the rows, for lists that do not fetch them."""
        chairs = models.Exists(_rows_of("Attendee").filter(role=Role.CHAIR))
        decisions = models.Exists(_rows_of("Directive")) | models.Exists(
            _rows_of("AgendaItem").exclude(conclusion="")
        )
        return self.annotate(
            is_chaired=models.Q(chairs) | ~models.Q(opening="", attendance=""),
            is_decided=models.Q(decisions) | ~models.Q(assessment="", closing=""),
        )

    def with_rows(self):
        """Everything a record is made of, in as many queries for forty rows as for one."""
        return self.select_related("council", "views").prefetch_related(
            "council__members",
            "attendees__unit",
            "agenda",
            "directives__lead_unit",
            "directives__coordinations__unit",
            "attachments__agenda_item",
        )


class Session(Workflow, models.Model):
    office = OfficeField()
    council = models.ForeignKey(
        "meetings.Council", models.PROTECT, related_name="sessions", verbose_name="hội đồng nhân dân"
    )
    kind = models.CharField(
        "loại phiên",
        max_length=14,
        choices=[(kind.value, kind.label) for kind in SessionKind],
        default=SessionKind.REGULAR.value,
    )
    expanded = models.BooleanField("mở rộng", default=False)
    year = models.PositiveSmallIntegerField("thuộc năm")
    month = models.PositiveSmallIntegerField("thuộc tháng")
    slug = models.SlugField("phần địa chỉ", max_length=30, blank=True, editable=False)
    ordinal = models.PositiveSmallIntegerField("phiên thứ", null=True, blank=True)
    title = LineField("tên phiên họp", max_length=300, blank=True)
    held_on = models.DateField("ngày họp", null=True, blank=True)
    starts_at = models.TimeField("giờ bắt đầu", null=True, blank=True)
    ends_at = models.TimeField("giờ kết thúc", null=True, blank=True)
    venue = LineField("địa điểm", max_length=300, blank=True)
    opening = ProseField("câu mở đầu", blank=True)
    attendance = ProseField("câu nêu thành phần", blank=True)
    assessment = ProseField("đánh giá của chủ trì", blank=True)
    directives_intro = ProseField("câu dẫn vào các chỉ đạo", blank=True)
    closing = ProseField("lời kết", blank=True)
    state = models.CharField(
        "trạng thái", max_length=12, choices=SessionState, default=SessionState.DRAFT, editable=False
    )
    posted_at = models.DateTimeField("ngày đăng", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    source_text = models.TextField("nguyên văn bài cũ", blank=True, editable=False)
    source_url = models.URLField("địa chỉ bài cũ", blank=True, editable=False)
    source_hash = models.CharField(max_length=64, blank=True, editable=False)
    annex = models.ManyToManyField(
        "meetings.Directive", blank=True, related_name="+", verbose_name="chỉ đạo trong phụ lục"
    )
    modified_at = models.DateTimeField("sửa lần cuối", auto_now=True)

    objects = scoped(queryset=SessionQuerySet)
    history = HistoricalRecords(excluded_fields=["source_text", "modified_at"])

    class Meta:
        verbose_name = verbose_name_plural = "phiên họp"
        ordering = ["-year", "-month", models.F("held_on").desc(nulls_last=True), "-pk"]
        indexes = [models.Index(fields=["office", "source_hash"], name="session_by_old_post")]
        permissions = [
            ("submit_session", "Gửi duyệt phiên họp"),
            ("publish_session", "Duyệt, đăng, thu hồi phiên họp"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "year", "month"],
                condition=models.Q(kind="regular") & ~models.Q(state="withdrawn"),
                name="one_regular_session_a_month",
                violation_error_message="Tháng này đã có phiên họp thường kỳ. "
                "Hãy mở phiên đó, hoặc chọn loại phiên đột xuất, chuyên đề.",
            ),
            models.UniqueConstraint(fields=["office", "year", "month", "slug"], name="session_address_once"),
            models.UniqueConstraint(
                fields=["office", "source_hash"], condition=~models.Q(source_hash=""), name="old_post_read_once"
            ),
            models.CheckConstraint(
                condition=models.Q(month__range=(1, 12)),
                name="session_month_in_year",
                violation_error_message="Tháng phải từ 1 đến 12.",
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=(1946, 2100)),
                name="session_year_in_reach",
                violation_error_message="Năm phải từ 1946 đến 2100.",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
        ]

    def __str__(self):
        """ "Phiên tháng 01/2021", "Phiên đột xuất tháng 12/2020", "Phiên tháng 9/2020 (mở rộng)"."""
        kind = SessionKind(self.kind).in_names
        words = ("Phiên", kind, f"tháng {month_words(self.month)}/{self.year}", "(mở rộng)" if self.expanded else "")
        return " ".join(filter(None, words))

    def save(self, *args, **kwargs):
        if not (self.pk and self.editions.exists()):
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self):
        """The address within the month; it may still change with the kind until something is issued."""
        month = Session.objects.filter(year=self.year, month=self.month).exclude(pk=self.pk)
        taken = set(month.values_list("slug", flat=True))
        base, suffix = SessionKind(self.kind).in_paths or ("" if "" not in taken else "phien"), 1
        while (free := base if suffix == 1 else f"{base}-{suffix}") in taken:
            suffix += 1
        return free

    @property
    def day(self):
        """When it is held; before its day is set, or where an old post names none, the first of its month."""
        return self.held_on or date(self.year, self.month, 1)

    @property
    def is_ahead(self):
        """The day on which it is to be held is still to come."""
        return self.held_on is not None and self.held_on > timezone.localdate()

    def missing(self):
        """What a reader would miss, in words: it must be filled in before the session may be published. Of a session
        still to be held nothing is asked yet; an old post said what it said."""
        if self.source_hash or self.is_ahead:
            return []
        gaps = {
            "ngày họp": self.held_on is None,
            "người chủ trì": not self._is_chaired(),
            "kết luận hoặc chỉ đạo": not self._is_decided(),
        }
        return [words for words, lacking in gaps.items() if lacking]

    def _is_chaired(self):
        """Who chaired stands in a row, or in a sentence that was typed."""
        if hasattr(self, "is_chaired"):
            return self.is_chaired
        rows = any(attendee.role == Role.CHAIR for attendee in self.attendees.all())
        return rows or bool(self.opening or self.attendance)

    def _is_decided(self):
        if hasattr(self, "is_decided"):
            return self.is_decided
        concluded = any(item.conclusion for item in self.agenda.all())
        return concluded or bool(self.assessment or self.closing or self.directives.all())

    def to_record(self) -> SessionRecord:
        """The rows as a record; fetch with `with_rows()` first where queries count."""
        present = members_present(self)
        return from_row(
            SessionRecord,
            self,
            council=self.council.to_record(),
            kind=SessionKind(self.kind),
            posted_at=self.posted_at.astimezone(LOCAL_ZONE) if self.posted_at else None,
            imported_views=self.views.imported if hasattr(self, "views") else 0,
            from_old_post=bool(self.source_hash),
            attendees=tuple(attendee.to_record() for attendee in self.attendees.all()),
            agenda=tuple(item.to_record(present) for item in self.agenda.all()),
            directives=tuple(directive.to_record() for directive in self.directives.all()),
            attachments=tuple(attachment.to_record() for attachment in self.attachments.all()),
        )
