"""The papers of these tests as documents of Word, and templates that an office has changed."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from meetings.paper import OwedRecord, PaperKind, PaperRecord
from meetings.record import Presence
from meetings.writers import docx as word
from meetings.writers.words import attendance_sheet, sheets

from ..conftest import JANUARY, LONG, OLD_POST

VERIFY_AT = "https://hdnd.example/xac-minh/"
INVITED = replace(JANUARY, attendees=tuple(replace(each, presence=Presence.UNKNOWN) for each in JANUARY.attendees))
OWED = tuple(
    OwedRecord(
        reference=f"2020-12-{place}",
        words="Hoàn thiện hồ sơ quyết toán các công trình cải tạo trường học trên địa bàn quận",
        lead="Phòng Tài chính - Kế hoạch",
        due="31/01/2021",
        state="Quá hạn",
    )
    for place in range(1, 31)
)
GROUNDS = ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",)


def paper(kind, **more):
    return PaperRecord(kind=PaperKind(kind), **more)


@cache
def papers():
    """Each kind of paper by name: its sheets, and whether it is a draft."""
    singly = paper("invitation", number=12, dated=date(2020, 12, 31), one_sheet_each=True)
    return {
        "minutes": (sheets(JANUARY, paper("minutes", number=5), verify_at=VERIFY_AT), False),
        "minutes with annex": (
            sheets(JANUARY, paper("minutes", number=5, dated=date(2021, 1, 5), owed=OWED), verify_at=VERIFY_AT),
            False,
        ),
        "draft": (sheets(OLD_POST, paper("minutes")), True),
        "long minutes": (sheets(LONG, paper("minutes", number=112)), False),
        "notice": (
            sheets(JANUARY, paper("notice", number=3, dated=date(2021, 1, 6), grounds=GROUNDS), verify_at=VERIFY_AT),
            False,
        ),
        "invitation": (sheets(INVITED, replace(singly, one_sheet_each=False)), False),
        "invitations": (sheets(INVITED, singly), False),
        "attendance": ([attendance_sheet.text(JANUARY)], False),
    }


@cache
def written(name):
    sheets, draft = papers()[name]
    return word.write(sheets, draft=draft)


@pytest.fixture(params=list(papers()))
def name(request):
    return request.param


def opened(document):
    return docx.Document(BytesIO(document))


def adapted(change):
    """Our template as `change` leaves it, which is given the opened document."""
    document = opened(word.default_template())
    change(document)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def repacked(change):
    """Our template with its parts, {name: bytes}, as `change` leaves them."""
    with ZipFile(BytesIO(word.default_template())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def paragraphs(document):
    """Every paragraph, in cells too, in the order of the text."""
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row.cells:
                    found += paragraphs(cell)
        else:
            found.append(block)
    return found


def paragraph(document, words):
    """The first paragraph that begins with `words`."""
    return next(each for each in paragraphs(document) if plain(each.text).startswith(words))


def plain(text):
    return " ".join(text.split())
