"""The sentence of a vote is composed in one place."""

import pytest

from meetings import vote_prose
from meetings.record import VoteRecord

ALL = "Các thành viên dự họp nhất trí 100%."


@pytest.mark.parametrize(
    ("agreed", "opposed", "abstained", "present", "said"),
    [
        (7, 0, 0, None, ALL),
        (7, 0, 0, 7, ALL),
        (5, 1, 1, None, "5/7 thành viên tán thành, 1 không tán thành, 1 không có ý kiến."),
        (5, 2, 0, None, "5/7 thành viên tán thành, 2 không tán thành."),
        (5, 0, 0, 7, "5/7 thành viên tán thành."),
        (0, 3, 0, None, "0/3 thành viên tán thành, 3 không tán thành."),
        (8, 0, 0, 7, ALL),
    ],
)
def test_the_sentence_follows_from_the_counts(agreed, opposed, abstained, present, said):
    vote = VoteRecord(agreed=agreed, opposed=opposed, abstained=abstained, present=present)
    assert vote_prose.paragraphs(vote) == [said]


def test_a_vote_by_name_says_who_voted_how():
    vote = VoteRecord(
        agreed=2, opposed=1, agreed_names=("Trần Quyết Thắng", "Lê Thị Mai"), opposed_names=("Vũ Văn Bình",)
    )
    assert vote_prose.paragraphs(vote) == [
        "2/3 thành viên tán thành, 1 không tán thành.",
        "Tán thành: Trần Quyết Thắng, Lê Thị Mai; không tán thành: Vũ Văn Bình.",
    ]


def test_nothing_is_said_where_nothing_was_recorded():
    assert vote_prose.paragraphs(None) == []
