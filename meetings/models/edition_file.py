"""The files of an edition: the paper as it was printed, and later the signed copy."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from ..plain_data import plain, revive
from ..writers.pdf.contents import Signature
from .edition import Edition
from .office_scope import scoped
from .stored_file import StoredFile


class Part(models.TextChoices):
    WHOLE = "whole", "Bản đầy đủ"
    PUBLIC = "public", "Bản công khai"
    SIGNED = "signed", "Bản ký"


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A paper that was printed and is not issued yet."""

    part: str
    filename: str
    content: bytes
    pages: int | None = None
    """Of a PDF; None where nobody counted."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def keep(self):
        """Put it into the store, before the transaction that issues it."""
        StoredFile(self.sha256, self.filename).keep(self.content)
        return self

    def row(self, edition, by=None, *, carries=None, signatures=(), is_scan=False):
        """Of a signed copy with what was found in it."""
        return EditionFile(
            carries=carries,
            signatures=plain(tuple(signatures)),
            is_scan=is_scan,
            edition=edition,
            part=self.part,
            filename=self.filename,
            sha256=self.sha256,
            size=len(self.content),
            pages=self.pages,
            added_by=by,
        )


class EditionFileQuerySet(models.QuerySet):
    def public(self):
        """What of a paper anybody may have: what was printed for the public, and that very file with signatures.

        The only place that decides it. A scan, and what was signed on the whole version, may say what is internal.
        """
        signed = models.Q(part=Part.SIGNED, revocation__isnull=True, carries__part=Part.PUBLIC)
        return self.filter(models.Q(part=Part.PUBLIC) | signed)

    def signed(self):
        """The signed copies that hold: those taken back are kept, and count no more."""
        return self.filter(part=Part.SIGNED, revocation__isnull=True)


class EditionFile(models.Model):
    """Rows are added, never changed; a signed copy is the authoritative one."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files", verbose_name="giấy tờ")
    part = models.CharField("phần", max_length=8, choices=Part)
    filename = models.CharField("tên tệp", max_length=80)
    sha256 = models.CharField("mã băm SHA-256", max_length=64, db_index=True)
    size = models.PositiveIntegerField("cỡ (byte)")
    pages = models.PositiveSmallIntegerField("số trang", null=True)
    carries = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="signed_copies", verbose_name="tệp đã phát hành được ký"
    )
    """The printed file of whose bytes a signed copy consists, with signatures alone added; None for any other."""
    signatures = models.JSONField("chữ ký số", default=list)
    """The signatures in it, as they were read when it was attached."""
    is_scan = models.BooleanField("bản quét", default=False)
    added_at = models.DateTimeField("lúc lưu", auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lưu"
    )

    objects = scoped("edition__office", EditionFileQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "tệp của giấy tờ"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "part", "filename"], name="a_file_of_an_edition_once"),
        ]

    def __str__(self):
        return f"{self.get_part_display()}: {self.filename}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Tệp của giấy tờ đã phát hành không thay được; hãy phát hành bản thay thế.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("Tệp của giấy tờ đã phát hành không xóa được.")

    @property
    def is_digitally_signed(self):
        return self.carries_id is not None

    @property
    def nature(self):
        """What a signed copy is, as far as it was looked at."""
        if self.is_digitally_signed:
            return "tệp đã phát hành, đã ký số"
        return "bản quét" if self.is_scan else "tệp khác với tệp đã phát hành"

    @property
    def read_signatures(self):
        return [revive(Signature, each) for each in self.signatures]

    @property
    def is_revoked(self):
        return hasattr(self, "revocation")

    @property
    def stored(self):
        which = f"{self.edition.get_kind_display()} {self.edition.reference}".strip()
        return StoredFile(self.sha256, self.filename, f"{which}, {self.get_part_display().lower()}")

    @property
    def extension(self):
        return self.stored.extension


class SignedCopyRevocation(models.Model):
    """A signed copy that was attached by mistake: its row stays, and with it who took it back, when and why."""

    file = models.OneToOneField(EditionFile, models.PROTECT, related_name="revocation", verbose_name="bản ký")
    reason = models.CharField("lý do gỡ", max_length=500)
    revoked_at = models.DateTimeField("lúc gỡ", auto_now_add=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người gỡ"
    )

    objects = scoped("file__edition__office")

    class Meta:
        verbose_name = verbose_name_plural = "bản ký đã gỡ"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.file}: {self.reason}"
