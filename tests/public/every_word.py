"""Every word of an answer, whatever it is made of: what a page, a PDF with its attachments or a Word file says."""

import re
import zipfile
from io import BytesIO

import pdfplumber
import pikepdf


def words(answer):
    """On one line with single spaces."""
    return " ".join(_text(content_of(answer)).split())


def content_of(answer):
    """What was sent; a file that has been read to its end is closed."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _text(content):
    if content.startswith(b"%PDF") and b"%%EOF" in content:
        return _pdf(content)
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return " ".join(_unmarked(package.read(name)) for name in package.namelist())
    return content.decode()


def _pdf(content):
    with pdfplumber.open(BytesIO(content)) as paper:
        said = [page.extract_text() for page in paper.pages]
    with pikepdf.open(BytesIO(content)) as paper:
        said += [attached.get_file().read_bytes().decode() for attached in paper.attachments.values()]
        said += [str(value) for value in paper.docinfo.values()]
        said += [paper.Root.Metadata.read_bytes().decode()]
    return " ".join(said)


def _unmarked(part):
    return re.sub("<[^>]+>", "", part.decode(errors="replace"))
