"""How a program asks: the head of an answer alone, nothing sent where all is read, a year by its address."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from council.head_requests import without_body
from meetings.models import Edition

from .addresses import EVERY_PAGE
from .conftest import issue, session_of

READ_ALONE = ("/", "/phien-hop/", "/phien-hop/2021/01/", "/chi-dao/", "/tim-kiem/?q=hop", "/rss.xml", "/lich.ics")


@pytest.mark.parametrize("address", [*READ_ALONE, "/du-lieu-mo/", "/sitemap.xml", "/lich/", "/don-vi/"])
def test_what_is_sent_to_a_page_that_is_read_is_refused_by_its_method(posted, address):
    strict = Client(enforce_csrf_checks=True)
    for send in (strict.post, strict.put, strict.delete):
        answer = send(address)
        assert (answer.status_code, set(answer["Allow"].split(", "))) == (405, {"GET", "HEAD"})


def test_forms_still_take_what_is_sent():
    """The proof that the list above is of pages without a form."""
    assert not {"/xac-minh/", "/theo-doi/", "/bao-sai-sot/"} & set(READ_ALONE) and "/theo-doi/" in EVERY_PAGE


@pytest.mark.parametrize("make", [lambda: HttpResponse(b"12345"), lambda: StreamingHttpResponse([b"12", b"345"])])
def test_the_head_of_an_answer_comes_without_its_body(make):
    answer = without_body(lambda request: make())
    head, whole = (answer(RequestFactory().generic(method, "/")) for method in ("HEAD", "GET"))
    assert not head.streaming and head.content == b"" and head.status_code == 200
    assert head["Content-Type"] == whole["Content-Type"]
    assert b"".join(whole) == b"12345"
    assert head.get("Content-Length") in ("5", None)


def test_a_year_is_led_to_its_list(client, db):
    issue(session_of(2021, 1))
    for address in ("/phien-hop/2021/", "/phien-hop/1999/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, f"/phien-hop/?nam={address.split('/')[2]}")
    assert client.get("/phien-hop/02021/").status_code == 404 and Edition.objects.exists()
