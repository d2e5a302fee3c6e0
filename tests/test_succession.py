"""A council ends, another follows: its units hand their open directives over in the open, and that can be undone."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from meetings.models import (
    Council,
    Directive,
    Edition,
    Handover,
    Member,
    Party,
    Refused,
    Unit,
    rebuild_index,
    succession,
)
from meetings.models.open_directives import followed_of

from .conftest import logged_in
from .public.every_word import content_of
from .public.every_word import words as every_word

DAY = date(2025, 7, 1)
OLD, NEW = "Ủy ban MTTQ Việt Nam quận", "Ủy ban MTTQ Việt Nam phường"


def words(answer):
    """As a reader sees them, without the marks between."""
    return re.sub(r"<[^>]+>", "", every_word(answer))


@pytest.fixture
def ward(council_record):
    return Council(
        name="Hội đồng nhân dân phường Hai Bà Trưng",
        short_name="HĐND phường Hai Bà Trưng",
        committee_name="Thường trực HĐND phường Hai Bà Trưng",
        committee_full_name="Thường trực Hội đồng nhân dân phường Hai Bà Trưng",
    )


@pytest.fixture
def front(published):
    return Unit.objects.called(OLD)


@pytest.fixture
def succeeded(published, front, ward, chief):
    Member.objects.create(council=published.council, name="Trần Quyết Thắng", duty="chair")
    return succession.succeed(
        day=DAY, units={front: Unit(name=NEW)}, by=chief, council=published.council, next_council=ward
    )


def test_the_council_its_members_and_the_unit_end_with_the_day_before(succeeded, front):
    old, new = succeeded.council, Council.objects.get(short_name="HĐND phường Hai Bà Trưng")
    assert (old.valid_to, old.successor, new.valid_from) == (date(2025, 6, 30), new, DAY)
    assert Member.objects.get().valid_to == date(2025, 6, 30)
    assert Member.history.first().history_user == succeeded.by
    front.refresh_from_db()
    assert (front.valid_to, front.successor.name, front.active) == (date(2025, 6, 30), NEW, False)


def test_open_directives_have_another_holder_and_the_same_words(succeeded, published):
    edition = Edition.objects.get()
    directive = Directive.objects.get(number="1")
    assert (directive.lead_unit.name, directive.holder.name) == (OLD, NEW)
    assert edition.whole.directives[0].lead == OLD
    assert [(each.number, each.holder and each.holder.name) for each in Directive.objects.counted()][1][1] != NEW


def test_what_is_closed_stays_with_the_unit_that_closed_it(published, front, chief):
    Directive.objects.get(number="1").report(by=chief, state="done", note="Xong.", is_public=True)
    succession.succeed(day=DAY, units={front: Unit(name=NEW)}, by=chief)
    assert not Handover.objects.of_directives().filter(directive__number="1").exists()


def test_a_citizen_reads_who_took_over_and_since_when(client, succeeded):
    page = words(client.get("/chi-dao/2021-01-1/"))
    assert f"Từ 01/07/2025 do {NEW} tiếp nhận." in page and OLD in page
    listed = words(client.get("/chi-dao/?don-vi=uy-ban-mttq-viet-nam-phuong"))
    assert "2021-01-1" in listed and f"do {NEW} tiếp nhận" in listed
    found = words(client.get("/chi-dao/?don-vi=uy-ban-mttq-viet-nam-phuong&tu=giam+sat"))
    assert "2021-01-1" in found


def test_the_pages_of_both_units_lead_to_each_other(client, succeeded):
    old = client.get("/don-vi/uy-ban-mttq-viet-nam-quan/").content.decode()
    assert "Hoạt động đến 30/06/2025" in old and 'href="/don-vi/uy-ban-mttq-viet-nam-phuong/"' in old
    assert "Không còn chỉ đạo nào phải làm" in old and "Đã bàn giao" in old
    new = client.get("/don-vi/uy-ban-mttq-viet-nam-phuong/").content.decode()
    assert "Tiếp nhận, còn phải làm" in new and "2021-01-1" in new
    assert 'href="/don-vi/uy-ban-mttq-viet-nam-quan/"' in new and "(đến 30/06/2025)" in new
    assert "Tiếp nhận, còn phải làm" not in client.get("/don-vi/ban-phap-che/").content.decode()


def test_data_tell_the_lead_as_decided_and_who_took_over(client, succeeded):
    row = client.get("/api/directives/2021-01-1").json()
    assert row["lead"]["name"] == OLD
    (taken,) = [each for each in row["handedOverTo"] if each["role"] == "lead"]
    assert (taken["name"], taken["from"], taken["on"]) == (NEW, OLD, "2025-07-01")
    assert taken["id"].endswith("/api/organizations/uy-ban-mttq-viet-nam-phuong")
    assert row["modified"] > "2026"
    assert client.get("/api/organizations/uy-ban-mttq-viet-nam-quan").json()["followedBy"] == NEW
    assert f",{NEW},2025-07-01," in content_of(client.get("/du-lieu-mo/2021-chi-dao.csv")).decode()


def test_an_internal_directive_is_handed_over_unseen(client, january, clerk, chief):
    directive = january.directives.get(lead_unit__names__name=OLD, parent=None)
    secret = january.directives.create(
        order=90, task="DẤU-CHƯA-CÔNG-BỐ", lead_unit=directive.lead_unit, is_public=False
    )
    january.submit(by=clerk)
    january.publish(by=chief)
    succession.succeed(day=DAY, units={directive.lead_unit: Unit(name=NEW)}, by=chief)
    assert secret.handovers.count() == 1
    answers = [client.get(f"/don-vi/uy-ban-mttq-viet-nam-{place}/") for place in ("quan", "phuong")]
    answers.append(client.get("/du-lieu-mo/2021-chi-dao.csv"))
    assert not any("DẤU-CHƯA-CÔNG-BỐ" in words(answer) for answer in answers)
    assert "2021-01-1" in words(answers[1])


def test_the_lead_of_a_correction_that_is_not_out_yet_hands_nothing_over(client, reopened, chief):
    """The desk's row names another unit by now; the edition in force still speaks."""
    other = Unit.objects.create(name="DẤU-CHƯA-CÔNG-BỐ")
    Directive.objects.filter(number="1").update(lead_unit=other)
    succession.succeed(day=DAY, units={other: Unit(name=NEW)}, by=chief)
    assert not Handover.objects.of_directives().exists()
    assert "tiếp nhận" not in words(client.get("/chi-dao/2021-01-1/"))


def test_a_second_succession_goes_on_from_the_first(client, succeeded, chief):
    heir = Unit.objects.called(NEW)
    succession.succeed(day=date(2026, 1, 1), units={heir: Unit(name="Ban Công tác Mặt trận")}, by=chief)
    assert Directive.objects.get(number="1").holder.name == "Ban Công tác Mặt trận"
    page = words(client.get("/chi-dao/2021-01-1/"))
    assert page.index("Từ 01/07/2025 do") < page.index("Từ 01/01/2026 do")
    before = rows_of_parties()
    rebuild_index()
    assert rows_of_parties() == before


def rows_of_parties():
    return sorted(Party.objects.values_list("directive__reference", "name", "taken_over_on", "is_handed_over"))


def test_the_way_back_restores_everything_and_keeps_the_rows(client, succeeded, front, chief):
    count = Handover.objects.count()
    succession.take_back(succeeded, by=chief)
    old = Council.objects.get()
    front.refresh_from_db()
    assert (old.valid_to, old.successor, Member.objects.get().valid_to) == (None, None, None)
    assert (front.valid_to, front.successor, front.active) == (None, None, True)
    assert Handover.objects.count() == 2 * count and not Handover.objects.in_force().exists()
    assert "tiếp nhận" not in words(client.get("/chi-dao/2021-01-1/"))
    assert "Hoạt động đến" not in words(client.get("/don-vi/uy-ban-mttq-viet-nam-quan/"))
    with pytest.raises(Refused, match="Đã lấy lại"):
        succession.take_back(succeeded, by=chief)


def test_there_is_no_way_back_once_something_followed(succeeded, chief):
    with transaction.atomic():
        Directive.objects.get(number="1").report(by=chief, state="in_progress", note="Đang làm.")
        assert "báo cáo tiến độ" in succession.why_it_stands(succeeded)
        transaction.set_rollback(True)
    Council.objects.get(short_name="HĐND phường Hai Bà Trưng").sessions.create(year=2025, month=7)
    with pytest.raises(Refused, match="đã có phiên họp"):
        succession.take_back(succeeded, by=chief)


@pytest.mark.parametrize(
    ("day", "successor", "why"),
    [(date(2999, 1, 1), "X", "chưa tới"), (DAY, None, "cũng kết thúc")],
)
def test_what_cannot_be_is_refused(published, front, chief, day, successor, why):
    units = {front: Unit(name=successor) if successor else front}
    with pytest.raises(Refused, match=why):
        succession.succeed(day=day, units=units, by=chief)
    assert not Handover.objects.exists()


def test_a_unit_ends_once_and_its_rows_never_change(succeeded, front, chief):
    with pytest.raises(Refused, match="Đã kết thúc trước đó"):
        succession.succeed(day=DAY, units={front: None}, by=chief)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.update(to_name="khác")


def test_the_desk_and_its_papers_go_by_who_owes_it_now(succeeded, published, clerk):
    (owed,) = [each for each in followed_of(published) if each.reference == "2021-01-1"]
    assert owed.lead == NEW
    desk = logged_in(clerk)
    heir = Unit.objects.called(NEW)
    listed = every_word(desk.get(f"/quan-tri/meetings/directive/?don_vi={heir.pk}"))
    assert "2021-01-1" in listed and f"<td>{NEW}</td>" in listed
    directive = Directive.objects.get(number="1")
    page = every_word(desk.get(f"/quan-tri/meetings/directive/{directive.pk}/"))
    assert f"{OLD}; từ 01/07/2025 do {NEW} tiếp nhận" in page
    assert NEW in every_word(desk.get("/quan-tri/meetings/session/chuan-bi/"))
