"""A paper while it is prepared: what the clerk set for it beside the session itself."""

from dataclasses import fields, replace

from django.conf import settings
from django.db import models

from ..paper import PaperKind, PaperRecord, SignatureRecord
from ..paper_kinds import description
from ..paper_kinds.signing import COLLECTIVE, HEAD
from ..paper_prose import excerpt
from ..record import SessionRecord
from .council import lines
from .office_scope import scoped
from .paper_defaults import KINDS, PaperWords
from .paper_workflow import PaperState, PaperWorkflow
from .text_fields import ProseField


class PaperDraft(PaperWorkflow, PaperWords):
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="paper_drafts")
    kind = models.CharField("loại giấy tờ", max_length=12, choices=KINDS)
    opening = ProseField("câu mở đầu", blank=True)
    addressees = ProseField("kính mời", blank=True, help_text="Mỗi dòng một người hoặc một nhóm.")
    one_sheet_each = models.BooleanField("in mỗi người một tờ", default=False)
    with_owed = models.BooleanField("kèm phụ lục các chỉ đạo phiên trước còn mở", default=False)
    left_out_directives = models.ManyToManyField("meetings.Directive", blank=True, related_name="+")
    left_out_items = models.ManyToManyField("meetings.AgendaItem", blank=True, related_name="+")
    state = models.CharField(
        "trạng thái", max_length=10, choices=PaperState, default=PaperState.DRAFTING, editable=False
    )
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="người lưu lần cuối",
    )

    objects = scoped("session__office")

    class Meta:
        verbose_name = verbose_name_plural = "giấy tờ đang soạn"
        constraints = [models.UniqueConstraint(fields=["session", "kind"], name="one_draft_of_a_kind")]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.session}"

    @property
    def described(self):
        return description(PaperKind(self.kind))

    def chosen(self, session, record: SessionRecord) -> SessionRecord:
        """The part of `record`, made from the rows of `session`, that this paper tells."""
        return excerpt(PaperKind(self.kind), self.without_left_out(session, record))

    def without_left_out(self, session, record: SessionRecord) -> SessionRecord:
        """The `record` of `session` without the rows that the office leaves out of this paper."""
        if not self.described.chooses_rows:
            return record
        items, directives = self.left_out()
        agenda = _without(items, session.agenda.all(), record.agenda)
        directives = _without(directives, session.directives.all(), record.directives)
        return replace(record, agenda=agenda, directives=directives)

    def left_out(self):
        """The keys of the agenda items and of the directives that are left out, with the tasks under them."""
        if not self.pk:
            return set(), set()
        rows = {row.pk for row in self.left_out_directives.all()}
        rows |= {row.pk for row in self.session.directives.all() if row.parent_id in rows}
        return {row.pk for row in self.left_out_items.all()}, rows

    def usual(self):
        """The council's defaults for papers of this kind, or None."""
        usual = self.session.council.paper_defaults.all()
        return next((defaults for defaults in usual if defaults.kind == self.kind), None)

    def to_record(self, owed=()) -> PaperRecord:
        """The paper without number and day: of what its kind may say, what is typed here, else the council's default,
        else blank."""
        usual, settable = self.usual(), self.described.fields

        def words(name, blank=""):
            return getattr(self, name) or getattr(usual, name, blank) if name in settable else blank

        return PaperRecord(
            kind=PaperKind(self.kind),
            signatures=_signatures(self.session.council, lines(words("authority")), words("signer")),
            owed=tuple(owed),
            **{
                each.name: _rows(words(each.name)) if each.default == () else words(each.name, each.default)
                for each in fields(PaperRecord)
                if each.name in settable
            },
        )


def draft_of(session, kind) -> PaperDraft:
    """What was set for this paper, or a blank one that is not stored."""
    return session.paper_drafts.filter(kind=kind).first() or PaperDraft(session=session, kind=kind)


def _signatures(council, authority, signer):
    """None where nobody was set to sign; a name alone signs for the committee's head."""
    if not (authority or signer):
        return ()
    authority = authority or (lines(council.collective) or COLLECTIVE) + HEAD
    return (SignatureRecord(authority=authority, name=signer),)


def _rows(text):
    """The lines of a list, without the dashes that were typed before them: the paper sets its own."""
    return tuple(filter(None, (line.lstrip("-–•+* ") for line in lines(text))))


def _without(left_out, rows, records):
    return tuple(record for row, record in zip(rows, records, strict=True) if row.pk not in left_out)
