"""The data of a paper beside its file: what the public edition says of itself, and nothing of the desk."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.db import transaction

from meetings.models import Edition, PrintedFile, RegisterEntry
from meetings.paper import PaperKind, PaperRecord
from meetings.paper_kinds import description
from meetings.paper_prose import completed

from .conftest import desk_session, issue_paper

JANUARY = "/phien-hop/2021/01/"


def issue_whole(record, kind="notice", number=5, **more):
    """A paper with all its words, as the desk issues it."""
    paper = PaperRecord(
        kind=PaperKind(kind), number=number, dated=record.held_on, contact="nội bộ: 0912 345 678", order_note="nội bộ"
    )
    slug = description(PaperKind(kind)).slug
    files = [PrintedFile("public", f"{slug}.pdf", f"%PDF-1.7 {number}".encode(), pages=3).keep()]
    with transaction.atomic():
        session, whole = desk_session(record).pk, completed(paper, record)
        return Edition.objects.issue(session, kind, record, by=None, paper=whole, files=files, **more)


def test_a_paper_in_force_has_its_data_beside_its_pdf_in_both_forms(client, posted, news):
    issue_whole(news)
    answer = client.get(f"{JANUARY}thong-bao.json")
    data = json.loads(answer.content)
    assert answer["Content-Type"].startswith("application/json")
    assert (data["CodeNumber"], data["CodeNotation"], data["PageAmount"]) == ("05", "TB-HĐND", 3)
    assert data["Subject"].startswith("Kết luận phiên họp tháng 01 năm 2021")
    assert data["SignerInfo"] and data["To"] and data["IssuedAmount"] is None
    xml = client.get(f"{JANUARY}thong-bao.xml")
    assert xml["Content-Type"].startswith("application/xml")
    assert ElementTree.fromstring(xml.content).findtext("Subject") == data["Subject"]


def test_the_page_links_it_where_the_paper_is_listed(client, posted, news):
    issue_whole(news)
    page = client.get(JANUARY).content.decode()
    assert f"{JANUARY}thong-bao.json" in page and f"{JANUARY}thong-bao.xml" in page


def test_nothing_internal_and_nothing_of_the_desk_is_in_it(client, posted, news, clerk):
    edition = issue_whole(news)
    RegisterEntry(edition=edition, copies=77, note="nội bộ: số bản", typed_by=clerk).save()
    for extension in ("json", "xml"):
        words = client.get(f"{JANUARY}thong-bao.{extension}").content.decode()
        assert "05" in words and "nội bộ" not in words and "0912" not in words and "77" not in words
    assert "0912" in str(edition.paper), "the internal words were there to leak"


def test_a_paper_for_the_office_alone_a_page_print_and_an_unknown_kind_have_none(client, posted, news):
    assert client.get(f"{JANUARY}bien-ban.json").status_code == 404
    issue_whole(news, is_public=False)
    assert client.get(f"{JANUARY}thong-bao.json").status_code == 404
    assert client.get(f"{JANUARY}cong-van.json").status_code == 404


def test_it_does_not_clash_with_the_data_of_the_session(client, posted, news):
    assert "du-lieu" not in {description(kind).slug for kind in PaperKind}
    assert "attendees" in json.loads(client.get(f"{JANUARY}du-lieu.json").content)


def test_a_replaced_paper_keeps_its_own_data_and_names_the_newer(client, posted, news):
    issue_whole(news)
    issue_whole(news, number=6, note="Sửa thời hạn.")
    old = client.get(f"{JANUARY}ban/thong-bao-1.json")
    assert json.loads(old.content)["CodeNumber"] == "05"
    assert old["X-Robots-Tag"] == "noindex" and "thong-bao.json" in old["Link"]
    assert client.get(f"{JANUARY}ban/thong-bao-2.json").status_code == 302


def test_a_withdrawn_paper_answers_410(client, posted, news):
    edition = issue_whole(news)
    Edition.objects.filter(pk=edition.pk).close("withdrawn", "Ghi nhầm.")
    assert client.get(f"{JANUARY}thong-bao.json").status_code == 410


def test_the_identifier_of_the_body_is_that_of_the_edition(client, posted, news):
    issue_whole(replace(news, council=replace(news.council, organ_id="H26.01")))
    assert json.loads(client.get(f"{JANUARY}thong-bao.json").content)["FileCode"]["OrganId"] == "H26.01"


def test_of_a_paper_whose_pages_nobody_counted_it_says_so(client, posted, news):
    issue_paper(news, "notice")
    data = json.loads(client.get(f"{JANUARY}thong-bao.json").content)
    assert data["PageAmount"] is None and "số trang" in data["Description"]


@pytest.mark.parametrize("extension", ["json", "xml"])
def test_it_is_kept_by_caches_like_the_page(client, posted, news, extension):
    issue_whole(news)
    first = client.get(f"{JANUARY}thong-bao.{extension}")
    again = client.get(f"{JANUARY}thong-bao.{extension}", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
