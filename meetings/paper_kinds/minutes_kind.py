"""The minutes (biên bản): the whole of a session, from its first hour, signed by secretary and chair."""

from ..paper import PaperKind, PaperRecord, SignatureRecord
from ..record import Role, SessionRecord
from ..vietnamese import fold
from .kind_description import KindDescription
from .signing import ARCHIVE, acting

READ_BACK = "Biên bản đã được đọc lại, các thành viên dự họp nhất trí thông qua."
"""What the signers vouch for. Of a session known from an old post alone nobody can say it."""


def _closing(record: SessionRecord) -> str:
    says_so = "doc lai" in fold(record.closing)
    return "" if record.from_old_post or says_so else READ_BACK


def _signatures(record: SessionRecord) -> tuple[SignatureRecord, ...]:
    return (
        SignatureRecord(authority=("THƯ KÝ",), name=_name_of_first(record, Role.SECRETARY)),
        SignatureRecord(authority=("CHỦ TỌA",), name=_name_of_first(record, Role.CHAIR)),
    )


def _name_of_first(record: SessionRecord, role: Role) -> str:
    return next((attendee.name for attendee in acting(record, role)), "")


def _blanks(paper: PaperRecord, record: SessionRecord) -> list[str]:
    known = {
        "giờ bắt đầu": record.starts_at,
        "giờ kết thúc": record.ends_at,
        "địa điểm": record.venue,
        "chủ trì": acting(record, Role.CHAIR),
        "thư ký": acting(record, Role.SECRETARY),
    }
    return [words for words, value in known.items() if not value]


def _recipients(record: SessionRecord) -> tuple[str, ...]:
    council = record.council
    return council.recipients or (council.committee_name, "Các thành phần dự họp", f"{ARCHIVE}, Hồ sơ phiên họp")


MINUTES = KindDescription(
    kind=PaperKind.MINUTES,
    name="Biên bản",
    label="Biên bản",
    slug="bien-ban",
    symbol="BB",
    has_place_and_date=False,
    has_two_signatures=True,
    counts_people=True,
    fields=("closing", "recipients", "with_owed"),
    required_words=(
        "Thời gian bắt đầu",
        "Địa điểm",
        "Thành phần tham dự",
        "Chủ trì",
        "Thư ký",
        "Nội dung",
        "… kết thúc vào",
    ),
    blanks=_blanks,
    closing=_closing,
    signatures=_signatures,
    recipients=_recipients,
)
