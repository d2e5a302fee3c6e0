"""A saved page gives its post alone: title, date line and words, whatever portal it came from."""

import shutil

import pytest

from meetings.readers import UnreadablePost
from meetings.readers.inputs import Source, Unread, html_text, sources

from .samples import PAGES, POST, tcvn3, vni, windows_1258

EXPECTED = {
    "asp-cu.html": """Phiên họp tháng 7 năm 2019 của Thường trực HĐND quận Mẫu
Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88
Toàn cảnh phiên họp
Ngày 30/7/2019, Thường trực HĐND quận Mẫu tổ chức phiên họp tháng 7 năm 2019. Đồng chí Nguyễn Văn Thử - \
Chủ tịch HĐND quận chủ trì phiên họp.
Sau khi nghe báo cáo, đồng chí Chủ tịch HĐND quận ghi nhận công việc trong tháng được làm đúng tiến độ.
Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo:
- Đối với việc tiếp công dân, đề nghị các Ban giữ đúng lịch;
- Ban Pháp chế HĐND quận theo dõi đơn thư, báo cáo vào phiên họp tháng sau.""",
    "liferay.html": """Phiên họp tháng 8 năm 2020 của Thường trực HĐND quận Mẫu
Ngày đăng 31/08/2020 | 15:20 | Lượt xem: 1205
Chiều 28/8/2020, Thường trực HĐND quận Mẫu họp phiên tháng 8 để bàn việc chuẩn bị năm học mới.
Đồng chí Trần Thị Ví Dụ - Phó Chủ tịch HĐND quận chủ trì phiên họp; cùng dự có lãnh đạo các Ban và Văn phòng.
Các đại biểu dự phiên họp
Tại phiên họp, đồng chí Phó Chủ tịch HĐND quận chỉ đạo:
1. Đối với các trường học, tiếp tục rà soát phòng chống dịch trước ngày khai giảng.
2. Phòng Giáo dục và Đào tạo báo cáo số học sinh đầu cấp trước ngày 10/9/2020.
- Văn phòng gửi kết luận tới các đơn vị.
Trường | Số lớp
Tiểu học Mẫu | 24
Thu Hà""",
    "wordpress.html": """Phiên họp đột xuất tháng 3 năm 2021 của Thường trực HĐND phường Mẫu
Ngày đăng 15/03/2021 | 09:30
Ngày 14/3/2021, Thường trực HĐND phường Mẫu họp đột xuất bàn việc phòng, chống ngập úng trong mùa mưa.
Đồng chí Lê Văn Thử - Chủ tịch HĐND phường chủ trì phiên họp và kết luận: các tổ dân phố nạo vét rãnh thoát nước.
Xem thêm thông báo tại đây.""",
    "word.html": """Phiên họp tháng 5 năm 2018 của Thường trực HĐND quận Mẫu
Ngày đăng 02/06/2018 | 08:15
Ngày 31/5/2018, Thường trực HĐND quận Mẫu tổ chức phiên họp tháng 5 năm 2018 tại phòng họp số 2.
1. Giao Văn phòng gửi giấy mời trước năm ngày làm việc.
- Các Ban nộp báo cáo thẩm tra đúng hạn.""",
}
ADDRESSES = {
    "liferay.html": "https://quanmau.example/tin/phien-hop-thang-8-2020",
    "wordpress.html": "https://phuongmau.example/2021/03/phien-hop-dot-xuat/",
}


def only(path):
    [found] = sources([path])
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_post_alone(name):
    found = only(PAGES / name)
    assert (found.name, found.form, found.encoding) == (name, "html", "utf-8")
    assert found.text == EXPECTED[name]
    assert found.address == ADDRESSES.get(name, "")


ENCODED = {
    "windows-1258": (windows_1258, "windows-1258"),
    "windows-1258 called utf-8": (windows_1258, "utf-8"),
    "tcvn3": (lambda text: tcvn3(text).encode("cp1252"), "x-user-defined"),
    "tcvn3 in utf-8": (lambda text: tcvn3(text).encode(), "utf-8"),
    "vni": (lambda text: vni(text).encode("cp1252"), "iso-8859-1"),
    "utf-8 called latin": (lambda text: text.encode(), "iso-8859-1"),
    "utf-16": (lambda text: text.encode("utf-16"), "unicode"),
    "entities": (lambda text: text.encode("ascii", "xmlcharrefreplace"), "us-ascii"),
    "entities of tcvn3": (lambda text: tcvn3(text).encode("ascii", "xmlcharrefreplace"), "iso-8859-1"),
}


@pytest.mark.parametrize("how", ENCODED)
def test_what_a_page_says_of_its_encoding_is_not_believed(how):
    encode, declared = ENCODED[how]
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    lines = POST.split("\n")
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    page = f"{head}<title>{lines[0]}</title></head><body><h1>{lines[0]}</h1>{body}</body></html>"
    assert html_text.read(encode(page)).text == POST


def test_words_in_the_font_of_capitals_become_capitals():
    page = f'<p><font face=".VnTimeH">{tcvn3("hội đồng nhân dân")}</font></p><p>{tcvn3(POST)}</p>'
    assert html_text.read(page.encode("cp1252")).text.startswith("HỘI ĐỒNG NHÂN DÂN\n")


def test_pictures_and_documents_beside_the_page_are_taken_along(tmp_path):
    shutil.copy(PAGES / "asp-cu.html", tmp_path)
    for name, data in {"anh/hop-thang-7.jpg": b"\xff\xd8\xff.", "dinh-kem/bao-cao.pdf": b"%PDF-"}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(data)
    [found] = sources([tmp_path])
    assert [(each.name, each.title, each.size, each.read()) for each in found.files] == [
        ("anh/hop-thang-7.jpg", "Toàn cảnh phiên họp", 4, b"\xff\xd8\xff."),
        ("dinh-kem/bao-cao.pdf", "Báo cáo tháng 7", 5, b"%PDF-"),
    ]
    assert found.notes == ()


def test_what_is_not_there_and_what_lies_elsewhere_is_named():
    assert only(PAGES / "asp-cu.html").notes == (
        "Không thấy bên cạnh bài: anh/hop-thang-7.jpg và dinh-kem/bao-cao.pdf.",
    )
    assert only(PAGES / "wordpress.html").notes == (
        "Tệp ở trang khác, không tải về: https://phuongmau.example/wp-content/uploads/hop.jpg.",
    )


@pytest.mark.parametrize(
    "href", ["../../bi-mat.png", "anh/../../../bi-mat.png", "..%2F..%2Fbi-mat.png", "..\\bi-mat.png"]
)
def test_no_file_outside_the_folder_is_taken(tmp_path, href):
    (tmp_path / "bi-mat.png").write_bytes(b"\x89PNG")
    (tmp_path / "bai").mkdir()
    (tmp_path / "bai" / "x.html").write_text(f'<p>{POST}</p><img src="{href}">', encoding="utf-8")
    [found] = sources([tmp_path / "bai"])
    assert found.files == ()
    assert found.notes[0].startswith("Không lấy tệp có tên trỏ ra ngoài thư mục: ")


def test_the_folder_of_a_saved_page_belongs_to_it(tmp_path):
    (tmp_path / "hop.html").write_text(f'<p>{POST}</p><img src="hop_files/a.png">', encoding="utf-8")
    (tmp_path / "hop_files").mkdir()
    for name in ("a.png", "b.png", "quang-cao.html", "x.js.download"):
        (tmp_path / "hop_files" / name).write_bytes(b"\x89PNG")
    [found] = sources([tmp_path])
    assert [each.name for each in found.files] == ["hop_files/a.png"]


def test_a_page_packed_with_its_pictures_is_read(tmp_path):
    title, _, words, *_ = POST.splitlines()
    picture = "https://quanmau.example/anh/hop%201.png"
    body = f'<html><body><h1>{title}</h1><p>{words}</p><img src="{picture}" alt="Ảnh"></body></html>'
    (tmp_path / "hop.mht").write_bytes(
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quanmau.example/hop\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n------b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: binary\r\n\r\n" + body.encode() + b"\r\n------b\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: "
        + picture.encode()
        + b"\r\n\r\niVBORw==\r\n------b--\r\n"
    )
    [found] = sources([tmp_path])
    assert (found.form, found.address, found.text) == ("html", "https://quanmau.example/hop", f"{title}\n{words}")
    assert [(each.name, each.title, each.read()) for each in found.files] == [
        ("hop.mht/hop 1.png", "Ảnh", b"\x89PNG")
    ]
    assert found.notes == ()


OPENING = "Ngày 30/7/2019, Thường trực HĐND quận Mẫu tổ chức phiên họp tháng 7 năm 2019 tại trụ sở."
CHAIR = "Đồng chí Nguyễn Văn Thử - Chủ tịch HĐND quận chủ trì phiên họp; các đồng chí ủy viên cùng dự."
TITLE, DATE = POST.splitlines()[0], "Ngày đăng 31/07/2019 | 10:03"
MENU = "<div><a href=/>Trang chủ</a> <a href=/a>Giới thiệu</a> <a href=/b>Tin tức</a></div>"
FOOT = "<div>Trang thông tin điện tử quận Mẫu - Địa chỉ: số 1 phố Mẫu, điện thoại 024, giấy phép số 1</div>"
SHAPES = {
    "lines in one cell": f"<title>{TITLE}</title><table><tr><td>{MENU}</td></tr><tr><td><span class=tieude>{TITLE}"
    f"</span><br>(31/07/2019 10:03)<br><br>{OPENING}<br><br>{CHAIR}</td></tr><tr><td>{FOOT}</td></tr></table>",
    "date above the title": f"<title>{TITLE}</title>{MENU}<div class=news><div class=time>31/07/2019 10:03</div>"
    f"<h1>{TITLE}</h1><div>{OPENING}</div><div>{CHAIR}</div></div>{FOOT}",
    "long side bar": f"<title>Quận Mẫu</title>{MENU}<div class=row><div class=left><h1>{TITLE}</h1><div>Cập nhật: "
    f"31/07/2019 | 10:03</div><div class=nd><p>{OPENING}</p><p>{CHAIR}</p></div></div><div class=right><h3>Giới thiệu"
    "</h3><p>Quận Mẫu nằm ở trung tâm thành phố, có mười phường và nhiều di tích.</p></div></div>" + FOOT,
    "the site's name as heading": f"<title>{TITLE}</title><h1>Quận Mẫu thân yêu</h1>{MENU}<div><h2>{TITLE}</h2>"
    f"<p>31/07/2019 10:03</p><p>{OPENING}</p><p>{CHAIR}</p></div><div><h3>Tin mới</h3><p>Một tin khác khá dài nằm ở "
    "cuối trang mà không có liên kết nào.</p></div>",
    "a page for print": f"<p><b>{TITLE}</b></p><p>(10:03 | 31/07/2019)</p><p>{OPENING}</p><p>{CHAIR}</p>",
    "nothing but lines": f"<html><body>{TITLE}<br>10:03, 31/07/2019<br>{OPENING}<br>{CHAIR}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_post_is_found_in_every_shape_of_page(shape):
    assert html_text.read(SHAPES[shape].encode()).text == "\n".join([TITLE, DATE, OPENING, CHAIR])


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "không có chữ nào"),
        (b"<html><script>var x = 1;</script></html>", "không có chữ nào"),
        (b"<div>" * 100_000 + b"abc", "quá rối"),
        (b"<p>" + b"<b>x</b>" * 100_000, "quá rối"),
        (b"<p>" + b"a" * 4_000_001, "4 MB"),
        (b"<p>" + b"a" * 30_000, "20.000"),
        (b"<html>\x00\x01\x02\x03" * 50, "nhị phân"),
        (b"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;", ""),
    ],
)
def test_a_page_that_is_none_is_refused_at_once(tmp_path, page, reason):
    (tmp_path / "x.html").write_bytes(page)
    [found] = sources([tmp_path])
    if reason:
        assert isinstance(found, Unread)
        assert reason in found.reason
        assert "hãy" in found.reason
    else:
        assert isinstance(found, Source)
        assert "aaaa" not in found.text


def test_only_unreadable_post_is_raised():
    with pytest.raises(UnreadablePost):
        html_text.read(b"<html>")
