"""Verification by number and day: which paper bears them, and whether it is in force; of internal papers nothing."""

from datetime import date

import pytest
from django.core.cache import cache

from meetings import issuing
from meetings.models import Edition
from meetings.public import rate_limit
from meetings.public.cached_page import LIFE

from .conftest import issue_paper, session_of
from .page_text import elements, texts
from .test_verify import MINUTES, PAGE, headline, links_of, said

UNKNOWN = ["Không có văn bản công khai nào mang số và ngày này"]


def ask(client, number, day=""):
    return client.get(PAGE, {"so": number, **({"ngay": day} if day else {})})


@pytest.mark.parametrize("asked", ["05/BB-HĐND, 05/01/2021", "5/BB-HDND ngày 5-1-2021", "Số: 05/BB-HĐND"])
def test_a_paper_in_force_is_named_with_its_session(client, posted, news, asked):
    issue_paper(news)
    page = ask(client, asked)
    assert headline(page) == ["Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021 đang có hiệu lực"]
    assert "Cơ quan có phát hành văn bản này." in said(page)
    assert "muốn biết một tệp có đúng là văn bản này không" in said(page)
    assert {MINUTES, "/phien-hop/2021/01/"} <= set(links_of(page)) and "noindex" in page.content.decode()


def test_the_address_of_the_qr_code_is_answered_and_kept(client, posted, news):
    issue_paper(news)
    page = client.get(f"{PAGE}?so=05/BB-HDND&ngay=2021-01-05")
    assert headline(page)[0].endswith("đang có hiệu lực") and page["Cache-Control"] == LIFE and page.cookies == {}
    other = client.get(f"{PAGE}?so=05/BB-HDND&ngay=2021-01-06")
    assert headline(other) == UNKNOWN and other["ETag"] != page["ETag"]
    again = client.get(f"{PAGE}?so=05/BB-HDND&ngay=2021-01-05", headers={"If-None-Match": page["ETag"]})
    assert again.status_code == 304


def test_what_was_replaced_names_its_successor_and_the_answer_follows(client, posted, news):
    issue_paper(news, number=4)
    assert headline(ask(client, "04/BB-HĐND"))[0].endswith("đang có hiệu lực")
    issue_paper(news, number=5, note="Ghi sai giờ kết thúc")
    page = ask(client, "04/BB-HĐND")
    assert headline(page) == ["Biên bản số 04/BB-HĐND ngày 05 tháng 01 năm 2021 đã được thay"]
    assert "Đã được thay bởi Biên bản số 05/BB-HĐND" in said(page) and "Ghi sai giờ kết thúc." in said(page)


def test_what_was_withdrawn_says_so(client, posted, news, chief):
    issuing.withdraw(issue_paper(news, "invitation", 3), by=chief, note="Hoãn họp.")
    page = ask(client, "03/GM-HĐND")
    assert headline(page)[0].endswith("đã thu hồi") and "đề nghị không sử dụng" in said(page)
    assert "Hoãn họp." in said(page)


def test_one_number_of_two_years_is_told_apart_by_the_day(client, posted, news):
    issue_paper(news)
    later = session_of(2022, 1)
    issue_paper(later, "invitation", 5)
    issue_paper(session_of(2023, 1), "invitation", 5, dated=date(2023, 1, 2))
    assert len(headline(ask(client, "05/BB-HĐND"))) == 1
    assert len(texts(ask(client, "05/GM-HĐND"), "section", class_="answer")) == 2
    assert headline(ask(client, "05/GM-HĐND", "02/01/2023"))[0].startswith("Giấy mời số 05/GM-HĐND ngày 02")


@pytest.mark.parametrize("state", ["live", "withdrawn"])
def test_an_internal_paper_answers_as_one_that_never_was(client, posted, news, state):
    edition = issue_paper(news, "notice", 2, is_public=False)
    if state == "withdrawn":
        Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Lý do MẬT")
    internal, nothing = ask(client, "02/TB-HĐND"), ask(client, "09/TB-HĐND")
    assert headline(internal) == headline(nothing) == UNKNOWN
    same = internal.content.replace(b"02/TB", b"09/TB").replace(b"02%2FTB", b"09%2FTB")
    assert same == nothing.content
    issue_paper(news, "notice", 3)
    assert headline(ask(client, "03/TB-HĐND")) != UNKNOWN  # one that is public would be seen


def test_minutes_wait_for_their_page(client, db, news):
    issue_paper(news)
    assert headline(ask(client, "05/BB-HĐND")) == UNKNOWN


@pytest.mark.parametrize("asked", ["05", "BB-HĐND", "<b>", "x" * 9999])
def test_what_is_no_number_is_refused_in_words(client, db, asked):
    page = ask(client, asked)
    assert page.status_code == 400 and "<b>" not in page.content.decode()
    assert "Hãy ghi số và ký hiệu như trên văn bản" in texts(page, "p", class_="fault")[0]


def test_the_form_needs_no_script(client, db):
    (field,) = [each for each in elements(client.get(PAGE), "input") if each.get("name") == "so"]
    assert field["type"] == "text"


def test_trying_number_after_number_is_limited_together_with_sent_files(client, db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(rate_limit, "FOR_AN_OFFICE", 120)
    for number in range(1, 121):
        assert ask(client, f"{number}/BB-HĐND").status_code == 200
    refused = ask(client, "121/BB-HĐND")
    assert refused.status_code == 429 and int(refused["Retry-After"]) > 0
    assert client.post(PAGE).status_code == 429 and client.get(PAGE).status_code == 200


def test_an_answer_asks_little_of_the_database(client, posted, news, django_assert_max_num_queries):
    for number in range(1, 6):
        issue_paper(news, number=number)
    with django_assert_max_num_queries(6) as asked:
        ask(client, "04/BB-HĐND")
    columns = '"meetings_edition"."record"', '"meetings_edition"."paper"'
    assert not any(each in query["sql"] for query in asked.captured_queries for each in columns)
