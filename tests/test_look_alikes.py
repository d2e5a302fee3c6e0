"""Look-alikes of Vietnamese letters are mended wherever text comes in, and good text is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.look_alikes import mended
from meetings.vietnamese import fold, search_words, tidy
from tests.readers.posts import POSTS

GOOD = [line for post in POSTS for line in post.read_text("utf-8-sig").splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ðống Ða, HÐND quận, QÐ-UBND, HÐND&UBND", "Đống Đa, HĐND quận, QĐ-UBND, HĐND&UBND"),
        ("ðường Ɖội Cấn, điểm ð)", "đường Đội Cấn, điểm đ)"),
        ("Nguyễn V\u01cen Đức", "Nguyễn Văn Đức"),
        ("Tr\u0430\u0302\u0300n, \u041dĐND, U\u0412ND, \u039dguyễn", "Trần, HĐND, UBND, Nguyễn"),
        ("h\u0131ch", "hich"),
        ("họp\u200b \u202ađồng\u202c\u2060 chí\u00ad\u200e", "họp đồng chí"),
        ("Hai\u00a0Bà\u202fTrưng\u3000quận", "Hai Bà Trưng quận"),
        ("\uf0b7 Việc một\x0b\uf0a7 việc hai\u2028hết", "• Việc một\n▪ việc hai\nhết"),
    ],
)
def test_what_looks_vietnamese_becomes_so(typed, meant):
    for form in ("NFC", "NFD"):
        assert tidy(unicodedata.normalize(form, typed)) == meant
    assert fold(typed.replace("\n", " ")) == fold(meant)


@pytest.mark.parametrize(
    "good",
    [
        "Guðmundsson, Þór, Москва, СССР, Αθήνα, Ελλάδα, θ = 5, α, β, Ω",
        "Müller, Straße, façade, naïve café, São Paulo, Ñuñoa, Škoda, José García, Dvořák",
        "CO₂, m², 25°C, 5 × 3, “trích”, – —, §, ₫, €, 👩\u200d💻",
        "Standing Committee, e-mail: hdnd@example.vn, https://example.vn/?a=b&c=d",
    ],
)
def test_good_text_is_left_alone(good):
    assert mended(good) == good


@given(st.sampled_from(GOOD))
def test_good_vietnamese_is_left_alone(line):
    assert mended(unicodedata.normalize("NFC", line)) == unicodedata.normalize("NFC", line).replace("\u00a0", " ")


@given(st.sampled_from(GOOD))
def test_a_line_with_the_wrong_stroked_d_is_the_line_meant(line):
    assert mended(line.replace("Đ", "Ð").replace("đ", "ð")) == mended(line)


@given(st.text())
def test_what_is_mended_stays_so(text):
    assert tidy(tidy(text)) == tidy(text)


def test_a_word_is_found_under_its_look_alikes():
    assert search_words("HÐND quận Ðống Ða") == search_words("HĐND quận Đống Đa")
