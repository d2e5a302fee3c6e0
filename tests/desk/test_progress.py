"""Directives followed to their end: reports are added and never changed, and the latest says how far it is."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.models import Council, Directive, ProgressReport, Session, Unit

from ..conftest import logged_in

LIST = "/quan-tri/meetings/directive/"


def text(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def references(answer):
    assert answer.status_code == 200
    return re.findall(r'ledger__number">([^<]+)<', answer.content.decode())


@pytest.fixture
def directive(published):
    return published.directives.first()


def page(directive):
    return f"{LIST}{directive.pk}/"


def typed(**words):
    return {"state": "in_progress", "reported_on": "20/01/2021", "note": "Đã có dự thảo.", **words}


def test_a_report_moves_the_directive_and_closes_it(directive, clerk):
    directive.report(by=clerk, state="in_progress", note="Đã có dự thảo.", reported_on=date(2021, 1, 20))
    assert (directive.state, directive.closed_on) == ("in_progress", None)
    directive.report(by=clerk, state="done", reported_on=date(2021, 3, 30))
    directive.refresh_from_db()
    assert (directive.state, directive.closed_on) == ("done", date(2021, 3, 30))


def test_a_report_entered_late_does_not_undo_a_later_one(directive, clerk):
    directive.report(by=clerk, state="done", reported_on=date(2021, 3, 30))
    directive.report(by=clerk, state="in_progress", note="ghi bổ sung", reported_on=date(2021, 2, 1))
    assert (directive.state, directive.closed_on) == ("done", date(2021, 3, 30))


def test_a_closed_directive_may_be_opened_again(directive, clerk):
    directive.report(by=clerk, state="done", reported_on=date(2021, 3, 30))
    directive.report(by=clerk, state="open", note="Kết quả chưa đạt.", reported_on=date(2021, 4, 1))
    assert (directive.state, directive.closed_on) == ("open", None)


def test_what_was_reported_is_never_changed(directive, clerk):
    report = directive.report(by=clerk, state="done")
    report.note = "khác"
    with pytest.raises(TypeError, match="chỉ được thêm"):
        report.save()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"reported_on": date(2021, 1, 4)}, "trước ngày đó"),
        ({"reported_on": date(2999, 1, 1)}, "chưa tới"),
        ({"state": "open", "note": " "}, "Hãy ghi nội dung báo cáo"),
        ({"state": "dropped", "note": ""}, "vì sao thôi thực hiện"),
        ({"state": "lost"}, "lost"),
    ],
)
def test_a_report_that_cannot_be_true_is_refused_and_nothing_moves(directive, clerk, words, said):
    with pytest.raises(ValidationError, match=said):
        directive.report(by=clerk, **{"state": "done", "note": "Xong.", **words})
    directive.refresh_from_db()
    assert directive.state == "open" and not ProgressReport.objects.exists()


def test_the_clerk_records_progress_while_the_session_is_read_only(at_clerks_desk, directive, clerk):
    Council.objects.update(four_eyes=False)
    answer = at_clerks_desk.post(page(directive), typed(evidence="12/KH-MTTQ", is_public="on"), follow=True)
    assert "Đã ghi tiến độ 2021-01-1: Đang làm." in text(answer)
    report = directive.reports.get()
    assert (report.author, report.reported_on, report.is_public) == (clerk, date(2021, 1, 20), True)
    assert "12/KH-MTTQ" in text(answer) and "Phạm Thu Hà ghi" in text(answer)


def test_where_four_eyes_are_wanted_the_chief_lets_the_clerks_report_out_once(
    at_clerks_desk, at_chiefs_desk, directive, chief, client
):
    at_clerks_desk.post(page(directive), typed(is_public="on"))
    report, where = directive.reports.get(), "/chi-dao/2021-01-1/"
    assert not report.is_public and "Đã có dự thảo." not in client.get(where).content.decode()
    assert "chờ Chánh Văn phòng cho công khai" in text(at_clerks_desk.get(page(directive)))
    assert "Báo cáo tiến độ chờ bạn cho công khai" in text(at_chiefs_desk.get("/quan-tri/"))
    assert at_clerks_desk.post(page(directive), {"cong-khai": report.pk}).status_code == 403
    for _ in range(2):
        at_chiefs_desk.post(page(directive), {"cong-khai": report.pk})
    let_out = directive.reports.not_taken_back().get()
    assert (let_out.author, let_out.note, let_out.is_public) == (chief, "Đã có dự thảo.", True)
    assert directive.reports.count() == 2 and "Đã có dự thảo." in client.get(where).content.decode()
    assert "chờ bạn cho công khai" not in text(at_chiefs_desk.get("/quan-tri/"))


def test_a_report_is_internal_unless_the_clerk_says_so(at_clerks_desk, directive):
    at_clerks_desk.post(page(directive), typed())
    assert not directive.reports.get().is_public


def test_an_internal_directive_has_no_public_reports(at_clerks_desk, published):
    inner = published.directives.get(task="nội bộ: gửi danh sách")
    assert 'name="is_public"' not in at_clerks_desk.get(page(inner)).content.decode()
    at_clerks_desk.post(page(inner), typed(is_public="on"))
    assert not inner.reports.get().is_public


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"reported_on": "31/02/2021"}, "Tháng 02/2021 chỉ có 28 ngày"),
        ({"reported_on": "04/01/2021"}, "trước ngày đó"),
        ({"reported_on": "01/01/2999"}, "chưa tới"),
        ({"state": "open", "note": ""}, "Hãy ghi nội dung báo cáo"),
    ],
)
def test_impossible_input_is_refused_in_words_and_stays_typed(at_clerks_desk, directive, words, said):
    answer = at_clerks_desk.post(page(directive), typed(evidence="chữ vừa gõ", **words))
    assert said in text(answer) and 'value="chữ vừa gõ"' in answer.content.decode()
    assert not ProgressReport.objects.exists()


def test_a_second_click_records_nothing_twice(at_clerks_desk, directive):
    at_clerks_desk.post(page(directive), typed())
    assert "đã được ghi rồi" in text(at_clerks_desk.post(page(directive), typed()))
    assert directive.reports.count() == 1


@pytest.mark.parametrize("who", ["reader", "administrator"])
def test_who_only_reads_sees_the_progress_and_records_none(request, directive, clerk, who):
    directive.report(by=clerk, state="in_progress", note="Đã có dự thảo.")
    desk = logged_in(request.getfixturevalue(who))
    seen = desk.get(page(directive))
    assert "Đã có dự thảo." in text(seen) and 'name="note"' not in seen.content.decode()
    assert desk.post(page(directive), typed()).status_code == 403
    assert directive.reports.count() == 1


def test_a_directive_not_given_yet_is_not_reported_on(at_clerks_desk, january):
    draft = january.directives.first()
    assert 'name="note"' not in at_clerks_desk.get(page(draft)).content.decode()
    assert at_clerks_desk.post(page(draft), typed()).status_code == 409
    assert not ProgressReport.objects.exists() and references(at_clerks_desk.get(LIST)) == []


def test_a_directive_is_neither_added_changed_nor_deleted_here(at_chiefs_desk, directive):
    for address in ("add/", f"{directive.pk}/change/", f"{directive.pk}/delete/", f"{directive.pk}/history/"):
        assert at_chiefs_desk.get(LIST + address).status_code in (302, 404)
        assert at_chiefs_desk.post(LIST + address, {"post": "yes"}).status_code in (302, 404)
    assert Directive.objects.filter(pk=directive.pk).exists()


def test_the_page_shows_the_words_the_units_and_the_tasks_below(at_clerks_desk, published):
    head = published.directives.get(number="2")
    shown = text(at_clerks_desk.get(page(head)))
    assert "Đối với nhiệm vụ tháng 01 năm 2021" in shown and "2021-01-2-1" in shown
    first = text(at_clerks_desk.get(page(published.directives.first())))
    assert "Ủy ban MTTQ Việt Nam quận" in first and "Thường trực HĐND quận" in first and "31/03/2021" in first


def test_the_list_opens_on_what_is_owed_longest_overdue_first(at_clerks_desk, published):
    today = timezone.localdate()
    for number, days in (("1", -2), ("2", 3), ("2.1", -9)):
        published.directives.filter(number=number).update(due_on=today + timedelta(days=days))
    published.directives.filter(number="3").update(state="done")
    assert references(at_clerks_desk.get(LIST)) == ["2021-01-1", "2021-01-2"]
    assert references(at_clerks_desk.get(LIST, {"tinh_trang": "overdue"})) == ["2021-01-1", "2021-01-2"]
    assert references(at_clerks_desk.get(LIST, {"tinh_trang": "soon"})) == ["2021-01-2"]
    assert references(at_clerks_desk.get(LIST, {"tinh_trang": "done"})) == ["2021-01-3"]
    assert len(references(at_clerks_desk.get(LIST, {"tinh_trang": "all"}))) == 3


@pytest.mark.parametrize("words", ["giam sat", "GIÁM SÁT", "mttq", "2021-01-1", "ke hoach"])
def test_a_directive_is_found_whatever_the_accents(at_clerks_desk, directive, words):
    assert references(at_clerks_desk.get(LIST, {"q": words})) == ["2021-01-1"]


def test_a_unit_has_what_it_leads_and_what_it_helps_with(at_clerks_desk, directive):
    for name in ("Ủy ban MTTQ Việt Nam quận", "Thường trực HĐND quận"):
        unit = Unit.objects.called(name)
        assert references(at_clerks_desk.get(LIST, {"don_vi": unit.pk, "nam": 2021})) == ["2021-01-1"]
    assert references(at_clerks_desk.get(LIST, {"nam": 2020})) != []


def test_a_withdrawn_sessions_directives_are_owed_by_nobody(at_clerks_desk, directive, published, chief):
    published.withdraw(by=chief, note="sai ngày họp")
    assert references(at_clerks_desk.get(LIST)) == []


def test_the_list_costs_the_same_queries_for_one_row_as_for_many(at_clerks_desk, published, clerk):
    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(LIST, {"q": "viec", "tinh_trang": "all"})
    lead = Unit.objects.first()
    for number in range(10, 40):
        row = published.directives.create(number=str(number), task="việc", lead_unit=lead)
        row.report(by=clerk, state="in_progress", note="đang làm")
    with CaptureQueriesContext(connection) as many:
        assert len(references(at_clerks_desk.get(LIST, {"q": "viec", "tinh_trang": "all"}))) == 25
    assert len(many) == len(few) <= 22


def test_nothing_is_recorded_on_a_withdrawn_session(published, chief, clerk):
    directive = published.directives.first()
    published.withdraw(by=chief, note="Đăng nhầm.")
    with pytest.raises(ValidationError, match="không còn hiệu lực"):
        directive.report(by=clerk, state="done", note="Đã xong.")
    assert not directive.reports.exists()


def test_what_an_old_post_told_and_nobody_since_is_not_overdue(at_clerks_desk, published):
    published.directives.filter(number__in=("1", "3")).update(due_on=timezone.localdate() - timedelta(days=2000))
    published.directives.filter(number="3").update(state="in_progress")
    Session.objects.filter(pk=published.pk).update(source_hash="0" * 64)
    assert references(at_clerks_desk.get(LIST, {"tinh_trang": "overdue"})) == ["2021-01-3"]
