"""SessionRecord → what a session's page says, in its order; the public page and the desk's preview both show this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .. import prose, vote_prose
from ..directive_facts import Status
from ..directive_names import short_name
from ..record import AgendaItemRecord, AttendeeRecord, Presence, Role, SessionRecord
from ..vietnamese import WEEKDAYS, date_digits, hour_words, paragraphs, two_digits, upper_first
from .follow_up import Followed, followed
from .masthead import Masthead, masthead

PRESENCE_WORDS = {
    Presence.PRESENT: "có mặt",
    Presence.ONLINE: "dự trực tuyến",
    Presence.LATE: "đến muộn",
    Presence.EXCUSED: "vắng mặt",
    Presence.ABSENT: "vắng mặt",
    Presence.UNKNOWN: "",
}
"""For everyone: that somebody was away, never why, nor whether a reason was given."""

MOST_DECIDED = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts beside the text; a blank value is said to be not recorded."""

    label: str
    value: str
    where_filled: bool = False
    """Left out while blank: a session without it lacks nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda: who put what before the session, what was said, how they voted, what was concluded."""

    title: str
    presentation: list[str]
    opinions: list[str]
    conclusion: list[str]
    vote: list[str]

    @property
    def text(self) -> list[str]:
        return [self.title, *self.presentation, *self.opinions, *self.vote, *self.conclusion]


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line of who was invited: a person, or an office or a group without a name."""

    name: str
    """ "Trần Quyết Thắng"; the office, or the group with its number of persons, where nobody is named."""
    position: str
    presence: str
    """ "có mặt", "vắng mặt, bà Vũ Thị Lan dự thay"; blank where it is not recorded."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Those of one role."""

    label: str
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A directive in one line."""

    name: str
    anchor: str
    lead: str
    due: str
    """ "15/12/2026", "quý II"; blank where no term is named."""


@dataclass(frozen=True, slots=True)
class Article:
    """The page's words. Prose comes as paragraphs."""

    record: SessionRecord
    masthead: Masthead
    title: str
    opening: list[str]
    attendance: list[str]
    rolls: tuple[Roll, ...]
    """The rows of who was invited, role by role; none where the record has only the sentence."""
    agenda: tuple[Item, ...]
    assessment: list[str]
    directives_intro: list[str]
    directives: tuple[Followed, ...]
    closing: list[str]
    facts: tuple[Fact, ...]

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What the session decided, in a few lines; none where it gave no directive."""
        rows = self.directives[:MOST_DECIDED]
        return tuple(Decided(short_name(each.task.directive), each.anchor, each.lead, each.deadline) for each in rows)

    @property
    def decided_besides(self) -> int:
        """How many more directives there are."""
        return len(self.directives) - len(self.decided)

    def text(self, of_directive: Callable[[Followed], list[str]] = lambda row: [row.task.words]) -> list[str]:
        """Every paragraph in its order, `of_directive` being what is read of a directive or a task."""
        rows = [row for head in self.directives for row in (head, *head.tasks)]
        return [
            *(*self.opening, *self.attendance),
            *(line for item in self.agenda for line in item.text),
            *(*self.assessment, *self.directives_intro),
            *(line for row in rows for line in of_directive(row)),
            *self.closing,
        ]


def article(
    record: SessionRecord,
    *,
    statuses: Mapping[str, Status] | None = None,
    today: date | None = None,
    slugs: Mapping[str, str] | None = None,
) -> Article:
    """The page of `record`. `statuses` says where each numbered directive stands, of what has been
    issued; `today` is the day in Hà Nội by which a deadline is past; `slugs` maps the folded name of a unit to the
    end of its page's address."""
    return Article(
        record=record,
        masthead=masthead(record.council),
        title=prose.title(record),
        opening=paragraphs(prose.opening(record)),
        attendance=paragraphs(prose.attendance(record)),
        rolls=_rolls(record),
        agenda=() if prose.tells_agenda(record) else tuple(map(_item, record.agenda)),
        assessment=paragraphs(record.assessment),
        directives_intro=paragraphs(prose.directives_intro(record)),
        directives=followed(record, statuses or {}, today, slugs),
        closing=paragraphs(record.closing),
        facts=_facts(record),
    )


def _item(item: AgendaItemRecord) -> Item:
    presenter = f"Trình bày: {item.presenter}" if item.presenter else ""
    return Item(
        title=item.title,
        presentation=paragraphs(prose.presentation(item) if item.summary else presenter),
        opinions=paragraphs(item.opinions),
        conclusion=paragraphs(item.conclusion),
        vote=vote_prose.paragraphs(item.vote),
    )


def _rolls(record: SessionRecord) -> tuple[Roll, ...]:
    by_role = ((role, record.attending(role)) for role in Role)
    return tuple(Roll(role.label, tuple(map(_attendee, rows))) for role, rows in by_role if rows)


def _attendee(row: AttendeeRecord) -> Attendee:
    office = row.position or row.unit
    persons = f" ({two_digits(row.headcount)} người)" if row.headcount and not row.name else ""
    delegate = f"{row.delegate} dự thay" if row.delegate else ""
    return Attendee(
        name=row.name or upper_first(office) + persons,
        position=office if row.name else "",
        presence=", ".join(filter(None, (PRESENCE_WORDS[row.presence], delegate))),
    )


def _facts(record: SessionRecord) -> tuple[Fact, ...]:
    """The facts, those not recorded gathered into one line before the count of directives."""
    hours = [hour_words(hour) for hour in (record.starts_at, record.ends_at) if hour]
    chairs = [", ".join(filter(None, (chair.name, chair.position))) for chair in record.attending(Role.CHAIR)]
    facts = [
        Fact("Ngày họp", _day(record)),
        Fact("Giờ họp", " - ".join(hours)),
        Fact("Địa điểm", record.venue),
        Fact("Hình thức", record.kind.label + (", mở rộng" if record.expanded else "")),
        Fact("Chủ trì", "; ".join(chairs)),
        Fact("Số người dự", _roll(record)),
        Fact("Chỉ đạo", _directive_count(record)),
    ]
    unknown = [fact.label for fact in facts if not (fact.value or fact.where_filled)]
    known = [fact for fact in facts if fact.value]
    if unknown:
        known.insert(-1, Fact(upper_first(", ".join(unknown).lower()), ""))
    return tuple(known)


def _day(record: SessionRecord) -> str:
    if not record.held_on:
        return ""
    return f"{upper_first(WEEKDAYS[record.held_on.weekday()])}, {date_digits(record.held_on)}"


def _roll(record: SessionRecord) -> str:
    count = prose.roll_call(record)
    return f"Có mặt {count.present}/{count.invited} thành phần được mời" if count else ""


def _directive_count(record: SessionRecord) -> str:
    tasks = prose.numbered(record.directives)
    below = sum(len(task.tasks) for task in tasks)
    parts = (f"{len(tasks)} nội dung" if tasks else "Không có", f"{below} việc cụ thể" if below else "")
    return ", ".join(filter(None, parts))
