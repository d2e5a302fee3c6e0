"""The administrator says how the public site looks; it shows at once, and the papers stay as the decree has them."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from meetings.models import Office

from ..conftest import logged_in
from ..public.every_word import content_of

PAGE = "/quan-tri/trang-cua-co-quan/"


@pytest.fixture
def desk(administrator):
    return logged_in(administrator)


def typed(desk, **more):
    page = desk.get(PAGE)
    form = page.context["form"]
    shown = {name: form[name].value() or "" for name in form.fields if name not in ("picture", "without_picture")}
    return {**shown, "_base": page.context["base"], **more}


def a_picture(kind="PNG", width=1200, height=600):
    drawn, notes = io.BytesIO(), PngInfo()
    notes.add_text("Author", "DẤU-CHƯA-CÔNG-BỐ")
    more = {"pnginfo": notes} if kind == "PNG" else {}
    Image.new("RGB", (width, height), "#336699").save(drawn, kind, **more)
    return SimpleUploadedFile("logo.png", drawn.getvalue())


def test_name_colour_and_foot_show_at_once(desk, client, published):
    before = client.get("/")["ETag"]
    more = {"site_name": "Trang Thường trực", "accent": "navy", "telephone": "024 1234", "responsible": "Bà Vũ Lan"}
    assert desk.post(PAGE, typed(desk, **more)).status_code == 302
    answer = client.get("/", headers={"if-none-match": before})
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ('class="accent--navy"', "Trang Thường trực", "024 1234", "Chịu trách nhiệm nội dung: Bà Vũ Lan"):
        assert words in page, words
    session = client.get("/phien-hop/2021/01/").content.decode()
    assert "Quận Hai Bà Trưng" in session and "024 1234" in session and "Trang Thường trực</span>" not in session
    assert "accents.css" not in desk.get("/quan-tri/").content.decode()


def test_a_logo_is_written_anew_and_served_by_its_hash(desk, client, published):
    assert desk.post(PAGE, typed(desk, picture=a_picture())).status_code == 302
    logo = Office.objects.get().logo
    assert (logo["width"], logo["height"]) == (1024, 512)
    (source,) = re.findall(r'<img class="masthead__logo" src="([^"]+)"[^>]*alt=""', client.get("/").content.decode())
    answer = client.get(source)
    content = content_of(answer)
    assert answer["Content-Type"] == "image/png" and b"Author" not in content
    assert client.get(source, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.get(source.replace(logo["sha256"], "0" * 64)).status_code == 404
    desk.post(PAGE, typed(desk, without_picture="on"))
    assert client.get(source).status_code == 404 and "masthead__logo" not in client.get("/").content.decode()


@pytest.mark.parametrize("content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7\nstartxref\n%%EOF"])
def test_what_is_no_picture_is_refused(desk, content, published):
    page = desk.post(PAGE, typed(desk, picture=SimpleUploadedFile("logo.png", content)))
    assert "Chưa lưu được" in page.content.decode() and Office.objects.get().logo is None


def test_two_administrators_at_once_both_see_both(desk, published):
    earlier = typed(desk, site_name="Tên của tôi")
    desk.post(PAGE, typed(desk, site_name="Tên người khác"))
    answer = desk.post(PAGE, earlier)
    assert answer.status_code == 409 and "Tên người khác" in answer.content.decode()
    assert Office.objects.get().site_name == "Tên người khác"
