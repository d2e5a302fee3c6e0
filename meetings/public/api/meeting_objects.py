"""A session as the API has it, with its agenda; in full also with who attended, its papers and files."""

from dataclasses import dataclass
from datetime import datetime

from ... import vote_prose
from ...models.edition import Edition
from ...models.edition_file import EditionFile
from ...models.public_index import SessionEntry
from ...paper import PaperKind
from ...paper_kinds import description
from ...record import AttachmentRecord, Presence, Role, SessionKind, SessionRecord, directive_reference
from ...vietnamese import LOCAL_ZONE, slugify
from .. import session_files, session_papers
from .fields import ADDRESS, COUNT, DAY, MOMENT, SHA256, TEXT, YES_NO, Field, ObjectType, many, or_null
from .system_objects import identity, meeting_address, oparl_type

KINDS = [kind.value for kind in SessionKind]
KIND_LABELS = ", ".join(kind.label for kind in SessionKind).capitalize()


@dataclass(frozen=True)
class Meeting:
    """A session of the index with its public record, read once."""

    entry: SessionEntry
    record: SessionRecord


def directive_address(path, number, at):
    return at("api_directive", directive_reference(path, number))


CHANGES = (
    Field("created", or_null(MOMENT), "Lúc đăng phiên họp.", "record.posted_at"),
    Field("modified", MOMENT, "Lần gần nhất phần công khai thay đổi.", "entry.modified"),
    Field("deleted", {"const": False}, "Luôn là false: còn hiệu lực."),
)

VOTE = ObjectType(
    "Kết quả biểu quyết; chỉ có khi được công khai.",
    (
        Field("agreed", COUNT, "Số tán thành.", "agreed"),
        Field("opposed", COUNT, "Số không tán thành.", "opposed"),
        Field("abstained", COUNT, "Số không có ý kiến.", "abstained"),
        Field("words", TEXT, "Kết quả bằng lời.", lambda vote, at: vote_prose.sentence(vote)),
        Field("agreedNames", many(TEXT), "Người tán thành; trống khi không công khai họ tên.", "agreed_names"),
        Field("opposedNames", many(TEXT), "Người không tán thành.", "opposed_names"),
        Field("abstainedNames", many(TEXT), "Người không có ý kiến.", "abstained_names"),
    ),
)


def _vote(row, at):
    return VOTE.write(row["item"].vote) if row["item"].vote else None


AGENDA_ITEM = ObjectType(
    "Một nội dung của phiên họp.",
    (
        Field("number", TEXT, "Thứ tự trong chương trình."),
        Field("name", TEXT, "Tên nội dung.", lambda row, at: row["item"].title),
        Field("public", {"const": True}, "Luôn là true: nội dung không công khai không có ở đây."),
        Field("result", or_null(TEXT), "Kết luận; null khi hồ sơ không ghi.", lambda row, at: row["item"].conclusion),
        Field(
            "vote", or_null(VOTE.schema), "Trường riêng. Biểu quyết; null khi không ghi hoặc không công khai.", _vote
        ),
    ),
)

ROLES, PRESENCES = [role.value for role in Role], [presence.value for presence in Presence]
ATTENDEE = ObjectType(
    "Một người, một chức danh hoặc một nhóm trong thành phần dự.",
    (
        Field("role", {"enum": ROLES}, "Vai trò: chủ trì, thư ký, thành viên, được mời.", "role"),
        Field("name", or_null(TEXT), "Họ tên; null khi hồ sơ chỉ ghi chức danh hoặc nhóm.", "name"),
        Field("position", or_null(TEXT), "Chức vụ vào ngày họp.", "position"),
        Field("unit", or_null(TEXT), "Đơn vị.", "unit"),
        Field("headcount", or_null(COUNT), "Số người; null khi hồ sơ không ghi.", "headcount"),
        Field("presence", {"enum": PRESENCES}, "Có mặt hay vắng; unknown: hồ sơ không ghi.", "presence"),
        Field("delegate", or_null(TEXT), "Người dự thay.", "delegate"),
    ),
)


@dataclass(frozen=True)
class PublicFile:
    """A file of a session and its address; `paper` is the paper that it belongs to."""

    file: EditionFile | AttachmentRecord
    address: str
    paper: session_papers.Paper | None = None


FILE = (
    Field("size", COUNT, "Cỡ tệp, tính bằng byte.", "file.size"),
    Field("sha256", SHA256, "Mã băm SHA-256 của tệp; đối chiếu được ở /xac-minh/.", "file.sha256"),
    Field("accessUrl", ADDRESS, "Địa chỉ tải tệp.", "address"),
)
PAPER_KINDS = [kind.value for kind in PaperKind]
PAPER_LABELS = ", ".join(description(kind).label for kind in PaperKind).capitalize()
PAPER = ObjectType(
    "Một tệp của giấy tờ đang có hiệu lực.",
    (
        Field("name", TEXT, "Tên giấy tờ, kèm số.", "paper.name"),
        Field("kind", {"enum": PAPER_KINDS}, f"{PAPER_LABELS}.", "paper.kind"),
        Field("number", or_null(TEXT), "Số, ký hiệu; null ở biên bản in kèm bài đăng.", "paper.edition.reference"),
        Field("date", or_null(DAY), "Ngày của giấy tờ.", "paper.edition.dated"),
        Field("format", {"enum": ["pdf", "docx"]}, "PDF hay Word.", "file.extension"),
        *FILE,
    ),
)
ATTACHMENT = ObjectType("Tài liệu kèm phiên họp.", (Field("name", TEXT, "Tên tài liệu.", "file.title"), *FILE))


def _day_and_hour(day, hour):
    """The day, with its hour where that is recorded."""
    return datetime.combine(day, hour, LOCAL_ZONE) if day and hour else day


def _start(meeting, at):
    return _day_and_hour(meeting.record.held_on, meeting.record.starts_at)


def _end(meeting, at):
    return _day_and_hour(meeting.record.held_on, meeting.record.ends_at) if meeting.record.ends_at else None


def _chairs(meeting, at):
    return [attendee.name or attendee.position for attendee in meeting.record.attending(Role.CHAIR)]


def _agenda(meeting, at):
    items = enumerate(meeting.record.agenda, start=1)
    return [AGENDA_ITEM.write({"number": f"{place}", "item": item}) for place, item in items]


def _directives(meeting, at):
    numbers = [directive.number for directive in meeting.record.directives if directive.number]
    return [directive_address(meeting.record.path, number, at) for number in numbers]


def _attendees(meeting, at):
    return [ATTENDEE.write(attendee) for attendee in meeting.record.attendees]


def _papers(meeting, at):
    return [
        PAPER.write(PublicFile(file, at("paper", meeting.record.path, paper.kind, file.extension), paper))
        for paper in session_papers.listed(meeting.entry.session_id)
        if paper.edition.state == Edition.State.LIVE
        for file in paper.files
    ]


def _attachments(meeting, at):
    path, digits = meeting.record.path, session_files.DIGITS_IN_ADDRESS
    return [
        ATTACHMENT.write(PublicFile(file, at("attachment", path, file.sha256[:digits], file.filename)))
        for file in meeting.record.attachments
    ]


def _bodies(meeting, at):
    return [at("api_body", slugify(meeting.record.council.short_name)[:120])]


def _place(view):
    return lambda meeting, at: at(view, meeting.record.path)


MONTH_WORDS = "Trường riêng. Tháng mà phiên họp thuộc về; ngày họp có thể ở tháng khác."
START_WORDS = "Ngày họp, kèm giờ khi hồ sơ ghi giờ; null khi không rõ ngày."
MEETING = ObjectType(
    "Phiên họp.",
    (
        identity(lambda meeting, at: meeting_address(meeting.record.path, at)),
        oparl_type("Meeting"),
        Field("name", TEXT, "Tiêu đề phiên họp.", "entry.title"),
        Field("meetingState", {"const": "held"}, "Luôn là held: phiên họp đã họp."),
        Field("cancelled", {"const": False}, "Luôn là false."),
        Field("start", or_null(DAY, MOMENT), START_WORDS, _start),
        Field("end", or_null(MOMENT), "Giờ kết thúc; null khi hồ sơ không ghi.", _end),
        Field("location", or_null(TEXT), "Nơi họp; null khi hồ sơ không ghi.", "record.venue"),
        Field("organization", many(ADDRESS), "Cơ quan họp.", _bodies),
        Field("chair", many(TEXT), "Trường riêng. Người chủ trì.", _chairs),
        Field("agendaItem", many(AGENDA_ITEM.schema), "Các nội dung công khai, theo thứ tự.", _agenda),
        Field("directive", many(ADDRESS), "Trường riêng. Các chỉ đạo của phiên họp, theo thứ tự.", _directives),
        Field("year", {"type": "integer"}, "Trường riêng. Năm mà phiên họp thuộc về.", "record.year"),
        Field("month", {"type": "integer", "minimum": 1, "maximum": 12}, MONTH_WORDS, "record.month"),
        Field("kind", {"enum": KINDS}, f"Trường riêng. {KIND_LABELS}.", "record.kind"),
        Field("expanded", YES_NO, "Trường riêng. Phiên họp mở rộng.", "record.expanded"),
        *CHANGES,
        Field("web", ADDRESS, "Trang của phiên họp cho người đọc.", _place("session")),
        Field("record", ADDRESS, "Trường riêng. Toàn bộ hồ sơ công khai bằng JSON.", _place("data")),
        Field("calendar", ADDRESS, "Trường riêng. Phiên họp dưới dạng lịch (iCalendar).", _place("calendar")),
    ),
)
PAPERS_WORDS = "Trường riêng. Các tệp của giấy tờ đang có hiệu lực."
MEETING_IN_FULL = ObjectType(
    "Phiên họp, kèm thành phần dự, giấy tờ và tài liệu.",
    (
        *MEETING.fields,
        Field("attendee", many(ATTENDEE.schema), "Trường riêng. Thành phần dự.", _attendees),
        Field("paper", many(PAPER.schema), PAPERS_WORDS, _papers),
        Field("auxiliaryFile", many(ATTACHMENT.schema), "Tài liệu kèm phiên họp.", _attachments),
    ),
)
