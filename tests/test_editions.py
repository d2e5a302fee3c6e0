"""issue() is the only door out of the desk; what went through it stays as it was."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from meetings import intake, prose
from meetings.models import Attendee, Edition, Refused, Session, SessionState, StateChange


def test_publishing_freezes_the_record_with_its_sentences(january, chief, january_record):
    edition = january.publish(by=chief)
    assert edition.whole == replace(
        prose.completed(january_record), directives=edition.whole.directives, posted_at=edition.whole.posted_at
    )
    assert edition.whole.opening.startswith("Ngày 05/01/2021")
    assert edition.public == edition.whole.public()
    assert len(edition.record_sha256) == 64


def test_publishing_is_on_the_record(january, chief):
    january.publish(by=chief)
    (change,) = StateChange.objects.all()
    assert (change.before, change.after, change.by) == ("draft", "published", chief)


def test_an_imported_session_keeps_its_posting_time(january, chief, january_record):
    assert january.publish(by=chief).posted_at == january_record.posted_at


def test_a_change_on_the_desk_changes_no_edition(published):
    before = Edition.objects.live().get().record
    published.assessment = "Chữ mới"
    published.save()
    Attendee.objects.all().delete()
    assert Edition.objects.live().get().record == before


def test_publishing_again_asks_what_was_corrected(published, chief):
    published.assessment = "Chữ mới"
    published.save()
    with pytest.raises(Refused, match="đính chính"):
        published.publish(by=chief)
    second = published.publish(by=chief, note="Sửa lời đánh giá.")
    first = second.replaces
    assert (first.state, first.sequence, second.state, second.sequence) == ("replaced", 1, "live", 2)
    assert second.posted_at == first.posted_at


def test_publishing_the_same_again_is_refused(published, chief):
    with pytest.raises(Refused, match="Chưa có gì thay đổi"):
        published.publish(by=chief, note="không đổi gì")
    assert Edition.objects.count() == 1


def test_a_refused_verb_leaves_nothing_behind(published, chief):
    with pytest.raises(Refused):
        published.publish(by=chief)
    assert StateChange.objects.count() == 1


def test_the_second_of_two_clicks_is_refused(january, chief):
    twin = Session.objects.get(pk=january.pk)
    january.publish(by=chief)
    with pytest.raises(Refused, match="vừa thay đổi"):
        twin.publish(by=chief)
    assert Edition.objects.count() == 1


def test_a_session_without_its_day_is_not_published(january, chief):
    Session.objects.filter(pk=january.pk).update(held_on=None)
    january.refresh_from_db()
    with pytest.raises(Refused, match="ngày họp"):
        january.publish(by=chief)
    assert january.state == SessionState.DRAFT


def test_an_edition_is_neither_saved_again_nor_deleted(published):
    edition = Edition.objects.get()
    with pytest.raises(TypeError):
        edition.save()
    with pytest.raises(TypeError):
        edition.delete()


def test_the_database_allows_one_live_edition_of_a_kind(published, january_record):
    edition = Edition.objects.get()
    edition.pk, edition.sequence = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save()


def test_directive_numbers_are_given_once_and_kept(published, chief):
    assert list(published.directives.values_list("number", flat=True)) == ["1", "2", "2.1", "2.2", "3", "3.1"]
    first, second, *_ = published.directives.all()
    first.delete()
    second.order = 99
    second.save()
    published.publish(by=chief, note="Bỏ chỉ đạo 1.")
    published.directives.create(order=100, task="việc mới")
    published.publish(by=chief, note="Thêm chỉ đạo.")
    assert published.directives.get(task="việc mới").number == "4"
    assert published.directives.get(pk=second.pk).number == "2"


def test_one_regular_session_a_month(january, january_record):
    with pytest.raises(intake.Unstorable, match="giữ nguyên"):
        intake.store(january_record)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(council=january.council, year=2021, month=1)
    Session.objects.create(council=january.council, year=2021, month=1, kind="extraordinary")
    third = Session.objects.create(council=january.council, year=2021, month=1, kind="extraordinary")
    assert third.slug == "dot-xuat-2"


def test_an_address_stays_once_something_was_issued(january, chief):
    january.kind = "thematic"
    january.save()
    assert january.slug == "chuyen-de"
    january.publish(by=chief)
    january.kind = "regular"
    january.save()
    assert january.slug == "chuyen-de"
