"""The chief ends a council on a page that shows first what follows from it."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Council, Directive, Handover, Succession, Unit

from ..conftest import logged_in

OLD, NEW = "Ủy ban MTTQ Việt Nam quận", "Ủy ban MTTQ Việt Nam phường"


@pytest.fixture
def desk(chief):
    return logged_in(chief)


@pytest.fixture
def where(published):
    return reverse("admin:meetings_council_succeed", args=[published.council_id])


@pytest.fixture
def answers(published):
    front = Unit.objects.called(OLD)
    place = {"level": "phuong", "place": "Hai Bà Trưng", "named_in_full": "1"}
    return {"day": "01/07/2025", **place, f"to_{front.pk}": NEW}


def seen(desk, where, answers):
    return {**answers, "seen": desk.post(where, answers).context["seen"]}


def test_nothing_is_stored_before_what_follows_was_shown(desk, where, answers):
    page = desk.post(where, answers).content.decode()
    for words in ("hoạt động đến 30/06/2025", "HĐND phường Hai Bà Trưng", "(đơn vị mới)", "2021-01-1"):
        assert words in page, words
    assert not Succession.objects.exists() and not Unit.objects.called(NEW)
    assert Council.objects.count() == 1


def test_what_was_shown_is_done_once(desk, where, answers):
    sent = seen(desk, where, answers)
    new = desk.post(where, sent)
    council = Council.objects.get(short_name="HĐND phường Hai Bà Trưng")
    assert new["Location"] == reverse("admin:meetings_council_change", args=[council.pk])
    assert (council.valid_from, council.named_in_full) == (date(2025, 7, 1), True)
    assert Directive.objects.get(number="1").holder.name == NEW
    again = desk.post(where, sent).content.decode()
    assert Succession.objects.count() == 1 and "Đã ghi kế thừa" in again


def test_what_changed_since_it_was_shown_is_shown_again(desk, where, answers, chief):
    sent = seen(desk, where, answers)
    Directive.objects.get(number="1").report(by=chief, state="done", note="Xong.")
    page = desk.post(where, sent)
    assert page.status_code == 200 and page.context["seen"] != sent["seen"]
    assert not Handover.objects.exists()


def test_answers_that_contradict_each_other_are_refused_at_their_box(desk, where, answers):
    front = Unit.objects.called(OLD)
    page = desk.post(where, {**answers, f"ends_{front.pk}": "on"}).content.decode()
    assert "bỏ chọn ô kết thúc" in page
    page = desk.post(where, {**answers, f"to_{front.pk}": "UBMTTQ Việt Nam quận".replace("UB", "Ủy ban ")})
    assert "chính đơn vị này" in page.content.decode()
    assert "Hãy ghi ngày" in desk.post(where, {**answers, "day": ""}).content.decode()


def test_two_units_may_become_one_new_one(desk, where, answers):
    units = [Unit.objects.called(OLD), Unit.objects.called("Thường trực HĐND quận")]
    desk.post(where, seen(desk, where, {**answers, **{f"to_{unit.pk}": NEW for unit in units}}))
    assert {unit.refresh_from_db() or unit.successor.name for unit in units} == {NEW}
    assert Unit.objects.filter(name=NEW).count() == 1


def test_a_unit_alone_is_followed_from_its_own_page_and_taken_back(desk, published):
    front = Unit.objects.called(OLD)
    where = reverse("admin:meetings_unit_succeed", args=[front.pk])
    assert where in desk.get(reverse("admin:meetings_unit_change", args=[front.pk])).content.decode()
    desk.post(where, seen(desk, where, {"day": "01/03/2025", f"to_{front.pk}": "Ban Pháp chế"}))
    done = Succession.objects.get()
    assert not done.council and "Lấy lại…" in desk.get(where).content.decode()
    back = reverse("admin:meetings_council_take_back", args=[done.pk])
    assert desk.get(back).status_code == 200 and Handover.objects.in_force().exists()
    assert desk.post(back).status_code == 302
    assert not Handover.objects.in_force().exists()
    assert desk.post(back).status_code == 409


def test_only_the_chief_is_shown_the_way(clerk, administrator, where, published):
    for user in (clerk, administrator):
        page = logged_in(user).get(reverse("admin:meetings_council_change", args=[published.council_id]))
        assert where not in page.content.decode()
