"""The report on a quarter or a year: a numbered paper of its last session, frozen in two versions."""

from datetime import date

import pytest

from meetings import form_check, issuing
from meetings.models import Edition, Part, Refused
from meetings.models.account_sources import account_of
from meetings.paper import PaperKind
from meetings.period_account import Period
from meetings.printing import draft
from meetings.writers import words

QUARTER, DAY = Period(2021, 1), date(2021, 4, 2)


@pytest.fixture
def reporting(published, clerk):
    """The January session, whose report is to tell of its quarter; an internal directive is late."""
    late = published.directives.get(is_public=False, parent=None)
    late.report(by=clerk, state="open", note="Gia hạn.", reported_on=published.day, extended_to=date(2021, 2, 1))
    return published


def text_of(record, paper):
    (told,) = words.sheets(record, paper)
    return told


def test_it_is_numbered_and_frozen_with_its_numbers_in_two_versions(reporting, chief, clerk):
    inside, public = account_of(QUARTER), account_of(QUARTER, is_public=True)
    edition = issuing.issue(reporting, "quarter", issuing.Order(dated=DAY), by=chief)
    reporting.directives.get(number="1").report(by=clerk, state="done", note="Xong.", reported_on=DAY)
    edition.refresh_from_db()
    assert (edition.reference, edition.abstract) == ("01/BC-HĐND", "Kết quả thực hiện chỉ đạo quý I năm 2021")
    assert edition.paper_record.account == inside.sums_alone() and edition.public_paper.account == public
    assert inside.total.overdue > public.total.overdue
    assert {(each.part, each.filename.rpartition(".")[2]) for each in edition.files.all()} == {
        (part, ending) for part in (Part.PUBLIC, Part.WHOLE) for ending in ("pdf", "docx")
    }


def test_its_words_say_the_numbers_and_only_the_office_reads_what_is_late(reporting):
    composed = issuing.compose(reporting, "quarter")
    told, public = (
        text_of(composed.record, composed.paper),
        text_of(composed.record.public(), composed.paper.public()),
    )
    assert told.abstract == ("Kết quả thực hiện các nội dung chỉ đạo", "quý I năm 2021")
    assert "báo cáo kết quả thực hiện các nội dung chỉ đạo quý I năm 2021 như sau:" in told.words
    total = account_of(QUARTER).total
    assert f"Có {total.all:02d} nội dung chỉ đạo được theo dõi" in told.words and total.punctual in told.words
    assert told.annex.table.rows[-1][1:4] == ("Cộng", "0", f"{total.given:02d}")
    assert "rà soát hồ sơ nhân sự" in told.words and "rà soát hồ sơ nhân sự" not in public.words


def test_a_period_without_directives_is_no_report(january):
    assert issuing.missing(january, PaperKind.YEAR_REPORT) == ["chỉ đạo nào phải theo dõi trong năm 2021"]
    with pytest.raises(Refused):
        issuing.issue(january, "year", issuing.Order(dated=DAY), by=None)


def test_it_keeps_the_official_form(reporting, press_at_hand):
    composed = issuing.compose(reporting, "quarter")
    assert not form_check.check(draft(composed.record, composed.paper), PaperKind.QUARTER_REPORT).broken


def test_the_reports_of_a_session_its_quarter_and_its_year_stand_side_by_side(reporting, chief):
    editions = [
        issuing.issue(reporting, kind, issuing.Order(dated=DAY), by=chief) for kind in ("report", "quarter", "year")
    ]
    assert [each.reference for each in editions] == ["01/BC-HĐND", "02/BC-HĐND", "03/BC-HĐND"]
    assert not Edition.objects.exclude(state=Edition.State.LIVE).exists()
    assert editions[0].abstract != editions[1].abstract != editions[2].abstract
    assert {words.sheets(each.whole, each.paper_record)[0].kind for each in editions} == {"BÁO CÁO"}
