"""The notice of conclusions (thông báo kết luận): what a session concluded and directed."""

from dataclasses import replace

from .. import prose
from ..paper import PaperKind, PaperRecord
from ..record import AgendaItemRecord, AttendeeRecord, SessionRecord, VoteRecord, public_vote, without_prose
from ..vietnamese import date_words, fold, upper_first
from .kind_description import KindDescription
from .signing import ARCHIVE, by_the_chair, office, presided


def _excerpt(record: SessionRecord) -> SessionRecord:
    """Conclusions and directives alone, with who presided."""
    return replace(
        without_prose(record),
        ends_at=None,
        attendees=tuple(replace(chair, reason="") for chair in presided(record)),
        agenda=tuple(
            AgendaItemRecord(
                title=item.title,
                conclusion=item.conclusion,
                is_public=item.is_public,
                vote=_counted(item.vote),
            )
            for item in record.agenda
            if item.conclusion
        ),
    )


def _counted(vote: VoteRecord | None) -> VoteRecord | None:
    """Units are told how the vote went, never who voted how."""
    public = public_vote(vote)
    return public.without_names() if public else None


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    concluded = any(item.conclusion for item in record.agenda)
    return [] if record.directives or concluded else ["kết luận hoặc chỉ đạo để thông báo"]


def _opening(record: SessionRecord) -> str:
    session = f"phiên họp {date_words(record.held_on)}" if record.held_on else prose.session_name(record)
    chair = next(iter(presided(record)), None)
    led = f" do {_with_post(chair)} chủ trì," if chair else ","
    return f"Tại {session}{led} {record.council.committee_name} kết luận như sau:"


def _with_post(chair: AttendeeRecord) -> str:
    """ "đồng chí Trần Quyết Thắng, Chủ tịch HĐND quận,": the last of the posts stands for them all."""
    post = chair.position.rpartition(",")[2].strip()
    return f"đồng chí {', '.join(filter(None, (chair.name, post)))}" + ("," if chair.name and post else "")


def _closing(record: SessionRecord) -> str:
    return f"{record.council.committee_name} thông báo để các cơ quan, đơn vị biết, thực hiện"


def _recipients(record: SessionRecord) -> tuple[str, ...]:
    """The units that the directives name are told of them."""
    council = record.council
    ours = (council.committee_name, *office(council))
    named = (unit for row in record.directives for unit in (row.lead, *row.coordinators) if unit)
    others = (upper_first(unit) for unit in named if not _is_short_for(unit, ours))
    return (*dict.fromkeys((council.committee_name, *others, *office(council))), ARCHIVE)


def _is_short_for(unit: str, names: tuple[str, ...]) -> bool:
    """ "Thường trực HĐND quận" beside "Thường trực HĐND quận Hai Bà Trưng"."""
    return any(fold(name).startswith(fold(unit)) for name in names)


NOTICE = KindDescription(
    kind=PaperKind.NOTICE,
    name="Thông báo",
    label="Thông báo kết luận",
    slug="thong-bao",
    symbol="TB",
    title_lead="Kết luận",
    chooses_rows=True,
    fields=("grounds", "opening", "closing", "authority", "signer", "recipients", "with_owed"),
    required_words=("… kết luận",),
    excerpt=_excerpt,
    missing=_missing,
    opening=_opening,
    closing=_closing,
    signatures=by_the_chair,
    recipients=_recipients,
)
