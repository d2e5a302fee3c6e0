"""A theme chosen on the desk has the colours the system's own choice would have: one set of tokens, never two."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static" / "css"


def colours(css):
    return dict(re.findall(r"(--[a-z0-9-]+): (#[0-9A-F]{6})", css))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_theme_repeats_the_tokens(theme):
    light, dark = (CSS / "tokens.css").read_text().split("prefers-color-scheme: dark")
    chosen = (CSS / "desk-colours.css").read_text().split(f'html[data-theme="{theme}"] {{')[1].split("}")[0]
    tokens = colours(light if theme == "light" else dark)
    assert {name: colours(chosen).get(name) for name in tokens} == tokens


def test_the_desks_dark_tint_is_the_same_by_choice_and_by_system():
    own = (CSS / "desk-colours.css").read_text().split("/* The desk's own")[1]
    chosen, system = own.split("@media")
    assert colours(chosen.split('data-theme="dark"')[1]) == colours(system)
    assert "--tint" in colours(system)
