"""Every rule of the form is called by the code of its place in the law, as the one table has it."""

import re
from pathlib import Path

from meetings.form_check import check_form  # noqa: F401  (it registers the rules)
from meetings.form_check.rulebook import RULES
from meetings.law_places import HABITS, LAW, ND30

from .law_outline import PLACES

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"\b(?:ND30-(?:D\d+(?:\.\d+[a-zđ]?)?|[IV]+(?:\.[IVXM]*[\d.]*[a-zđ]?)+)|LE-\d+)(?![\w…])")
PLACES_OF_USE = ("meetings", "templates", "tests", "docs", "bench")


def written_codes():
    """Each code with the file that uses it."""
    endings = (".py", ".html", ".md")
    files = [each for room in PLACES_OF_USE for each in (ROOT / room).rglob("*") if each.suffix in endings]
    assert len(files) > 200
    for file in files:
        for match in CODE.finditer(file.read_text(encoding="utf-8")):
            yield match[0].rstrip("."), file.relative_to(ROOT)


def test_every_code_that_is_written_anywhere_is_in_the_table():
    """Or is the khoản or mục above those that are."""
    used = set(written_codes())
    assert ("ND30-I.III.1b", Path("meetings/official_form.py")) in used
    unknown = {(code, str(file)) for code, file in used if not any(each.startswith(code) for each in LAW)}
    assert unknown == set()


def test_every_code_of_the_decree_is_a_place_that_the_decree_has():
    assert {code for code in ND30 if code.removeprefix("ND30-") not in PLACES} == set()
    assert "II.II.9z" not in PLACES


def test_what_the_decree_is_silent_about_is_called_a_habit():
    assert all(code.startswith("LE-") for code in HABITS)
    assert LAW.keys() == ND30.keys() | HABITS.keys()


def test_every_rule_of_the_form_check_has_its_code():
    assert RULES and all(rule.law in LAW for rule in RULES)


def test_every_figure_of_the_form_stands_beside_its_code():
    """On its own line, or under a heading with the code above it."""
    source = (ROOT / "meetings/official_form.py").read_text(encoding="utf-8")
    before_blanks = source.partition("TABLE_PT, TABLE_LINE_PT")[0]
    for block in before_blanks.split("\n\n"):
        figures = re.findall(r"^[A-Z_]+(?:_PT|_MM)\b", block, re.MULTILINE)
        if figures and not figures[0].startswith("HEADER_LINE"):
            assert CODE.search(block), block
