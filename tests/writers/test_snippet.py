"""The place of a text that shows most of what was sought, in parts that lose no letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.writers.snippet import marked, snippet

MIDDLE = "Đoàn giám sát làm việc với sáu phường về phòng, chống dịch. "
LONG = "Việc tổ chức kỳ họp. " * 20 + MIDDLE + "Nội dung khác. " * 20


def said(parts):
    return "".join(f"[{each.text}]" if each.is_hit else each.text for each in parts)


@pytest.mark.parametrize(
    ("text", "sought", "shown"),
    [
        ("Kế hoạch giám sát, khảo sát", [("giam",), ("sat",)], "Kế hoạch [giám sát], khảo [sát]"),
        ("Kế hoạch giám sát, khảo sát", [("giam", "sat")], "Kế hoạch [giám sát], khảo sát"),
        ("ĐƯỜNG Trần Hưng Đạo", [("duong",)], "[ĐƯỜNG] Trần Hưng Đạo"),
        (unicodedata.normalize("NFD", "hòa giải"), [("hoa",)], "[hòa] giải"),
        ("<b>họp</b> & họp", [("hop",)], "<b>[họp]</b> & [họp]"),
        ("không có gì", [("hop",)], "không có gì"),
    ],
)
def test_words_are_marked_whatever_their_accents(text, sought, shown):
    assert said(marked(text, sought)) == shown


def test_a_long_text_is_cut_at_words_around_the_hits():
    shown = said(snippet(["Mở đầu.", LONG], [("giam",), ("sat",), ("dich",)]))
    assert "Đoàn [giám sát] làm việc với sáu phường về phòng, chống [dịch]." in shown
    assert shown.startswith("… ") and shown.endswith(" …") and len(shown) < 230


def test_without_a_hit_the_beginning_is_shown():
    assert said(snippet(["Mở đầu.", LONG], [("khong",)])).startswith("Mở đầu.")
    assert snippet([], [("khong",)]) == []


@given(st.text(max_size=400), st.lists(st.sampled_from(["hop", "a", "giam", "1"]), max_size=4))
def test_no_letter_is_lost(text, words):
    normal = unicodedata.normalize("NFC", text)
    assert "".join(each.text for each in marked(text, [(each,) for each in words])) == normal
