"""The colours of the tokens hold the contrast that the look promises, in light and in dark."""

import pytest

from meetings.models.office import Accent, Office

from .desk.test_colours import CSS, colours

GROUNDS = ("--paper", "--sheet", "--tint", "--mark")
TEXTS = ("--ink", "--ink-2", "--seal")
LEAST_OF_WORDS, LEAST_OF_EDGES = 4.5, 3


def scheme(name):
    light, dark = (CSS / "tokens.css").read_text().split("prefers-color-scheme: dark")
    return colours(light if name == "light" else dark)


def luminance(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_counted_as_wcag_counts_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_are_readable_on_every_ground(name):
    tokens = scheme(name)
    weak = {
        (text, ground): round(found, 2)
        for text in TEXTS
        for ground in GROUNDS
        if (found := contrast(tokens[text], tokens[ground])) < LEAST_OF_WORDS
    }
    assert weak == {}


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("pair", [("--doubt", "--doubt-tint"), ("--done", "--done-tint"), ("--paper", "--ink")])
def test_so_are_the_words_with_a_ground_of_their_own(name, pair):
    tokens = scheme(name)
    assert contrast(*(tokens[each] for each in pair)) >= LEAST_OF_WORDS


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ground", ["--paper", "--sheet", "--tint"])
def test_the_edges_of_controls_are_seen(name, ground):
    tokens = scheme(name)
    assert contrast(tokens["--edge"], tokens[ground]) >= LEAST_OF_EDGES


@pytest.mark.parametrize(
    ("role", "ground", "light", "dark"),
    [
        ("--ink", "--paper", 15.8, 14.0),
        ("--ink", "--tint", 14.3, 12.7),
        ("--ink-2", "--paper", 7.1, 7.9),
        ("--ink-2", "--tint", 6.5, 7.2),
        ("--seal", "--paper", 7.6, 8.3),
        ("--seal", "--tint", 6.9, 7.5),
        ("--edge", "--paper", 4.0, 4.5),
        ("--edge", "--tint", 3.7, 4.0),
        ("--line", "--paper", 1.4, 1.5),
        ("--ink", "--mark", 12.8, 8.2),
    ],
)
def test_the_ratios_are_those_the_look_was_drawn_with(role, ground, light, dark):
    found = [contrast(tokens[role], tokens[ground]) for tokens in (scheme("light"), scheme("dark"))]
    assert found == pytest.approx([light, dark], abs=0.06)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_colour_that_an_office_may_choose_is_readable(name):
    css = (CSS / "accents.css").read_text()
    light, dark = css.split("prefers-color-scheme: dark")
    chosen = colours(light if name == "light" else dark)
    assert set(chosen) == {f"--accent-{accent}" for accent in Accent.values}
    assert chosen["--accent-vermilion"] == scheme(name)["--seal"]
    tokens = scheme(name)
    weak = [
        (accent, ground) for accent in chosen for ground in GROUNDS if contrast(chosen[accent], tokens[ground]) < 4.5
    ]
    assert weak == []
    assert all(f"html.{Office(accent=accent).own_accent} " in css for accent in Accent.values[1:])
