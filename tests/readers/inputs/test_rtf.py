"""An RTF document gives its lines: lists with their marks, tables row by row, letters of every code page."""

import time

import pytest

from meetings.readers import UnreadablePost
from meetings.readers.inputs import rtf_text, sources

from .samples import POST, rtf, rtf_of, tcvn3, zipped


def lines(body, **more):
    return rtf_text.read(rtf(body, **more)).text.split("\n")


def as_bytes(words, encoding):
    return "".join(f"\\'{code:02x}" for code in words.encode(encoding))


def test_paragraphs_are_lines():
    draft = rtf_text.read(rtf_of(*POST.split("\n")))
    assert (draft.text, draft.encoding, draft.notes) == (POST, "utf-8", ())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Phi\u234 \'ean h\u7885\'3fp", "Phiên họp"),
        (r"\uc2 h\u7885\'3f\'3fp, {\uc0 h\u7885 p} v\u224ab", "họp, họp và"),
        (r"a\~b\_c\-d\endash e\line f\tab g\{h\}\\", "a b-cd–e\nf g{h}\\"),
        (r"bi\u7875?u\u55357?\u56842?!", "biểu😊!"),
        (r"b\u56842?!", "b\N{REPLACEMENT CHARACTER}!"),
    ],
)
def test_letters_and_signs(body, expected):
    assert "\n".join(lines(body)) == expected


def test_each_font_has_its_code_page():
    fonts = r"{\f0\fcharset163 Times New Roman{\*\falt Tms};}{\f1\fswiss Arial;}\f2\fcharset204 Arial CYR;"
    body = rf"\f0 Th{as_bytes('ươ', 'cp1258')}ng \f1 caf\'e9 \f2 {as_bytes('да', 'cp1251')}"
    assert lines(body, fonts=fonts) == ["Thương café да"]


def test_words_in_an_old_font_become_unicode():
    old = "".join(f"\\'{ord(each):02x}" if ord(each) > 127 else each for each in tcvn3("phiên họp của Thường trực"))
    old = old.replace("\\'ad", "\\-")  # LibreOffice writes so the ư of TCVN3, a soft hyphen
    draft = rtf_text.read(rtf(rf"\f1 {old}\par \f0 Nguy\u7877?n", fonts=r"{\f0 Arial;}{\f1\fcharset0 .VnTime;}"))
    assert (draft.text, draft.encoding) == ("phiên họp của Thường trực\nNguyễn", "tcvn3")


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (r"{\listtext\pard\plain\f0 1.\tab}", "1. Việc"),
        (r"{\pntext\pard\plain a)\tab}", "a) Việc"),
        (r"{\listtext\f3\'b7\tab}", "- Việc"),
        (r"{\listtext\f4\'d8\tab}", "- Việc"),
        (r"{\listtext\f0\u61623 ?\tab}", "- Việc"),
        (r"{\listtext\f0 o\tab}", "- Việc"),
    ],
)
def test_lists_keep_the_marks_that_word_wrote_beside_them(mark, expected):
    fonts = r"{\f0 Arial;}{\f3\fcharset2 Symbol;}{\f4 Wingdings;}"
    assert lines(rf"\pard{mark}\ls1 Vi\u7879?c\par", fonts=fonts) == [expected]


def test_a_table_gives_a_line_for_each_row():
    row = r"\trowd\cellx1\cellx2\pard\intbl {0}\cell \pard\intbl {1}\cell\row "
    body = row.replace("{0}", "Vi\u1ec7c").replace("{1}", "H\u1ea1n") + row.replace("{0}", "Thư").replace(
        "{1}", "30/8"
    )
    assert lines(body + r"\pard H\u7871?t.\par") == ["Việc | Hạn", "Thư | 30/8", "Hết."]


def test_a_cell_of_several_paragraphs_is_a_layout_and_a_table_may_stand_in_a_cell():
    inside = r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    assert lines(rf"\pard\intbl trong\par {inside}\pard\intbl c\cell \pard\intbl d\cell\row\pard e") == [
        "trong",
        "a | b",
        "c",
        "d",
        "e",
    ]


def test_a_row_that_never_ends_is_not_lost():
    assert lines(r"\pard\intbl a\cell b\cell \pard c") == ["a | b", "c"]
    assert lines(r"\pard\intbl a\cell b") == ["a | b"]


def test_only_what_is_seen_is_read():
    body = (
        r"{\info{\title Ten}}{\header Trang}{\*\generator x}{\stylesheet{\s0 Normal;}}{\colortbl;\red0;}"
        r"H{\v kin }{\deleted xoa}o{\footnote chu}p {\field{\*\fldinst HYPERLINK x}{\fldrslt day}}{\*\la {sau}}."
    )
    assert lines(body) == ["Hop day."]


def test_what_follows_the_last_brace_is_not_read():
    assert rtf_text.read(rtf_of("Một") + b"}{hai}").text == "Một"


def test_text_boxes_are_read_and_missing_pictures_are_told():
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard Trong khung\par}}{\shprslt z}}"
    draft = rtf_text.read(rtf(rf"Trước{box} sau{{\*\shppict{{\pict\pngblip 89504e47}}}}\par"))
    assert draft.text == "Trong khung\nTrước sau"
    assert len(draft.notes) == 1 and "Ảnh trong tệp RTF" in draft.notes[0]


def test_binary_data_is_jumped_over():
    data = rtf("Một XX hai").replace(b"XX", rb"{\pict\bin5 }{}}}}") + b"ba"
    assert rtf_text.read(data).text == "Một hai"


START = rb"{\rtf1\ansi "


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (START + b"}", "rỗng"),
        (START + b"{" * 3_000_000, "quá sâu"),
        (START + b"{}" * 3_000_000, "quá nhiều định dạng"),
        (START + rb"{\pict " + b"{}" * 3_000_000, "quá nhiều định dạng"),
        (START + rb"{\fonttbl{\f0 a;}}" * 300_000, "quá nhiều định dạng"),
        (START + rb"\u7885?" * 1_000_000, "quá nhiều định dạng"),
        (START + rb"\intbl a\cell " * 300_000, "quá nhiều đoạn"),
        (START + rb"\f1 a\f2 b" * 1_000_000, "quá nhiều định dạng"),
        (START + b"a" * 20_000_000, "2 triệu"),
        (START + b"\n" * 20_000_000, "rỗng"),
        (START + rb"\bin999999999 a", "rỗng"),
        (START + b"a" * 30_000, "20.000"),
    ],
)
def test_a_hostile_document_is_refused_soon(data, reason):
    began = time.process_time()
    with pytest.raises(UnreadablePost, match=reason) as refused:
        rtf_text.read(data)
    assert time.process_time() - began < 5
    assert "hãy" in str(refused.value)


def test_content_decides_and_a_zip_holds_it_as_well(tmp_path):
    document = rtf_of(*POST.split("\n"))
    (tmp_path / "a.doc").write_bytes(document)
    (tmp_path / "b.zip").write_bytes(zipped({"2019/thang-7.rtf": document}))
    found = list(sources([tmp_path]))
    assert [(each.name, each.form, each.text) for each in found] == [
        ("a.doc", "rtf", POST),
        ("b.zip/2019/thang-7.rtf", "rtf", POST),
    ]
