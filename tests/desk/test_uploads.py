"""What an uploaded file is not: one sentence each, whatever its name says."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

from meetings import uploads
from tests.readers.inputs.samples import compound

from .documents import DOC, EXCEL, PDF, docx, odt, package, photograph, pptx, upload, zipped


def scratched(content, after):
    """The bytes with eight of them spoiled, where the data of the entry `after` begins."""
    place = content.index(after) + len(after)
    return content[:place] + b"\xff" * 8 + content[place + 8 :]


WORD = b"\xec\xa5\xc1\x00".ljust(64, b"\0")
LOCKED_WORD = b"\xec\xa5\xc1\x00".ljust(11, b"\0") + b"\x01"
ODT = "application/vnd.oasis.opendocument.text"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
REFUSED = {
    "nothing": (b"", "rỗng"),
    "a renamed program": (b"MZ\x90\x00 This program cannot be run", "chương trình chạy được"),
    "a page in a PDF's clothes": (b"<!DOCTYPE html><script>alert(1)</script>", "trang web"),
    "a drawing that runs": (b"  <svg onload='alert(1)'>", "trang web"),
    "a picture that is a script": (b"GIF89a/*\x00*/=1;alert(1)", "ảnh GIF"),
    "a picture before a PDF": (b"GIF89a" + PDF, "ảnh GIF"),
    "plain words": (b"\xef\xbb\xbf plain words", "không theo tên"),
    "half a PDF": (PDF[:40], "chưa tải về trọn vẹn"),
    "a PDF of no version": (b"%PDF-evil" + PDF, "hỏng"),
    "a locked PDF": (PDF.replace(b"/Root", b"/Encrypt 5 0 R /Root"), "mật khẩu"),
    "a PDF around a ZIP": (PDF.replace(b"%%EOF", b"") + docx() + b"startxref %%EOF", "giấu một tệp nén"),
    "half an old file": (OLD_OFFICE, "kiểu cũ"),
    "an old sheet": (compound({"Workbook": b""}, inside={"WordDocument": WORD}), ".xlsx"),
    "old slides": (compound({"PowerPoint Document": b""}), ".pptx"),
    "another compound file": (compound({"x": b""}, inside={"WordDocument": WORD}), "không phải văn bản Word"),
    "an old Word file by its stream's name alone": (compound({"WordDocument": b"khong"}), "hỏng"),
    "an old Word file with a password": (compound({"WordDocument": LOCKED_WORD}), "mật khẩu"),
    "an old Word file with a macro": (compound({"Macros": b"", "WordDocument": WORD}), "macro"),
    "a locked Word file": (compound({"EncryptedPackage": b""}), "mật khẩu"),
    "an OpenDocument sheet": (odt("spreadsheet"), "(.odt)"),
    "a locked OpenDocument": (odt(manifest="<manifest:encryption-data/>"), "mật khẩu"),
    "an OpenDocument with a macro": (odt(Basic__x="x"), "macro"),
    "an OpenDocument without its list": (zipped(mimetype=ODT, **{"content.xml": ""}), "hỏng"),
    "a ZIP of too many files": (zipped(**{f"e{number}": "" for number in range(501)}), "nhiều nhất 500"),
    "a ZIP that climbs": (zipped(**{"..__x": ""}), "hỏng"),
    "a ZIP of nothing": (zipped(), "không theo tên"),
    "a macro by its part": (docx(word__vbaProject_bin="x").replace(b"vbaProject_bin", b"vbaProject.bin"), "macro"),
    "a macro by its type": (package(content_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "macro"),
    "an office file of another type": (package(content_type="application/zip"), "không phải tệp Word"),
    "a part of no type": (package("xl/workbook.xml", EXCEL, contents="<Types/>"), "không phải tệp Word"),
    "an entity": (package(contents='<!DOCTYPE x [<!ENTITY a "aaaa">]><Types>&a;</Types>'), "hỏng"),
    "broken XML": (package(contents="<Types"), "hỏng"),
    "half a ZIP": (docx()[:60], "hỏng"),
    "a ZIP with a scratch": (scratched(docx(), b"[Content_Types].xml"), "hỏng"),
    "a bomb": (docx(word__big="0" * 20_000_000), "lớn bất thường"),
    "a crowd of entries": (docx(**{f"e{number}": "" for number in range(5_001)}), "lớn bất thường"),
    "a climbing entry": (docx(**{"..__..__etc__passwd": "x"}), "hỏng"),
    "half a picture": (photograph()[:200], "hỏng"),
    "a script in a picture's clothes": (b"\xff\xd8\xff<script>alert(1)</script>", "hỏng"),
}


def refused(content, name="Báo cáo.pdf"):
    with pytest.raises(ValidationError) as refusal:
        uploads.checked(upload(content, name))
    [message] = refusal.value.messages
    return message


@pytest.mark.parametrize("case", REFUSED)
def test_what_it_is_not_is_said_in_one_sentence(case):
    content, said = REFUSED[case]
    assert said in refused(content)


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (pptx(), "pptx"),
        (DOC, "doc"),
        (compound({"WordDocument": WORD}, inside={"Workbook": b""}), "doc"),
        (odt(), "odt"),
        (zipped(bao__cao="x"), "zip"),
        (zipped(mimetype="text/plain"), "zip"),
    ],
    ids=["slides", "old Word", "old Word around a sheet", "OpenDocument", "ZIP", "ZIP with a file of that name"],
)
def test_what_stays_in_the_office_is_known_by_its_content(content, extension):
    kept = uploads.checked(upload(content, "Báo cáo.pdf")).file
    assert (kept.extension, kept.file_type.may_be_public) == (extension, False)


def test_a_camera_note_nobody_can_read_is_left_out_and_the_picture_kept():
    """The place, three fractions, calls itself a text."""
    exif = Image.Exif()
    exif[0x0112], exif[0x8825] = 6, {2: (1.0, 2.0, 3.0)}
    written = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(written, "JPEG", exif=exif)
    crooked = written.getvalue().replace(b"\0\2\0\5\0\0\0\3", b"\0\2\0\2\0\0\0\3")
    with pytest.raises(TypeError):
        ImageOps.exif_transpose(Image.open(io.BytesIO(crooked)))
    kept = Image.open(io.BytesIO(uploads.checked(upload(crooked, "anh.jpg")).content))
    assert kept.size == (40, 20) and not kept.getexif()


def test_what_is_too_heavy_is_told_its_weight(settings):
    settings.ATTACHMENT_MAX_MB = 1
    assert "1,5 MB, quá mức 1 MB" in refused(PDF + b" " * 1_600_000)


def test_what_just_fits_is_taken(settings):
    settings.ATTACHMENT_MAX_MB = 1
    content = PDF.rjust(1024 * 1024, b" ").lstrip() + b" " * (1024 - len(PDF))
    assert uploads.checked(upload(content)).content == content


def test_a_picture_of_too_many_points_is_not_decoded():
    picture = io.BytesIO()
    Image.new("1", (9_000, 6_000)).save(picture, "PNG")
    assert "50 triệu" in refused(picture.getvalue(), "anh.png")


def test_a_locked_package_is_told_so():
    """The lock is one bit in each entry's head, local and central."""
    content = bytearray(docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "mật khẩu" in refused(bytes(content), "x.docx")


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "RGBA", "1", "I;16"])
def test_pictures_of_every_kind_stay_readable(mode):
    written = io.BytesIO()
    Image.new(mode, (8, 4)).save(written, "JPEG" if mode == "CMYK" else "PNG")
    kept = uploads.checked(upload(written.getvalue(), "anh.gif"))
    assert Image.open(io.BytesIO(kept.content)).size == (8, 4)
    assert kept.file.extension == ("jpg" if mode == "CMYK" else "png")
