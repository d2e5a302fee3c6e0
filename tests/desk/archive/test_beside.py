"""The session's form with the old post beside it, for staff who may see the batch."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import archiving
from meetings.models import ImportedPost, Session
from tests.conftest import logged_in, make_staff

from .conftest import decide, of_batch, page_of, words_of


@pytest.fixture
def mended(at_clerks_desk, doubtful):
    """The session of the doubtful post, as the clerk's button makes it."""
    decide(at_clerks_desk, doubtful, "sua")
    return Session.objects.get()


def form_of(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


def panel(client, session):
    page = words_of(client.get(form_of(session)))
    return page[page.index("<aside") : page.index("</aside>")] if "archive-beside" in page else ""


def test_the_post_stands_beside_the_form_with_its_doubts(at_clerks_desk, mended, doubtful):
    beside = panel(at_clerks_desk, mended)
    assert "2 chỗ máy chưa chắc" in beside and f'href="{page_of(doubtful)}"' in beside
    assert "Đối với công tác tiếp công dân" in beside and "<small>ngày họp</small> 06/04/2021" in beside
    for letter in "AB":
        assert f'href="#o-{letter}">Tới chỗ này' in beside and f'id="o-{letter}" href="#cho-{letter}"' in beside


def test_onward_leads_to_the_next_post_that_needs_a_decision(at_clerks_desk, batch, mended, clean, refused):
    assert f'href="{page_of(refused)}">Bài tiếp' in panel(at_clerks_desk, mended)
    decide(at_clerks_desk, refused, "bo-qua")
    assert f'href="{page_of(clean)}">Bài tiếp' in panel(at_clerks_desk, mended)
    decide(at_clerks_desk, clean, "bo-qua")
    beside = panel(at_clerks_desk, mended)
    assert "Bài tiếp" not in beside and "Không còn bài nào chờ" in beside and of_batch("change", batch) in beside


def test_it_is_there_only_for_who_may_see_the_batch(at_clerks_desk, mended, reader):
    assert panel(at_clerks_desk, mended)
    editor = make_staff("bien-tap", "view_session", "change_session")
    for other in (reader, editor):
        page = logged_in(other).get(form_of(mended))
        assert page.status_code == 200
        assert "archive-beside" not in words_of(page) and "Bài tiếp" not in words_of(page)
    watcher = make_staff("theo-doi", "view_session", "change_session", "view_importedpost")
    assert panel(logged_in(watcher), mended)


def test_it_goes_when_the_session_is_no_longer_edited(at_clerks_desk, mended):
    Session.objects.filter(pk=mended.pk).update(state="submitted")
    assert panel(at_clerks_desk, mended) == ""


def test_a_session_of_the_desk_has_none_and_costs_nothing_for_it(at_clerks_desk, january):
    with CaptureQueriesContext(connection) as queries:
        assert panel(at_clerks_desk, january) == ""
    assert not [query for query in queries if "importedpost" in query["sql"]]


def test_a_post_taken_away_leaves_the_form_alone(at_clerks_desk, mended):
    ImportedPost.objects.all().delete()
    assert panel(at_clerks_desk, mended) == ""


def test_words_of_the_post_are_words_only(at_clerks_desk, mended, doubtful):
    reading = doubtful.reading
    reading["text"] = reading["text"].replace("Giao Văn phòng", "<b>Giao</b> phòng")
    ImportedPost.objects.filter(pk=doubtful.pk).update(reading=reading)
    assert "<b>Giao" not in panel(at_clerks_desk, mended)


def test_the_form_costs_the_same_for_many_posts(at_clerks_desk, batch, mended, clean):
    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(form_of(mended))
    for number in range(40):
        batch.posts.create(name=f"{number}.txt", order=90 + number, source_hash=f"{number}", reading=clean.reading)
    with CaptureQueriesContext(connection) as many:
        at_clerks_desk.get(form_of(mended))
    assert len(many) == len(few)


def test_a_correction_shows_its_post_too(at_clerks_desk, clean, gathered):
    from .conftest import CLEAN

    archiving.accept(clean)
    changed = gathered(khac=CLEAN.read_text(encoding="utf-8").replace("đúng tiến độ", "đúng thời hạn"))["khac"]
    decide(at_clerks_desk, changed, "dinh-chinh")
    assert "đúng thời hạn" in panel(at_clerks_desk, Session.objects.get())
