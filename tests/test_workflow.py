"""The verbs of a session: each in its state, by whom it is given, once, and on the record."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from meetings.models import Edition, Refused, Session, SessionState, StateChange
from meetings.models.record_room_check import faults
from meetings.models.workflow import VERBS


def changed(session, **fields):
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()
    return session


def test_the_whole_way_is_on_the_record(january, clerk, chief):
    january.submit(by=clerk)
    january.send_back(by=chief, note="Thiếu chức vụ.")
    january.submit(by=clerk)
    january.publish(by=chief)
    january.reopen(by=chief, note="Sai ngày.")
    changed(january, venue="Phòng họp số 1").republish(by=chief, note="Sửa địa điểm.")
    january.withdraw(by=chief, note="Đăng nhầm.")
    steps = [(each.after, each.by, each.note) for each in StateChange.objects.all()]
    assert steps == [
        ("submitted", clerk, ""),
        ("draft", chief, "Thiếu chức vụ."),
        ("submitted", clerk, ""),
        ("published", chief, ""),
        ("reopened", chief, "Sai ngày."),
        ("published", chief, "Sửa địa điểm."),
        ("withdrawn", chief, "Đăng nhầm."),
    ]


@pytest.mark.parametrize("state", SessionState.values)
@pytest.mark.parametrize("name", VERBS)
def test_a_verb_works_in_its_states_only(january, chief, state, name):
    Session.objects.filter(pk=january.pk).update(state=state)
    january.refresh_from_db()
    allowed = state in VERBS[name].moves
    asked = {"note": "Lý do."} if VERBS[name].asks_note else {}
    if not allowed:
        with pytest.raises(Refused):
            getattr(january, name)(by=chief, **asked)
        assert not StateChange.objects.exists()
        january.refresh_from_db()
        assert january.state == state
    assert (VERBS[name] in january.verbs_for(chief)) <= allowed


def test_a_clerk_neither_publishes_nor_withdraws(submitted, clerk, chief):
    with pytest.raises(Refused):
        submitted.publish(by=clerk)
    submitted.publish(by=chief)
    for verb in ("reopen", "withdraw"):
        with pytest.raises(Refused):
            getattr(submitted, verb)(by=clerk, note="x")
    assert Edition.objects.live().count() == 1


def test_a_clerk_sends_a_correction_and_the_chief_puts_it_out(reopened, clerk, chief):
    changed(reopened, venue="Phòng họp số 1").submit(by=clerk, note="Sửa địa điểm.")
    assert reopened.state == "resubmitted" and not reopened.is_editable
    assert Edition.objects.live().get().record["venue"] != "Phòng họp số 1"
    reopened.send_back(by=chief, note="Ghi cả tầng.")
    assert reopened.state == "reopened" and reopened.sent_back.note == "Ghi cả tầng."
    changed(reopened, venue="Phòng họp số 1, tầng 2").submit(by=clerk)
    reopened.republish(by=chief, note="Sửa địa điểm.")
    assert Edition.objects.live().get().record["venue"] == "Phòng họp số 1, tầng 2"
    assert reopened.sent_back is None


def test_a_correction_is_taken_back_by_who_sent_it(reopened, clerk, chief):
    changed(reopened, venue="Phòng họp số 1").submit(by=clerk)
    with pytest.raises(Refused):
        reopened.take_back(by=chief)
    reopened.take_back(by=clerk)
    assert reopened.state == "reopened"


def test_a_correction_that_corrects_nothing_is_not_sent(reopened, clerk):
    with pytest.raises(Refused, match="Chưa có gì thay đổi"):
        reopened.submit(by=clerk)


def test_only_the_sender_takes_back(submitted, clerk, chief):
    with pytest.raises(Refused):
        submitted.take_back(by=chief)
    submitted.take_back(by=clerk)
    assert submitted.state == "draft"


@pytest.mark.parametrize(
    ("verb", "stage"), [("send_back", "submitted"), ("reopen", "published"), ("withdraw", "published")]
)
def test_some_verbs_want_a_note(request, chief, verb, stage):
    session = request.getfixturevalue(stage)
    with pytest.raises(Refused, match="Hãy ghi rõ"):
        getattr(session, verb)(by=chief, note="  ")


def test_the_second_of_two_clicks_is_told_who_did_what(submitted, chief):
    twin = Session.objects.get(pk=submitted.pk)
    submitted.publish(by=chief)
    with pytest.raises(Refused, match="Đỗ Văn Khải chuyển phiên họp sang “Đã đăng” lúc"):
        twin.publish(by=chief)
    assert Edition.objects.count() == 1


def test_what_was_edited_meanwhile_is_not_submitted_unseen(january, clerk):
    twin = Session.objects.get(pk=january.pk)
    Session.objects.filter(pk=january.pk).update(version=january.version + 1)
    with pytest.raises(Refused):
        twin.submit(by=clerk)


def test_a_session_without_its_day_is_not_submitted(january, clerk):
    with pytest.raises(Refused, match="ngày họp"):
        changed(january, held_on=None).submit(by=clerk)


def test_a_session_still_to_be_held_is_neither_submitted_nor_published(january, clerk):
    coming = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="chưa diễn ra"):
        changed(january, held_on=coming).submit(by=clerk)


def test_the_sender_stays_the_sender_after_a_posting_time_was_called_off(submitted, clerk, chief):
    Session.objects.filter(pk=submitted.pk).update(posted_at=None)
    submitted.refresh_from_db()
    submitted.publish(by=chief, at=timezone.now() + timedelta(hours=1))
    submitted.unschedule(by=chief)
    assert VERBS["take_back"] in submitted.verbs_for(clerk)
    assert VERBS["take_back"] not in submitted.verbs_for(chief)


def test_a_correction_that_changes_nothing_is_refused_and_can_be_ended(reopened, chief):
    with pytest.raises(Refused, match="Chưa có gì thay đổi"):
        reopened.republish(by=chief, note="không đổi gì")
    reopened.keep(by=chief)
    assert reopened.state == "published" and Edition.objects.count() == 1


def test_a_correction_that_changed_something_is_not_dropped_silently(reopened, chief):
    with pytest.raises(Refused, match="đã có sửa đổi"):
        changed(reopened, venue="Phòng khác").keep(by=chief)


def test_withdrawal_closes_the_edition_with_its_reason(published, chief):
    published.withdraw(by=chief, note="Đăng nhầm.")
    edition = Edition.objects.get()
    assert (edition.state, edition.closed_note) == ("withdrawn", "Đăng nhầm.")
    assert not Edition.objects.live().exists()


def test_a_correction_is_ended_though_a_list_changed_meanwhile(reopened, chief):
    reopened.council.recipients = "Nơi nhận khác"
    reopened.council.save()
    reopened.keep(by=chief)
    assert reopened.state == "published"


@pytest.mark.parametrize("note", ["x" * 1001, "\x00  "])
def test_a_note_too_long_or_blank_is_refused_in_words(published, chief, note):
    with pytest.raises(Refused, match="dài quá|Hãy ghi rõ"):
        published.withdraw(by=chief, note=note)


def test_an_old_post_is_not_scheduled_and_never_lies_in_the_future(january_record, chief, clerk, db):
    from meetings import intake

    late = replace(january_record, posted_at=timezone.now() + timedelta(days=30))
    session = intake.store(late, source_hash="abc")
    session.publish(by=None)
    assert not session.is_scheduled and Edition.objects.live().get().posted_at <= timezone.now()


def test_an_old_post_is_published_without_the_round(january_record, db):
    from meetings import intake

    session = intake.store(january_record, source_hash="abc")
    assert session.publish(by=None).posted_at == january_record.posted_at


class TestScheduled:
    @pytest.fixture
    def moment(self):
        return timezone.now() + timedelta(hours=3)

    @pytest.fixture
    def scheduled(self, submitted, chief, moment):
        submitted.publish(by=chief, at=moment)
        return submitted

    def test_it_is_not_withdrawn_before_anybody_saw_it(self, scheduled, chief):
        with pytest.raises(Refused):
            scheduled.withdraw(by=chief, note="x")
        assert Edition.objects.get().state == "live"

    def test_called_off_its_numbers_are_free_again(self, scheduled, chief):
        scheduled.unschedule(by=chief)
        assert not scheduled.directives.exclude(number="").exists()

    def test_it_is_frozen_now_and_seen_then(self, scheduled, moment, monkeypatch):
        assert scheduled.is_scheduled and not Edition.objects.live().exists()
        monkeypatch.setattr("meetings.models.edition.timezone.now", lambda: moment - timedelta(seconds=1))
        assert not Edition.objects.live().exists()
        monkeypatch.setattr("meetings.models.edition.timezone.now", lambda: moment)
        assert Edition.objects.live().get().posted_at == moment

    def test_it_can_be_called_off_before(self, scheduled, chief):
        scheduled.unschedule(by=chief)
        assert scheduled.state == "submitted" and scheduled.posted_at is None
        edition = scheduled.publish(by=chief)
        assert edition.sequence == 1 and edition.replaces is None
        assert Edition.objects.live().get() == edition

    def test_a_called_off_page_is_at_no_address_and_the_seals_hold(self, scheduled, chief, citizen):
        scheduled.unschedule(by=chief)
        scheduled.publish(by=chief)
        first, second = Edition.objects.order_by("pk")
        assert [(each.state, each.sequence) for each in (first, second)] == [("cancelled", 1), ("live", 1)]
        assert citizen.get("/phien-hop/2021/01/ban/1/").url == "/phien-hop/2021/01/"
        scheduled.reopen(by=chief, note="Sai địa điểm.")
        changed(scheduled, venue="Phòng họp số 1").republish(by=chief, note="Sửa địa điểm.")
        page = citizen.get("/phien-hop/2021/01/ban/1/")
        assert page.status_code == 200 and page.context["edition"] == second
        assert list(faults()) == []

    def test_two_pages_that_anybody_saw_never_share_a_number(self, scheduled, chief):
        scheduled.unschedule(by=chief)
        edition = scheduled.publish(by=chief)
        edition.pk, edition.state, edition._state.adding = None, "replaced", True
        with pytest.raises(IntegrityError), transaction.atomic():
            edition.save()

    def test_it_is_not_corrected_before_it_is_out(self, scheduled, chief):
        assert [verb.name for verb in scheduled.verbs_for(chief)] == ["unschedule"]
        with pytest.raises(Refused):
            scheduled.reopen(by=chief, note="x")

    def test_what_is_out_cannot_be_called_off(self, published, chief):
        with pytest.raises(Refused):
            published.unschedule(by=chief)


OWN = "Bạn đã gửi bản này; người khác đăng."


def test_who_sent_a_session_does_not_publish_it(january, chief, clerk):
    january.submit(by=chief)
    assert VERBS["publish"] not in january.verbs_for(chief)
    with pytest.raises(Refused, match=f"{OWN} Cơ quan chỉ có một người thì bỏ chọn"):
        january.publish(by=chief)
    assert not Edition.objects.exists()
    january.take_back(by=chief)
    january.submit(by=clerk)
    january.publish(by=chief)
    assert Edition.objects.count() == 1


def test_a_session_whose_posting_time_was_called_off_still_needs_somebody_else(january, chief, deputy):
    Session.objects.update(posted_at=None)
    january = Session.objects.get()
    january.submit(by=chief)
    january.publish(by=deputy, at=timezone.now() + timedelta(days=1))
    january.unschedule(by=deputy)
    with pytest.raises(Refused, match=OWN):
        january.publish(by=chief)


def test_an_office_of_one_person_publishes_what_it_sent(january, chief):
    january.council.four_eyes = False
    january.council.save()
    january.submit(by=chief)
    assert january.publish(by=chief).issued_by == chief


def test_a_correction_is_put_out_by_the_chief_who_makes_it(january, chief, deputy):
    january.submit(by=chief)
    january.publish(by=deputy)
    january.reopen(by=chief, note="Sai.")
    changed(january, venue="Phòng họp số 1").republish(by=chief, note="Sửa địa điểm.")
    assert Edition.objects.count() == 2


def test_who_sent_a_correction_does_not_put_it_out(reopened, chief, deputy):
    changed(reopened, venue="Phòng họp số 1").submit(by=chief)
    assert VERBS["republish"] not in reopened.verbs_for(chief)
    with pytest.raises(Refused, match=OWN):
        reopened.republish(by=chief, note="Sửa địa điểm.")
    reopened.republish(by=deputy, note="Sửa địa điểm.")
    assert Edition.objects.live().get().record["venue"] == "Phòng họp số 1"
