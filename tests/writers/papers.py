"""The papers of the January session, complete, for the tests of what they become."""

from dataclasses import replace
from datetime import date

from meetings.paper import OwedRecord, PaperKind, PaperRecord
from meetings.writers.words import sheets

from .conftest import JANUARY

VERIFY_AT = "https://hdnd.example/xac-minh/"
SESSION = replace(JANUARY, council=replace(JANUARY.council, office_name="Văn phòng HĐND&UBND quận", recipients=()))

OWED = tuple(
    OwedRecord(
        reference=f"2020-12-{number}",
        words=f"Giao Phòng Tài chính - Kế hoạch quận rà soát các khoản thu, chi số {number}.",
        lead="Phòng Tài chính - Kế hoạch quận",
        due="31/01/2021",
        state="Đang làm",
    )
    for number in range(1, 41)
)

PAPERS = {
    "minutes": PaperRecord(kind=PaperKind.MINUTES, number=5, dated=date(2021, 1, 5)),
    "notice": PaperRecord(
        kind=PaperKind.NOTICE,
        number=6,
        dated=date(2021, 1, 8),
        grounds=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",),
        replaces="04/TB-HĐND ngày 06 tháng 01 năm 2021",
        owed=OWED,
    ),
    "invitation": PaperRecord(
        kind=PaperKind.INVITATION,
        number=48,
        dated=date(2020, 12, 31),
        contact="Liên hệ: đồng chí Hà, điện thoại 0900 000 000.",
    ),
}


def words_of(kind, **more):
    """The paper's words, ready for the press."""
    return sheets(SESSION, replace(PAPERS[kind], **more), verify_at=VERIFY_AT)
