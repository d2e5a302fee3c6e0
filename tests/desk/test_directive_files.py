"""The list of directives as it is narrowed, to take away: the same rows, and the filter named."""

from io import BytesIO

import docx
import openpyxl
import pytest
from django.urls import reverse

from meetings import printing

from .test_progress import references, text

LIST = reverse("admin:meetings_directive_changelist")


def rows(answer):
    sheets = openpyxl.load_workbook(BytesIO(answer.content))
    return list(sheets["Danh sách"].values)[1:], sheets


@pytest.mark.parametrize("asked", ["", "?tinh_trang=all", "?tinh_trang=all&nam=2021&q=giam+sat", "?tinh_trang=done"])
def test_the_workbook_has_the_rows_of_the_list(published, at_clerks_desk, asked):
    listed = references(at_clerks_desk.get(LIST + asked))
    found, _ = rows(at_clerks_desk.get(reverse("admin:meetings_directive_xlsx") + asked))
    assert [row[0] for row in found] == listed


def test_it_names_the_filter_for_the_screen_and_for_paper(published, at_clerks_desk):
    answer = at_clerks_desk.get(reverse("admin:meetings_directive_xlsx") + "?nam=2021&q=giám sát")
    _, sheets = rows(answer)
    assert ("Lọc theo", "“giám sát”, Năm 2021, Còn mở") in list(sheets["Bộ lọc"].values)
    assert "“giám sát”, Năm 2021, Còn mở" in sheets["Danh sách"].oddHeader.center.text


def test_word_has_the_same_under_the_letterhead(published, at_clerks_desk, press_at_hand):
    answer = at_clerks_desk.get(reverse("admin:meetings_directive_docx") + "?tinh_trang=all")
    document = docx.Document(BytesIO(answer.content))
    table = next(each for each in document.tables if each.cell(0, 0).text == "TT")
    listed = references(at_clerks_desk.get(LIST + "?tinh_trang=all"))
    assert [row.cells[1].text for row in table.rows[1:]] == listed
    words = "\n".join(paragraph.text for paragraph in document.paragraphs).replace("\xa0", " ")
    assert "Tất cả" in words and f"Có {len(listed)} nội dung chỉ đạo" in words


def test_a_press_that_refuses_leads_back_to_the_list(published, at_clerks_desk, monkeypatch):
    def refuse(*args):
        raise printing.PressRefused("Chưa in được.")

    monkeypatch.setattr(printing, "directive_list", refuse)
    answer = at_clerks_desk.get(reverse("admin:meetings_directive_docx") + "?nam=2021", follow=True)
    assert answer.redirect_chain == [(f"{LIST}?nam=2021", 302)] and "Chưa in được." in text(answer)
