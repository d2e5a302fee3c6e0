"""A post of another body is no session of the standing committee, whatever is typed beside it."""

from datetime import date

import pytest

from meetings import archiving
from meetings.archiving import FrameAnswers, other_bodies

from .conftest import FEBRUARY, a_post

DISTRICT = FEBRUARY.replace("Thường trực HĐND", "UBND")
HEADLINE = (
    "UBND quận họp phiên thường kỳ\nNgày 02/02/2021, UBND quận tổ chức phiên họp.\n"
    "Chủ tịch yêu cầu:\n- Rà soát thu, chi."
)


@pytest.fixture
def frame(council):
    return FrameAnswers(council.to_record(), 2021, 2, date(2021, 2, 2))


@pytest.mark.parametrize("text", [DISTRICT, DISTRICT.partition("\n")[2], HEADLINE])
def test_answers_never_make_it_clean(gathered, frame, text):
    post = gathered(a_post("1.txt", text))[0]
    assert post.verdict == "refused" and archiving.suspicion(post)
    mended = archiving.mend(post, frame)
    assert mended.verdict == "doubts" and archiving.suspicion(mended)
    assert not archiving.clean_posts(mended.batch).exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("UBND quận họp phiên thường kỳ", "UBND quận họp"),
        ("Sáng 02/02/2021, Ủy ban nhân dân quận họp.", "Sáng 02/02/2021, Ủy ban nhân dân quận họp"),
        ("Phiên họp tháng 02 năm 2021 của Đảng ủy", "Phiên họp tháng 02 năm 2021 của Đảng ủy"),
        ("Thường trực HĐND quận họp với UBND quận", ""),
        ("Sáng nay, các đồng chí gặp nhau để bàn việc.", ""),
        ("Phòng họp của HĐND quận", ""),
    ],
)
def test_the_words_that_name_it(line, words):
    assert other_bodies.meeting(line) == words


def test_a_committee_that_met_is_not_suspect():
    assert other_bodies.meeting(f"UBND quận họp phiên thường kỳ\n{FEBRUARY}") == ""
