"""Documents as a clerk would choose them, and some in false clothes."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.readers.inputs.samples import compound

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
DOC = compound({"WordDocument": b"\xec\xa5\xc1\x00".ljust(64, b"\0"), "1Table": b""})


def package(part="word/document.xml", content_type=WORD, contents=None, **more):
    """An OOXML package with one main part; `more` are further entries, "__" standing for "/"."""
    overrides = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
    contents = contents or f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{TYPES}">{overrides}</Types>'
    written = io.BytesIO()
    entries = {"[Content_Types].xml": contents, part: "<document/>", **more}
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def docx(**more):
    return package(**more)


def xlsx():
    return package("xl/workbook.xml", EXCEL)


def pptx():
    return package("ppt/presentation.xml", SLIDES)


def zipped(**entries):
    """A plain ZIP; "__" in a name stands for "/"."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), content)
    return written.getvalue()


def odt(kind="text", manifest="<manifest/>", **more):
    said = {"mimetype": f"{OPEN_DOCUMENT}.{kind}", "content.xml": "<x/>", "META-INF/manifest.xml": manifest}
    return zipped(**said, **more)


def photograph(kind="JPEG", size=(40, 20), **saved):
    """A picture, lying on its side and telling where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "nha rieng, 21.0285 105.8542"
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind, exif=exif, **saved)
    return written.getvalue()


def upload(content, name="Báo cáo tháng 01.pdf"):
    return SimpleUploadedFile(name, content)
