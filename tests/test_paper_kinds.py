"""A kind of paper is one file: another one says its own words everywhere, and never those of another kind."""

import re
import sys
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path

import pytest

from meetings import paper_kinds
from meetings.desk.papers.papers_page import kind_called
from meetings.issuing import composing, issue_paper
from meetings.models import Edition, PaperDraft, Refused
from meetings.paper import PaperKind, PaperRecord, SignatureRecord
from meetings.paper_kinds import KindDescription, description
from meetings.paper_prose import completed, excerpt
from meetings.record import PROSE_FIELDS, AgendaItemRecord, AttendeeRecord, Presence, Role
from meetings.writers import words

from .public.conftest import session_of

ROOM = Path(paper_kinds.__file__).resolve().parent.parent
MAY_NAME_A_KIND = {
    "paper.py": "where the kinds are listed",
    "paper_kinds": "a file for each",
    "writers/words/__init__.py": "whose words each kind has; the type checker asks for all",
    "printing.py": "the page's own minutes",
    "desk/preview.py": "the page's own minutes",
    "public/session_papers.py": "the page's own minutes",
    "public/file_status.py": "the page's own minutes",
    "public/edition_names.py": "the page's own minutes",
    "public/upcoming.py": "a session to come is announced by its invitation",
    "desk/papers/draft_page.py": "the sheet to sign is drawn from what the minutes tell",
    "form_check/rules/number.py": "an example of a symbol for a paper of no known kind",
    "models/invitation.py": "whom that paper invites, and what each answered",
    "management": "the records of the demo",
    "portal/posted.py": "whether a session has its minutes",
    "supervision/grid_facts.py": "minutes and notice are what the grid is about",
}
NAMES_A_KIND = rf"\bKind\.({'|'.join(kind.name for kind in PaperKind)})\b|PaperKind\.[A-Z]+\b"
WITH_EVERYTHING = session_of(
    2021,
    1,
    starts_at=time(8, 30),
    venue="Phòng họp số 1",
    closing="Phiên họp kết thúc lúc 11 giờ.",
    agenda=(AgendaItemRecord(title="Kết quả công tác", conclusion="Thống nhất."),),
    attendees=(
        AttendeeRecord(role=Role.CHAIR, name="Lê An", position="Chủ tịch", presence=Presence.PRESENT),
        AttendeeRecord(role=Role.MEMBER, name="Trần Bình", presence=Presence.PRESENT),
    ),
)


def plan_words(*names):
    """Functions that compose only words of the pretended kind."""
    return {name: lambda record, name=name: f"Kế hoạch: {name}" for name in names}


PLAN = "pretended"


@pytest.fixture
def plan(monkeypatch):
    """Another kind: listed beside the others, not described yet."""
    kind = str.__new__(PaperKind, PLAN)
    kind._name_, kind._value_ = "PRETENDED", PLAN
    monkeypatch.setitem(PaperKind._value2member_map_, PLAN, kind)
    return kind


@pytest.fixture
def described(plan, monkeypatch):
    """The same with a file of its own."""
    own = KindDescription(
        kind=plan,
        name="Kế hoạch",
        label="Kế hoạch tháng",
        slug="ke-hoach",
        symbol="KH",
        title_lead="Kế hoạch về",
        fields=("closing",),
        required_words=("Kế hoạch",),
        excerpt=lambda record: replace(record, agenda=(), directives=()),
        missing=lambda paper, record: ["số liệu kế hoạch"],
        presiding=lambda record: [],
        addressees=lambda paper, record: ("Kế hoạch: nơi gửi",),
        signatures=lambda record: (SignatureRecord(authority=("NGƯỜI LẬP KẾ HOẠCH",)),),
        recipients=lambda record: ("Kế hoạch: nơi nhận",),
        **plan_words("opening", "closing"),
    )
    known = paper_kinds.description

    def with_plan(kind):
        return own if kind is plan else known(kind)

    for name, module in list(sys.modules.items()):
        if name.startswith("meetings") and getattr(module, "description", None) is known:
            monkeypatch.setattr(module, "description", with_plan)
    return own


def texts(value):
    """All the words in plain data."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts(part)]


def test_a_kind_that_nobody_described_is_refused_at_every_door(plan, january):
    paper = PaperRecord(kind=plan)
    for door in (
        lambda: description(plan),
        lambda: completed(paper, WITH_EVERYTHING),
        lambda: excerpt(plan, WITH_EVERYTHING),
        lambda: words.sheets(WITH_EVERYTHING, paper),
        lambda: composing.compose(january, plan),
        lambda: composing.missing(january, plan),
        lambda: Edition(kind=plan, title="Phiên họp tháng 01").abstract,
    ):
        with pytest.raises(AssertionError):
            door()


def test_a_described_kind_says_its_own_words_and_nobody_elses(described):
    whole = completed(PaperRecord(kind=described.kind), WITH_EVERYTHING)
    own = {text for text in texts(whole.to_data()) if text} - {PLAN}
    assert own == {
        *("KH-HĐND", "Kế hoạch: opening", "Kế hoạch: closing", "Kế hoạch: nơi gửi"),
        *("NGƯỜI LẬP KẾ HOẠCH", "Kế hoạch: nơi nhận"),
    }


def test_nor_are_its_words_set_as_those_of_another(described):
    with pytest.raises(AssertionError):
        words.sheets(WITH_EVERYTHING, PaperRecord(kind=described.kind))


def test_it_tells_what_its_own_file_lets_it_tell(described):
    told = excerpt(described.kind, WITH_EVERYTHING)
    assert (told.agenda, told.directives, told.closing) == ((), (), WITH_EVERYTHING.closing)


def test_the_register_names_it_by_its_own_words(described, db):
    edition = Edition(kind=described.kind, title="Phiên họp tháng 01 năm 2021")
    assert edition.abstract == "Kế hoạch về phiên họp tháng 01 năm 2021"
    assert edition.is_paper


def test_the_desk_asks_for_what_it_asks_for(described, january):
    assert composing.missing(january, described.kind) == ["số liệu kế hoạch"]
    draft = PaperDraft(session=january, kind=described.kind, signer="Nguyễn An")
    assert draft.to_record().signatures == ()
    with pytest.raises(Refused, match="số liệu kế hoạch"):
        issue_paper.issue(january, described.kind, issue_paper.Order(dated=date(2021, 1, 6)), by=None)


def test_every_kind_is_told_apart_by_what_names_it():
    described = [description(kind) for kind in PaperKind]
    for name in ("name", "label", "slug"):
        assert len({getattr(kind, name) for kind in described}) == len(PaperKind)
    shared = {frozenset(each.name for each in paper_kinds.series(kind)) for kind in PaperKind}
    assert {kinds for kinds in shared if len(kinds) > 1} == {
        frozenset({"REMINDER", "CORRECTION", "EXPLANATION"}),
        frozenset({"REPORT", "QUARTER_REPORT", "YEAR_REPORT"}),
    }
    assert all(kind.is_letter != bool(kind.symbol) for kind in described)
    assert [kind.kind for kind in described] == list(PaperKind)
    assert [kind_called(kind.slug) for kind in described] == list(PaperKind)


def test_what_an_office_may_set_are_fields_of_the_draft():
    known = {field.name for field in PaperDraft._meta.local_fields}
    assert all(set(description(kind).fields) <= known for kind in PaperKind)
    told = {field.name for field in fields(PaperRecord)} | {"authority", "signer", "with_owed"}
    assert all(set(description(kind).fields) <= told for kind in PaperKind)


def test_what_is_typed_for_a_kind_is_said_by_it_alone(january):
    """A column that two kinds share keeps out of a third, whatever is in it."""
    typed = {"grounds": "- Căn cứ Luật\n- Căn cứ Nghị quyết", "contact": "Hà, 0900", "one_sheet_each": True}
    for kind in PaperKind:
        paper, settable = PaperDraft(session=january, kind=kind, **typed).to_record(), description(kind).fields
        assert paper.grounds == (("Căn cứ Luật", "Căn cứ Nghị quyết") if "grounds" in settable else ())
        assert paper.contact == ("Hà, 0900" if "contact" in settable else "")
        assert paper.one_sheet_each is ("one_sheet_each" in settable)


def test_the_prose_fields_of_a_session_are_fields_of_its_record():
    record = {field.name: field.type for field in fields(WITH_EVERYTHING)}
    assert all(record[name] is str for name in PROSE_FIELDS)


def test_no_rule_about_one_kind_stands_outside_its_file():
    naming = {
        path.relative_to(ROOM).as_posix()
        for path in ROOM.rglob("*.py")
        if "migrations" not in path.parts and re.search(NAMES_A_KIND, path.read_text(encoding="utf-8"))
    }
    allowed = {name for name in naming for room in MAY_NAME_A_KIND if name == room or name.startswith(f"{room}/")}
    assert naming - allowed == set()
