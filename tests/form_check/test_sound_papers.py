"""Papers that keep the form are found to keep it, rule by rule."""

import pickle
from datetime import date

import pytest

from meetings.form_check import check
from meetings.paper import PaperKind, PaperRecord
from meetings.period_account import PeriodAccount, Sums
from meetings.writers import pdf
from meetings.writers.words import sheets

from ..writers.conftest import JANUARY
from .conftest import faults, printed, sound


@pytest.mark.parametrize(
    "paper", ["january", "old post", "long", "draft", "minutes", "two pages", "notice", "invitation"]
)
def test_a_paper_in_the_form_breaks_no_rule(paper):
    report = check(sound(paper))
    assert [f"{each.rule}: {each.measured}" for each in report.broken] == []
    assert [each.words for each in report.hints if each.law != "ND30-II.I"] == []  # points are printed as typed
    assert len(report.kept) > 60


@pytest.mark.parametrize(
    ("paper", "kind"),
    [("january", PaperKind.MINUTES), ("notice", PaperKind.NOTICE), ("invitation", PaperKind.INVITATION)],
)
def test_the_kind_is_told_from_the_papers_own_words(paper, kind):
    assert check(sound(paper)).kind is kind


def test_of_complete_minutes_every_rule_can_be_checked():
    report = check(sound("january"))
    assert report.not_checkable == () and report.pages == 3
    assert len({each.rule for each in report.findings}) == len(report.findings)
    assert all(each.label and each.measured for each in report.findings)


def test_what_an_old_post_leaves_to_the_hand_is_not_checkable():
    report = check(sound("old post"))
    told = {each.rule: each.measured for each in report.not_checkable}
    assert told["number-given"] == "số để trống cho văn thư ghi"
    assert told["signer-present"] == "họ tên dưới “THƯ KÝ” để trống cho viết tay"
    assert told["page-number-present"] == "văn bản chỉ có một trang"


def test_a_report_crosses_a_process_wall():
    report = check(sound("notice"))
    assert pickle.loads(pickle.dumps(report)) == report


def test_measures_are_written_as_vietnamese_are():
    told = {each.rule: each for each in check(sound("january")).findings}
    assert told["margin-bottom"].measured == "20,2 mm" and told["margin-bottom"].allowed == "20-25 mm"
    assert told["motto-rule"].measured == "60,4 mm"
    assert told["size-pair"].measured == "13 với 14 pt"
    assert told["nation-size"].where == "trang 1, dòng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"
    assert told["line-pitch"].allowed == "16,1-24,2 pt"


def test_minutes_held_as_a_notice_are_told_apart():
    broken = faults(sound("minutes"), PaperKind.NOTICE)
    assert {"kind-name", "number-symbol", "place-date-form"} <= broken


def test_of_a_paper_of_another_kind_the_rest_is_still_checked():
    report = check(printed("notice", [("THÔNG BÁO", "NGHỊ QUYẾT")]))
    assert report.kind is None and report.broken == ()
    told = {each.rule: each.measured for each in report.not_checkable}
    known = "biên bản, thông báo, giấy mời, công văn đôn đốc, công văn đính chính, báo cáo hay công văn yêu cầu"
    assert told["kind-name"] == f"“NGHỊ QUYẾT” không phải {known} giải trình"
    assert told["number-symbol"] == told["required-words"] == "chưa biết là loại văn bản nào"


def test_of_a_draft_the_day_is_left_to_the_hand():
    paper = PaperRecord(kind=PaperKind.NOTICE)
    report = check(pdf.write(sheets(JANUARY, paper), draft=True))
    assert report.broken == ()
    assert {"place-date-form"} <= {each.rule for each in report.not_checkable}


@pytest.mark.parametrize("kind", PaperKind)
def test_recipients_beside_the_signature_are_read_apart_from_it_however_few(kind):
    account = PeriodAccount(name="quý I", until=date(2021, 3, 31), units=(Sums(name="Công an quận", given=1),))
    few = ("Như trên", "Lưu: VT")
    paper = PaperRecord(kind=kind, number=5, dated=date(2021, 1, 8), recipients=few, account=account)
    assert check(pdf.write(sheets(JANUARY, paper))).broken == ()
