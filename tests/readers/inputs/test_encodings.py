"""Words in every old encoding come out as the same Unicode, and good Unicode is left alone."""

import codecs

import pytest

from meetings.readers import UnreadablePost
from meetings.readers.inputs import batch
from meetings.readers.inputs.charsets import TCVN3, VNI_ALONE, VNI_PAIRS, from_tcvn3, from_vni
from meetings.readers.inputs.legacy import repair
from meetings.syllables import is_syllable
from meetings.vietnamese import LETTERS

from .samples import POST, WORDS, tcvn3, vni, windows_1258

ACCENTED = set(LETTERS) - set("abcdefghijklmnopqrstuvwxyz")
TEXT = f"{POST}\n{WORDS}"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (windows_1258(TEXT), "windows-1258"),
        (vni(TEXT).encode("cp1252"), "vni"),
        (vni(TEXT).encode(), "vni"),
        (vni(TEXT).encode("utf-16"), "vni"),
    ],
)
def test_the_same_words_come_out_of_each_encoding(data, encoding):
    draft = batch.text(data)
    assert (draft.text, draft.encoding) == (TEXT, encoding)
    assert draft.notes == (("Đã đổi từ bảng mã VNI sang Unicode.",) if encoding == "vni" else ())


@pytest.mark.parametrize("codec", ["cp1252", "utf-8", "utf-16"])
def test_tcvn3_comes_out_but_for_capitals_with_a_tone(codec):
    draft = batch.text(tcvn3(TEXT).encode(codec))
    assert (draft.text, draft.encoding) == (TEXT, "tcvn3")
    assert draft.notes[0] == "Đã đổi từ bảng mã TCVN3 (ABC) sang Unicode."
    assert ".VnTimeH" in draft.notes[1]


def test_a_line_in_capitals_of_an_h_font_is_told_by_its_plain_letters():
    assert from_tcvn3(tcvn3("TỔ DÂN PHỐ SỐ BẢY")) == "TỔ DÂN PHỐ SỐ BẢY"
    assert from_tcvn3(tcvn3("Ủy ban")) == "ủy ban"


def test_the_tables_hold_every_letter():
    assert set(TCVN3.values()) == ACCENTED | set("ĂÂÊÔƠƯĐ")
    assert set((VNI_PAIRS | VNI_ALONE).values()) == ACCENTED | {each.upper() for each in ACCENTED}
    assert len(TCVN3) == 74
    everything = "".join(sorted(ACCENTED | {each.upper() for each in ACCENTED}))
    assert from_vni(vni(everything)) == everything


def test_the_table_of_tcvn3_is_the_standards():
    codes = {0xA1: "Ă", 0xA7: "Đ", 0xAD: "ư", 0xB5: "à", 0xC6: "ặ", 0xCC: "è", 0xD7: "ì", 0xDC: "ĩ", 0xDF: "ò"}
    codes |= {0xE1: "ỏ", 0xEF: "ù", 0xF1: "ủ", 0xF5: "ừ", 0xF9: "ự", 0xFE: "ỵ"}
    assert {code: TCVN3[code] for code in codes} == codes


@pytest.mark.parametrize(
    "text",
    [
        POST,
        "Hà Nội, Hồ Chí Minh",
        "Khách từ München, Zürich, São Paulo và Malmö dự phiên họp của quận",
        "Café à la crème, déjà vu, naïve résumé",
        "© 2019 – giá 5 €, 20 °C, § 4, «trích dẫn», 3 × 4 ± 1",
        "má mà cã là rã bè",
        "HĐND&UBND, MTTQ, ĐBQH, THCS",
    ],
)
def test_good_unicode_is_never_converted(text):
    assert repair(text).text == text
    assert repair(f"{POST}\n{text}").text == f"{POST}\n{text}"


def test_a_line_in_an_old_font_among_good_ones_is_converted_alone():
    old = "Văn phòng gửi giấy mời tới các đơn vị"
    repaired = repair(f"{POST}\n{tcvn3(old)}\nZürich và München")
    assert repaired.text == f"{POST}\n{old}\nZürich và München"
    assert repaired.notes[0].startswith("Có 1 dòng theo bảng mã TCVN3 (ABC)")


def test_a_name_in_unicode_inside_an_old_line_stays():
    repaired = repair(tcvn3(POST) + "\n" + tcvn3("Các đồng chí trong tổ ") + "Nguyễn Thị Thử" + tcvn3(" cùng họp"))
    assert repaired.text.endswith("\nCác đồng chí trong tổ Nguyễn Thị Thử cùng họp")


def test_utf_8_read_as_latin_letters_is_read_again():
    misread = POST.encode().decode("latin-1")
    draft = batch.text(misread.encode())
    assert (draft.text, draft.notes) == (POST, ("Đã chữa chữ UTF-8 bị đọc nhầm bảng mã.",))


def test_a_few_broken_letters_are_told_and_the_rest_is_read():
    data = POST.encode() * 3
    broken = data[:200] + b"\xe1\xba" + data[200:]
    draft = batch.text(broken)
    assert draft.encoding == "utf-8"
    assert "chữ bị hỏng" in draft.notes[0]


@pytest.mark.parametrize("data", [b"\x81\x8d\xff" * 40, "привет мир".encode("cp1251") * 5, bytes(range(128, 256))])
def test_letters_of_no_known_encoding_are_refused(data):
    with pytest.raises(UnreadablePost, match="hãy"):
        batch.text(data)


@pytest.mark.parametrize(
    "word", ["nghiêng", "quyết", "giờ", "gì", "khuya", "Ủy", "ƯỠN", "thuở", "quỳnh", "yêu", "oà"]
)
def test_words_spelled_as_syllables_can_be(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["häp", "cät", "HĐND", "ngườii", "lõc", "Zürich", "à́", "", "đ", "b" * 40])
def test_words_that_are_no_syllables(word):
    assert not is_syllable(word)
