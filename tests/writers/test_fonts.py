"""Papers are printed in a font that the form allows and that has every Vietnamese letter, or not at all."""

import pytest

from meetings.official_form import FONT_FAMILIES
from meetings.writers import fonts


@pytest.fixture
def installed(monkeypatch):
    """A machine on which only the given families are installed, each "whole" or lacking letters."""

    def install(**families):
        known = {name.replace("_", " "): state for name, state in families.items()}
        monkeypatch.setattr(fonts, "file_of", lambda name, style="": known.get(name, ""))
        monkeypatch.setattr(fonts, "_carries_vietnamese", lambda file: file == "whole")

    return install


def test_the_first_family_of_the_form_that_is_whole_is_used(installed):
    installed(Times_New_Roman="whole", Tinos="whole")
    assert fonts.family() == "Times New Roman"
    installed(Times_New_Roman="lacking", Tinos="whole", Liberation_Serif="whole")
    assert fonts.family() == "Tinos"


def test_where_no_font_is_whole_the_operator_is_told_which_package_to_install(installed):
    installed(Liberation_Serif="lacking")
    with pytest.raises(fonts.NoUsableFont, match="fonts-croscore"):
        fonts.family()


def test_a_family_that_another_stands_in_for_is_not_installed():
    assert fonts.file_of("Phông chữ không có thật") == ""


def test_the_font_of_this_machine_is_one_of_the_form_in_four_styles():
    family = fonts.family()
    assert family in FONT_FAMILIES
    assert len({fonts.file_of(family, style) for style in ("", ":bold", ":italic", ":bold:italic")}) == 4
