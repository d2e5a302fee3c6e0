"""The statement of accessibility and the page in English: whom to ask, in the words of the newest record."""

from dataclasses import replace

import pytest

from meetings.directive_states import DirectiveState
from meetings.models.error_report import WORKING_DAYS

from .conftest import COUNCIL, issue, session_of
from .page_text import elements, texts

CONTACTS = {"address": "Số 1 Phố Mẫu", "telephone": "024 0000 0000", "email": "vanphong@hdnd.example.vn"}
PLACES = ("/", "/gioi-thieu/", "/kha-nang-tiep-can/", "/en/", "/phien-hop/2021/01/")


@pytest.mark.parametrize("address", PLACES)
def test_the_contacts_of_the_record_stand_in_the_foot_and_on_both_pages(client, db, address):
    issue(session_of(2021, 1, council=replace(COUNCIL, **CONTACTS)))
    page = client.get(address)
    (foot,) = texts(page, "footer")
    assert all(each in foot for each in (COUNCIL.office_name, *CONTACTS.values()))
    assert f"mailto:{CONTACTS['email']}" in {each["href"] for each in elements(page, "a")}


@pytest.mark.parametrize(("address", "lacking"), [("/", 1), ("/kha-nang-tiep-can/", 4), ("/en/", 1)])
def test_what_the_record_lacks_is_said(client, posted, address, lacking):
    assert client.get(address).content.decode().count("chưa ghi nhận") == lacking


def test_the_page_in_english_says_so_and_its_frame_stays_vietnamese(client, posted):
    page = client.get("/en/")
    assert [each["lang"] for each in elements(page, "html")] == ["en"]
    assert [each["lang"] for name in ("header", "footer") for each in elements(page, name) if "lang" in each] == [
        "vi",
        "vi",
    ]
    assert texts(page, "h1") == ["About this site"]


def test_both_pages_are_there_before_anything_is_published(client, db):
    for each in ("/gioi-thieu/", "/kha-nang-tiep-can/", "/en/"):
        assert client.get(each).status_code == 200


def test_the_statement_names_its_aim_its_limits_and_its_day(client, posted):
    (words,) = texts(client.get("/kha-nang-tiep-can/"), "main")
    for each in ("WCAG 2.2, mức AA", "Hạn chế đã biết", "PDF", "Tài liệu do các đơn vị gửi kèm", "lập ngày"):
        assert each in words


def test_whoever_comes_first_reads_who_speaks_here_what_states_mean_and_where_to_complain(client, posted):
    page = client.get("/gioi-thieu/")
    words = " ".join(texts(page, "main"))
    assert all(f"{state.label}: " in words for state in DirectiveState)
    assert f"trong {WORKING_DAYS} ngày làm việc" in words and "Phiên họp tháng 01 năm 2021" in words
    assert "/gioi-thieu/" in {each["href"] for each in elements(client.get("/"), "a")}
    assert "https://testserver/gioi-thieu/" in client.get("/sitemap-trang.xml").content.decode().replace(
        "http:", "https:"
    )
