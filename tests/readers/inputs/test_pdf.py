"""A PDF with a text layer gives its paragraphs; page numbers and running heads are no words of the post."""

import resource
import zlib
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from weasyprint import HTML

from meetings.readers import UnreadablePost, read
from meetings.readers.inputs import Source, Unread, pdf_text, sources
from meetings.readers.inputs.pdf_letters import Letter, PageLetters
from meetings.readers.inputs.pdf_lines import lines
from meetings.readers.inputs.pdf_paragraphs import words_of

from .samples import POST, tcvn3, zipped

TITLE, DATELINE, *BODY = POST.split("\n")
LONG = (
    "Tại phiên họp, đồng chí Chủ tịch HĐND quận đề nghị các cơ quan chuyên môn giữ đúng lịch tiếp công dân, trả lời "
    "đủ đơn thư của cử tri các phường ven đê, gửi tài liệu trước phiên họp ba ngày làm việc để các đại biểu kịp đọc."
)
STYLE = (
    "body { font: 14pt Tinos; text-align: justify } p { margin: 0 0 6pt; text-indent: 28pt } "
    "h1 { font-size: 14pt; text-align: center } td { border: 1px solid; width: 33%; text-align: left }"
)


def long(number):
    """A paragraph whose lines break elsewhere than those of the next number."""
    return f"Lần {number}: {'việc ' * (number % 5)}{LONG}"


def pdf(body, page="size: A4; margin: 20mm 20mm 20mm 30mm", style=""):
    return HTML(string=f"<style>@page {{ {page} }} {STYLE} {style}</style>{body}").write_pdf()


def paragraphs(*words):
    return "".join(f"<p>{each}</p>" for each in words)


def told(data):
    return pdf_text.read(data).text.split("\n")


def test_paragraphs_are_joined_from_their_lines():
    title = f"{TITLE} bàn việc trả lời đơn thư của cử tri các phường ven đê"
    expected = [title, DATELINE, *BODY, LONG, "Một câu ngắn.", LONG]
    assert told(pdf(f"<h1>{title}</h1>" + paragraphs(*expected[1:]))) == expected


@pytest.mark.parametrize(
    "style",
    [
        "body { text-align: left }",
        "p { text-indent: 0 }",
        "p { text-indent: 0; margin: 0 0 20pt }",
        "body { line-height: 2 }",
        "body { font-size: 10pt }",
        "p { margin: 0 }",
    ],
)
def test_paragraphs_are_told_apart_in_other_layouts(style):
    words = [LONG, LONG[:150] + ".", "Một câu ngắn.", LONG]
    assert told(pdf(paragraphs(*words), style=style)) == words


def test_a_post_comes_out_as_it_went_in_over_several_pages():
    words = [TITLE, DATELINE, *BODY, *[f"{number}. {long(number)}" for number in range(1, 30)]]
    data = pdf(f"<h1>{TITLE}</h1>" + paragraphs(*words[1:]))
    assert told(data) == words
    assert read(pdf_text.read(data).text).record.title == TITLE


NUMBERS = ["counter(page)", '"- " counter(page) " -"', '"Trang " counter(page) "/" counter(pages)']


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("side", ["top", "bottom"])
@pytest.mark.parametrize("length", [1, 30])
def test_page_numbers_are_dropped(number, side, length):
    words = [long(each) for each in range(length)]
    page = f"size: A4; margin: 25mm; @{side}-center {{ content: {number} }}"
    assert told(pdf(paragraphs(*words), page)) == words


def test_running_heads_are_dropped_and_a_line_that_only_looks_like_one_is_not():
    words = ["Cổng thông tin điện tử quận Mẫu đăng tin.", *[long(each) for each in range(30)], "2020"]
    heads = '@top-left { content: "Cổng thông tin điện tử quận Mẫu" } @bottom-right { content: "In ngày 05/01/2021" }'
    assert told(pdf(paragraphs(*words), f"size: A4; margin: 25mm; {heads}")) == words


def test_the_address_that_a_browser_prints_at_the_foot_is_taken():
    foot = '@bottom-left { content: "https://quanmau.example/7     1/1" }'
    foot += '@top-left { content: "11/30/26, 3:35 AM     Phiên họp - Cổng thông tin quận Mẫu" }'
    draft = pdf_text.read(pdf(paragraphs(LONG), f"size: A4; margin: 25mm; {foot}"))
    assert (draft.address, draft.text) == ("https://quanmau.example/7", LONG)


def test_a_date_at_the_head_of_a_page_that_no_browser_printed_stays():
    head = '@top-left { content: "05/01/2021, 10:20" }'
    assert told(pdf(paragraphs(LONG), f"size: A4; margin: 25mm; {head}")) == ["05/01/2021, 10:20", LONG]


def test_lists_keep_their_marks():
    items = f"<ol><li>{LONG}</li><li>Hai</li></ol><ul><li>Gạch</li></ul>"
    assert told(pdf(items, style="ol, ul { text-align: left }")) == [f"1. {LONG}", "2. Hai", "- Gạch"]


def test_a_table_gives_a_line_for_each_row():
    rows = [("Việc", "Hạn", "Đơn vị"), (LONG[:150], "30/8", "Văn phòng"), ("Thư", "", "Các Ban")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    data = pdf(f"<p>Trước.</p><table style='border-collapse: collapse; width: 100%'>{cells}</table><p>Sau.</p>")
    expected = ["Trước.", "Việc | Hạn | Đơn vị", f"{LONG[:150].strip()} | 30/8 | Văn phòng", "Thư | Các Ban", "Sau."]
    assert told(data) == expected


def test_the_two_sides_of_a_letterhead_do_not_run_together():
    sides = "<div style='display: flex; justify-content: space-between'><b>HĐND QUẬN MẪU</b><b>CỘNG HÒA</b></div>"
    assert told(pdf(sides + paragraphs(LONG))) == ["HĐND QUẬN MẪU | CỘNG HÒA", LONG]


def scan(size=(1_240, 1_754)):
    Image.new("L", size, 255).save(written := BytesIO(), "PDF")
    return written.getvalue()


def test_a_scan_is_refused_with_what_to_do():
    with pytest.raises(UnreadablePost, match="không có lớp chữ.*ảnh quét.*OCR"):
        pdf_text.read(scan())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_sideways_is_read_and_no_scan(turn):
    with pikepdf.open(BytesIO(pdf(paragraphs(LONG)))) as document:
        for page in document.pages:
            page.Rotate = turn
        document.save(made := BytesIO())
    assert told(made.getvalue()) == [LONG]


def test_a_scan_with_recognised_words_is_told_and_pages_without_words_too(tmp_path):
    Image.new("L", (1_240, 1_754), 255).save(tmp_path / "a.png")
    paper = f"<img src='{(tmp_path / 'a.png').as_uri()}' style='position: absolute; width: 190mm; height: 250mm'>"
    body = f"<div style='break-after: page'>{paper}<p>{LONG}</p></div><div>{paper}</div>"
    draft = pdf_text.read(pdf(body, "size: A4; margin: 10mm"))
    assert draft.text == LONG
    assert [note.split(":")[0] for note in draft.notes] == [
        "Trang 2 của tệp PDF là ảnh, không có lớp chữ",
        "Tệp PDF là ảnh quét có lớp chữ do máy nhận dạng",
    ]


def locked():
    with pikepdf.open(BytesIO(pdf(paragraphs(LONG)))) as document:
        document.save(written := BytesIO(), encryption=pikepdf.Encryption(owner="a", user="b"))
    return written.getvalue()


def bare(stream, how="", pages=1):
    """The bytes of a PDF around the drawing of its pages."""
    kids = " ".join(["3 0 R"] * pages)
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F {font}>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        page.encode(),
    ]
    objects.append(f"<</Length {len(stream)}{how}>>stream\n".encode() + stream + b"\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 5>>\nstartxref\n{len(written)}\n%%EOF"
    return written + end.encode()


def packed(stream, **more):
    return bare(zlib.compress(stream, 9), "/Filter/FlateDecode", **more)


SOUND = bare(b"BT /F 14 Tf 72 700 Td (Phien hop thang 7 nam 2019) Tj ET")


def test_the_bare_file_is_read_when_it_is_sound():
    assert told(SOUND) == ["Phien hop thang 7 nam 2019"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked(), "mật khẩu"),
        (b"%PDF-1.7", "hỏng"),
        (b"%PDF-<html><p>Phien hop</p></html>", "hỏng"),
        (pdf(paragraphs(LONG))[:600], "hỏng"),
        (packed(b"\0" * 600_000_000), "phức tạp|lớp chữ"),
        (packed(b"0 0 m 1 1 l S " * 5_000_000), "phức tạp"),
        (packed(b"BT /F 1 Tf (" + b"a" * 3_000_000 + b") Tj ET"), "phức tạp"),
        (bare(b"[" * 1_000_000), "phức tạp"),
        (b"%PDF-1.4\n" + b"<<" * 3_000_000, "phức tạp"),
        (b"%PDF-1.4\n" + b"1 0 obj\n" * 3_000_000, "phức tạp"),
        (bare(b"z" * 10_000_000, "/Filter/ASCII85Decode"), "phức tạp"),
        (packed(b"BT /F 90 Tf (Phien hop thang 7 nam 2019 cua Thuong truc) Tj ET"), "lớp chữ"),
    ],
)
def test_a_broken_or_hostile_file_is_refused_soon(data, reason):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(UnreadablePost, match=reason) as refused:
        pdf_text.read(data)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "hãy" in str(refused.value)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 4


@settings(max_examples=25, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)), min_size=1, max_size=6)
)
def test_mutated_bytes_give_a_post_or_the_readers_own_error(changes):
    data = SOUND
    for place, piece, removed in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + removed :]
    try:
        assert pdf_text.read(data).text
    except UnreadablePost as refused:
        assert "hãy" in str(refused)


def letters(words, x=90.0, y=700.0, font="Tinos", step=7.0):
    return [Letter(each, x + step * at, x + step * at + 6.5, y, 14, font) for at, each in enumerate(words)]


def test_marks_raised_letters_and_letters_drawn_twice():
    page = PageLetters(595, 842, [*letters("Họp"), *letters("Họp", x=90.5), *letters("2", x=112, y=704)])
    assert [words_of(line) for line in lines(page)] == ["Họp2"]


def test_an_old_font_becomes_unicode(monkeypatch):
    page = PageLetters(595, 842, letters(tcvn3("phiên họp của Thường trực quận"), font=".VnTime"))
    made = pdf_text.Page(595, 842, lines(page))
    monkeypatch.setattr(pdf_text, "_pages", lambda _data: [made])
    draft = pdf_text.read(b"")
    assert (draft.text, draft.encoding) == ("phiên họp của Thường trực quận", "tcvn3")


def test_content_decides_and_a_zip_holds_it_as_well(tmp_path):
    data = pdf(paragraphs(LONG))
    (tmp_path / "a.doc").write_bytes(data)
    (tmp_path / "b.zip").write_bytes(zipped({"2019/thang-7.pdf": data}))
    (tmp_path / "c.pdf").write_bytes(b"MZ" + data)
    found = list(sources([tmp_path]))
    assert [(each.name, each.form, each.text) for each in found if isinstance(each, Source)] == [
        ("a.doc", "pdf", LONG),
        ("b.zip/2019/thang-7.pdf", "pdf", LONG),
    ]
    assert isinstance(found[2], Unread) and "chương trình" in found[2].reason
