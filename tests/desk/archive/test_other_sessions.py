"""A post of another body, a post of another day than the session of its month, and doubts of one place."""

import pytest

from meetings.models import Decision, Session, Verdict

from .conftest import CLEAN, decide, page_of, words_of
from .test_mending_page import mend

WORDS = CLEAN.read_text(encoding="utf-8")
OTHER_BODY = (
    "UBND quận họp phiên thường kỳ tháng 02 năm 2021\n\nNgày đăng 08/02/2021 | 16:05\n\n"
    "Sáng 02/02/2021, UBND quận họp phiên thường kỳ tháng 02. Chủ tịch UBND quận chủ trì.\n\n"
    "Kết luận phiên họp, Chủ tịch UBND quận yêu cầu Phòng Tư pháp rà soát văn bản."
)


@pytest.fixture
def other_body(gathered):
    return gathered(co_quan_khac=OTHER_BODY)["co_quan_khac"]


def test_a_post_of_another_body_is_offered_to_be_left_out_first(at_clerks_desk, other_body):
    page = words_of(at_clerks_desk.get(page_of(other_body)))
    assert page.index("Bài này có thể của cơ quan khác") < page.index("Bỏ qua bài này")


def test_no_answer_makes_a_post_of_another_body_clean(at_clerks_desk, other_body):
    mend(at_clerks_desk, other_body, month="2/2021", held_on="02/02/2021")
    other_body.refresh_from_db()
    assert other_body.verdict != Verdict.CLEAN


def test_a_post_of_another_day_may_become_a_session_of_its_own(at_clerks_desk, clean, gathered):
    decide(at_clerks_desk, clean, "nhap")
    words = WORDS.replace("Ngày 02/02/2021", "Ngày 25/02/2021").replace("đúng tiến độ", "đúng thời hạn")
    post = gathered(ngay_khac=words)["ngay_khac"]
    assert post.verdict == Verdict.CHANGED
    page = words_of(at_clerks_desk.get(page_of(post)))
    assert "Ngày họp khác nhau (25/2/2021 và 2/2/2021)" in page
    answered = decide(at_clerks_desk, post, "rieng-dot-xuat")
    assert answered.status_code == 302
    post.refresh_from_db()
    assert post.decision == Decision.ACCEPTED
    assert sorted(Session.objects.filter(month=2).values_list("kind", flat=True)) == ["extraordinary", "regular"]
