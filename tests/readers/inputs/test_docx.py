"""A Word document gives its lines: lists with the marks Word computes, tables row by row, old fonts in Unicode."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from PIL import Image

from meetings.readers import UnreadablePost
from meetings.readers.inputs import docx_text

from .samples import POST, saved, tcvn3, vni, zipped
from .samples import docx as document_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(document: str, **parts: str) -> bytes:
    """A bare package around the XML of a body."""
    body = f"<w:document {W}><w:body>{document}</w:body></w:document>"
    return zipped(
        {"word/document.xml": body.encode(), **{f"word/{name}.xml": xml.encode() for name, xml in parts.items()}}
    )


def test_paragraphs_are_lines():
    draft = docx_text.read(document_of(*POST.split("\n")))
    assert (draft.text, draft.encoding, draft.notes, draft.files) == (POST, "utf-8", (), ())


def test_lists_keep_the_marks_that_word_computes():
    document = Document()
    for words, style in [
        ("Kết luận:", None),
        ("Giữ lịch tiếp công dân.", "List Number"),
        ("Trả lời đơn thư.", "List Number"),
        ("Các Ban phối hợp.", "List Bullet"),
        ("Báo cáo tháng sau.", "List Number"),
    ]:
        document.add_paragraph(words, style=style)
    assert docx_text.read(saved(document)).text.split("\n") == [
        "Kết luận:",
        "1. Giữ lịch tiếp công dân.",
        "2. Trả lời đơn thư.",
        "- Các Ban phối hợp.",
        "3. Báo cáo tháng sau.",
    ]


def test_levels_count_inside_each_other():
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for level, (form, pattern) in enumerate([("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")])
    )
    lists = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>mục</w:t></w:r></w:p>"
        for level in (0, 1, 2, 2, 1, 0, 1)
    )
    marks = ["I.", "1.", "a)", "b)", "2.", "II.", "1."]
    assert docx_text.read(written(body, numbering=lists)).text.split("\n") == [f"{mark} mục" for mark in marks]


def test_a_table_gives_a_line_for_each_row():
    document = Document()
    table = document.add_table(2, 2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, words in zip(cells, ["Việc", "Hạn", "Đơn thư", "30/8"], strict=True):
        cell.text = words
    document.add_paragraph("Hết.")
    assert docx_text.read(saved(document)).text == "Việc | Hạn\nĐơn thư | 30/8\nHết."


def run(words: str, font: str) -> str:
    properties = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def test_words_in_old_fonts_become_unicode_each_by_its_font():
    body = "".join(
        f"<w:p>{runs}</w:p>"
        for runs in [
            run(tcvn3("phiên họp thường trực"), ".VnTimeH"),
            run(tcvn3("Đồng chí Chủ tịch "), ".VnTime") + run("Nguyễn Văn Thử", "Times New Roman"),
            run(vni("Các Ban của Hội đồng ch"), "VNI-Times") + run(vni("uẩn bị họp"), "VNI-Times"),
        ]
    )
    draft = docx_text.read(written(body))
    assert draft.text == (
        "PHIÊN HỌP THƯỜNG TRỰC\nĐồng chí Chủ tịch Nguyễn Văn Thử\nCác Ban của Hội đồng chuẩn bị họp"
    )
    assert (draft.encoding, len(draft.notes)) == ("tcvn3", 2)


def test_the_letter_that_is_a_soft_hyphen_in_an_old_font_is_kept():
    first, last = (run(tcvn3(part), ".VnTime") for part in ("phiên họp của Th", "ờng trực"))
    hyphen = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:softHyphen/></w:r>'
    assert docx_text.read(written(f"<w:p>{first}{hyphen}{last}</w:p>")).text == "phiên họp của Thường trực"


def test_unicode_words_that_only_kept_the_old_font_stay():
    body = "".join(f"<w:p>{run(line, '.VnTime')}</w:p>" for line in POST.split("\n"))
    draft = docx_text.read(written(body))
    assert (draft.text, draft.notes) == (POST, ())


def test_deleted_words_are_not_read_and_inserted_ones_are():
    body = (
        "<w:p><w:r><w:t>Họp </w:t></w:r><w:del><w:r><w:delText>sáng</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>chiều</w:t></w:r></w:ins><w:r><w:br/><w:t>tại phòng họp</w:t></w:r></w:p>"
    )
    assert docx_text.read(written(body)).text == "Họp chiều\ntại phòng họp"


def test_moved_and_hidden_words_are_read_where_they_are_seen():
    body = (
        "<w:p><w:moveFrom><w:r><w:t>Việc cũ.</w:t></w:r></w:moveFrom><w:r><w:t>Một. </w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn.</w:t></w:r><w:moveTo><w:r><w:t>Hai.</w:t></w:r></w:moveTo></w:p>"
    )
    assert docx_text.read(written(body)).text == "Một. Hai."


def test_pictures_come_along():
    Image.new("RGB", (8, 8)).save(picture := BytesIO(), "PNG")
    document = Document()
    document.add_paragraph("Ảnh phiên họp")
    document.add_picture(BytesIO(picture.getvalue()))
    [found] = docx_text.read(saved(document)).files
    assert (found.name, found.size, found.read()) == ("image1.png", len(picture.getvalue()), picture.getvalue())


BOMB = f"<w:document {W}><w:body><w:p><w:r><w:t>" + "a" * 60_000_000
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
    f"<w:document {W}><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04....", "hỏng"),
        (zipped({"word/document.xml": b"<w:document>"}), "hỏng"),
        (zipped({"word/document.xml": b""}), "hỏng"),
        (zipped({"word/document.xml": f"<w:document {W}/>".encode()}), "hỏng"),
        (written("<w:p/>"), "rỗng"),
        (zipped({"word/document.xml": BOMB.encode()}), "8 MB"),
        (zipped({"word/document.xml": ENTITIES.encode()}), "DOCTYPE|hỏng"),
        (written("<w:sdt>" * 50_000), "hỏng"),
        (document_of(POST)[:-40], "hỏng"),
    ],
)
def test_a_broken_or_hostile_document_is_refused_at_once(data, reason):
    with pytest.raises(UnreadablePost, match=reason):
        docx_text.read(data)


def test_a_document_whose_header_lies_about_its_size_is_refused():
    with zipfile.ZipFile(packed := BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "a" * 60_000_000)
    data = packed.getvalue().replace((60_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(UnreadablePost):
        docx_text.read(data)
