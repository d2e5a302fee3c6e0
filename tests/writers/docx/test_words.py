"""The words of a document are the words of the paper, in their order, whatever these may be."""

from dataclasses import replace

from docx.oxml.ns import qn

from meetings.official_form import MOTTO, NATION, RECIPIENTS_HEAD
from meetings.record import AgendaItemRecord
from meetings.writers import docx as word
from meetings.writers.words import sheets
from meetings.writers.words.text import listed

from ..conftest import HAI_BA_TRUNG, JANUARY
from .conftest import opened, paper, papers, plain, written

PARTS = {"w:t": lambda each: each.text or "", "w:br": lambda each: " ", "w:p": lambda each: " "}


def text(document):
    """All words of the document's XML in their order, those of a text box once."""
    body = opened(document).element.body
    for again in list(body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        again.getparent().remove(again)
    tags = {qn(tag): words for tag, words in PARTS.items()}
    return plain("".join(tags[each.tag](each) for each in body.iter() if each.tag in tags))


def expected(sheet):
    """The words of the sheet, with what the form itself adds, and its tables."""
    words = plain(sheet.words)
    issuer = " ".join(sheet.letterhead)
    words = words.replace(issuer, f"{issuer} {NATION} {MOTTO}", 1)
    given = " ".join(f"- {line}" for line in sheet.recipients)
    closed = " ".join(f"- {line}" for line in listed(list(sheet.recipients)))
    signed = " ".join(line for each in sheet.signatures for line in (*each.authority, each.name))
    if len(sheet.signatures) > 1:
        across = [*(each.authority for each in sheet.signatures), [each.name for each in sheet.signatures]]
        words = words.replace(plain(signed), plain(" ".join(word for line in across for word in line)))
        words = words.replace(given, f"{RECIPIENTS_HEAD} {closed}") if given else words
    elif given:
        words = words.replace(plain(f"{signed} {given}"), plain(f"{RECIPIENTS_HEAD} {closed} {signed}"))
    if sheet.table:
        words = words.replace(plain(signed), f"{table_words(sheet.table)} {plain(signed)}")
    if sheet.annex:
        annex = " ".join(
            (sheet.annex.heading, *sheet.annex.name, *sheet.annex.belongs_to, table_words(sheet.annex.table))
        )
        words = words.removesuffix(sheet.verification) + f"{annex} {sheet.verification}"
    return plain(words)


def table_words(table):
    return plain(" ".join((*(each.head for each in table.columns), *(cell for row in table.rows for cell in row))))


def test_the_document_says_what_the_paper_says_and_nothing_else(name):
    assert text(written(name)) == " ".join(expected(sheet) for sheet in papers()[name][0])


def test_hostile_words_stay_words():
    printed = "</w:t></w:r></w:p> <b>\"'& &amp; {{ 7*7 }} {% for %} {_{ }_} {# bold ]]>"
    hostile = printed.replace("bold", "\x00\x07\x1b \ufdd0bold\ufdd1") + " \u202e\ud800\n"
    record = replace(
        JANUARY,
        council=replace(HAI_BA_TRUNG, letterhead=("HỘI ĐỒNG", "<w:p/>"), symbol_suffix="<i>&"),
        venue=hostile,
        assessment=hostile,
        agenda=(AgendaItemRecord(title=hostile),),
        attendees=tuple(replace(each, name=f"<h1>{each.name}") for each in JANUARY.attendees[:2]),
    )
    made = word.write(sheets(record, paper("minutes", number=5)))
    assert text(made).count(printed) == 3
    for words in ("HỘI ĐỒNG <w:p/>", "05/BB-<i>&", "<h1>Trần Quyết Thắng"):
        assert words in text(made)


def test_no_line_breaks_where_the_pdf_has_no_break():
    words = "".join(each.text for each in opened(written("minutes")).element.body.iter(qn("w:t")))
    for joined in ("ngày 05", "tháng 01", "08 giờ", "Hai Bà Trưng", "Trần Quyết Thắng", "cử tri."):
        assert joined.replace(" ", "\N{NO-BREAK SPACE}") in words


def test_a_draft_is_marked_on_every_page_and_bears_neither_number_nor_address():
    made = word.write(papers()["notice"][0], draft=True)
    section = opened(made).sections[0]
    for header in (section.header, section.first_page_header):
        marks = header._element.iter("{urn:schemas-microsoft-com:vml}textpath")
        assert [each.get("string") for each in marks] == [None, "DỰ THẢO"]
    assert "Số: /TB-HĐND" in text(made) and "Kiểm tra văn bản" not in text(made)
    assert b"textpath" not in opened(written("notice")).sections[0].header.part.blob
