"""An OpenDocument text gives its lines: lists with their marks, tables row by row, nothing that is not seen."""

import time
from io import BytesIO

import pytest
from PIL import Image

from meetings.readers import UnreadablePost
from meetings.readers.inputs import Source, odt_text, sources

from .samples import ODT_TYPE, POST, odt, odt_of, tcvn3, zipped


def lines(body, **parts):
    return odt_text.read(odt(body, **parts)).text.split("\n")


def paragraph(words, style=""):
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_paragraphs_are_lines():
    draft = odt_text.read(odt_of(*POST.split("\n")))
    assert (draft.text, draft.encoding, draft.notes, draft.files) == (POST, "utf-8", (), ())


def test_spaces_tabs_and_line_ends_are_elements():
    body = '<text:p>Họp<text:s text:c="900000000"/>chiều<text:tab/>thứ\nba<text:line-break/>tại phòng họp</text:p>'
    assert lines(body) == ["Họp chiều thứ ba", "tại phòng họp"]


LEVELS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>'
    '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/>'
    '</text:list-style><text:list-style style:name="L3"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-prefix="Điều " style:num-suffix="." text:start-value="4"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
)


def items(style, *words, more=""):
    inside = "".join(f"<text:list-item>{paragraph(each)}</text:list-item>" for each in words)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_levels_count_inside_each_other():
    inner = "<text:list><text:list-item><text:p>ba</text:p></text:list-item></text:list>"
    second = (
        f"<text:list><text:list-item><text:p>hai</text:p>{inner}</text:list-item>"
        "<text:list-item><text:p>bốn</text:p></text:list-item></text:list>"
    )
    body = (
        f'<text:list text:style-name="L1"><text:list-item><text:p>một</text:p>{second}</text:list-item>'
        "<text:list-item><text:p>năm</text:p><text:p>cũng mục ấy</text:p></text:list-item></text:list>"
    )
    assert lines(body, automatic=LEVELS) == ["I. một", "1. hai", "a) ba", "2. bốn", "II. năm", "cũng mục ấy"]


def test_a_list_goes_on_after_other_words_or_starts_anew():
    body = (
        items("L1", "một", more='xml:id="x"')
        + paragraph("lời giữa")
        + items("L1", "hai", more='text:continue-numbering="true"')
        + items("L2", "gạch")
        + items("L1", "ba", more='text:continue-list="x"')
        + items("L1", "lại từ đầu")
        + items("L3", "trước")
    )
    expected = ["I. một", "lời giữa", "II. hai", "- gạch", "III. ba", "I. lại từ đầu", "Điều 4. trước"]
    assert lines(body, automatic=LEVELS) == expected


def test_an_item_may_say_its_own_number_and_name_the_levels_above():
    inner = "<text:list><text:list-item><text:p>con</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L3"><text:list-item text:start-value="7"><text:p>bảy</text:p>'
        f"{inner}</text:list-item></text:list>"
    )
    assert lines(body, automatic=LEVELS) == ["Điều 7. bảy", "7.1 con"]


def test_numbered_headings_have_their_numbers():
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in [(1, "Tình hình"), (2, "Chung"), (1, "Kết luận")]
    )
    assert lines(body, styles=outline) == ["I. Tình hình", "Chung", "II. Kết luận"]


def table(*rows):
    cells = [[f"<table:table-cell>{cell}</table:table-cell>" for cell in row] for row in rows]
    return "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells)


def test_a_table_gives_a_line_for_each_row():
    head, row = ("Việc", "Hạn"), ("Đơn thư", "30/8")
    body = (
        "<table:table><table:table-header-rows>"
        + table(map(paragraph, head))
        + "</table:table-header-rows>"
        + table(map(paragraph, row), [paragraph("chỉ một ô"), "<table:covered-table-cell/>"])
        + "</table:table>"
        + paragraph("Hết.")
    )
    assert lines(body) == ["Việc | Hạn", "Đơn thư | 30/8", "chỉ một ô", "Hết."]


def test_a_table_that_is_a_layout_gives_its_paragraphs():
    body = "<table:table>" + table([paragraph("một") + paragraph("hai"), paragraph("ba")]) + "</table:table>"
    assert lines(body) == ["một", "hai", "ba"]


def test_only_what_is_seen_is_read():
    hidden = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:p>Đã xóa.</text:p></text:tracked-changes>"
        '<text:section text:display="none"><text:p>Mục ẩn.</text:p></text:section>'
        '<text:p>Họp <text:span text:style-name="T1">kín </text:span><text:a>chiều</text:a>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích.</text:p>"
        "</text:note-body></text:note><office:annotation><text:p>Lời bàn.</text:p></office:annotation>.</text:p>"
    )
    assert lines(body, automatic=hidden) == ["Họp chiều."]


def test_words_in_an_old_font_become_unicode_by_the_font_that_their_style_inherits():
    looks = (
        '<style:style style:name="Goc" style:family="paragraph"><style:text-properties fo:font-family="\'.VnTime\'"/>'
        '</style:style><style:style style:name="H" style:family="text"><style:text-properties '
        'fo:font-family=".VnTimeH"/></style:style>'
    )
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Goc"/>'
    span = f'<text:span text:style-name="H">{tcvn3("phiên họp")}</text:span> {tcvn3("của Thường trực quận")}'
    draft = odt_text.read(odt(paragraph(span, "P1"), automatic=own, styles=looks))
    assert (draft.text, draft.encoding) == ("PHIÊN HỌP của Thường trực quận", "tcvn3")


def test_text_boxes_are_read_and_pictures_come_along():
    Image.new("RGB", (8, 8)).save(picture := BytesIO(), "PNG")
    frame = "<draw:frame><draw:text-box><text:p>Lời dưới ảnh</text:p></draw:text-box></draw:frame>"
    images = "".join(
        f'<draw:image xlink:href="{name}"/>' for name in ("Pictures/a.png", "../x", "http://x.example/a")
    )
    frame += f"<draw:frame>{images}<svg:title>Toàn cảnh</svg:title></draw:frame>"
    draft = odt_text.read(odt(f"<text:p>Trước {frame}sau</text:p>", files={"Pictures/a.png": picture.getvalue()}))
    assert draft.text == "Trước sau\nLời dưới ảnh"
    [found] = draft.files
    assert (found.name, found.title, found.read()) == ("a.png", "Toàn cảnh", picture.getvalue())


def with_part(name, data, body="<text:p>x</text:p>"):
    return odt(body, files={name: data})


NEST = "<table:table><table:table-row><table:table-cell>"
UNNEST = "</table:table-cell></table:table-row></table:table>"
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt("<text:p>x</text:p>", kind="spreadsheet"), "không phải văn bản"),
        (with_part("mimetype", ODT_TYPE.replace(b"text", b"spreadsheet")), "không phải văn bản"),
        (with_part("mimetype", b"application/zip"), "không phải văn bản"),
        (with_part("META-INF/manifest.xml", b"<m><manifest:encryption-data/></m>"), "có mật khẩu"),
        (with_part("content.xml", b""), "hỏng"),
        (with_part("content.xml", b"<x/>"), "hỏng"),
        (with_part("content.xml", ENTITIES.encode() + b"<x>&a8;</x>"), "DOCTYPE|hỏng"),
        (with_part("styles.xml", b"<x>" * 100_000), "hỏng"),
        (odt("<text:p/>"), "rỗng"),
        (odt("<text:section>" * 300 + "x" + "</text:section>" * 300), "hỏng"),
        (odt("<text:p>x</text:p>" * 60_001), "quá nhiều đoạn"),
        (odt("<text:p>" + "x" * 9_000_000 + "</text:p>"), "4 MB"),
        (odt("<text:p>" + "<text:span>a</text:span>" * 160_000 + "</text:p>"), "quá rối"),
        (odt("<text:list/>" * 300_000), "quá rối"),
        (odt("<draw:frame/>" * 300_000), "quá rối"),
        (odt(NEST * 11 + "<text:p>a</text:p>" * 50_000 + UNNEST * 11), "quá rối"),
        (odt(NEST * 10 + "<text:p>a</text:p>" * 50_000 + UNNEST * 10), "2.000 đoạn"),
        (odt_of(POST)[:-40], "hỏng"),
        (zipped({"content.xml": b"<x/>"}), "hỏng"),
    ],
)
def test_a_broken_or_hostile_document_is_refused_at_once(data, reason):
    began = time.process_time()
    with pytest.raises(UnreadablePost, match=reason) as refused:
        odt_text.read(data)
    assert time.process_time() - began < 5
    assert "hãy" in str(refused.value)


def test_deep_but_allowed_nesting_is_read():
    deep = "<text:section>" * 120 + "<text:p>" + "<text:span>" * 100 + "x" + "</text:span>" * 100 + "</text:p>"
    assert lines(deep + "</text:section>" * 120) == ["x"]


def test_content_decides_and_a_zip_holds_it_as_well(tmp_path):
    document = odt_of(*POST.split("\n"))
    (tmp_path / "a.doc").write_bytes(document)
    (tmp_path / "b.zip").write_bytes(zipped({"2019/thang-7.odt": document}))
    found = list(sources([tmp_path]))
    assert [(each.name, each.form, each.text) for each in found] == [
        ("a.doc", "odt", POST),
        ("b.zip/2019/thang-7.odt", "odt", POST),
    ]


def test_a_package_that_is_two_things_is_refused(tmp_path):
    (tmp_path / "x.odt").write_bytes(odt("<text:p>x</text:p>", files={"word/document.xml": b"<x/>"}))
    [found] = sources([tmp_path])
    assert not isinstance(found, Source) and "nhiều loại" in found.reason
