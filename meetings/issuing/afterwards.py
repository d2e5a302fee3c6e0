"""What can still happen to a paper that was issued: a signed copy is kept with its number, or it is withdrawn."""

from django.db import IntegrityError, transaction

from ..models import Edition, PrintedFile, Refused


def sign(edition, file: PrintedFile, *, by):
    """Keep a scan or a digitally signed file with its number, as the authoritative copy."""
    if not edition.is_paper or edition.state != Edition.State.LIVE:
        raise Refused("Chỉ gắn bản ký vào văn bản đang có hiệu lực.")
    row = file.keep().row(edition, by)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused("Đã có bản ký với tên tệp này. Hãy đổi tên tệp rồi gắn lại.") from error
    return row


def withdraw(edition, *, by, note):
    """Take one paper out of force; its number stays given."""
    if not note:
        raise Refused("Hãy ghi rõ lý do thu hồi.")
    papers = Edition.objects.filter(pk=edition.pk).exclude(kind=Edition.Kind.NEWS)
    if not papers.close(Edition.State.WITHDRAWN, note, by):
        raise Refused("Văn bản này không còn hiệu lực, nên không thu hồi được nữa.")
