"""Anybody can count the public account again: from the files of the open data, and from nothing else."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Directive
from meetings.models.account_sources import account_of
from meetings.period_account import Period

from .public.every_word import content_of


@pytest.fixture
def folder(published, clerk, client, tmp_path):
    """What the public may download once some directives were reported on, in public and not."""
    first, second, *_ = published.directives.counted().filter(is_public=True)
    first.report(
        by=clerk,
        state="open",
        note="Thêm.",
        reported_on=date(2021, 1, 12),
        is_public=True,
        extended_to=date(2021, 4, 20),
    )
    first.report(by=clerk, state="done", note="Xong.", reported_on=date(2021, 2, 19), is_public=True)
    second.report(by=clerk, state="done", note="nội bộ", reported_on=date(2021, 2, 2))
    for name in ("2021.jsonl", "2021-chi-dao.csv", "2021-tien-do.csv"):
        (tmp_path / name).write_bytes(content_of(client.get(f"/du-lieu-mo/{name}")))
    return tmp_path


def checked(folder):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_report", folder, year=2021, quarter=1, stdout=out, stderr=err)
    except SystemExit as ended:
        assert ended.code == 1
    return out.getvalue() + err.getvalue()


def test_the_open_data_give_the_same_numbers(folder):
    told = account_of(Period(2021, 1), is_public=True).total
    assert (told.in_time, told.extended) == (1, 1) and told.owed
    said = checked(folder)
    assert f"giao mới {told.given}, xong đúng hạn 1" in said and "đều khớp với báo cáo công khai" in said


def test_a_number_that_differs_is_named(folder, published, clerk):
    Directive.objects.get(session=published, number="2").report(
        by=clerk, state="dropped", note="Thôi.", reported_on=date(2021, 2, 3), is_public=True
    )
    said = checked(folder)
    assert "thôi thực hiện: báo cáo 1, dữ liệu mở 0" in said and "đều khớp" not in said


def test_a_folder_without_the_files_is_told_so(tmp_path, published):
    with pytest.raises(CommandError, match="Hãy tải các tệp"):
        checked(tmp_path)
    (tmp_path / "2021.jsonl").write_text("không phải JSON")
    with pytest.raises(CommandError, match="Hãy tải lại"):
        checked(tmp_path)
