"""The account of a quarter on the desk: as the office knows it, and by sums of what is public."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from meetings.models.account_sources import account_of
from meetings.models.carry_over import balance
from meetings.period_account import Period

from .test_progress import text

PAGE = "/quan-tri/meetings/directive/bao-cao-quy-nam/"
FIRST_QUARTER = Period(2021, 1)


def total(is_public=False):
    return account_of(FIRST_QUARTER, is_public=is_public).total


def test_it_agrees_with_the_balance_of_the_session(published, clerk):
    head, *_ = published.directives.counted()
    head.report(by=clerk, state="done", note="Xong.", reported_on=published.day)
    told = balance(published)
    assert total().given == told.given and total().owed == told.closing == told.given - 1


def test_the_public_version_knows_public_directives_and_reports_alone(published, clerk, at_clerks_desk):
    inside, public = total(), total(is_public=True)
    assert 0 < public.given < inside.given
    open_to_all = published.directives.counted().filter(is_public=True).first()
    open_to_all.report(by=clerk, state="done", note="Xong.", reported_on=published.day, is_public=False)
    assert (total().done, total(is_public=True).done) == (1, 0)
    hidden = published.directives.counted().filter(is_public=False).first()
    hidden.report(by=clerk, state="open", note="Gia hạn.", reported_on=published.day, extended_to=date(2021, 2, 1))
    words = hidden.task[1:20]
    assert words in text(at_clerks_desk.get(PAGE + "?nam=2021&quy=1"))
    shown = text(at_clerks_desk.get(PAGE + "?nam=2021&quy=1&ban=cong-khai"))
    assert words not in shown and "Việc quá hạn" not in shown


def test_the_workbook_has_the_tables_of_the_page(published, at_clerks_desk):
    answer = at_clerks_desk.get(reverse("admin:meetings_directive_period_xlsx") + "?nam=2021&quy=1")
    assert answer["Content-Disposition"] == 'attachment; filename="chi-dao-quy-1-2021.xlsx"'
    sheets = openpyxl.load_workbook(BytesIO(answer.content))
    assert sheets.sheetnames[:2] == ["Theo đơn vị chủ trì", "Theo phiên họp"]
    units = list(sheets["Theo đơn vị chủ trì"].values)
    assert units[-1] == ("Cộng", *total().cells)
    assert "quý I năm 2021" in sheets["Theo phiên họp"].oddHeader.center.text


@pytest.mark.parametrize("asked", ["?nam=2021&quy=9", "?nam=x", "?nam=1999&quy=1", "?nam=2100&quy=0"])
def test_a_period_that_is_none_is_told_so(published, at_clerks_desk, asked):
    for address in (PAGE, PAGE + "so-lieu.xlsx"):
        answer = at_clerks_desk.get(address + asked)
        assert answer.status_code == 404 and "Hãy chọn kỳ khác" in text(answer)
