"""A paper completed from the record of its session: every sentence and list that the office left blank."""

from dataclasses import replace

from .attendee_groups import is_group
from .official_form import DOCUMENT_END
from .paper import PaperKind, PaperRecord
from .paper_kinds import description
from .record import Presence, SessionRecord
from .vietnamese import join_words


def excerpt(kind: PaperKind, record: SessionRecord) -> SessionRecord:
    """The part of `record` that a paper of the kind tells: nothing else of it leaves the office with that paper.

    A paper is of the session, not of its post: when and how often that was read is left out, as are attached files.
    """
    return description(kind).excerpt(replace(record, posted_at=None, imported_views=0, attachments=()))


def completed(paper: PaperRecord, record: SessionRecord) -> PaperRecord:
    """The paper with every blank sentence and list filled in: what is frozen at issue."""
    described = description(paper.kind)
    return replace(
        paper,
        symbol=paper.symbol or described.symbol_of(record.council),
        opening=paper.opening or described.opening(record),
        closing=paper.closing.removesuffix(DOCUMENT_END) if paper.closing else described.closing(record),
        addressees=paper.addressees or described.addressees(paper, record),
        internal_addressees=paper.internal_addressees or described.internal_addressees(paper),
        signatures=paper.signatures or described.signatures(record),
        recipients=paper.recipients or described.recipients(record),
    )


def warnings(paper: PaperRecord, record: SessionRecord) -> list[str]:
    """What somebody should look at before the paper goes out, as sentences without their mark: "Sẽ in chỗ trống: giờ
    kết thúc, thư ký". `paper` as it was set, `record` with the rows that it tells."""
    told = excerpt(paper.kind, record)
    blanks = description(paper.kind).blanks(completed(paper, told), told)
    uncounted = [attendee.position for attendee in told.attendees if is_group(attendee) and not attendee.headcount]
    unrecorded = {attendee.role.label.lower() for attendee in told.attendees if attendee.presence is Presence.UNKNOWN}
    sentences = [f"Sẽ in chỗ trống: {', '.join(blanks)}"] if blanks else []
    if not description(paper.kind).has_public_words(paper):
        sentences.append("Mọi nội dung của văn bản này là nội bộ; phát hành thì không công khai")
    if unseen := [words for words in blanks if words in unrecorded]:
        sentences.append(f"Chưa ghi nhận {join_words(unseen)} có mặt hay vắng, nên chưa in tên")
    if uncounted and description(paper.kind).counts_people:
        sentences.append(f"Chưa ghi số người: {'; '.join(uncounted)}")
    return sentences


_ADDRESSED = {False: "dòng kính mời", True: "nơi được gửi"}


def _followed(paper: PaperRecord) -> int:
    return paper.account.total.all if paper.account else sum(not row.is_task for row in paper.owed)


def contents(paper: PaperRecord, record: SessionRecord) -> str:
    """What the paper tells, counted: "3 kết luận, 3 chỉ đạo"; of an invitation, how many it invites."""
    told, described = excerpt(paper.kind, record), description(paper.kind)
    counts = {
        "kết luận": sum(bool(item.conclusion) for item in told.agenda),
        "chỉ đạo": sum(not directive.level for directive in told.directives),
        _ADDRESSED[described.is_letter]: len(completed(paper, told).addressees),
        "chỉ đạo được theo dõi": _followed(paper) if described.follows else 0,
        "chỗ đính chính": sum(len(mended.corrections) for mended in paper.mends),
    }
    return ", ".join(f"{count} {words}" for words, count in counts.items() if count)
