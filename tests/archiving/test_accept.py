"""A post is accepted, left, taken up again; the clean ones all at once. Nothing of a refused one stays."""

from dataclasses import replace
from datetime import date

import pytest

from meetings import archiving, intake
from meetings.models import Attachment, Edition, ImportBatch, OldAddress, PageViews, Refused, Session, Unit

from .conftest import FEBRUARY, MAY, a_file, a_post
from .test_gather import picture


def test_it_becomes_a_draft_with_its_source(february, clerk):
    session = archiving.accept(february, by=clerk)
    assert (session.state, session.source_hash) == ("draft", february.source_hash)
    february.refresh_from_db()
    assert (february.decision, february.session, february.decided_by) == ("accepted", session, clerk)
    assert february.decided_at and PageViews.objects.get().imported == february.record.imported_views > 0


def test_its_files_are_public_documents_and_its_address_leads_here(gathered):
    address = "https://cu.vn/Tin-Tuc/-/content/phien-hop?p=1"
    file = a_file("hop.png", picture(), "Quang cảnh")
    session = archiving.accept(gathered(a_post("1.txt", FEBRUARY, address=address, files=(file,)))[0])
    document = Attachment.objects.get()
    assert (document.session, document.title, document.is_public, document.kind) == (
        session,
        "Quang cảnh",
        True,
        "PNG",
    )
    assert OldAddress.objects.get().path == "/tin-tuc/-/content/phien-hop?p=1"
    assert session.source_url == address


def test_published_it_keeps_its_time_and_views(february, chief):
    session = archiving.accept(february, by=chief, publish=True)
    edition = Edition.objects.live().get()
    assert session.state == "published"
    assert edition.posted_at == february.record.posted_at and edition.whole.imported_views > 0


def test_the_clerks_mended_record_is_what_is_stored(february, clerk):
    record = replace(february.record, held_on=date(2021, 2, 3), venue="Phòng họp số 2")
    assert archiving.accept(february, by=clerk, record=record).venue == "Phòng họp số 2"


def test_a_clerk_cannot_publish_it(february, clerk):
    with pytest.raises(Refused, match="không có quyền đăng"):
        archiving.accept(february, by=clerk, publish=True)
    february.refresh_from_db()
    assert february.decision == "pending" and not Session.objects.exists()


def test_nothing_is_changed_by_what_cannot_be_stored(february):
    with pytest.raises(intake.Unstorable):
        archiving.accept(february, record=replace(february.record, venue="x" * 400))
    february.refresh_from_db()
    assert february.decision == "pending"
    assert not Session.objects.exists() and not Unit.objects.exists() and not OldAddress.objects.exists()


def test_two_who_decide_at_once_decide_once(february, clerk):
    stale = type(february).objects.get(pk=february.pk)
    archiving.skip(february, by=clerk)
    with pytest.raises(Refused, match="vừa có người quyết định"):
        archiving.accept(stale)
    assert not Session.objects.exists()


def test_a_changed_post_is_never_stored_over_the_session(batch, february):
    archiving.accept(february)
    archiving.gather(batch, [a_post("b.txt", FEBRUARY + "\nThêm một câu khác.")])
    with pytest.raises(intake.Unstorable, match="đính chính tại đó"):
        archiving.accept(batch.posts.get(name="b.txt"))


def test_a_changed_post_can_be_stored_once_the_month_was_mended_or_the_session_is_gone(batch, february):
    session = archiving.accept(february)
    archiving.gather(batch, [a_post("b.txt", FEBRUARY + "\nMột câu."), a_post("c.txt", FEBRUARY + "\nHai câu.")])
    mended = batch.posts.get(name="b.txt")
    assert archiving.accept(mended, record=replace(mended.record, month=3)).month == 3
    session.delete()
    assert archiving.accept(batch.posts.get(name="c.txt")).month == 2


def test_left_out_it_must_be_taken_up_again_first(february, clerk):
    archiving.skip(february, by=clerk)
    with pytest.raises(Refused, match="bỏ qua"):
        archiving.accept(february)
    archiving.resume(february, by=clerk)
    assert february.decided_by is None
    archiving.accept(february)


def test_the_clean_ones_go_together_and_the_others_wait(batch, chief):
    archiving.gather(batch, [a_post("1.txt", FEBRUARY), a_post("2.txt", FEBRUARY), a_post("3.txt", "Tin thời tiết.")])
    outcomes = archiving.accept_clean(batch, by=chief, publish=True)
    assert [(post.name, type(error)) for post, error in outcomes] == [
        ("1.txt", type(None)),
        ("2.txt", intake.AlreadyStored),
    ]
    assert list(batch.posts.values_list("verdict", "decision")) == [
        ("clean", "accepted"),
        ("known", "pending"),
        ("refused", "pending"),
    ]
    assert archiving.accept_clean(batch, by=chief, publish=True) == []


def test_two_texts_for_one_month_leave_the_second_to_decide_on(batch):
    archiving.gather(batch, [a_post("1.txt", FEBRUARY), a_post("2.txt", FEBRUARY + "\nThêm một câu khác.")])
    archiving.gather(batch, [a_post("3.txt", MAY)])
    batch.posts.filter(name="2.txt").update(verdict="clean")
    archiving.accept_clean(batch)
    assert batch.posts.get(name="2.txt").verdict == "changed"
    assert batch.posts.get(name="2.txt").session == batch.posts.get(name="1.txt").session


def test_drafts_of_a_batch_can_be_published_after(batch, february, chief):
    archiving.accept_clean(batch)
    assert [error for _, error in archiving.accept_clean(batch, by=chief, publish=True)] == [None]
    assert Edition.objects.live().count() == Session.objects.count() == 1


def test_a_draft_somebody_works_on_is_not_published_with_the_others(batch, february, chief):
    archiving.accept_clean(batch)
    Session.objects.update(version=2)
    assert archiving.accept_clean(batch, by=chief, publish=True) == []


def test_a_batch_goes_with_its_posts_and_leaves_the_sessions(batch, february):
    archiving.accept(february)
    batch.delete()
    assert Session.objects.count() == 1 and not ImportBatch.objects.exists()
