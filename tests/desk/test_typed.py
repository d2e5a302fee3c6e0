"""What is typed or pasted at the desk comes in as it is meant, whatever keyboard and font it was typed with."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from meetings.desk.typed_text import as_meant
from meetings.models import Unit
from tests.conftest import make_staff
from tests.readers.inputs.samples import tcvn3, vni
from tests.test_look_alikes import GOOD

from .filling import filled

SPLIT = "/quan-tri/meetings/session/tach-van-ban/"


def change(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


@pytest.mark.parametrize("as_typed", [tcvn3, vni, lambda text: text.replace("Đ", "Ð").replace("đ", "ð")])
def test_words_of_an_old_font_are_stored_as_unicode(at_clerks_desk, january, as_typed):
    page = at_clerks_desk.get(change(january))
    words = "Đồng chí Chủ tịch đánh giá kết quả tháng này rất đều, đúng hạn."
    data = filled(page, assessment=as_typed(words), **{"attendees-0-name": as_typed("Đỗ Văn Thắng")})
    assert at_clerks_desk.post(change(january), data).status_code == 302
    january.refresh_from_db()
    assert (january.assessment, january.attendees.first().name) == (words, "Đỗ Văn Thắng")


@pytest.mark.parametrize("as_typed", [tcvn3, vni])
def test_a_passage_of_an_old_font_is_taken_apart_like_any_other(at_clerks_desk, db, as_typed):
    Unit.objects.create(name="Phòng Tài chính")
    text = "Giao Phòng Tài chính chủ trì rà soát số liệu; tiếp tục tuyên truyền"
    answers = [
        at_clerks_desk.post(SPLIT, {"kind": "directives", "text": each}).json() for each in (text, as_typed(text))
    ]
    assert answers[0] == answers[1] and answers[0]["rows"][0]["lead_unit"]


def test_a_password_is_taken_as_it_is_typed(client, db):
    make_staff("la", password="Ðuờng ðua 1")
    answer = client.post("/quan-tri/login/", {"username": "la", "password": "Ðuờng ðua 1"})
    assert answer.status_code == 302


@given(st.sampled_from(GOOD))
def test_good_unicode_is_never_taken_for_an_old_font(line):
    assert as_meant(line) == line.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "good", ["Müller Straße", "José García, São Paulo", "façade naïve café", "Dvořák, Škoda", "Đặng"]
)
def test_names_of_other_languages_stay(good):
    assert as_meant(good) == good
