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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Văn phòng HĐND và UBND quận", "Văn phòng HĐND&UBND quận", True),
        ("Văn phòng HĐND - UBND", "Văn phòng HĐND & UBND quận Hai Bà Trưng", True),
        ("Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân quận", "Văn phòng HĐND&UBND quận", True),
        ("Ban Pháp chế", "Ban Pháp chế HĐND quận", True),
        ("Ban KT-XH của HĐND quận Hai Bà Trưng", "Ban Kinh tế - Xã hội", True),
        ("các Ban HĐND Quận", "các Ban của Hội đồng nhân dân quận", True),
        ("Toà án nhân dân quận", "Tòa án nhân dân quận Hai Bà Trưng", True),
        ("Văn phòng UBND quận", "Văn phòng HĐND và UBND quận", False),
        ("Ban Pháp chế HĐND phường", "Ban Pháp chế HĐND quận", False),
        ("Ban Pháp chế", "Ban Kinh tế - Xã hội HĐND quận", False),
        ("Văn phòng HĐND quận", "Văn phòng", False),
        ("Hợp tác xã Mai Động", "Hợp tác xã", False),
        ("các cơ quan", "các cơ", False),
    ],
)
def test_marks_tones_and_the_own_council_make_no_other_unit(one, other, same):
    like = Likeness([one, other], PLACE)
    assert (like.of(one) == like.of(other)) is same


def test_the_tone_of_the_own_place_may_stand_on_either_letter():
    like = Likeness(["Phòng Y tế huyện Khánh Hoà", "Phòng Y tế"], ["huyện Khánh Hòa"])
    assert like.of("Phòng Y tế huyện Khánh Hoà") == like.of("Phòng Y tế")


def test_a_cooperative_is_not_the_place_of_its_office():
    assert Likeness(["Liên minh Hợp tác xã", "Liên minh Hợp tác"], ["xã Phù Đổng"]).of("Liên minh Hợp tác xã") == (
        "lien minh hop tac xa"
    )


def test_initials_of_two_units_stand_for_neither():
    like = Likeness(["Phòng TC-KH", "Phòng XD", "Phòng TCK", "Phòng Tài chính Kho", "Phòng Thủ công Khéo"])
    assert len({like.of(name) for name in ("Phòng TCK", "Phòng Tài chính Kho", "Phòng Thủ công Khéo")}) == 3


def test_the_office_and_a_committee_are_offered_the_units_they_are(batch):
    units = [Unit.objects.create(name=name) for name in ("Văn phòng HĐND&UBND quận", "Ban Pháp chế HĐND quận")]
    names = ("Văn phòng HĐND và UBND quận", "Ban Pháp chế")
    texts = [FEBRUARY.replace("Ủy ban MTTQ Việt Nam quận", name) for name in names]
    archiving.gather(batch, [a_post(f"{at}.txt", text) for at, text in enumerate(texts)])
    rows = batch.units.filter(name__in=names).select_related("likely")
    assert {row.name: row.likely for row in rows} == dict(zip(names, units, strict=True))


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
