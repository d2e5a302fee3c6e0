"""Papers that keep the form, and the same papers printed with one fault."""

import re
from dataclasses import replace
from functools import cache

from meetings.form_check import check
from meetings.writers.pdf import pdf_sheet

from ..writers.conftest import CHAIR, JANUARY, LONG, OLD_POST, SECRETARY, minutes_page, write_minutes
from . import samples

VERIFY_AT = "https://hdnd.example/xac-minh/"

LONGER = replace(
    JANUARY,
    council=replace(JANUARY.council, letterhead=("THƯỜNG TRỰC", "HĐND QUẬN")),
    attendees=JANUARY.attendees[:3],
    directives=JANUARY.directives[1:],
)
"""Two pages; its letterhead fits in a narrow cell."""

SHORT = replace(
    LONGER,
    council=replace(LONGER.council, recipients=("Thành phần dự họp", "Lưu: VT")),
    attendees=(replace(CHAIR, position="Chủ tịch HĐND quận"), replace(SECRETARY, position="Thư ký")),
    assessment="Năm 2020, Hội đồng nhân dân quận làm tròn nhiệm vụ đề ra; việc tiếp công dân được giữ đúng lịch.",
    agenda=(replace(JANUARY.agenda[1], opinions=""),),
    directives=(),
)
"""Every component of the minutes on one page."""


SAMPLES = {
    "notice": samples.notice,
    "invitation": samples.invitation,
    "letter": samples.letter,
    "report": samples.report,
}


def printed(paper="minutes", replacing=()):
    """The PDF of a paper, its page changed first by each (pattern, words); each must be there to be changed."""
    record = LONGER if paper == "two pages" else SHORT
    page = minutes_page(record, number=5, draft=paper == "draft", verify_at=VERIFY_AT)
    if paper in SAMPLES:
        style = re.search("(?s)<style>.*</style>", page)[0]
        page = SAMPLES[paper](style)
    for pattern, words in replacing:
        page, count = re.subn(pattern.replace(" ", r"\s"), words, page)  # some of its spaces hold words together
        assert count, f"{pattern} is not on the page"
    return pdf_sheet.pdf(page)


def faults(pdf, kind=None):
    return {finding.rule for finding in check(pdf, kind).broken}


@cache
def sound(paper):
    """A paper without a fault, printed once."""
    makers = {
        "january": lambda: write_minutes(JANUARY, number=5, verify_at=VERIFY_AT),
        "old post": lambda: write_minutes(OLD_POST),
        "long": lambda: write_minutes(LONG, number=112),
        "draft": lambda: write_minutes(JANUARY, number=5, draft=True, verify_at=VERIFY_AT),
    }
    return makers[paper]() if paper in makers else printed(paper)
