"""A signed copy is kept with the number of its paper; one attached by mistake is taken back and kept too."""

from django.db import IntegrityError, transaction

from ..models import Council, Edition, EditionFile, Part, PrintedFile, Refused, SignedCopyRevocation


def sign(edition, file: PrintedFile, *, by, **found):
    """Keep a scan or a digitally signed file with its number; `found` is what `findings` tells of it."""
    refuse_copy(edition, file.sha256)
    row = file.keep().row(edition, by, **found)
    try:
        with transaction.atomic():
            Council.objects.select_for_update().get(pk=edition.council_id)
            refuse_copy(edition, file.sha256)
            row.save()
    except IntegrityError as error:
        raise Refused("Đã có bản ký với tên tệp này. Hãy đổi tên tệp rồi gắn lại.") from error
    return row


def findings(edition, contents):
    """What is kept of a signed copy's contents: the printed file that it carries, its signatures, whether it is a
    scan. The contents are those that were read beside `printed_files`."""
    carried = printed_files(edition)[contents.continues] if contents.is_signed_original else None
    return {"carries": carried, "signatures": contents.signatures, "is_scan": contents.is_scan}


def refuse_copy(edition, sha256):
    """Raises Refused where the paper is not in force, or where the file stands in the record room already: what this
    office printed is no signed copy, and a copy of one paper is none of another."""
    if not edition.is_paper_in_force:
        raise Refused("Chỉ gắn bản ký vào văn bản đang có hiệu lực.")
    known = EditionFile.objects.filter(sha256=sha256).exclude(revocation__isnull=False).select_related("edition")
    if file := known.first():
        raise Refused(
            f"Tệp này đã có trong phòng lưu: {file.get_part_display().lower()} của {_name(file.edition)}. "
            f"Hãy chọn đúng tệp đã ký của {_name(edition)}."
        )


def refuse_other_paper(edition, reference):
    """Raises Refused where the file says in its head that it is another paper of ours."""
    other = _paper_of(edition.council_id, reference) if reference not in ("", edition.reference) else None
    if other:
        raise Refused(
            f"Tệp này ghi số {reference}, là {_name(other)} của {other.session}. "
            f"Hãy chọn đúng tệp đã ký của {_name(edition)}."
        )


def printed_files(edition):
    """The PDFs that the office printed of the paper, the whole one first."""
    rows = edition.files.exclude(part=Part.SIGNED).filter(filename__endswith=".pdf")
    return sorted(rows, key=lambda row: row.part != Part.WHOLE)


def _name(edition):
    return f"{edition.get_kind_display().lower()} {edition.reference}".strip()


def _paper_of(council, reference):
    number, _, symbol = reference.partition("/")
    same = Edition.objects.filter(council=council, number=int(number), symbol=symbol)
    return same.without_records().select_related("session").order_by("-number_year").first()


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
