"""SessionRecord: one session of the standing committee as plain frozen data, and what of it the public may see."""

import json
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Self

from .file_types import type_of
from .plain_data import LATER, RecordError, Upgrade, plain, revive, upgraded
from .vietnamese import LOCAL_ZONE, upper_first

SCHEMA = 1
"""The version written into each record's JSON. A change of shape adds one and a step to UPGRADES."""
UPGRADES: dict[int, Upgrade] = {}
"""{1: what turns plain data of version 1 into that of version 2, …}: a step for every version before SCHEMA."""


_ENDS_IN_A_NUMBER = re.compile("[a-z]-[0-9]{1,3}$")
"""The path of a month's second extraordinary session: "2020/12/dot-xuat-2"."""


class SessionKind(StrEnum):
    """Each with its name in a list of facts or a form, and with its end of an address."""

    label: str
    slug: str

    def __new__(cls, value: str, label: str, slug: str) -> Self:
        kind = str.__new__(cls, value)
        kind._value_, kind.label, kind.slug = value, label, slug
        return kind

    REGULAR = "regular", "Thường kỳ", "thuong-ky"
    EXTRAORDINARY = "extraordinary", "Đột xuất", "dot-xuat"
    THEMATIC = "thematic", "Chuyên đề", "chuyen-de"

    @property
    def in_names(self) -> str:
        """ "đột xuất" in "phiên họp đột xuất tháng 12"; the regular session is named by its month alone."""
        return "" if self is SessionKind.REGULAR else self.label.lower()

    @property
    def in_paths(self) -> str:
        """ "dot-xuat" in "2020/12/dot-xuat"."""
        return "" if self is SessionKind.REGULAR else self.slug


class Labelled(StrEnum):
    """Each with its name in a list of facts or a form."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member


class Role(Labelled):
    CHAIR = "chair", "Chủ trì"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Thành viên"
    INVITEE = "invitee", "Khách mời"


class Presence(Labelled):
    PRESENT = "present", "Có mặt"
    ONLINE = "online", "Trực tuyến"
    LATE = "late", "Đến muộn"
    EXCUSED = "excused", "Vắng có lý do"
    ABSENT = "absent", "Vắng"
    UNKNOWN = "unknown", "Chưa ghi nhận"

    @property
    def attended(self) -> bool:
        return self in (Presence.PRESENT, Presence.ONLINE, Presence.LATE)

    @property
    def missed(self) -> bool:
        return self in (Presence.EXCUSED, Presence.ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRecord:
    """The council as it was named on that day."""

    name: str
    """"Hội đồng nhân dân quận Hai Bà Trưng"."""
    short_name: str
    """"HĐND quận Hai Bà Trưng"."""
    committee_name: str
    """"Thường trực HĐND quận Hai Bà Trưng"."""
    committee_full_name: str
    """"Thường trực Hội đồng nhân dân quận Hai Bà Trưng"."""
    locality: str
    """"quận Hai Bà Trưng"."""
    place_name: str
    """The bare name of the place: "Hai Bà Trưng", "Hà Đông"."""
    letterhead: tuple[str, ...]
    """The issuing body's lines in capitals: "HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"."""
    symbol_suffix: str = "HĐND"
    office_name: str = ""
    """"Văn phòng HĐND và UBND quận Hai Bà Trưng"."""
    recipients: tuple[str, ...] = ()
    """The lines under "Nơi nhận:", without the leading "- " and the closing mark."""
    address: str = field(default="", metadata=LATER)
    """Of the office, as `telephone` and `email`."""
    telephone: str = field(default="", metadata=LATER)
    email: str = field(default="", metadata=LATER)
    organ_id: str = field(default="", metadata=LATER)
    """The identifier that was given to it for exchanging papers (mã định danh); blank where none was."""
    drafting_unit: str = field(default="", metadata=LATER)
    """The unit that drafts its letters, as their symbol names it; blank for the office, "VP"."""
    website: str = field(default="", metadata=LATER)
    address_on_papers: bool = field(default=False, metadata=LATER)
    """Whether the office's address stands at the foot of the first page: ND30-I.III.4, cell 13."""
    named_in_full: bool = field(default=False, metadata=LATER)
    """The place is called after a person, a number or an event: papers write its full name with a capital
    (ND30-I.II.4a, ND30-II.III.1b)."""
    collective: tuple[str, ...] = field(default=(), metadata=LATER)
    """The lines above the post of whoever signs for the committee, where the office writes its own."""

    @property
    def place_on_papers(self) -> str:
        """What stands before the date of a paper: "Quận Hai Bà Trưng", "Hà Đông"."""
        return upper_first(self.locality) if self.named_in_full else self.place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRecord:
    """A person, an office without a name, or a group ("các đồng chí trong Thường trực HĐND quận")."""

    role: Role
    name: str = ""
    position: str = ""
    unit: str = ""
    headcount: int | None = None
    """Persons in this row; None where it is not recorded."""
    presence: Presence = Presence.UNKNOWN
    reason: str = ""
    """Why absent; internal."""
    delegate: str = ""


class VoteShown(StrEnum):
    """What the public sees of the vote on a public item."""

    COUNTS = "counts"
    NAMES = "names"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRecord:
    """A vote on an item, its counts and, where it was taken by name, who voted how."""

    agreed: int = 0
    opposed: int = 0
    abstained: int = 0
    present: int | None = None
    """The members present, where they were more than voted."""
    agreed_names: tuple[str, ...] = ()
    opposed_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    shown: VoteShown = VoteShown.COUNTS

    @property
    def total(self) -> int:
        return self.agreed + self.opposed + self.abstained

    def without_names(self) -> Self:
        return replace(self, agreed_names=(), opposed_names=(), abstained_names=())


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemRecord:
    title: str
    presenter: str = ""
    summary: str = ""
    opinions: str = ""
    """One opinion a line; internal unless `opinions_public`."""
    opinions_public: bool = False
    conclusion: str = ""
    is_public: bool = True
    vote: VoteRecord | None = field(default=None, metadata=LATER)
    """None where no vote was recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveRecord:
    """One of the chair's directives (level 0), or a task under the row above it (level 1)."""

    level: int = 0
    number: str = ""
    """Given at issue and kept for ever: "2", and "2.1" for its first task; blank before."""
    topic: str = ""
    """"Đối với nhiệm vụ tháng 01 năm 2021"."""
    assignment: str = ""
    """The words that give the task, "…" standing for the lead, then for the coordinators:
    "đề nghị … chủ trì phối hợp với …". Blank: prose.py chooses them; "–": none are said."""
    task: str = ""
    lead: str = ""
    coordinators: tuple[str, ...] = ()
    due_on: date | None = None
    due_text: str = ""
    recurrence: str = ""
    is_public: bool = True
    product: str = field(default="", metadata=LATER)
    """What is to come out of it: "báo cáo", "kế hoạch"; blank where nothing is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRecord:
    title: str
    kind: str = ""
    filename: str = ""
    size: int = 0
    """Bytes."""
    sha256: str = ""
    is_public: bool = False
    item_is_internal: bool = field(default=False, metadata=LATER)
    """It belongs to an item of the agenda that is not public: the file is not either, whatever its own mark says."""
    key: int = field(default=0, metadata=LATER)
    """Stays when another file takes its place; 0 where nobody noted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session. Prose fields may hold several paragraphs, one a line; a blank one is composed by prose.py."""

    council: CouncilRecord
    kind: SessionKind = SessionKind.REGULAR
    expanded: bool = False
    year: int
    month: int
    """The month the session belongs to; the day it was held may lie in another."""
    slug: str = ""
    """What tells two sessions of one month apart in their addresses: "", "dot-xuat", "dot-xuat-2"."""
    ordinal: int | None = None
    title: str = ""
    held_on: date | None = None
    starts_at: time | None = None
    """Local time in Hà Nội, as `ends_at`."""
    ends_at: time | None = None
    venue: str = ""
    opening: str = ""
    attendance: str = ""
    assessment: str = ""
    directives_intro: str = ""
    closing: str = ""
    posted_at: datetime | None = None
    """With its time zone."""
    imported_views: int = 0
    from_old_post: bool = False
    """Read from an old post: what the post does not say is not known, and is never counted as if it were."""
    attendees: tuple[AttendeeRecord, ...] = ()
    agenda: tuple[AgendaItemRecord, ...] = ()
    directives: tuple[DirectiveRecord, ...] = ()
    attachments: tuple[AttachmentRecord, ...] = ()

    @property
    def day(self) -> date:
        """The day it was held; the first of its month where that is not recorded."""
        return self.held_on or date(self.year, self.month, 1)

    @property
    def path(self) -> str:
        """The session's part of every address about it: "2021/01", "2020/12/dot-xuat"."""
        return "/".join(filter(None, (f"{self.year}", f"{self.month:02d}", self.slug)))

    @property
    def lines(self) -> list[str]:
        """What it says in one line each: its title where it was typed, its venue."""
        values = (getattr(self, name) for name in PLAIN_FIELDS if name not in PROSE_FIELDS)
        return [value for value in values if value and isinstance(value, str)]

    def attending(self, role: Role) -> tuple[AttendeeRecord, ...]:
        return tuple(attendee for attendee in self.attendees if attendee.role is role)

    def public(self) -> Self:
        """The record without what is internal. The only place that decides it.

        Left out: reasons for absence, opinions not released, votes marked internal, voters' names unless the vote is
        public by name, agenda items (with the files that belong to them), directives (with the tasks under them) and
        attachments not marked public, or of a type that stays in the office.
        """
        return replace(
            self,
            attendees=tuple(replace(attendee, reason="") for attendee in self.attendees),
            agenda=tuple(_public_item(item) for item in self.agenda if item.is_public),
            directives=_public_directives(self.directives),
            attachments=tuple(attachment for attachment in self.attachments if _is_public_file(attachment)),
        )

    def to_json(self) -> str:
        """The record as canonical JSON (keys sorted): the same record gives the same bytes."""
        return json.dumps(self.to_data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def to_data(self) -> dict[str, Any]:
        """The record as JSON-ready dicts, lists and scalars; dates and times in ISO 8601."""
        return {"schema": SCHEMA, **plain(self)}

    @classmethod
    def from_json(cls, text: str) -> Self:
        try:
            return cls.from_data(json.loads(text))
        except json.JSONDecodeError as error:
            raise RecordError(f"không phải JSON: {error}") from error

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """The record that `to_data` gave, of this release or an earlier one.

        Raises RecordError for any other shape or type, and for a record that a newer release wrote.
        """
        record = revive(cls, upgraded(data, SCHEMA, UPGRADES, "hồ sơ phiên họp"))
        assert isinstance(record, cls)
        return record


PROSE_FIELDS = {
    "opening": "Câu mở đầu",
    "attendance": "Câu nêu thành phần",
    "assessment": "Đánh giá",
    "directives_intro": "Câu dẫn vào các chỉ đạo",
    "closing": "Lời kết",
}
"""What a session says in sentences of its own, in the order of its page, each with its name."""

PLAIN_FIELDS = {
    "expanded": "Mở rộng",
    "year": "Thuộc năm",
    "month": "Thuộc tháng",
    "ordinal": "Phiên thứ",
    "title": "Tên phiên họp",
    "held_on": "Ngày họp",
    "starts_at": "Bắt đầu",
    "ends_at": "Kết thúc",
    "venue": "Địa điểm",
    **PROSE_FIELDS,
}
"""What the desk's session holds under the same name, with what a comparison calls it."""


def tells_hour(moment: datetime) -> bool:
    """Whether a moment of posting has an hour. An old post may give the day alone: midnight sharp stands for that."""
    return moment.astimezone(LOCAL_ZONE).time() != time()


def without_prose(record: SessionRecord) -> SessionRecord:
    blank: dict[str, Any] = dict.fromkeys(PROSE_FIELDS, "")
    return replace(record, **blank)


def directive_reference(path: str, number: str) -> str:
    """A directive's number all sessions over, as its public address has it, from the session's path and its number
    there: "2021/01" and "2.1" give "2021-01-2-1".

    "2020-12-dot-xuat-2-1" is task 2.1 of the session "2020/12/dot-xuat"; the first directive of "2020/12/dot-xuat-2"
    would read the same, and is "2020-12-dot-xuat-2-nd1".
    """
    mark = "nd" if _ENDS_IN_A_NUMBER.search(path) and number.isdecimal() else ""
    return f"{path}/{mark}{number}".replace("/", "-").replace(".", "-")


def marked_reference(reference: str) -> str:
    """What a directive addressed so before there was a mark is addressed as now, if it is of those that bear one."""
    return re.sub("-([0-9]+)$", r"-nd\1", reference)


def _public_item(item: AgendaItemRecord) -> AgendaItemRecord:
    opinions = item.opinions if item.opinions_public else ""
    return replace(item, opinions=opinions, vote=public_vote(item.vote))


def _is_public_file(attachment: AttachmentRecord) -> bool:
    file_type = type_of(attachment.filename)
    stays_inside = attachment.item_is_internal or (file_type is not None and not file_type.may_be_public)
    return attachment.is_public and not stays_inside


def public_vote(vote: VoteRecord | None) -> VoteRecord | None:
    """The vote as far as it may leave the office."""
    if not vote or vote.shown is VoteShown.NOTHING:
        return None
    return vote if vote.shown is VoteShown.NAMES else vote.without_names()


def _public_directives(rows: tuple[DirectiveRecord, ...]) -> tuple[DirectiveRecord, ...]:
    kept: list[DirectiveRecord] = []
    parent_is_public = True
    for row in rows:
        if row.level == 0:
            parent_is_public = row.is_public
        if row.is_public and parent_is_public:
            kept.append(row)
    return tuple(kept)
