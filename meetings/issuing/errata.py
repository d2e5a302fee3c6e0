"""What is to be corrected in papers that were issued: the places as they are typed, found, and told in the letter."""

import re
from dataclasses import replace

from django.db import transaction

from ..comparison.printed import Change, changes
from ..models import Edition, Erratum, PaperDraft, Refused, Session, draft_of
from ..paper import CorrectionRecord, MendedRecord, PaperKind
from ..paper_kinds import description
from ..recipients import receivers
from ..vietnamese import date_words, fold
from ..writers import words

LETTER = next(kind for kind in PaperKind if description(kind).corrects)
"""The kind of paper that mends others."""

_QUOTED = re.compile("“([^”]+)”")


def mended_of(session) -> tuple[MendedRecord, ...]:
    """The papers of the session in force for which places were typed, oldest first."""
    editions = Edition.objects.filter(session=session.pk, state=Edition.State.LIVE, errata__isnull=False).distinct()
    return tuple(_mended(edition) for edition in editions.prefetch_related("errata").order_by("pk"))


def _mended(edition):
    prints = Prints(edition)
    corrections = tuple(
        CorrectionRecord(
            place=row.place,
            wrong=row.wrong,
            right=row.right,
            is_public=not (row.is_internal or prints.hide(row.place, row.wrong, row.right)),
        )
        for row in edition.errata.all()
    )
    name = description(PaperKind(edition.kind)).name
    return MendedRecord(
        edition=edition.pk,
        name=f"{name} số {edition.reference} {date_words(edition.dated)}",
        sent_to=receivers(edition.paper_record),
        is_public=edition.is_public,
        corrections=corrections,
    )


class Prints:
    """What an issued paper says, line by line: the whole, and what of it the public may read."""

    def __init__(self, edition):
        paper = edition.paper_record
        self.lines = printed_lines(edition.whole, paper)
        self.public_lines = printed_lines(edition.public, paper.public())
        self._whole, self._public = (_joined(lines) for lines in (self.lines, self.public_lines))

    def hide(self, place, wrong, right) -> bool:
        """Whether a correction tells something that the public version leaves out. What is said to be wrong must be
        found in the public version, unless nothing of the paper is internal."""
        named = [fold(text) for text in (*_QUOTED.findall(place), wrong, right) if text]
        told_inside_alone = any(text in self._whole and text not in self._public for text in named)
        unknown = bool(wrong) and fold(wrong) not in self._public
        return told_inside_alone or (unknown and self._whole != self._public)


def printed_lines(record, paper) -> list[str]:
    """The words of a paper as they are printed, a paragraph a line, with those of its tables."""
    lines = []
    for sheet in words.sheets(record, paper):
        tables = [table for table in (sheet.table, sheet.annex.table if sheet.annex else None) if table]
        lines += sheet.words.split("\n")
        lines += [" ".join(row) for table in tables for row in table.rows]
    return lines


def _joined(lines):
    return fold(" ".join(lines))


def suggested(edition, composed) -> list[Change]:
    """The places in which the paper, as it would be issued from the desk now, differs from what was issued."""
    prints, paper = Prints(edition), edition.paper_record
    same_frame = {
        "number": paper.number,
        "dated": paper.dated,
        "replaces": paper.replaces,
        "sequence": paper.sequence,
    }
    return changes(prints.lines, printed_lines(composed.record, replace(composed.paper, **same_frame)))


def keep_errata(edition, rows, *, seen, by) -> list[Erratum]:
    """Put `rows` in place of what was typed for the paper. `seen` is the token of what whoever types had before them.

    Raises Refused where the paper is out of force, the letter awaits a signature, or somebody else typed meanwhile.
    """
    with transaction.atomic():
        session = Session.objects.select_for_update().get(pk=edition.session_id)
        if not Edition.objects.get(pk=edition.pk).is_paper_in_force or edition.kind == LETTER:
            raise Refused("Văn bản này không còn hiệu lực, nên không đính chính được nữa.")
        if not draft_of(session, LETTER).is_editable:
            raise Refused("Công văn đính chính của phiên này đang chờ ký. Hãy lấy lại công văn rồi sửa.")
        if token_of(edition) != seen:
            raise Refused(
                "Người khác vừa ghi chỗ cần đính chính của văn bản này. Chữ của bạn còn ở dưới; hãy xem lại."
            )
        # The places are the letter's words: four eyes ask whose they are.
        PaperDraft.objects.update_or_create(session=session, kind=LETTER.value, defaults={"saved_by": by})
        Erratum.objects.filter(edition=edition).delete()
        return Erratum.objects.bulk_create(Erratum(edition=edition, typed_by=by, **row) for row in rows)


def token_of(edition) -> str:
    """Changes with each save of the places."""
    return ",".join(str(pk) for pk in Erratum.objects.filter(edition=edition.pk).values_list("pk", flat=True))
