"""The labelled posts: what the reader makes of them, counted; bench/reader.py prints the table and every fault."""

import pytest

from bench.reader import POSTS, score_of


@pytest.fixture(scope="module")
def score():
    return score_of([POSTS / "samples"])


def test_of_all_fields_97_in_100_are_right(score):
    right, missed = (sum(each.values()) for each in score.counts[:2])
    assert right / (right + missed) >= 0.97, score.table()


def test_few_words_are_taken_for_what_they_are_not(score):
    right, _, invented = (sum(each.values()) for each in score.counts)
    assert invented / right <= 0.02, "\n".join(score.faults)


@pytest.mark.parametrize("field", ["title", "council", "year", "month", "kind", "posted_on", "views", "held_on"])
def test_when_and_whose_it_was_is_never_wrong(score, field):
    assert (score.missed[field], score.invented[field]) == (0, 0)


def test_opinions_praise_and_background_are_not_made_directives(score):
    kept, taken = score.right["not_directives"], score.invented["not_directives"]
    assert taken / (kept + taken) <= 0.02, "\n".join(score.faults)


def test_a_page_that_is_no_session_is_refused(score):
    assert score.invented["is_session"] == 0
