"""issue() is the only door out of the desk; what went through it stays as it was."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from meetings import intake, prose
from meetings.models import Attendee, Edition, Session


def test_publishing_freezes_the_record_with_its_sentences(published, january_record):
    edition = Edition.objects.get()
    assert edition.whole == replace(
        prose.completed(january_record), directives=edition.whole.directives, posted_at=edition.whole.posted_at
    )
    assert edition.whole.opening.startswith("Ngày 05/01/2021")
    assert edition.public == edition.whole.public()
    assert len(edition.record_sha256) == 64


def test_an_imported_session_keeps_its_posting_time(published, january_record):
    assert Edition.objects.get().posted_at == january_record.posted_at


def test_a_change_on_the_desk_changes_no_edition(published):
    before = Edition.objects.live().get().record
    published.assessment = "Chữ mới"
    published.save()
    Attendee.objects.all().delete()
    assert Edition.objects.live().get().record == before


def test_a_correction_replaces_the_edition_and_keeps_it(reopened, chief):
    reopened.assessment = "Chữ mới"
    reopened.save()
    second = reopened.republish(by=chief, note="Sửa lời đánh giá.")
    first = Edition.objects.get(sequence=1)
    assert second.replaces == first
    assert (first.state, first.sequence, second.state, second.sequence) == ("replaced", 1, "live", 2)
    assert second.posted_at == first.posted_at and second.note == "Sửa lời đánh giá."


def test_an_edition_is_neither_saved_again_nor_deleted(published):
    edition = Edition.objects.get()
    with pytest.raises(TypeError):
        edition.save()
    with pytest.raises(TypeError):
        edition.delete()


def test_the_database_allows_one_live_edition_of_a_kind(published, january_record):
    edition = Edition.objects.get()
    edition.pk, edition.sequence, edition._state.adding = None, 2, True
    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save()


def test_directive_numbers_are_given_once_and_kept(reopened, chief):
    assert list(reopened.directives.values_list("number", flat=True)) == ["1", "2", "2.1", "2.2", "3", "3.1"]
    first, second, *_ = reopened.directives.all()
    first.delete()
    reopened.directives.create(order=100, task="việc mới")
    reopened.republish(by=chief, note="Bỏ chỉ đạo 1, thêm một việc.")
    assert reopened.directives.get(task="việc mới").number == "4"
    assert reopened.directives.get(pk=second.pk).number == "2"


def test_a_number_is_never_given_to_another(reopened, chief):
    reopened.directives.filter(number__startswith="3").delete()
    reopened.directives.create(order=100, task="việc mới")
    reopened.republish(by=chief, note="Thay chỉ đạo 3.")
    assert reopened.directives.get(task="việc mới").number == "4"


def test_a_row_moved_to_another_level_takes_a_new_number(reopened, chief):
    reopened.directives.filter(number="2.1").update(parent=None)
    out = reopened.directives.get(number="2.1")
    reopened.directives.filter(number__in=("3", "3.1")).update(parent=out)
    reopened.republish(by=chief, note="Đổi cấp.")
    numbers = list(reopened.directives.values_list("number", flat=True))
    assert numbers == ["1", "2", "2.2", "4", "4.1", "4.2"]


def test_a_month_can_be_held_again_after_a_withdrawal(published, chief, january_record):
    published.withdraw(by=chief, note="Đăng nhầm.")
    assert intake.store(january_record).slug == "phien"


def test_what_is_internal_is_not_even_announced(january, clerk, chief):
    january.directives.update(is_public=False)
    january.directives_intro = ""
    january.save()
    january.submit(by=clerk)
    edition = january.publish(by=chief)
    assert edition.public.directives_intro == "" and edition.whole.directives_intro


def test_one_regular_session_a_month(january, january_record):
    with pytest.raises(intake.Unstorable, match="giữ nguyên"):
        intake.store(january_record)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(council=january.council, year=2021, month=1)
    Session.objects.create(council=january.council, year=2021, month=1, kind="extraordinary")
    third = Session.objects.create(council=january.council, year=2021, month=1, kind="extraordinary")
    assert third.slug == "dot-xuat-2"


def test_an_address_stays_once_something_was_issued(january, clerk, chief):
    january.kind = "thematic"
    january.save()
    assert january.slug == "chuyen-de"
    january.submit(by=clerk)
    january.publish(by=chief)
    january.kind = "regular"
    january.save()
    assert january.slug == "chuyen-de"
