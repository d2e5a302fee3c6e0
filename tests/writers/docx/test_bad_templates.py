"""A template that cannot be used is refused in the words of a clerk: what is wrong, and where."""

import zipfile
from io import BytesIO

import pytest
from docx.oxml.ns import qn

from meetings.writers import docx as word
from meetings.writers.docx import package
from meetings.writers.docx.template_fields import FIELDS

from .conftest import adapted, papers, paragraph, repacked, written

SETTINGS_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/></Relationships>'
)


def refusal(template):
    with pytest.raises(word.BadTemplate) as refused:
        word.check_template(template)
    return str(refused.value)


def with_line(text):
    """Our template with one more paragraph, before the body."""
    return adapted(lambda document: paragraph(document, "{{ than_bai }}").insert_paragraph_before(text))


def without(field, words=""):
    def drop(document):
        for text in document.element.body.iter(qn("w:t")):
            text.text = text.text.replace(field, words)

    return adapted(drop)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "{{ so_ky_hieuu }}",
            "Mẫu có trường “{{ so_ky_hieuu }}” không có trong danh sách; có phải “so_ky_hieu” không?",
        ),
        ("{{ chu_ky.phai.ten }}", "“{{ chu_ky.phai.ten }}” không có trong danh sách"),
        ("{{ xyz }}", "Mẫu có trường “{{ xyz }}” không có trong danh sách."),
        ("Số văn bản: {{ so_ky_hieu }, ngày", "chưa đóng bằng “}}”, gần chữ “{{ so_ky_hieu }, ngày”"),
        ("{{ so {{ so }}", "chưa đóng bằng “}}”, gần chữ “{{ so {{ so }}”"),
        ("Kính gửi so_ky_hieu }} và", "Mẫu thừa dấu đóng “}}”, hoặc thiếu dấu mở, gần chữ “Kính gửi so_ky_hieu }}”"),
        ("{% if so_ky_hieu %}Số", "Mẫu có “{% if so_ky_hieu %}” chưa có “endif” đi cùng"),
        ("{%p endif %}", "Mẫu có “{%p endif %}” mà phía trước không có “if” đi cùng"),
        ("{% if so %}{% endfor %}", "“{% endfor %}” mà phía trước không có “for” đi cùng"),
        ("chữ {%p if so %} chữ", "nên phải đứng riêng một đoạn"),
        ("{% if so ký hiệu %}{% endif %}", "viết không đúng cách"),
        ("{{ số ký hiệu }}", "giữa hai ngoặc chỉ ghi một tên trường"),
        ("{{ so|upper }}", "giữa hai ngoặc chỉ ghi một tên trường"),
        ("{{ ''.__class__.__mro__ }}", "giữa hai ngoặc chỉ ghi một tên trường"),
        ("{{ so.__class__ }}", "không có trong danh sách"),
        ("{{ range(999999999) }}", "giữa hai ngoặc chỉ ghi một tên trường"),
        ("{{r than_bai }}", "giữa hai ngoặc chỉ ghi một tên trường"),
        ("{{ phu_luc }}", "chỉ dùng để hỏi trong “if”"),
        ("{% for x in range(10**9) %}{% endfor %}", "biểu thức không được dùng"),
        ("{% for x in so %}{% endfor %}", "Mẫu chỉ được lặp qua các trường"),
        ("{% for x in than_bai %}{{ than_bai }}{% endfor %}", "Trong vòng lặp “for x” chỉ được in “{{ x }}”"),
        ("{% for x in ket %}{% for y in ket %}{{ y }}{% endfor %}{% endfor %}", "lồng nhau"),
        ("{% for x in ket if x %}{{ x }}{% endfor %}", "lồng nhau hoặc có điều kiện riêng"),
        ("{% for so in ket %}{{ so }}{% endfor %}", "Mẫu chỉ được lặp qua các trường"),
        ("{% if so == 'x' %}{% endif %}", "biểu thức không được dùng"),
        ("{% if so.format('x') %}{% endif %}", "biểu thức không được dùng"),
        ("{% set x = 1 %}", "Mẫu có lệnh “{% set x = 1 %}” không được dùng"),
        ("{% macro x() %}{% endmacro %}", "không được dùng"),
        ("{% import 'x' as x %}", "không được dùng"),
        ("{% include 'x' %}", "không được dùng"),
        ("{%- if so -%}{%- endif -%}", "không được dùng"),
        ("{% cellbg so %}", "không được dùng"),
        ("{% hm %}", "không được dùng"),
        ("\ufdd0blank 1e9\ufdd1", "ký tự lạ"),
        ("{{ so }}" * 201, "nhiều hơn mức cho phép là 200"),
    ],
)
def test_a_tag_that_is_not_allowed_is_named(line, told):
    assert told in refusal(with_line(line))


def test_a_tag_that_opens_outside_a_table_and_closes_inside_is_refused():
    def cross(document):
        document.tables[0]._tbl.addprevious(document.add_paragraph("{%p if so_ky_hieu %}")._p)
        document.tables[0].rows[1].cells[0].add_paragraph("{%p endif %}")

    assert "mở ngoài bảng, đóng trong bảng" in refusal(adapted(cross))


@pytest.mark.parametrize("field", ["than_bai", "ket", "noi_nhan", "chu_ky.phai.ho_ten", "phu_luc.bang"])
def test_a_template_that_would_lose_words_is_refused(field):
    tag = f"{{{{ {field} }}}}"
    assert refusal(without(tag)).startswith(f"Mẫu thiếu trường “{tag}”")


def test_what_an_office_may_write_itself_need_not_be_a_field():
    word.check_template(without("{{ co_quan }}", "HỘI ĐỒNG NHÂN DÂN QUẬN HAI BÀ TRƯNG"))


def test_a_file_that_is_no_docx_is_refused():
    assert refusal(b"%PDF-1.7") == "Mẫu không phải tệp .docx."
    assert ".doc) hoặc có đặt mật khẩu" in refusal(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    assert "bị hỏng" in refusal(word.default_template()[:-900] + bytes(878) + word.default_template()[-22:])
    assert "bị hỏng ở phần word/document.xml" in refusal(
        repacked(lambda parts: parts.update({"word/document.xml": b"<w:document>"}))
    )
    assert "bị hỏng" in refusal(repacked(lambda parts: parts.pop("word/styles.xml")))
    assert "không phải tệp .docx" in refusal(
        repacked(
            lambda parts: parts.update(
                {"[Content_Types].xml": parts["[Content_Types].xml"].replace(b"document.main", b"template.main")}
            )
        )
    )


def test_a_file_damaged_where_only_filling_finds_it_is_refused_too():
    damaged = repacked(
        lambda parts: parts.update(
            {"word/document.xml": parts["word/document.xml"].replace(b'r:id="rId1"', b'r:id="rId77"')}
        )
    )
    assert "lưu lại rồi gửi lại" in refusal(damaged)
    with pytest.raises(word.BadTemplate):
        word.write(papers()["notice"][0], draft=True, template=damaged)


def link(kind, target, mode=' TargetMode="External"'):
    return {"word/_rels/settings.xml.rels": SETTINGS_LINK.format(kind, target, mode).encode()}


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"word/vbaProject.bin": b"x"}, "Mẫu có macro"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "nhúng tệp khác (OLE)"),
        ({"word/activeX/activeX1.bin": b"x"}, "nhúng tệp khác (OLE)"),
        (link("attachedTemplate", "file:///c:/x.dotm"), "liên kết ra ngoài: “file:///c:/x.dotm”"),
        (link("image", "https://hdnd.example/a.png"), "liên kết ra ngoài: “https://hdnd.example/a.png”"),
        (link("aFChunk", "x.html", ""), "nhúng tệp hoặc điều khiển: “x.html”"),
        ({"word/x.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "DOCTYPE"),
    ],
)
def test_macros_objects_and_links_to_elsewhere_are_refused(parts, told):
    assert told in refusal(repacked(lambda given: given.update(parts)))


@pytest.mark.parametrize(
    "code", ["DDEAUTO c:\\\\windows\\\\x.exe", "INCLUDETEXT x", "INCLUDEPICTURE x", "MACROBUTTON x"]
)
def test_a_field_of_word_that_fetches_or_runs_is_refused(code):
    def put(document):
        run = document.paragraphs[0].add_run()
        for part in (code[:3], code[3:]):
            text = run._r.makeelement(qn("w:instrText"), {})
            text.text = part
            run._r.append(text)

    assert f"“{code.split()[0]}" in refusal(adapted(put))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    def nothing_is_read(*args):
        raise AssertionError

    bomb = repacked(lambda parts: parts.update({"word/media/a.bin": bytes(package.MOST_UNPACKED)}))
    many = repacked(lambda parts: parts.update({f"word/{place}.bin": b"" for place in range(package.MOST_PARTS)}))
    assert len(bomb) < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", nothing_is_read)
    assert "lớn hơn 30 MB" in refusal(bomb)
    assert "lớn hơn 30 MB" in refusal(many)
    assert "lớn hơn 5 MB" in refusal(word.default_template() + bytes(package.MOST_BYTES))


def test_a_bad_template_is_refused_at_writing_too():
    with pytest.raises(word.BadTemplate, match="so_ky_hieuu"):
        word.write([], template=with_line("{{ so_ky_hieuu }}"))


def test_every_field_is_told_and_known():
    line = " ".join(f"{{{{ {name} }}}}" for name, _ in FIELDS if name not in ("phu_luc", "chu_ky.trai"))
    word.check_template(with_line(line))
    assert all(said and not said.endswith(".") for _, said in FIELDS)
    assert BytesIO(written("minutes"))
