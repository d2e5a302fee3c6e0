"""A paper says for ever where it can be checked: on a site that does not know its address none is issued."""

import pdfplumber
import pytest
from django.core.files.storage import default_storage

from meetings import issuing
from meetings.models import Edition, Refused

from ..desk.test_papers import at, issue_by_hand, text

pytestmark = pytest.mark.usefixtures("press_at_hand")


def words_of(edition):
    file = issuing.printed_files(edition)[0]
    with default_storage.open(file.stored.path) as content, pdfplumber.open(content) as paper:
        return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


def test_without_an_address_nothing_is_issued_and_the_operator_is_told_what_to_set(issue, settings):
    settings.SITE_URL = ""
    with pytest.raises(Refused, match="đặt SITE_URL, ví dụ https://hdnd.example.vn"):
        issue("minutes")
    assert not Edition.objects.exists()


def test_the_page_says_so_too(at_chiefs_desk, ready, settings):
    settings.SITE_URL = ""
    asked = text(at_chiefs_desk.get(at("paper_issue", ready, "bien-ban")))
    assert "Đề nghị người quản trị máy chủ đặt SITE_URL" in asked
    assert b"data-working" not in at_chiefs_desk.get(at("paper_issue", ready, "bien-ban")).content
    answer = issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    assert answer.status_code == 409 and "Chưa phát hành gì. Đề nghị người quản trị máy chủ đặt SITE_URL" in text(
        answer
    )
    assert "127.0.0.1" not in text(answer) and not Edition.objects.exists()


@pytest.mark.parametrize("tried_out", ["debug", "demo"])
def test_where_it_is_tried_out_a_paper_names_no_place_to_check_it(
    at_chiefs_desk, ready, issue, settings, tmp_path, tried_out
):
    settings.SITE_URL, settings.DATA_DIR = "", tmp_path
    if tried_out == "debug":
        settings.DEBUG = True
    else:
        issuing.demo_log_ins().write_text("vanthu: …")
    asked = text(at_chiefs_desk.get(at("paper_issue", ready, "bien-ban")))
    assert "Đây là máy chạy thử, chưa đặt SITE_URL: văn bản in ra không ghi nơi kiểm tra" in asked
    printed = words_of(issue("minutes"))
    assert "Kiểm tra văn bản tại" not in printed and "http" not in printed


def test_the_address_that_was_set_is_printed_whoever_asks(issue, settings):
    settings.SITE_URL = "https://hdnd.example.vn"
    assert "Kiểm tra văn bản tại: https://hdnd.example.vn/xac-minh/" in words_of(issue("minutes"))
