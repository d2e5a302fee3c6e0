"""A signed copy is kept with the number of its paper; one attached by mistake is taken back and kept too."""

from django.db import IntegrityError, transaction

from ..models import Council, EditionFile, Part, PrintedFile, Refused, SignedCopyRevocation


def sign(edition, file: PrintedFile, *, by):
    """Keep a scan or a digitally signed file with its number."""
    refuse_copy(edition, file.sha256)
    row = file.keep().row(edition, by)
    try:
        with transaction.atomic():
            Council.objects.select_for_update().get(pk=edition.council_id)
            refuse_copy(edition, file.sha256)
            row.save()
    except IntegrityError as error:
        raise Refused("Đã có bản ký với tên tệp này. Hãy đổi tên tệp rồi gắn lại.") from error
    return row


def refuse_copy(edition, sha256):
    """Raises Refused where the paper is not in force, or where the file stands in the record room already: what this
    office printed is no signed copy, and a copy of one paper is none of another."""
    if not edition.is_paper_in_force:
        raise Refused("Chỉ gắn bản ký vào văn bản đang có hiệu lực.")
    known = EditionFile.objects.filter(sha256=sha256).exclude(revocation__isnull=False).select_related("edition")
    if file := known.first():
        which = f"{file.edition.get_kind_display().lower()} {file.edition.reference}".strip()
        raise Refused(
            f"Tệp này đã có trong phòng lưu: {file.get_part_display().lower()} của {which}. "
            "Hãy chọn đúng tệp đã ký của văn bản này."
        )


def revoke(file, *, by, reason):
    """Take a signed copy back: it vouches for nothing any more. The reason stays with it."""
    if not reason:
        raise Refused("Hãy ghi rõ vì sao gỡ bản ký này.")
    if file.part != Part.SIGNED:
        raise Refused("Chỉ gỡ được bản ký.")
    try:
        with transaction.atomic():
            return SignedCopyRevocation.objects.create(file=file, revoked_by=by, reason=reason)
    except IntegrityError as error:
        raise Refused("Bản ký này đã được gỡ trước đó.") from error
