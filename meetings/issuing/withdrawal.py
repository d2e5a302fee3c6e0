"""What can still happen to a paper that was issued: it is withdrawn."""

from ..models import Edition, Refused


def withdraw(edition, *, by, note):
    """Take one paper out of force; its number stays given."""
    if not note:
        raise Refused("Hãy ghi rõ lý do thu hồi.")
    papers = Edition.objects.filter(pk=edition.pk).exclude(kind=Edition.Kind.NEWS)
    if not papers.close(Edition.State.WITHDRAWN, note, by):
        raise Refused("Văn bản này không còn hiệu lực, nên không thu hồi được nữa.")
