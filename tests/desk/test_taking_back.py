"""A report recorded by mistake is taken back by its author on the same day; both stay on the record."""

import re
from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from meetings.models import Directive, ProgressReport, Refused, ReportTakenBack
from meetings.models.report_taken_back import take_back

from ..conftest import logged_in

PUBLIC = "/chi-dao/2021-01-1/"


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.fixture
def directive(published, clerk):
    directive = published.directives.get(number="1")
    directive.report(
        by=clerk, state="in_progress", note="Đã có dự thảo.", reported_on=published.held_on, is_public=True
    )
    return directive


@pytest.fixture
def wrong(directive, clerk):
    return directive.report(by=clerk, state="done", note="Ghi nhầm dòng.", is_public=True)


def where(report):
    return reverse("admin:meetings_directive_take_back", args=[report.directive_id, report.pk])


def days_later(monkeypatch, days):
    moment = timezone.now() + timedelta(days=days)
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_the_directive_stands_where_it_stood_before(wrong, clerk):
    take_back(wrong, by=clerk, reason="Ghi nhầm dòng.")
    directive = Directive.objects.get(pk=wrong.directive_id)
    assert (directive.state, directive.closed_on) == ("in_progress", None)
    assert ProgressReport.objects.count() == 2 and list(directive.reports.not_taken_back()) != [wrong]


def test_without_another_report_it_is_open_again(published, clerk):
    directive = published.directives.get(number="2")
    take_back(directive.report(by=clerk, state="done"), by=clerk, reason="Nhầm.")
    directive.refresh_from_db()
    assert (directive.state, directive.closed_on) == ("open", None)


def test_a_directive_of_an_old_post_is_not_followed_any_more(published, clerk):
    type(published).objects.update(source_hash="abc")
    directive = published.directives.get(number="2")
    report = directive.report(by=clerk, state="open", note="Theo dõi từ nay.")
    assert Directive.objects.get(pk=directive.pk).is_followed
    take_back(report, by=clerk, reason="Bấm nhầm.")
    assert not Directive.objects.get(pk=directive.pk).is_followed


def test_the_public_sees_it_no_more(wrong, clerk, citizen):
    assert "Ghi nhầm dòng." in citizen.get(PUBLIC).content.decode()
    take_back(wrong, by=clerk, reason="Nhầm việc nội bộ.")
    page = citizen.get(PUBLIC).content.decode()
    assert "Ghi nhầm dòng." not in page and "Nhầm việc nội bộ." not in page and "Đã có dự thảo." in page
    told = citizen.get("/api/directives/2021-01-1").content.decode()
    assert "Ghi nhầm dòng." not in told and '"reportedOn": "2021-01-05"' in told.replace('":"', '": "')


def test_the_public_index_built_anew_says_the_same(wrong, clerk, citizen):
    from meetings.models import DirectiveEntry, rebuild_index

    take_back(wrong, by=clerk, reason="Nhầm.")
    before = DirectiveEntry.objects.values("number", "state", "told_on", "is_closed", "due_sort")
    seen = list(before.order_by("number"))
    rebuild_index()
    assert list(before.order_by("number")) == seen


def test_the_same_report_may_be_recorded_again(wrong, directive, clerk):
    take_back(wrong, by=clerk, reason="Nhầm ngày.")
    again = directive.report(by=clerk, state="done", note="Ghi nhầm dòng.")
    assert Directive.objects.get(pk=directive.pk).state == "done" and again.pk != wrong.pk


def test_only_its_author_takes_it_back_and_only_on_the_day(wrong, chief, clerk, monkeypatch):
    with pytest.raises(Refused, match="Chỉ người ghi"):
        take_back(wrong, by=chief, reason="x")
    assert logged_in(chief).get(where(wrong)).status_code == 403
    days_later(monkeypatch, 1)
    with pytest.raises(Refused, match="ngay trong ngày"):
        take_back(wrong, by=clerk, reason="x")
    assert not ReportTakenBack.objects.exists()


def test_it_is_taken_back_once_and_with_a_reason(wrong, clerk):
    with pytest.raises(Refused, match="vì sao"):
        take_back(wrong, by=clerk, reason="  ")
    take_back(wrong, by=clerk, reason="Nhầm.")
    with pytest.raises(Refused, match="đã được rút lại"):
        take_back(ProgressReport.objects.get(pk=wrong.pk), by=clerk, reason="Nhầm.")
    with pytest.raises(ProtectedError):
        wrong.delete()


def test_the_page_asks_why_and_shows_both(wrong, at_clerks_desk, chief, directive):
    page = reverse("admin:meetings_directive_change", args=[directive.pk])
    assert where(wrong) in at_clerks_desk.get(page).content.decode()
    assert where(wrong) not in logged_in(chief).get(page).content.decode()
    assert "Ghi nhầm dòng." in text(at_clerks_desk.get(where(wrong)))
    refused = at_clerks_desk.post(where(wrong), {"reason": " "})
    assert refused.status_code == 409 and "vì sao" in text(refused)
    told = text(at_clerks_desk.post(where(wrong), {"reason": "Nhầm chỉ đạo."}, follow=True))
    assert "Đã rút lại báo cáo tiến độ 2021-01-1." in told
    assert "Ghi nhầm dòng." in told and "đã rút lại" in told and "“Nhầm chỉ đạo.”" in told
    assert where(wrong) not in at_clerks_desk.get(page).content.decode()


def test_the_history_has_both_lines(wrong, clerk, at_clerks_desk, published):
    take_back(wrong, by=clerk, reason="Nhầm chỉ đạo.")
    story = text(at_clerks_desk.get(reverse("admin:meetings_session_history", args=[published.pk])))
    assert "Ghi tiến độ chỉ đạo 2021-01-1: Xong" in story
    assert "Rút lại báo cáo tiến độ chỉ đạo 2021-01-1" in story and "Nhầm chỉ đạo." in story
