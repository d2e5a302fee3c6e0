"""The QR code and the link at the foot of the last page lead to the answer for this very paper."""

from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from meetings.writers import pdf

from .papers import PAPERS, VERIFY_AT, words_of

MM = 72 / 25.4
ADDRESSES = {
    "minutes": f"{VERIFY_AT}?so=05/BB-HDND&ngay=2021-01-05",
    "notice": f"{VERIFY_AT}?so=06/TB-HDND&ngay=2021-01-08",
    "invitation": f"{VERIFY_AT}?so=48/GM-HDND&ngay=2020-12-31",
}


@pytest.fixture(scope="module", params=PAPERS)
def paper(request):
    return request.param, pdf.write(words_of(request.param))


def codes(content, dots_per_inch=110):
    """What a reader of codes finds on each page; an office scanner is finer than this."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.render(scale=dots_per_inch / 72).to_pil() for page in document]
    found = [zxingcpp.read_barcodes(page) for page in pages]
    document.close()
    return found


def test_the_code_stands_on_the_page_of_the_signatures_and_is_readable(paper):
    kind, content = paper
    found = [[code.text for code in page] for page in codes(content)]
    with pdfplumber.open(BytesIO(content)) as document:
        signed = [bool(page.search("Nơi nhận:")) for page in document.pages]
    assert found == [[ADDRESSES[kind]] if here else [] for here in signed]


def test_it_is_large_enough_for_any_printer(paper):
    (code,) = [code for page in codes(paper[1], dots_per_inch=300) for code in page]
    width = (code.position.top_right.x - code.position.top_left.x) / 300 * 25.4
    assert width >= 15


def test_the_address_is_a_link_that_is_read_aloud(paper):
    kind, content = paper
    with pikepdf.open(BytesIO(content)) as document:
        (link,) = [each for each in document.pages[-1].Annots if each.Subtype == "/Link"]
        assert str(link.A.URI) == ADDRESSES[kind]
        assert str(link.Contents) == f"Trang kiểm tra văn bản: {ADDRESSES[kind]}" and link.F == 4
        tree = document.Root.StructTreeRoot.ParentTree.Nums
        element = next(tree[place + 1] for place in range(0, len(tree), 2) if tree[place] == link.StructParent)
        assert (element.S, str(element.Alt)) == ("/Link", "Trang kiểm tra văn bản này")
        figures = [
            each for each in document.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert [str(each.Alt) for each in figures] == ["Mã QR dẫn tới nơi kiểm tra văn bản này"]


def test_a_print_without_a_number_leads_to_the_page_that_asks():
    assert [code.text for code in codes(pdf.write(words_of("minutes", number=None)))[-1]] == [VERIFY_AT]


def test_a_paper_without_an_address_has_neither():
    from meetings.writers.words import sheets

    from .papers import SESSION

    content = pdf.write(sheets(SESSION, PAPERS["minutes"]))
    assert not any(codes(content))
    with pikepdf.open(BytesIO(content)) as document:
        assert not [each for each in document.pages[-1].get("/Annots", []) if each.Subtype == "/Link"]
