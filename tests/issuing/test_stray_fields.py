"""A character that the paper's font lacks is led back to the field where it was typed."""

from dataclasses import replace

from meetings.form_check import Finding, Outcome, Report
from meetings.issuing.stray_fields import with_fields
from meetings.paper import PaperKind, PaperRecord

from ..writers.conftest import JANUARY


def told(measured, record=JANUARY, paper=None, rule="characters"):
    finding = Finding(
        rule=rule, law="ND30-I.I.4", cell="", label="", outcome=Outcome.BROKEN, measured=measured, where="trang 1"
    )
    report = Report(kind=PaperKind.NOTICE, pages=1, findings=(finding,))
    return with_fields(report, record, paper or PaperRecord(kind=PaperKind.NOTICE)).findings[0].where


def test_the_field_of_the_session_of_the_row_and_of_the_paper_is_named():
    agenda = (JANUARY.agenda[0], replace(JANUARY.agenda[1], conclusion="Nhất trí \uf0b7 báo cáo"))
    record = replace(JANUARY, venue="Phòng họp 中", agenda=agenda)
    paper = PaperRecord(kind=PaperKind.NOTICE, recipients=("Lưu: 中",))
    assert told("“中” (U+4E2D)", record, paper) == "trang 1; gõ ở ô “địa điểm”, ô “nơi nhận”"
    assert told("U+F0B7 (không có hình chữ)", record) == "trang 1; gõ ở ô “kết luận” (nội dung họp thứ 2)"


def test_what_no_field_holds_and_other_findings_stay_as_they_are():
    assert told("“中” (U+4E2D)") == "trang 1"
    assert told("28 mm", rule="margin-left") == "trang 1"
