"""Names of one unit stand together, however they are shortened, each with a sentence that uses it."""

import pytest

from meetings import archiving
from meetings.archiving.unit_likeness import Likeness
from meetings.archiving.unit_sentences import LONGEST, sentence
from meetings.models import Unit

from .conftest import FEBRUARY, a_post

PLACE = ["quận Hai Bà Trưng"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ban KT-XH", "Ban Kinh tế - Xã hội", True),
        ("ban kinh tế xã hội", "Ban Kinh tế - Xã hội", True),
        ("Ban KTXH quận", "Ban Kinh tế và Xã hội quận Hai Bà Trưng", True),
        ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội", True),
        ("Phòng VHTT", "Phòng Văn hóa và Thông tin", True),
        ("Phòng TNMT", "phòng Tài nguyên & Môi trường", True),
        ("Ban KT-NS", "Ban Kinh tế - Xã hội", False),
        ("Phòng KT-XH", "Ban Kinh tế - Xã hội", False),
        ("Phòng Y tế", "Phòng Tư pháp", False),
        ("PC", "Phòng Công", False),
    ],
)
def test_initials_stand_for_words(one, other, same):
    like = Likeness([one, other], PLACE)
    assert (like.of(one) == like.of(other)) is same


def test_initials_of_two_units_stand_for_neither():
    like = Likeness(["Phòng TC-KH", "Phòng XD", "Phòng TCK", "Phòng Tài chính Kho", "Phòng Thủ công Khéo"])
    assert len({like.of(name) for name in ("Phòng TCK", "Phòng Tài chính Kho", "Phòng Thủ công Khéo")}) == 3


def test_three_spellings_of_a_batch_are_one_group(batch):
    texts = [FEBRUARY.replace("Ủy ban MTTQ Việt Nam quận", name) for name in ("Ban Kinh tế - Xã hội", "Ban KT-XH")]
    texts.append(texts[0] + "\nThêm một câu.")
    archiving.gather(batch, [a_post(f"{at}.txt", text) for at, text in enumerate(texts)])
    short = batch.units.get(name="Ban KT-XH")
    assert short.likely_name == "Ban Kinh tế - Xã hội" and not short.likely
    unit = Unit.objects.create(name="ban kinh tế xã hội")
    archiving.gather(batch, [a_post("9.txt", texts[1] + "\nThêm câu khác.")])
    assert set(batch.units.filter(likely=unit).values_list("name", flat=True)) == {
        "Ban Kinh tế - Xã hội",
        "Ban KT-XH",
    }


def test_each_name_has_a_sentence_of_a_post(batch, february):
    row = batch.units.get(name="Ủy ban MTTQ Việt Nam quận")
    assert row.name in row.sentence and row.sentence in february.reading["text"] and row.post == february


def test_a_long_sentence_is_cut_around_the_name():
    words = f"{'rất dài ' * 60}giao Ban Pháp chế {'làm việc ' * 60}"
    part = {"field": "directives[0].lead", "words": "Ban Pháp chế", "start": words.index("Ban")}
    shown = sentence({"text": words, "parts": [part]}, "Ban Pháp chế")
    assert "giao Ban Pháp chế làm" in shown and shown.startswith("… ") and len(shown) <= LONGEST + 4
