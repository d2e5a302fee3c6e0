"""What pasting refuses, in words, and to whom; whatever it takes, it loses no letter of it."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.desk.pasted import Unsplittable, split
from meetings.desk.unit_admin import UnitForm
from meetings.models import Unit
from meetings.models.unit import UnitQuerySet

from ..conftest import logged_in

SPLIT = "/quan-tri/meetings/session/tach-van-ban/"
NEW_UNIT = "/quan-tri/meetings/session/tach-van-ban/don-vi-moi/"


@pytest.fixture
def units(db):
    return [Unit.objects.create(name=name) for name in ("Ban KT-XH", "Phòng Tài chính")]


@pytest.mark.parametrize("kind", ["agenda", "attendees", "directives"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Chưa có chữ nào để tách."),
        (" \n\t\n \N{NO-BREAK SPACE}", "Chưa có chữ nào để tách."),
        ("---\n***\n…", "Chưa có chữ nào để tách."),
        ("Trực đêm\n" * 6_000, "có 6.000 dòng"),
        ("a;" * 20_000, "dài quá 10.000 chữ cái"),
        ("Trực " * 10_000 + "\n" + "đêm " * 10_000, "dài quá 60.000 chữ cái"),
        ("việc nữa; " * 400, "có 400 dòng"),
    ],
)
def test_odd_input_is_answered_in_words(at_clerks_desk, units, kind, text, said):
    answer = at_clerks_desk.post(SPLIT, {"kind": kind, "text": text})
    assert answer.status_code == 400
    assert said in answer.json()["error"]


@pytest.mark.parametrize(
    "text",
    [
        "…; ;:",
        "))((",
        "“Giao",
        "Giao",
        "Giao … chủ trì …",
        "1.",
        "a)\n1)",
        ":\n:",
        "\x00\uf0b7x",
        "𝐆𝐢𝐚𝐨 ½ ﬁ",
        "Chủ trì: .",
        "- " * 4_900 + "x",
        "Giao Ban",
    ],
)
@pytest.mark.parametrize("kind", ["agenda", "attendees", "directives"])
def test_scraps_never_break_it_nor_lose_a_letter(at_clerks_desk, units, kind, text):
    answer = at_clerks_desk.post(SPLIT, {"kind": kind, "text": text})
    assert answer.status_code in (200, 400)
    assert "error" in answer.json() or "không bỏ sót chữ nào" in answer.json()["summary"]


SCRAPS = (
    *("Giao", "đề nghị", "chủ trì", "phối hợp với", "và", "Ban KT-XH", "Phòng Tài chính", "Tổ lạ", "rà soát"),
    *(", ", "; ", ": ", ". ", "(", ")", "“", "”", "…", "\n", "\n- ", "\n1. ", "\na) ", "\t", "½", "İ", "1.500"),
    *("trước ngày 25/01/2021", "Đối với công tác x", "Cùng dự có", "Vắng mặt: ", "Chủ trì: ", "(vắng)", "05 người"),
    *("Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận", "trình bày", "do Văn phòng"),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["agenda", "attendees", "directives"]), scraps=st.lists(st.sampled_from(SCRAPS), max_size=20)
)
def test_whatever_is_pasted_every_letter_stands_in_some_row(units, kind, scraps):
    try:
        found = split(kind, " ".join(scraps))
    except Unsplittable:
        return
    assert "không bỏ sót chữ nào" in found.summary
    for row in found.rows:
        assert "".join(each["text"] for each in row.to_data()["words"]) == row.words


FORGED = {
    "a list": "[1]",
    "half an answer": "{",
    "a word for a key": '{"a": "x"}',
    "too many": json.dumps(dict.fromkeys(map(str, range(300)), "")),
    "no end": '{"a": Infinity}',
    "beyond every key": json.dumps({"a": 10**30}),
    "a list in lists": "[" * 50_000,
    "too long": json.dumps({"a": "9" * 100_000}),
}


@pytest.mark.parametrize("answers", FORGED.values(), ids=FORGED)
def test_forged_answers_are_refused_in_words(at_clerks_desk, answers):
    answer = at_clerks_desk.post(SPLIT, {"kind": "directives", "text": "Trực đêm", "answers": answers})
    assert answer.status_code == 400 and "Không đọc được các đơn vị" in answer.json()["error"]


def test_a_new_unit_is_made_only_when_asked_and_only_once(at_clerks_desk, units):
    made = at_clerks_desk.post(NEW_UNIT, {"name": "Tổ cầu  cảng"})
    assert made.status_code == 201 and made.json()["text"] == "Tổ cầu cảng"
    again = at_clerks_desk.post(NEW_UNIT, {"name": "to cau cang"})
    assert again.json() == made.json() and Unit.objects.count() == 3


def test_a_unit_a_colleague_adds_in_the_same_moment_is_the_one(at_clerks_desk, units, monkeypatch):
    """Neither the first look nor the form saw it: the database did."""
    theirs = Unit.objects.create(name="Tổ cầu cảng")
    looks = iter([None, theirs])
    monkeypatch.setattr(UnitQuerySet, "called", lambda units, name: next(looks))
    monkeypatch.setattr(UnitForm, "clean", lambda form: None)
    answer = at_clerks_desk.post(NEW_UNIT, {"name": "Tổ cầu cảng"})
    assert (answer.status_code, answer.json()["id"]) == (200, str(theirs.pk))
    assert Unit.objects.count() == 3


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_unit_without_a_fitting_name_is_refused_in_words(at_clerks_desk, units, name):
    answer = at_clerks_desk.post(NEW_UNIT, {"name": name})
    assert answer.status_code == 400 and answer.json()["error"]
    assert Unit.objects.count() == 2


def test_who_may_not_add_units_is_refused(clerk, at_clerks_desk, units):
    Group.objects.get(name="Văn thư").permissions.remove(Permission.objects.get(codename="add_unit"))
    assert at_clerks_desk.post(NEW_UNIT, {"name": "Tổ mới"}).status_code == 403
    assert Unit.objects.count() == 2


@pytest.mark.parametrize("address", [SPLIT, NEW_UNIT])
def test_who_may_not_write_sessions_is_refused(units, citizen, reader, administrator, address):
    posted = {"kind": "agenda", "text": "Việc", "name": "Tổ mới"}
    assert citizen.post(address, posted).status_code == 302
    for user in (reader, administrator):
        assert logged_in(user).post(address, posted).status_code == 403
    assert Unit.objects.count() == 2


@pytest.mark.parametrize("address", [SPLIT, NEW_UNIT])
def test_only_a_post_with_its_token_counts(clerk, units, address):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    assert strict.post(address, {"name": "Tổ mới", "kind": "agenda", "text": "Việc"}).status_code == 403
    assert strict.get(address).status_code == 405
    assert Unit.objects.count() == 2
