"""A paper as it would be issued now: the session's part of it, the words set for it, what it would replace."""

from dataclasses import dataclass, replace

from ..directive_states import DirectiveState
from ..models import Edition, PaperDefaults, Session, draft_of, seal
from ..models.account_sources import account_of
from ..models.open_directives import followed_of, owed_before
from ..outdated_names import outdated
from ..paper import OwedRecord, PaperKind, PaperRecord
from ..paper_kinds import description
from ..paper_kinds.period_report_kinds import on_period
from ..paper_prose import completed, contents, warnings
from ..record import SessionRecord
from ..vietnamese import date_digits, date_words
from .errata import mended_of, printed_lines


@dataclass(frozen=True)
class Composed:
    """A paper ready for the press, all but its number."""

    record: SessionRecord
    paper: PaperRecord
    before: Edition | None
    """The edition in force that it would take the place of."""

    @property
    def token(self) -> str:
        """Changes with every word of the paper."""
        return seal.digest([self.record.to_data(), self.paper.to_data()])


def compose(session, kind) -> Composed:
    """The paper as it would be issued now. Nothing is stored."""
    kind = PaperKind(kind)
    stored = Session.objects.with_rows().get(pk=session.pk)
    record = stored.to_record() if description(kind).precedes_session else stored.as_issued()
    draft = draft_of(stored, kind)
    chosen = draft.chosen(stored, record)
    before = stored.editions.filter(kind=kind, state=Edition.State.LIVE).without_records().first()
    paper = _with_rows(draft, stored)
    if before:
        replaces = f"{before.reference} {date_words(before.dated)}"
        paper = replace(paper, replaces=replaces, sequence=before.sequence + 1)
    return Composed(chosen, completed(paper, chosen), before)


def _with_rows(draft, session) -> PaperRecord:
    """The paper as it is set, with what the rows of the desk and the record room give it."""
    kind = draft.described
    if kind.period:
        return _on_period(draft, kind.period(session.year, session.month), session)
    earlier = owed_before(session) if draft.with_owed else []
    own = followed_of(session, closed_too=kind.follows_closed) if kind.follows else []
    if kind.follows_late:
        own = [row for row in own if row.state == DirectiveState.OVERDUE.label]
    return replace(draft.to_record((*earlier, *own)), mends=mended_of(session) if kind.corrects else ())


def _on_period(draft, period, session) -> PaperRecord:
    """The report on the quarter or the year; what is late is named to the office alone."""
    account = account_of(period)
    late = [
        OwedRecord(
            reference=row.reference,
            words=row.words,
            lead=row.lead,
            due=date_digits(row.due_on) if row.due_on else "",
            state=f"{DirectiveState.OVERDUE.label} {row.days} ngày",
            is_public=False,
        )
        for row in account.late
    ]
    paper = replace(
        draft.to_record(late), account=account.sums_alone(), public_account=account_of(period, is_public=True)
    )
    return on_period(paper, session.to_record())


def outdated_names(composed, dated) -> list[str]:
    """What the paper names that had ended by its day, as sentences without their mark: advice alone."""
    lines = printed_lines(composed.record, composed.paper)
    return [hint.sentence for hint in outdated(lines, dated, locality=composed.record.council.locality)]


def template_of(session, kind) -> bytes | None:
    """The office's own Word form, where it has one."""
    usual = PaperDefaults.objects.filter(council=session.council_id, kind=kind).exclude(template="").first()
    return usual.own_template() if usual else None


@dataclass(frozen=True)
class Readiness:
    """How far a paper is, in words."""

    missing: list[str]
    """What must still be filled in before it may be issued."""
    warnings: list[str]
    """What somebody should look at first; nothing of it stops the issue."""
    contents: str
    """ "3 kết luận, 3 chỉ đạo"."""


def readiness(draft) -> Readiness:
    """Of the paper as it is set now, from the rows of its session."""
    session = draft.session
    kind = draft.described
    takes_rows = kind.follows or kind.corrects or kind.period
    paper = _with_rows(draft, session) if takes_rows else draft.to_record()
    record = draft.without_left_out(session, session.to_record())
    lacking = ([] if session.held_on else ["ngày họp"]) + kind.missing(paper, record)
    return Readiness(lacking, warnings(paper, record), contents(paper, record))


def missing(session, kind) -> list[str]:
    """What must still be filled in before the paper may be issued, in words."""
    return readiness(draft_of(session, kind)).missing
