"""The record room: what has left the office. Frozen; the public reads this and nothing of the desk."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.dispatch import Signal
from django.utils import timezone

from ..paper import PaperKind, PaperRecord
from ..paper_kinds import description, series
from ..prose import completed
from ..record import SessionRecord
from ..vietnamese import fold, month_and_year
from . import seal
from .office_scope import OfficeField, scoped
from .seal import SCHEME as SEAL_SCHEME
from .text_fields import ProseField

issued = Signal()
"""Sent with each `edition`, inside the transaction that issues it."""
closed = Signal()
"""Sent with the `sessions` whose news was taken out of force, those whose `papers` were, and whether the public had
seen any of it (`was_public`), inside the transaction that does it."""


INTERNAL_COLUMNS = ("record", "paper", "folded")
"""The columns of an edition that no public page reads."""
RECORD_COLUMNS = (*INTERNAL_COLUMNS, "public_record")
"""The long columns of an edition: a list leaves them out unless it shows them."""


def columns_at(prefix, columns):
    """For defer(), from a row that leads to an edition: columns_at("edition__", RECORD_COLUMNS)."""
    return [f"{prefix}{column}" for column in columns]


_REGULAR = len("2021/01")
"""The path of a month's regular session."""


class NumberGone(Exception):
    """The number is not free any more; `free` is the next that is."""

    def __init__(self, free):
        super().__init__(free)
        self.free = free


class BookClosed(Exception):
    """The register of the paper's year is closed; the message says when and by whom."""


class EditionQuerySet(models.QuerySet):
    def live(self, kind="news"):
        """The editions of a kind that are in force and whose moment has come."""
        return self.filter(kind=kind, state=Edition.State.LIVE, visible_from__lte=timezone.now())

    def left(self):
        """What has left the office, in force or not: its moment came while it was."""
        came = self.filter(visible_from__lte=timezone.now()).exclude(state=Edition.State.CANCELLED)
        return came.filter(models.Q(closed_at=None) | models.Q(closed_at__gte=models.F("visible_from")))

    def told(self):
        """What has left the office and may be told of. Minutes and notices say what a session decided, so they wait
        for its page: they count from the moment at which both were in force."""
        pages = Edition.objects.left().filter(kind=Edition.Kind.NEWS, session=models.OuterRef("session"))
        end = Coalesce(models.OuterRef("closed_at"), models.Value(timezone.now()))
        pages = pages.filter(visible_from__lte=end)
        pages = pages.filter(models.Q(closed_at=None) | models.Q(closed_at__gte=models.OuterRef("visible_from")))
        return self.left().filter(~models.Q(kind__in=Edition.WAIT_FOR_THE_PAGE) | models.Exists(pages))

    def close(self, state, note="", by=None):
        """Take those that are in force out of force; returns how many there were."""
        in_force = self.filter(state=Edition.State.LIVE)
        closing = list(in_force.values_list("session_id", "kind"))
        sessions = [session for session, kind in closing if kind == Edition.Kind.NEWS]
        papers = [session for session, kind in closing if kind != Edition.Kind.NEWS]
        was_public = in_force.told().filter(is_public=True).exists()
        count = in_force.update(state=state, closed_at=timezone.now(), closed_note=note, closed_by=by)
        if count:
            closed.send(Edition, sessions=sessions, papers=papers, was_public=was_public)
        return count

    def newest_first(self):
        """Ordered by the month that a session belongs to, then by the day it was held."""
        return self.order_by("-year", "-month", models.F("held_on").desc(nulls_last=True), "-pk")

    def with_ending(self):
        """Each with `went_with_withdrawal`: replaced before its page was withdrawn, it is readable nowhere."""
        later = Edition.objects.filter(session=models.OuterRef("session"), kind=models.OuterRef("kind"))
        withdrawn = later.filter(state=Edition.State.WITHDRAWN, pk__gt=models.OuterRef("pk"))
        return self.annotate(went_with_withdrawal=models.Exists(withdrawn))

    def without_records(self):
        """For lists: without the long columns."""
        return self.defer(*RECORD_COLUMNS)

    def series(self, council_id, kind, year):
        """The papers that share one series of numbers: all letters run in one, whatever they are for."""
        return self.filter(council=council_id, kind__in=series(PaperKind(kind)), number_year=year)

    def next_number(self, council_id, kind, year):
        return (self.series(council_id, kind, year).aggregate(last=models.Max("number"))["last"] or 0) + 1

    def issue(
        self, session_id, kind, record, *, by, note="", at=None, visible_from=None, paper=None, files=(), **frozen
    ):
        """Freeze `record` as the live edition of its kind; the one before becomes its replaced predecessor.

        The only door out of the desk. Call it inside the transaction that changes the session's state. `paper` is a
        complete PaperRecord with its number, `files` are PrintedFiles that are kept already, `frozen` are further
        columns. The council's row is locked, so that numbers and seals follow one another; raises NumberGone for a
        number that is given already, BookClosed for a day of a year whose register is closed.
        """
        council = self.model.council.field.related_model.objects.select_for_update(of=("self",)).get(
            sessions=session_id
        )
        if paper and (closing := council.register_closings.filter(year=paper.dated.year).first()):
            raise BookClosed(closing.words)
        if paper and paper.number < (free := self.next_number(council.pk, kind, paper.dated.year)):
            raise NumberGone(free)
        editions = self.filter(session=session_id, kind=kind).exclude(state=Edition.State.CANCELLED)
        before = editions.filter(state=Edition.State.LIVE).first()
        editions.close(Edition.State.REPLACED, by=by)
        at = at or timezone.now()
        whole = completed(record)
        public_record = completed(record.public()).to_data()
        edition = self.model(
            session_id=session_id,
            council=council,
            kind=kind,
            sequence=(editions.aggregate(last=models.Max("sequence"))["last"] or 0) + 1,
            replaces=before,
            **columns_of(whole),
            record=whole.to_data(),
            public_record=public_record,
            folded=fold(" ".join(_words(public_record))),
            record_sha256=seal.fingerprint(record),
            issued_at=at,
            visible_from=visible_from or at,
            issued_by=by,
            note=note,
            **frozen,
        )
        if paper:
            edition.paper = paper.to_data()
            edition.number, edition.symbol = paper.number, paper.symbol
            edition.dated, edition.number_year = paper.dated, paper.dated.year
        edition.follow_seal(files)
        edition.save()
        edition.files.bulk_create(file.row(edition) for file in files)
        mended = edition.mendings.model
        mended.objects.bulk_create(
            mended(letter=edition, mended_id=each.edition, is_public=bool(each.public().corrections))
            for each in (paper.mends if paper else ())
        )
        issued.send(Edition, edition=edition)
        return edition


SHARED = {kinds[0].value: [kind.value for kind in kinds] for kinds in map(series, PaperKind) if len(kinds) > 1}
"""The kinds that share a series of numbers, under the first of them."""


class Edition(models.Model):
    """One paper or page as it was issued. Nothing of it changes but its state; see frozen.py."""

    Kind = models.TextChoices(
        "Kind",
        [("NEWS", ("news", "Bài đăng")), *((kind.name, (kind.value, description(kind).label)) for kind in PaperKind)],
    )
    INVITES = next(kind for kind in PaperKind if description(kind).precedes_session)
    """The kind of paper that goes out before the session."""
    WAIT_FOR_THE_PAGE = tuple(kind for kind in PaperKind if not description(kind).precedes_session)
    OUGHT = tuple(kind for kind in WAIT_FOR_THE_PAGE if not description(kind).goes_out_when_needed)
    """A session ought to have the papers that say how it went."""

    class State(models.TextChoices):
        LIVE = "live", "Đang có hiệu lực"
        REPLACED = "replaced", "Đã được thay"
        WITHDRAWN = "withdrawn", "Đã thu hồi"
        CANCELLED = "cancelled", "Đã bỏ hẹn"

    office = OfficeField()
    session = models.ForeignKey("meetings.Session", models.PROTECT, related_name="editions", verbose_name="phiên họp")
    council = models.ForeignKey("meetings.Council", models.PROTECT, related_name="editions", verbose_name="HĐND")
    kind = models.CharField("loại", max_length=12, choices=Kind)
    sequence = models.PositiveSmallIntegerField("bản")
    state = models.CharField("tình trạng", max_length=10, choices=State, default=State.LIVE)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="thay cho bản"
    )
    number = models.PositiveIntegerField("số", null=True)
    number_year = models.PositiveSmallIntegerField("năm của số", null=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    dated = models.DateField("ngày văn bản", null=True)
    year = models.PositiveSmallIntegerField("năm")
    month = models.PositiveSmallIntegerField("tháng")
    path = models.CharField("địa chỉ", max_length=40)
    held_on = models.DateField("ngày họp", null=True)
    posted_at = models.DateTimeField("ngày đăng", null=True)
    title = models.CharField("tiêu đề", max_length=300)
    record = models.JSONField("hồ sơ")
    public_record = models.JSONField("hồ sơ công khai")
    paper = models.JSONField("phần riêng của văn bản", null=True)
    folded = models.TextField(editable=False)
    record_sha256 = models.CharField("mã băm của hồ sơ", max_length=64)
    seal = models.CharField("dấu niêm", max_length=64)
    seal_scheme = models.PositiveSmallIntegerField("cách niêm", default=SEAL_SCHEME)
    issued_at = models.DateTimeField("lúc phát hành")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người phát hành"
    )
    visible_from = models.DateTimeField("công khai từ")
    is_public = models.BooleanField("công khai", default=True)
    note = ProseField("nội dung đính chính, lý do thay", blank=True)
    form_note = ProseField("lý do phát hành khi thể thức còn chỗ chưa đúng", blank=True)
    closed_at = models.DateTimeField("hết hiệu lực lúc", null=True)
    closed_note = ProseField("lý do hết hiệu lực", blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người thu hồi, thay"
    )

    objects = scoped(queryset=EditionQuerySet)

    class Meta:
        verbose_name = "bản đã phát hành"
        verbose_name_plural = "giấy tờ đã phát hành"
        ordering = ["-issued_at", "-pk"]
        permissions = [("issue_edition", "Phát hành giấy tờ"), ("sign_edition", "Gắn bản ký vào giấy tờ")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "kind"], condition=models.Q(state="live"), name="one_live_edition_of_a_kind"
            ),
            models.UniqueConstraint(
                fields=["session", "kind", "sequence"],
                condition=~models.Q(state="cancelled"),
                name="edition_sequence_once",
            ),
            models.UniqueConstraint(
                fields=["office", "path", "kind"],
                condition=models.Q(state="live"),
                name="one_live_edition_at_an_address",
            ),
            models.UniqueConstraint(
                models.F("council"),
                models.Case(
                    *(models.When(kind__in=kinds, then=models.Value(first)) for first, kinds in SHARED.items()),
                    default=models.F("kind"),
                    output_field=models.CharField(),
                ),
                models.F("number_year"),
                models.F("number"),
                name="a_number_once_in_its_series",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "kind", "state", "-year", "-month", "-held_on"], name="edition_archive"),
            models.Index(fields=["office", "visible_from"], name="edition_visible_from"),
        ]

    def __str__(self):
        return f"{self.title}, bản {self.sequence}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Bản đã phát hành không sửa được; hãy phát hành bản thay thế.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Bản đã phát hành không xóa được; hãy thu hồi.")

    def follow_seal(self, files):
        """Seal it after the council's last edition: whoever takes one out breaks the seals of all that follow."""
        earlier = Edition.objects.filter(council=self.council_id).order_by("-pk")
        self.seal = seal.of(self, files, earlier.values_list("seal", flat=True).first() or "")

    @property
    def whole(self) -> SessionRecord:
        """The internal record, as it stood at issue."""
        return SessionRecord.from_data(self.record)

    @property
    def public(self) -> SessionRecord:
        """What the public may read."""
        return SessionRecord.from_data(self.public_record)

    @property
    def is_told(self):
        """Whether the public may know of it by now."""
        return self.is_public and Edition.objects.told().filter(pk=self.pk).exists()

    @property
    def reference(self):
        """ "05/BB-HĐND"; "" for a page."""
        return "" if self.number is None else f"{self.number:02d}/{self.symbol}"

    @property
    def session_words(self):
        """ "phiên họp tháng 01 năm 2021"; one that is not the month's regular session by its own title."""
        if len(self.path) == _REGULAR:
            return f"phiên họp {month_and_year(self.year, self.month)}"
        return self.title[:1].lower() + self.title[1:]

    @property
    def abstract(self):
        """What the register lists it as: "Kết luận phiên họp tháng 01 năm 2021 của Thường trực HĐND quận …"."""
        described = description(PaperKind(self.kind)) if self.is_paper else None
        if described and described.period and (account := self.paper_record.account):
            return f"Kết quả thực hiện chỉ đạo {account.name}"
        lead = described.title_lead if described else ""
        return f"{lead} {self.title[:1].lower()}{self.title[1:]}" if lead else self.title

    @property
    def paper_record(self) -> PaperRecord:
        return PaperRecord.from_data(self.paper)

    @property
    def public_paper(self) -> PaperRecord:
        """What the public may read of the paper beside its session's record; it costs its internal column."""
        return self.paper_record.public()

    @property
    def is_paper_in_force(self):
        """Whether it may still be withdrawn, or a signed copy be attached to it."""
        return self.is_paper and self.state == self.State.LIVE

    @property
    def is_paper(self):
        return self.kind != Edition.Kind.NEWS


def columns_of(record) -> dict:
    """The columns by which an edition can be found, from its completed record; and those of its entry in the index,
    from the edition."""
    names = ("year", "month", "path", "held_on", "posted_at", "title")
    return {name: getattr(record, name) for name in names}


def _words(value):
    """Every text inside JSON-ready data."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _words(part)
