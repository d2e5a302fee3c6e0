"""Papers that keep the form, and the same papers printed with one fault."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from meetings.form_check import check
from meetings.paper import PaperKind, PaperRecord
from meetings.writers.pdf import sheet
from meetings.writers.words import sheets

from ..writers.conftest import JANUARY, LONG, OLD_POST, write_minutes

VERIFY_AT = "https://hdnd.example/xac-minh/"

SHORT = replace(
    JANUARY,
    council=replace(JANUARY.council, letterhead=("THƯỜNG TRỰC", "HĐND QUẬN")),
    attendees=JANUARY.attendees[:3],
    directives=JANUARY.directives[1:],
)
"""Two pages with every component of the minutes; its letterhead fits in a narrow cell."""


def printed(paper="minutes", replacing=()):
    """The PDF of a paper, its page changed first by each (pattern, words); each must be there to be changed."""
    given = PaperRecord(kind=PaperKind(paper), number=5, dated=date(2021, 1, 8))
    page = sheet.html(sheets(SHORT, given, verify_at=VERIFY_AT))
    for pattern, words in replacing:
        page, count = re.subn(pattern.replace(" ", r"\s"), words, page)  # some of its spaces hold words together
        assert count, f"{pattern} is not on the page"
    return sheet.pdf(page)


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
