"""Every rule finds the fault it is for, sown into a paper's style, words or order, and no other rule is disturbed."""

import pytest

from meetings import official_form as form
from meetings.form_check import check
from meetings.form_check.rulebook import RULES

from . import test_annexes as annexes
from . import test_seeded_figures as figures
from .conftest import faults, printed


def css(rules):
    """A change that adds to the style sheet."""
    return [("</style>", rules + "</style>")]


LEVEL = css(".place-date { padding-top: 0; } .number { padding-top: 16.5pt; }")
"""A second line of place and date that stands level with the number."""

SMALLER = css(
    ".header .place-date { font-size: 13pt; } .nation > div:first-child { font-size: 12pt; }"
    ".motto { font-size: 13pt !important; }"
)
"""The smaller pair of sizes, where a long place or a narrow sheet leaves less room."""

GROUNDS = [
    (
        "<p>(?=Tại phiên họp|Thường trực Hội đồng)",
        r"<p>Căn cứ Luật Đầu tư công;</p><p>Căn cứ Quy chế hoạt động.</p>\g<0>",
    )
]

SEVERAL_PLACES = 'Kính gửi:</p><p class="to">- Thường trực HĐND thành phố,</p><p class="to">- Văn phòng Thành ủy.</p>'

OFFICE = [
    ("<div><span>HỘI ĐỒNG NHÂN DÂN</span></div>", '<div class="parent">HĐND QUẬN HAI BÀ TRƯNG</div>'),
    ('"ruled">QUẬN HAI BÀ TRƯNG', '"ruled">VĂN PHÒNG'),
]
"""The head of an office below a council."""

STYLES = [
    ("font-family", "minutes", "li { font-family: Arimo; }"),
    ("font-family", "notice", ".kind { font-family: DejaVu Serif; }"),
    ("ink-black", "minutes", ".kind { color: #0000c0; }"),
    ("ink-black", "notice", "p b, .recipients { color: #777; }"),
    ("page-number-first", "two pages", "@page sheet:nth(1 of sheet) { @top-center { content: counter(page); } }"),
    ("page-number-present", "two pages", '@page { @top-center { content: "7"; } }'),
    ("page-number-arabic", "two pages", "@page { @top-center { content: counter(page, lower-roman); } }"),
    ("page-number-arabic", "two pages", '@page { @top-center { content: "- " counter(page) " -"; } }'),
    ("page-number-style", "two pages", "@page { @top-center { font-weight: bold; } }"),
    ("page-number-style", "two pages", "@page { @top-center { font-style: italic; } }"),
    ("page-number-place", "two pages", "@page { @top-center { text-align: left; width: 90mm } }"),
    ("nation-bold", "minutes", ".nation > :first-child { font-weight: normal; }"),
    ("nation-place", "invitation", ".nation > :first-child { padding-top: 4mm; margin-bottom: -4mm; }"),
    ("motto-bold", "minutes", ".motto { font-style: italic; }"),
    ("motto-centred", "minutes", ".motto { padding-left: 8mm; }"),
    ("motto-rule", "minutes", ".motto span::after { right: 20mm; }"),
    ("motto-rule", "notice", ".motto span::after { display: none; }"),
    ("issuer-bold", "minutes", ".issuer .ruled { font-weight: normal; }"),
    ("issuer-centred", "notice", ".issuer > :first-child { text-align: left; }"),
    ("issuer-rule", "notice", ".issuer .ruled::after { display: none; }"),
    ("nation-place", "notice", ".header { direction: rtl; } .header > div { direction: ltr; }"),
    ("nation-place", "letter", ".header { direction: rtl; } .header > div { direction: ltr; }"),
    ("number-style", "minutes", ".number { font-weight: bold; }"),
    ("number-style", "notice", ".number { font-style: italic; }"),
    ("number-centred", "minutes", ".number { text-align: left; }"),
    ("place-date-italic", "notice", ".place-date { font-style: normal; font-weight: normal; }"),
    ("place-date-italic", "letter", ".place-date { font-style: normal; font-weight: normal; }"),
    ("place-date-size", "letter", ".place-date { font-size: 12pt; }"),
    ("place-date-place", "invitation", ".header .place-date { padding-top: 8pt; }"),
    ("place-date-place", "letter", ".header .place-date { padding-top: 8pt; }"),
    ("addressed-style", "report", ".to { font-style: italic; }"),
    ("addressed-size", "report", ".to { font-size: 12pt; }"),
    ("kind-style", "minutes", ".kind { font-weight: normal; }"),
    ("kind-centred", "minutes", ".kind { text-align: left; }"),
    ("abstract-style", "minutes", ".abstract { font-weight: normal; }"),
    ("abstract-style", "notice", ".abstract { font-style: italic; }"),
    ("abstract-centred", "notice", ".abstract { text-align: left; }"),
    ("abstract-rule", "minutes", ".abstract .ruled::after { display: none; }"),
    ("abstract-rule", "invitation", ".abstract .ruled::after { left: 0; right: 0; }"),
    ("body-size", "notice", "p { font-size: 13.5pt; }"),
    ("body-one-size", "notice", "p:nth-of-type(5) { font-size: 13pt; }"),
    ("abstract-letters", "minutes", ".abstract { text-transform: uppercase; }"),
    ("margin-left", "notice", "@page { margin-left: 29.6mm; }"),
    ("margin-right", "notice", "@page { margin-right: 14.6mm; }"),
    ("issuer-size", "notice", ".issuer > div:not(.number) { font-size: 12.5pt; }"),
    ("signer-size", "notice", ".signer { font-size: 13.5pt; }"),
    ("number-size", "invitation", ".header .number { font-size: 13.5pt; }"),
    ("recipients-size", "notice", ".recipients li { font-size: 11.5pt; }"),
    ("body-justified", "two pages", "html { text-align: left; }"),
    ("body-justified", "notice", "p:nth-of-type(2) { text-align: left; }"),
    ("first-line-indent", "notice", "p:nth-of-type(5) { text-indent: 20mm; }"),
    ("paragraph-gap", "notice", "p:nth-of-type(5) { margin-top: 2pt; }"),
    ("line-pitch", "notice", "p:nth-of-type(2) { line-height: 26pt; }"),
    ("foot-of-page", "two pages", "h2 { break-after: page; }"),
    ("foot-of-page", "notice", "p:nth-of-type(3) { break-after: page; }"),
    ("authority-style", "notice", ".authority > :nth-child(3) { font-weight: normal; }"),
    ("authority-place", "notice", ".authority > :first-of-type { text-align: left; }"),
    ("authority-place", "report", ".halves { direction: rtl; } .halves > div { direction: ltr; }"),
    ("authority-place", "letter", ".halves { direction: rtl; } .halves > div { direction: ltr; }"),
    ("signer-style", "minutes", ".signer { font-weight: normal; }"),
    ("signer-style", "notice", ".signer { font-style: italic; }"),
    ("signer-centred", "notice", ".signer { text-align: right; }"),
    ("signature-with-text", "two pages", ".ending { break-inside: auto; } .signatures { break-before: page; }"),
    ("signature-with-text", "notice", ".halves { break-before: page; }"),
    ("recipients-head-style", "notice", ".recipients p { font-style: normal; }"),
    ("recipients-style", "minutes", ".recipients li { font-style: italic; }"),
    ("recipients-place", "minutes", ".below { margin-left: 80mm; width: 80mm; }"),
]

WORDS = [
    ("issuer-capitals", "minutes", [("HĐND QUẬN", "HĐND Quận")]),
    ("number-form", "minutes", [("Số: 05/", "Số: 5/")]),
    ("number-form", "notice", [("Số: 06/", "Số 06/")]),
    ("number-form", "invitation", [("/GM-HĐND", "/GM.HĐND")]),
    ("number-given", "draft", [('<span class="number-blank"></span>', "05")]),
    ("number-symbol", "invitation", [("/GM-", "/TM-")]),
    ("number-form", "invitation", [("48/GM-HĐND", "48-GM/HĐND")]),
    ("issuer-parent", "letter", OFFICE),
    ("issuer-parent", "notice", [*OFFICE, ("VĂN PHÒNG", "BAN PHÁP CHẾ")]),
    ("place-date-form", "letter", [("ngày 20 tháng 4 năm 2021</div>", "ngày 2 tháng 4 năm 2021</div>")]),
    ("place-date-form", "letter", [("ngày 20 tháng 4 năm 2021</div>", "ngày 20/4/2021</div>")]),
    ("place-capitals", "letter", [("Hai Bà Trưng, ngày", "Hai bà Trưng, ngày")]),
    ("place-full-name", "notice", [("các cấp quận Hai", "các cấp Quận Hai")]),
    ("place-full-name", "letter", [("các cơ quan khẩn", "các cơ quan, Quận Hai Bà Trưng khẩn")]),
    ("letter-without-kind", "letter", [('<p class="to">Kính', '<h1><span class="kind">CÔNG VĂN</span></h1>\\g<0>')]),
    ("addressed-stops", "letter", [("- Ủy ban nhân dân quận;", "- Ủy ban nhân dân quận,")]),
    ("addressed-stops", "letter", [("Kế hoạch quận\\.", "Kế hoạch quận;")]),
    ("addressed-stops", "report", [("Kính gửi: .*?</p>", SEVERAL_PLACES)]),
    ("grounds-stops", "notice", [*GROUNDS, ("công;</p>", "công,</p>")]),
    ("grounds-stops", "notice", [*GROUNDS, ("công;</p>", "công.</p>")]),
    ("grounds-stops", "invitation", [*GROUNDS, ("động\\.</p>", "động;</p>")]),
    ("authority-form", "notice", [("TM\\. THƯỜNG", "TM THƯỜNG")]),
    ("authority-form", "invitation", [("TM\\. THƯỜNG", "T.M. THƯỜNG")]),
    ("authority-form", "letter", [("TM\\. THƯỜNG", "THAY MẶT THƯỜNG")]),
    ("authority-form", "report", [("<div>CHỦ TỊCH", "<div>K/T CHỦ TỊCH</div><div>PHÓ CHỦ TỊCH")]),
    ("authority-form", "notice", [("<div>TM.*?<div>CHỦ TỊCH", "<div>TL CHỦ TỊCH</div><div>CHÁNH VĂN PHÒNG")]),
    ("authority-deputy", "notice", [("<div>CHỦ TỊCH", "<div>PHÓ CHỦ TỊCH")]),
    ("authority-deputy", "letter", [("<div>TM.*?<div>CHỦ TỊCH", "<div>TL. CHỦ TỊCH</div><div>PHÓ CHÁNH VĂN PHÒNG")]),
    ("recipients-stops", "notice", [("- Ủy ban MTTQ Việt Nam quận;", "- Ủy ban MTTQ Việt Nam quận,")]),
    ("recipients-stops", "invitation", [("- Lưu: VT\\.", "- Lưu: VT")]),
    ("place-date-absent", "minutes", [("(<div class=.motto.>).*</div>", r"\g<0>\1Hai Bà Trưng, 2021</div>")]),
    ("place-date-line", "notice", [("Hai Bà Trưng, ngày 08", "Thành phố Hồ Chí Minh,<br>ngày 08"), *LEVEL]),
    ("place-date-form", "notice", [("ngày 08 tháng 01", "ngày 8 tháng 1")]),
    ("place-date-form", "notice", [("ngày 08 tháng 01", "ngày 08 tháng 03")]),
    ("place-date-form", "invitation", [("ngày 31 tháng 12 năm 2020</div>", "31/12/2020</div>")]),
    ("place-date-form", "invitation", [("ngày 31 tháng 12 năm 2020</div>", "ngày 31 tháng 11 năm 2020</div>")]),
    ("kind-name", "minutes", [('"kind">BIÊN BẢN', '"kind">BIÊN BẢN HỌP')]),
    ("kind-capitals", "notice", [("THÔNG BÁO", "Thông báo")]),
    ("document-end", "invitation", [(r"\./\.", ".")]),
    ("document-end", "minutes", [("2021\\./\\.", "2021/.")]),
    ("document-end", "minutes", [("2021\\./\\.", "2021 ./.")]),
    ("document-end", "notice", [("thực hiện\\./\\.", "thực hiện ./.")]),
    ("motto-text", "notice", [(form.MOTTO, form.MOTTO.replace("-", "–"))]),
    ("motto-text", "minutes", [(form.MOTTO, form.MOTTO.replace("-", "—"))]),
    ("motto-text", "invitation", [(form.MOTTO, form.MOTTO.replace(" - ", "-"))]),
    ("abstract-letters", "notice", [("Kết luận của Thường trực Hội đồng nhân dân quận", "VỀ KẾT LUẬN CỦA HỘI ĐỒNG")]),
    ("place-capitals", "notice", [("Hai Bà Trưng, ngày 08", "hai Bà Trưng, ngày 08")]),
    ("place-capitals", "notice", [("Hai Bà Trưng, ngày 08", "Hai bà Trưng, ngày 08")]),
    ("minutes-signers", "minutes", [("THƯ KÝ", "§"), ("CHỦ TỌA(?=</div>)", "THƯ KÝ"), ("§", "CHỦ TỌA")]),
    ("authority-capitals", "minutes", [("CHỦ TỌA(?=</div>)", "Chủ tọa")]),
    ("authority-capitals", "notice", [("<div>CHỦ TỊCH", "<div>Chủ tịch")]),
    ("signer-present", "minutes", [('(class="signer">)Trần Quyết Thắng', r"\1")]),
    ("signer-style", "notice", [('(class="signer">)Trần Quyết Thắng', r"\1TRẦN QUYẾT THẮNG")]),
    ("signer-title", "minutes", [('(class="signer">)(?=Trần)', r"\1ThS. ")]),
    ("signer-title", "invitation", [('(class="signer">)(?=Trần)', r"\1PGS.TS. ")]),
    ("signer-title", "notice", [('(class="signer">)(?=Trần)', r"\1Tiến sĩ ")]),
    ("recipients-head-text", "minutes", [("Nơi nhận:", "Nơi nhận")]),
    ("recipients-filing", "minutes", [("<li>- Lưu.*</li>", "")]),
    ("recipients-filing", "notice", [("- Lưu: VT", "- Văn thư")]),
    ("required-words", "minutes", [("Địa điểm:", "Nơi họp:")]),
    ("required-words", "minutes", [("kết thúc vào", "bế mạc lúc")]),
    ("required-words", "notice", [("Kết luận", "Ý kiến"), ("kết luận như sau", "có ý kiến như sau")]),
    ("required-words", "invitation", [("trân trọng kính mời", "mời")]),
    ("required-order", "invitation", [("Thời gian:", "§"), ("Địa điểm:", "Thời gian:"), ("§", "Địa điểm:")]),
    ("required-order", "minutes", [("Chủ trì \\(", "§"), ("Thư ký \\(", "Chủ trì ("), ("§", "Thư ký (")]),
    ("numbering", "minutes", [(">II\\.", ">III.")]),
    ("numbering", "minutes", [("a\\) Kết luận", "b) Kết luận")]),
    ("numbering", "notice", [("đ\\) Tăng", "e) Tăng")]),
    ("numbering", "notice", [("2\\. Đối", "3. Đối")]),
    ("numbering", "invitation", [("1\\. Kết", "2. Kết"), ("2\\. Nhiệm", "3. Nhiệm")]),
    ("dates-in-words", "minutes", [("(?s)(bắt đầu:</b>.*?)ngày 05 tháng 01", r"\1ngày 5 tháng 1")]),
    ("dates-in-words", "notice", [("Tại phiên họp ngày 05 tháng 01", "Tại phiên họp ngày 05 tháng 03")]),
    ("dates-in-words", "notice", [("tại phiên họp tháng 01", "tại phiên họp tháng 1")]),
    ("dates-in-words", "invitation", [("ngày 05 tháng 01 năm 2021\\.", "ngày 31 tháng 4 năm 2021.")]),
    ("hours-in-words", "invitation", [("08 giờ", "8 giờ")]),
    ("hours-in-words", "minutes", [("11 giờ 15 phút", "11 giờ 5 phút")]),
    ("hours-in-words", "invitation", [("08 giờ 30 phút", "8h30")]),
    ("hours-in-words", "invitation", [("08 giờ 30 phút", "08h30’")]),
    ("hours-in-words", "invitation", [("08 giờ 30 phút", "8g30")]),
    ("hours-in-words", "invitation", [("08 giờ 30 phút", "08:30")]),
    ("hours-in-words", "notice", [("Trả lời kiến nghị", "Họp lúc 14h để trả lời kiến nghị")]),
    ("hours-in-words", "notice", [("Trả lời kiến nghị", "Trước 16h30 trả lời kiến nghị")]),
]

MISSING = [
    ("minutes", [("<div>CỘNG HÒA .*</div>", "")], "nation-text", {"nation-size", "nation-bold", "nation-place"}),
    ("notice", [('<div class="place-date">.*</div></div>', "</div>")], "place-date-form", {"place-date-size"}),
    ("letter", [('<div class="place-date">.*</div></div>', "</div>")], "place-date-form", {"place-capitals"}),
    ("notice", [('<div class="number">.*</div></div>', "</div>")], "number-form", {"number-symbol", "number-size"}),
    ("letter", [("Số: 21/HĐND-VP", "")], "number-form", {"number-symbol", "subject-centred"}),
    ("minutes", [('(?s)<span class="abstract">.*</span>\\s*</h1>', "</h1>")], "abstract-size", {"abstract-rule"}),
    (
        "invitation",
        [('(?s)<div class="recipients">.*</ul></div>', "")],
        "recipients-head-text",
        {"recipients-size", "recipients-filing"},
    ),
    ("minutes", [('(?s)<div class="signatures">.*(?=<div class="recip)', "")], "minutes-signers", {"signer-present"}),
    ("two pages", css("@page { @top-center { content: none; } }"), "page-number-present", {"page-number-size"}),
]


@pytest.mark.parametrize(("rule", "paper", "style"), STYLES)
def test_a_fault_of_style_is_found_by_its_rule(rule, paper, style):
    assert faults(printed(paper, css(style))) == {rule}


@pytest.mark.parametrize(("rule", "paper", "replacing"), WORDS)
def test_a_fault_in_the_words_is_found_by_its_rule(rule, paper, replacing):
    assert faults(printed(paper, replacing)) == {rule}


@pytest.mark.parametrize(("paper", "replacing", "rule", "others"), MISSING)
def test_a_component_that_is_not_there_is_told_once(paper, replacing, rule, others):
    """The rules about it cannot be checked, and say why."""
    report = check(printed(paper, replacing))
    (broken,) = report.broken
    unchecked = {each.rule: each.measured for each in report.not_checkable}
    assert broken.rule == rule and broken.measured.startswith("không thấy")
    assert others <= unchecked.keys() and {unchecked[each] for each in others} == {broken.measured}


def test_two_components_that_are_not_there_are_told_each_once():
    report = check(printed("notice", [('(?s)<div class="halves">.*</body>', "</body>")]))
    told = {
        "authority-capitals": "không thấy chức vụ người ký ở bên phải",
        "recipients-head-text": "không thấy “Nơi nhận”",
    }
    assert {each.rule: each.measured for each in report.broken} == told


def test_every_rule_has_a_seeded_fault():
    by_figure = [each[-1] for each in (*figures.PRINTED, *figures.PRINTED_ELSEWHERE, *figures.LIMITS)]
    seeded = set().union(*by_figure) | {each[0] for each in (*STYLES, *WORDS)} | {"font-embedded", "characters"}
    seeded |= {each[0] for each in (*annexes.WORDS, *annexes.STYLES, *annexes.SEVERAL)} | {"annex-page-number"}
    of_letters = {rule.slug for rule in RULES if rule.slug.startswith(("subject-", "addressed-"))}
    assert {rule.slug for rule in RULES} == seeded | of_letters  # these are broken in tests/writers/test_letters.py


@pytest.mark.parametrize("written", ["HÒA", "HOÀ"])
def test_both_ways_of_placing_the_tone_mark_are_the_decrees_own(written):
    """Its text has "HÒA", its table of letters "HOÀ"."""
    changed = [(form.NATION, form.NATION.replace("HÒA", written)), ("Trả lời", "Ở phường Hòa Hoà, trả lời")]
    assert faults(printed("notice", changed)) == set()


@pytest.mark.parametrize("place", ["Quận 1", "Thành phố Thủ Đức", "Phường 12", "Thị xã Sơn Tây"])
def test_a_place_may_be_a_number_and_keep_the_small_letter_of_its_common_noun(place):
    assert faults(printed("notice", [("Hai Bà Trưng, ngày 08", f"{place}, ngày 08"), *SMALLER])) == set()


@pytest.mark.parametrize(
    "words", ["trực 24/24h", "trong 24h", "tốc độ 40 km/h", "Điều 5g", "1.500 ha", "tỷ lệ 1:500"]
)
def test_other_figures_with_letters_are_no_hours(words):
    assert faults(printed("notice", [("Trả lời kiến nghị", f"Trả lời ({words}) kiến nghị")])) == set()
