"""The decree's own sheets, filled by hand and printed by LibreOffice, keep every rule."""

import subprocess

import pytest

from meetings.form_check import check
from meetings.paper import PaperKind

from .decree_sheets import HABITS, SHEETS, notice

pytestmark = pytest.mark.office

KINDS = {
    "1.4": PaperKind.NOTICE,
    "1.5": None,
    "1.5 to several": None,
    "1.7": PaperKind.INVITATION,
    "1.9": PaperKind.MINUTES,
    "2.1": PaperKind.NOTICE,
}
PAPERS = {(sheet, habit): make for sheet, make in SHEETS.items() for habit in HABITS}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets")
    made = {"-".join(name): make(**HABITS[name[1]]) for name, make in PAPERS.items()}
    made["long"] = notice(points=12, rules="borders")
    for name, sheet in made.items():
        (folder / f"{name}.docx").write_bytes(sheet.bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *(str(folder / f"{name}.docx") for name in made)], check=True, capture_output=True, timeout=300
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in made}


@pytest.mark.parametrize(("sheet", "habit"), PAPERS)
def test_a_sheet_of_the_decree_filled_by_hand_breaks_no_rule(printed, sheet, habit):
    report = check(printed[f"{sheet}-{habit}"])
    assert [(each.law, each.rule, each.measured, each.where) for each in report.broken] == []
    assert report.kind is KINDS[sheet] and len(report.kept) > 55
    assert report.hints == ()


def test_one_of_several_pages_breaks_none_either(printed):
    report = check(printed["long"])
    assert report.broken == () and report.pages > 1


@pytest.mark.parametrize("sheet", ["1.5-borders", "1.5 to several-underscores"])
def test_the_letter_was_read_as_one(printed, sheet):
    assert {each.rule for each in check(printed[sheet]).kept} >= {"subject-form", "addressed-size", "addressed-list"}


def test_the_annex_was_read_as_one(printed):
    assert {each.rule for each in check(printed["2.1-borders"]).kept} >= {"annex-attached", "annex-page-number"}
