"""A record goes onto the desk and comes back from it without loss."""

from dataclasses import replace

import pytest
from django.db import connection

from meetings import intake, prose
from meetings.models import Council, PageViews, Session, Unit
from meetings.record import DirectiveRecord


def stored(record, **source):
    return Session.objects.with_rows().get(pk=intake.store(record, **source).pk)


def test_the_rows_give_the_record_back(db, january_record):
    session = stored(january_record)
    assert session.to_record() == replace(january_record, posted_at=session.to_record().posted_at)
    assert session.to_record().posted_at == january_record.posted_at


def test_views_of_the_old_post_are_kept_apart_from_the_session(january):
    assert PageViews.objects.get().imported == 88


def test_the_queries_of_a_record_do_not_grow_with_its_rows(db, january_record, django_assert_num_queries):
    many = replace(january_record, attendees=january_record.attendees * 15, directives=january_record.directives * 7)
    session = intake.store(many)
    with django_assert_num_queries(9):
        Session.objects.with_rows().get(pk=session.pk).to_record()


def test_a_unit_is_known_by_all_its_names(db, january_record):
    unit = Unit.objects.create(name="Ủy ban MTTQ Việt Nam quận")
    unit.names.create(name="MTTQ quận")
    directive = DirectiveRecord(lead="MTTQ QUẬN", assignment="đề nghị … chủ trì", task="giám sát")
    session = stored(replace(january_record, directives=(directive,)))
    assert session.directives.get().lead_unit == unit
    words = prose.directive_words(session.to_record().directives[0])
    assert words == "đề nghị MTTQ QUẬN chủ trì giám sát."


def test_the_same_source_is_taken_once(db, january_record):
    intake.store(january_record, source_hash="abc")
    with pytest.raises(intake.AlreadyStored):
        intake.store(january_record, source_hash="abc")
    assert Session.objects.count() == Council.objects.count() == 1


def test_nothing_stays_of_a_record_that_was_refused(db, january_record):
    intake.store(january_record)
    units = Unit.objects.count()
    stranger = DirectiveRecord(lead="Đơn vị chưa ai biết", task="việc")
    with pytest.raises(intake.Unstorable):
        intake.store(replace(january_record, directives=(stranger,)))
    assert Unit.objects.count() == units


def test_words_too_long_for_the_desk_are_refused_with_their_place(db, january_record):
    with pytest.raises(intake.Unstorable, match="địa điểm"):
        intake.store(replace(january_record, venue="x" * 301))
    assert not Session.objects.exists()


@pytest.mark.parametrize("change", [{"year": 1900}, {"year": 2200}, {"month": 13}])
def test_an_impossible_month_is_refused_in_words(db, january_record, change):
    with pytest.raises(intake.Unstorable):
        intake.store(replace(january_record, **change))


def test_a_name_kept_in_the_words_makes_no_unit(db, january_record):
    class OnlyWords:
        def called(self, name):
            return None

    directive = DirectiveRecord(lead="tổ công tác", assignment="đề nghị … chủ trì", task="giám sát")
    session = intake.store(replace(january_record, directives=(directive,)), units=OnlyWords())
    kept = Session.objects.with_rows().get(pk=session.pk).to_record().directives[0]
    assert kept.lead == "" and prose.directive_words(kept) == "đề nghị tổ công tác chủ trì giám sát."
    assert not Unit.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table whole")
def test_an_old_post_is_looked_for_without_reading_every_session(db):
    assert "SCAN" not in Session.objects.filter(source_hash="0").order_by().explain()
