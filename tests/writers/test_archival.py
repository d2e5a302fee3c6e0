"""The archival marks of every paper: PDF/A-3a and PDF/UA-1, tags, title, language, the public record inside, and the
same bytes in any process. Held with pikepdf against the file itself; no validator is to be had here."""

import json
import os
import pickle
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from meetings.writers import pdf

from .papers import PAPERS, SESSION, words_of

DATA = SESSION.public().to_json()
NAMESPACES = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}


@pytest.fixture(scope="module", params=PAPERS)
def opened(request):
    with pikepdf.open(BytesIO(pdf.write(words_of(request.param), data=DATA))) as document:
        document.kind = request.param
        yield document


def test_the_metadata_claims_both_standards(opened):
    with opened.open_metadata() as metadata:
        claimed = {name: metadata.get(f"{{{space}}}part") for name, space in NAMESPACES.items()}
        assert claimed == {"pdfaid": "3", "pdfuaid": "1"}
        assert metadata.get(f"{{{NAMESPACES['pdfaid']}}}conformance") == "A"


def test_the_property_that_pdfa_does_not_know_is_described(opened):
    xmp = opened.Root.Metadata.read_bytes().decode()
    assert xmp.count("<rdf:RDF") == 1 and "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in xmp


def test_colours_have_an_output_profile_and_nothing_runs(opened):
    intent = opened.Root.OutputIntents[0]
    assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFA1", 3)
    assert "/OpenAction" not in opened.Root and "/JavaScript" not in opened.Root.get("/Names", {})
    assert "/Encrypt" not in opened.trailer and len(opened.trailer.ID) == 2


def test_title_and_language_are_said_and_the_title_is_shown(opened):
    assert opened.Root.Lang == "vi" and opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"].startswith(("Biên bản", "Thông báo kết luận", "Giấy mời dự"))


def test_everything_that_is_read_stands_in_the_tree_of_tags(opened):
    kinds = set(_kinds(opened.Root.StructTreeRoot))
    assert {"/Document", "/H1", "/P", "/L", "/LI"} <= kinds
    assert ("/Table" in kinds) == ("/TH" in kinds) == (opened.kind == "notice")


def _kinds(node):
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield str(node.S)
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from _kinds(child)


def test_every_page_orders_its_tags_and_every_font_is_inside(opened):
    for page in opened.pages:
        assert "/StructParents" in page.obj and page.obj.Tabs == "/S" if "/Annots" in page.obj else True
        for font in page.Resources.Font.values():
            (inner,) = font.DescendantFonts
            assert "/FontFile2" in inner.FontDescriptor and "/ToUnicode" in font


def archival_faults(content):
    """What would break PDF/A-3a or PDF/UA-1 in the fields and links of a file, signed or not; and in its metadata."""
    with pikepdf.open(BytesIO(content)) as document:
        return list(_faults(document))


def _faults(document):
    with document.open_metadata() as metadata:
        for name, part in (("pdfaid", "3"), ("pdfuaid", "1")):
            if metadata.get(f"{{{NAMESPACES[name]}}}part") != part:
                yield f"{name} is not claimed"
    form = document.Root.get("/AcroForm", {})
    for forbidden in ("/NeedAppearances", "/XFA"):
        if forbidden in form:
            yield forbidden
    if form and int(form.SigFlags) != 3:
        yield "SigFlags"
    tree = document.Root.StructTreeRoot.ParentTree.Nums
    elements = {int(tree[place]): tree[place + 1] for place in range(0, len(tree), 2)}
    for page in document.pages:
        for annotation in page.obj.get("/Annots", []):
            named = annotation.get("/T", annotation.Subtype)
            yield from (f"{named}: {each}" for each in _misses(annotation, elements))
            if page.obj.get("/Tabs") != "/S":
                yield "Tabs"


def _misses(annotation, elements):
    """Of a widget and of a link."""
    flags = int(annotation.get("/F", 0))
    if not flags & 4 or flags & 0b100011:
        yield "not printed, or hidden"
    is_field = annotation.Subtype == "/Widget"
    if is_field and list(annotation.AP.keys()) != ["/N"]:
        yield "an appearance beside the normal one"
    if is_field and (not isinstance(annotation.AP.N, pikepdf.Stream) or annotation.AP.N.Subtype != "/Form"):
        yield "no appearance"
    if not str(annotation.get("/TU" if is_field else "/Contents", "")):
        yield "nothing to read aloud"
    kind = "/Form" if is_field else "/Link"
    element = elements.get(int(annotation.get("/StructParent", -1)))
    if not isinstance(element, pikepdf.Dictionary) or str(element.S) != kind:
        yield "not in the tree of tags"
    elif annotation.objgen not in {kid.Obj.objgen for kid in _references(element)}:
        yield "the tree of tags names another"


def _references(element):
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]


def test_fields_and_links_keep_both_standards(opened):
    assert list(_faults(opened)) == []


def test_a_fault_in_a_field_would_be_seen():
    with pikepdf.open(BytesIO(pdf.write(words_of("minutes")))) as document:
        assert list(_faults(document)) == []
        first, second, seal = document.Root.AcroForm.Fields
        first.F, second.AP, seal.StructParent = 2, pikepdf.Dictionary(N=second.AP.N, D=second.AP.N), 0
        del second.TU
        document.Root.AcroForm.NeedAppearances = True
        assert list(_faults(document)) == [
            "/NeedAppearances",
            "ThuKy: not printed, or hidden",
            "ChuToa: an appearance beside the normal one",
            "ChuToa: nothing to read aloud",
            "CoQuan: not in the tree of tags",
        ]


def test_the_public_record_is_inside_once_as_data(opened):
    (name,) = opened.attachments
    file = opened.attachments[name]
    assert name == "du-lieu.json" and file.get_file().read_bytes().decode() == DATA
    assert len(opened.Root.AF) == 1 and opened.Root.AF[0].AFRelationship == "/Data"
    assert "opinions_public" in json.loads(DATA)["agenda"][0] and not json.loads(DATA)["agenda"][0]["opinions"]


def test_the_outline_leads_to_the_parts(opened):
    with opened.open_outline() as outline:
        first = {"minutes": "BIÊN BẢN", "notice": "THÔNG BÁO", "invitation": "GIẤY MỜI"}[opened.kind]
        assert outline.root[0].title.startswith(first)


ELSEWHERE = """
import pickle, sys
from meetings.writers import pdf
sheets, data = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(pdf.write(sheets, data=data))
"""


@pytest.mark.parametrize("kind", PAPERS)
def test_another_process_with_another_clock_and_hash_seed_prints_the_same_bytes(kind):
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York"}
    words = words_of(kind)
    elsewhere = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=pickle.dumps((words, DATA)),
        capture_output=True,
        check=True,
        env=environment,
    ).stdout
    assert elsewhere == pdf.write(words, data=DATA)
