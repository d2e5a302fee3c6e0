"""The file itself: the same bytes for the same words, nothing inside that a paper has no use for."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from meetings.writers import docx as word

from .conftest import papers, written

ORDERS = {
    "pPr": "pStyle keepNext pageBreakBefore framePr widowControl pBdr spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rFonts b bCs i iCs sz szCs u lang",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "style": "name basedOn qFormat pPr rPr",
    "tc": "tcPr p",
}
"""The order that the schema of Word wants of what stands in each: Word calls a file damaged for less."""

AGAIN = """
import hashlib, sys
from docx.oxml.ns import qn
from lxml import etree

from meetings.writers import docx as word
from tests.writers.docx.conftest import written
for name in sys.argv[1:]:
    print(hashlib.sha256(written(name)).hexdigest())
print(hashlib.sha256(word.default_template()).hexdigest())
"""


def test_the_same_words_give_the_same_bytes_in_another_process_and_zone():
    def once(seed, zone):
        surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "/usr/bin:/bin"}
        run = [sys.executable, "-c", AGAIN, "minutes with annex", "invitations", "draft"]
        return subprocess.run(run, capture_output=True, text=True, check=True, env=surroundings).stdout

    first = once("1", "Asia/Ho_Chi_Minh")
    assert first == once("2", "UTC") and len(set(first.split())) == 4


def test_the_parts_of_a_file_are_few_and_bear_no_hour(name):
    with ZipFile(BytesIO(written(name))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert sorted(package.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footer1.xml",
            "word/header1.xml",
            "word/header2.xml",
            *(["word/media/image1.png"] if any(sheet.verify_link for sheet in papers()[name][0]) else []),
            "word/settings.xml",
            "word/styles.xml",
        ]
        everything = b"".join(map(package.read, package.namelist()))
    assert b"python-docx" not in everything and b"{{" not in everything and b"{%" not in everything


def test_our_own_template_gives_what_no_template_gives(name):
    sheets, draft = papers()[name]
    assert word.write(sheets, draft=draft, template=word.default_template()) == written(name)


def test_everything_stands_in_the_order_that_word_wants(name):
    with ZipFile(BytesIO(written(name))) as package:
        parts = [each for each in package.namelist() if each.startswith("word/") and not each.endswith(".png")]
        roots = [etree.fromstring(package.read(each)) for each in parts]
    for tag, order in ORDERS.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(order.split())}
        for root in roots:
            for each in root.iter(qn(f"w:{tag}")):
                found = [places[child.tag] for child in each]
                assert found == sorted(found), etree.tostring(each)
