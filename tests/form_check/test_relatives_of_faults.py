"""What looks like a fault of the seeded kinds and is none: each stands beside the fault in test_seeded_faults.py."""

import pytest

from meetings.form_check import check

from .conftest import faults, printed
from .test_seeded_faults import GROUNDS, OFFICE, SMALLER, css

FULL = ("Hai Bà Trưng, ngày", "Quận Hai Bà Trưng, ngày")

SOUND = {
    "a parent body in light letters": ("letter", [*OFFICE, *css(".parent { font-weight: normal; }")]),
    "one name in three bold lines": (
        "notice",
        [
            ("<div><span>HỘI", r"<div><span>THƯỜNG TRỰC</span></div>\g<0>"),
            *css(".header .place-date { margin-top: 27.5pt; }"),
        ],
    ),
    "an office whose name goes on": ("notice", [("<span>HỘI ĐỒNG NHÂN DÂN", "<span>VĂN PHÒNG HĐND VÀ UBND")]),
    "grounds": ("notice", GROUNDS),
    "one ground": ("invitation", [*GROUNDS, ("<p>Căn cứ Luật Đầu tư công;</p>", "")]),
    "a ground before a clause": ("notice", [*GROUNDS, ("động\\.</p>", "động, Thường trực HĐND thông báo:</p>")]),
    "a ground before a sentence": (
        "notice",
        [*GROUNDS, ("động\\.</p><p>Tại", "động;</p><p>Thực hiện Kế hoạch, tại")],
    ),
    "sentences that begin as grounds do": (
        "letter",
        [
            (
                "<p>Qua theo dõi",
                "<p>Căn cứ Kế hoạch số 5, Thường trực HĐND quận tổ chức khảo sát.</p>"
                "<p>Căn cứ kết quả khảo sát, đề nghị các đơn vị phối hợp.</p>\\g<0>",
            )
        ],
    ),
    "a deputy for the head": ("notice", [("<div>CHỦ TỊCH", "<div>KT. CHỦ TỊCH</div><div>PHÓ CHỦ TỊCH")]),
    "a deputy who chaired": ("minutes", [("CHỦ TỌA(?=</div>)", "CHỦ TỌA</div><div>PHÓ CHỦ TỊCH")]),
    "a deputy at the head of a group": ("notice", [("<div>CHỦ TỊCH", "<div>TRƯỞNG BAN</div><div>PHÓ CHỦ TỊCH")]),
    "a full name in place and text": ("notice", [FULL, ("các cấp quận Hai", "các cấp Quận Hai"), *SMALLER]),
    "a capital that opens a sentence": ("notice", [("các cấp quận Hai", "các cấp. Quận Hai")]),
    "both ways in one text": ("notice", [("các cấp quận", "các cấp Quận Hai Bà Trưng, quận")]),
    "several places without a list": ("report", [("thành phố</p>", "thành phố; Thành ủy</p>")]),
    "a long row": (
        "letter",
        [("dân quận;", "dân quận và các phòng, ban, đơn vị có liên quan trên toàn địa bàn quận;")],
    ),
    "the mark of who drafted": ("notice", [("- Lưu: VT\\.</li>", "- Lưu: VT.</li><li>PL.(20)</li>")]),
    "a wide left margin": ("letter", [*css("@page { margin-left: 35mm; }"), *SMALLER]),
    "line ends that differ": (
        "notice",
        css("@page { margin-right: 20mm; } p { margin-right: 0.45mm; } p:nth-of-type(2) { margin-right: 0; }")
        + SMALLER,
    ),
    "a proposal to a higher body": (
        "report",
        [("BÁO CÁO", "TỜ TRÌNH"), ("12/BC", "12/TTr")],
    ),
}


@pytest.mark.parametrize("case", SOUND)
def test_what_is_right_is_let_be(case):
    paper, changes = SOUND[case]
    assert faults(printed(paper, changes)) == set()


def test_of_a_letter_that_nobody_named_all_is_checked_that_letters_have():
    report = check(printed("letter"))
    assert report.kind is None and report.broken == ()
    assert {each.rule for each in report.kept} >= {
        "place-date-form",
        "place-date-place",
        "number-symbol",
        "subject-form",
    }
    assert not {"minutes-signers", "place-date-absent"} & {each.rule for each in report.findings}


def test_a_paragraph_in_another_font_or_size_is_one():
    wide = [*css("@page { margin-left: 35mm; } p:not(.to) { font-family: Arimo; }"), *SMALLER]
    small = [*css("@page { margin-left: 35mm; } p:not(.to) { font-size: 12pt; }"), *SMALLER]
    assert (faults(printed("letter", wide)), faults(printed("letter", small))) == ({"font-family"}, {"body-size"})


def test_ragged_text_says_nothing_of_the_right_margin():
    ragged = css("@page { margin-right: 20mm; } html { text-align: left; }") + SMALLER
    assert faults(printed("two pages", ragged[:1])) >= {"body-justified"}
    assert "margin-right" not in faults(printed("two pages", ragged[:1]))


def test_a_sheet_that_lies_on_its_side_is_told_once():
    report = check(printed("notice", css("@page { size: A4 landscape; }")))
    assert [each.rule for each in report.broken] == ["page-size"]


def test_an_annex_without_its_reference_has_the_name_above_its_table_alone():
    from .annexes import annex, with_annexes

    table = "<tr><th>STT</th><th>Nhiệm vụ</th><th>Thời hạn</th></tr>"
    rows = annex(of="", name="DANH MỤC NHIỆM VỤ").replace("<table>", f'<table style="width: 100%">{table}')
    assert faults(with_annexes(rows)) == {"annex-attached"}
