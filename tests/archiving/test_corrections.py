"""A post that differs from its session is put in its place only as a correction."""

import pytest

from meetings import archiving
from meetings.models import Edition, Refused, Session

from .conftest import FEBRUARY, a_post

ADDED = "Thêm một câu khác."


@pytest.fixture
def changed(batch, february, chief):
    """Of a session that is a draft; `publish` it first where another is wanted."""

    def make(publish=False):
        archiving.accept(february, by=chief, publish=publish)
        archiving.gather(batch, [a_post("b.txt", f"{FEBRUARY}\n{ADDED}")])
        return batch.posts.get(name="b.txt")

    return make


def test_a_draft_takes_the_new_content(changed, clerk):
    post = changed()
    session = archiving.propose_correction(post, by=clerk)
    assert (session.state, session.version, session.source_hash) == ("draft", 2, post.source_hash)
    kept = Session.objects.with_rows().get().to_record()
    assert [row.task for row in kept.directives] == [row.task for row in post.record.directives]
    assert (post.decision, post.session) == ("accepted", session)


def test_a_published_session_is_opened_and_what_was_issued_stays(changed, chief):
    session = archiving.propose_correction(changed(publish=True), by=chief)
    assert session.state == "reopened" and session.history.count() > 1
    assert ADDED not in str(Edition.objects.live().get().record)
    numbers = [row["number"] for row in Edition.objects.live().get().record["directives"]]
    assert list(session.directives.values_list("number", flat=True)) == numbers


def test_a_clerk_cannot_open_what_is_published(changed, clerk):
    post = changed(publish=True)
    with pytest.raises(Refused):
        archiving.propose_correction(post, by=clerk)
    post.refresh_from_db()
    assert post.decision == "pending" and Session.objects.get().state == "published"


def test_a_post_that_changes_nothing_is_no_correction(february, clerk):
    with pytest.raises(Refused, match="không khác"):
        archiving.propose_correction(february, by=clerk)
