"""Withdrawn is not lost: the session becomes a draft again, with all it had, and can be published anew."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from meetings import issuing
from meetings.models import Directive, Edition, Refused, Session

PAGE = "/phien-hop/2021/01/"


@pytest.fixture
def withdrawn(published, chief):
    published.withdraw(by=chief, note="Đăng nhầm bản chưa soát.")
    return published


@pytest.fixture
def restored(withdrawn, chief):
    withdrawn.restore(by=chief)
    return withdrawn


def published_again(session, clerk, chief):
    session.submit(by=clerk)
    return session.publish(by=chief)


def test_what_was_withdrawn_is_a_draft_again_with_all_its_rows(published, chief):
    rows = {name: list(getattr(published, name).values()) for name in ("attendees", "agenda", "directives")}
    published.withdraw(by=chief, note="Đăng nhầm.")
    published.restore(by=chief)
    assert published.state == "draft" and published.is_editable
    assert rows == {name: list(getattr(published, name).values()) for name in rows}
    last = published.state_changes.last()
    assert (last.before, last.after, last.by) == ("withdrawn", "draft", chief)


def test_only_who_publishes_may_restore(withdrawn, clerk):
    with pytest.raises(Refused):
        withdrawn.restore(by=clerk)
    assert Session.objects.get().state == "withdrawn"


def test_the_address_answers_with_the_reason_until_it_is_published_again(restored, clerk, chief, citizen):
    answer = citizen.get(PAGE)
    assert answer.status_code == 410 and "Đăng nhầm bản chưa soát." in answer.content.decode()
    published_again(restored, clerk, chief)
    assert citizen.get(PAGE).status_code == 200


def test_a_return_that_waits_for_its_hour_is_still_gone(restored, clerk, chief, citizen):
    restored.submit(by=clerk)
    restored.publish(by=chief, at=timezone.now() + timedelta(hours=3))
    assert citizen.get(PAGE).status_code == 410
    restored.unschedule(by=chief)
    assert restored.directives.exclude(number="").exists()


def test_the_page_says_that_it_was_withdrawn_and_when_it_came_back(restored, clerk, chief, citizen):
    edition = published_again(restored, clerk, chief)
    assert (edition.sequence, edition.replaces) == (2, None)
    day = timezone.localdate().strftime("%d/%m/%Y")
    said = f"Thu hồi ngày {day}, đăng lại ngày {day}."
    for address in (PAGE, "/rss.xml", "/atom.xml"):
        assert said in citizen.get(address).content.decode(), address
    restored.reopen(by=chief, note="Sai địa điểm.")
    Session.objects.filter(pk=restored.pk).update(venue="Phòng họp số 1")
    restored.republish(by=chief, note="Sửa địa điểm.")
    page = citizen.get(PAGE).content.decode()
    assert said in page and "Đính chính ngày" in page


def test_a_page_that_was_never_withdrawn_says_nothing_of_it(published, citizen):
    assert "đăng lại ngày" not in citizen.get(PAGE).content.decode()


def test_what_was_replaced_before_the_withdrawal_stays_gone(reopened, clerk, chief, citizen):
    Session.objects.filter(pk=reopened.pk).update(venue="Phòng họp số 1")
    reopened.republish(by=chief, note="Sửa địa điểm.")
    assert citizen.get(f"{PAGE}ban/1/").status_code == 200
    reopened.withdraw(by=chief, note="Đăng nhầm.")
    reopened.restore(by=chief)
    published_again(reopened, clerk, chief)
    assert [citizen.get(f"{PAGE}ban/{number}/").status_code for number in (1, 2)] == [404, 404]


def test_directives_keep_number_state_and_reports_and_are_followed_again(published, clerk, chief):
    first = published.directives.get(number="1")
    first.report(by=clerk, state="in_progress", note="Đang làm.")
    published.withdraw(by=chief, note="Đăng nhầm.")
    assert not Directive.objects.in_force().exists()
    published.restore(by=chief)
    assert not Directive.objects.in_force().exists()
    published_again(published, clerk, chief)
    again = Directive.objects.in_force().get(pk=first.pk)
    assert (again.number, again.state, again.reports.count()) == ("1", "in_progress", 1)
    assert again.report(by=clerk, state="done", note="Xong.")


def test_a_new_directive_takes_no_number_that_was_given_before_the_withdrawal(restored, clerk, chief):
    restored.directives.filter(number__startswith="3").delete()
    new = restored.directives.create(order=100, task="việc mới")
    published_again(restored, clerk, chief)
    new.refresh_from_db()
    assert new.number == "4"


def test_its_papers_stay_withdrawn(published, clerk, chief):
    minutes = issuing.issue(published, "minutes", issuing.Order(dated=timezone.localdate()), by=chief)
    published.withdraw(by=chief, note="Đăng nhầm.")
    published.restore(by=chief)
    published_again(published, clerk, chief)
    assert Edition.objects.get(pk=minutes.pk).state == "withdrawn"


def test_a_month_that_was_held_again_meanwhile_says_what_to_do(withdrawn, chief):
    other = Session.objects.create(council=withdrawn.council, year=2021, month=1)
    with pytest.raises(Refused, match="Tháng 01/2021 đã có một phiên họp thường kỳ khác, .*“Bản nháp”.*hãy xóa, thu"):
        withdrawn.restore(by=chief)
    assert Session.objects.get(pk=withdrawn.pk).state == "withdrawn"
    other.delete()
    withdrawn.restore(by=chief)
    assert withdrawn.state == "draft"


def test_the_month_is_held_once_after_the_return(restored):
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(council=restored.council, year=2021, month=1)


def test_the_address_is_kept_whatever_becomes_of_the_draft(restored):
    restored.kind = "thematic"
    restored.save()
    assert Session.objects.get().slug == ""


def test_the_desk_links_no_edition_that_went_with_the_withdrawal(reopened, clerk, chief, at_chiefs_desk):
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    reopened.republish(by=chief, note="Sửa địa điểm.")
    first, history = f"{PAGE}ban/1/", f"/quan-tri/meetings/session/{reopened.pk}/history/"
    assert first in at_chiefs_desk.get(history).content.decode()
    reopened.withdraw(by=chief, note="Đăng nhầm.")
    reopened.restore(by=chief)
    published_again(reopened, clerk, chief)
    assert at_chiefs_desk.get(first).status_code in (404, 410)
    assert first not in at_chiefs_desk.get(history).content.decode()
