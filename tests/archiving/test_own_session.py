"""A post of another day in a month that has its regular session can be a session of another kind."""

from datetime import date

import pytest

from meetings import archiving, prose
from meetings.models import Refused, Session
from meetings.record import SessionKind

from .conftest import FEBRUARY, a_post

LATER = FEBRUARY.replace("02/02/2021", "24/02/2021").replace("08/02/2021", "26/02/2021")


@pytest.fixture
def later(batch, february):
    archiving.accept(february)
    archiving.gather(batch, [a_post("b.txt", LATER)])
    return batch.posts.get(name="b.txt")


def test_it_is_taken_beside_the_regular_session(later, clerk):
    assert later.verdict == "changed" and archiving.other_day(later) and archiving.may_be_own(later)
    session = archiving.accept_as_own(later, SessionKind.THEMATIC, by=clerk)
    assert (session.kind, session.held_on, session.state) == ("thematic", date(2021, 2, 24), "draft")
    assert prose.opening(session.to_record()) == prose.opening(later.record)
    assert sorted(Session.objects.values_list("kind", flat=True)) == ["regular", "thematic"]
    later.refresh_from_db()
    assert later.decision == "accepted"


def test_the_same_day_is_a_correction(batch, february, clerk):
    archiving.accept(february)
    archiving.gather(batch, [a_post("b.txt", f"{FEBRUARY}\nThêm một câu.")])
    post = batch.posts.get(name="b.txt")
    assert post.verdict == "changed" and not archiving.other_day(post) and not archiving.may_be_own(post)
    with pytest.raises(Refused, match="không khác ngày họp"):
        archiving.accept_as_own(post, SessionKind.THEMATIC, by=clerk)


def test_an_old_address_leads_to_one_session_only(batch, gathered):
    address = "https://cu.example.vn/bai/1"
    archiving.accept(gathered(a_post("a.txt", FEBRUARY, address=address))[0])
    archiving.gather(batch, [a_post("b.txt", LATER, address=address)])
    post = batch.posts.get(name="b.txt")
    assert archiving.other_day(post) and not archiving.may_be_own(post)
