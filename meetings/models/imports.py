"""The archive that is being read in: batches of old posts, each waiting for one decision."""

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.conf import settings
from django.db import models

from ..record import SessionRecord
from ..vietnamese import tidy
from .office_scope import OfficeField, scoped
from .text_fields import LineField, ProseField

_OF_WHO_SHARED_IT = ("utm_", "fbclid", "gclid", "zarsrc")
"""Parameters that others hang on a link."""


class Verdict(models.TextChoices):
    """What the reader made of a post."""

    CLEAN = "clean", "đọc trọn vẹn"
    DOUBTS = "doubts", "có chỗ chưa chắc"
    REFUSED = "refused", "không đọc được"
    KNOWN = "known", "đã có từ trước"
    CHANGED = "changed", "khác bản đã nhập"


class Decision(models.TextChoices):
    """What the office made of it."""

    PENDING = "pending", "chờ quyết định"
    ACCEPTED = "accepted", "đã nhập"
    SKIPPED = "skipped", "để lại"


class ImportBatch(models.Model):
    office = OfficeField()
    name = LineField("tên đợt nhập", max_length=200)
    made_at = models.DateTimeField("bắt đầu lúc", auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người nhập"
    )

    objects = scoped()

    class Meta:
        verbose_name = "đợt nhập bài cũ"
        verbose_name_plural = "nhập bài cũ"
        ordering = ["-made_at"]

    def __str__(self):
        return self.name


class ImportedPost(models.Model):
    """One post of a batch: its source, how it was read, what was decided."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="posts", verbose_name="đợt nhập")
    order = models.PositiveIntegerField("thứ tự", default=0)
    name = LineField("tệp", max_length=300)
    """Where it stands in the batch: "2019/thang-7.html", "bai.zip/x.docx", "posts.csv:12"."""
    form = models.CharField("dạng", max_length=8, blank=True)
    address = models.CharField("địa chỉ bài cũ", max_length=500, blank=True)
    source_text = models.TextField("nguyên văn", blank=True)
    source_hash = models.CharField(max_length=64, db_index=True)
    """SHA-256 of the text as read, as in Session.source_hash; of the bytes where no text could be had."""
    notes = models.JSONField("ghi chú khi đọc tệp", default=list)
    reading = models.JSONField("kết quả đọc", null=True)
    """Reading.to_data(); None for a refused post."""
    reason = ProseField("lý do không đọc được", blank=True)
    verdict = models.CharField("máy đọc", max_length=8, choices=Verdict, default=Verdict.CLEAN)
    decision = models.CharField("quyết định", max_length=8, choices=Decision, default=Decision.PENDING)
    answers = models.JSONField("câu trả lời", default=dict)
    """Per doubt, by its place in reading["doubts"]: what the clerk answered; under "frame": the council, month and
    day that the clerk typed."""
    session = models.ForeignKey(
        "meetings.Session", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="phiên họp"
    )
    """The session it became, or that stands for the same month already."""
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = scoped("batch__office")

    class Meta:
        verbose_name = verbose_name_plural = "bài cũ"
        ordering = ["batch", "order"]
        constraints = [models.UniqueConstraint(fields=["batch", "name"], name="post_once_in_batch")]
        indexes = [models.Index(fields=["batch", "decision", "verdict"], name="posts_to_decide")]

    def __str__(self):
        return self.name

    @property
    def record(self):
        return SessionRecord.from_data(self.reading["record"]) if self.reading else None


class ImportedFile(models.Model):
    """A picture or a document that lay beside a post: kept in the store, under its hash."""

    post = models.ForeignKey(ImportedPost, models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField(default=0)
    title = LineField("tên tài liệu", max_length=300)
    filename = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField("cỡ (byte)", default=0)

    objects = scoped("post__batch__office")

    class Meta:
        verbose_name = verbose_name_plural = "tệp kèm bài cũ"
        ordering = ["post", "order"]

    def __str__(self):
        return self.title


class UnitProposal(models.Model):
    """A name that the posts of a batch give a unit, and that no unit goes by yet: decided once, for all of them."""

    class Answer(models.TextChoices):
        PENDING = "pending", "chờ quyết định"
        NEW = "new", "thêm đơn vị mới"
        ALIAS = "alias", "tên gọi khác của đơn vị đã có"
        WORDS = "words", "để trong câu chữ"

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="units", verbose_name="đợt nhập")
    name = LineField("tên trong bài", max_length=200)
    folded = models.CharField(max_length=200)
    count = models.PositiveIntegerField("số lần nêu", default=0)
    likely = models.ForeignKey(
        "meetings.Unit", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="có lẽ là"
    )
    likely_name = LineField(max_length=200, blank=True)
    """Another proposal's name that is likely the same unit, where no unit is."""
    sentence = LineField("câu trong bài", max_length=400, blank=True)
    post = models.ForeignKey(
        ImportedPost, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="bài có câu ấy"
    )
    answer = models.CharField("quyết định", max_length=8, choices=Answer, default=Answer.PENDING)
    unit = models.ForeignKey(
        "meetings.Unit", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )

    objects = scoped("batch__office")

    class Meta:
        verbose_name = verbose_name_plural = "tên đơn vị chưa biết"
        ordering = ["-count", "name"]
        constraints = [models.UniqueConstraint(fields=["batch", "folded"], name="unit_name_once_in_batch")]

    def __str__(self):
        return self.name


class OldAddress(models.Model):
    """Where a post stood on the old portal: its path and query, which lead to the session's page now."""

    office = OfficeField()
    path = models.CharField("địa chỉ cũ", max_length=500)
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="old_addresses")

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "địa chỉ cũ"
        constraints = [models.UniqueConstraint(fields=["office", "path"], name="old_address_once")]

    def __str__(self):
        return self.path

    @staticmethod
    def key(address):
        """The `path` of an address: decoded, in small letters, its parameters in order, without a closing slash; ""
        where nothing but the front page is named."""
        try:
            parts = urlsplit(address.strip().lower())
            asked = parse_qsl(parts.query, keep_blank_values=True)
        except ValueError:
            return ""
        query = urlencode(sorted(pair for pair in asked if not pair[0].startswith(_OF_WHO_SHARED_IT)))
        path = tidy(unquote(parts.path)).rstrip("/")
        key = f"{path}?{tidy(unquote(query))}" if query else path
        return key.lower() if path.startswith("/") and len(key) <= 500 else ""
