"""The public reads the files its record names, as they are, and no other."""

import hashlib
from contextlib import closing
from dataclasses import replace

import pytest
from django.urls import reverse

from meetings.models import Edition, Session
from meetings.models.stored_file import StoredFile
from meetings.record import AttachmentRecord

from .conftest import issue

CONTENT = b"%PDF-1.7 words %%EOF"
NAME = "bao-cao.pdf"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
REPORT = AttachmentRecord(
    title="Báo cáo công tác năm 2020", kind="PDF", filename=NAME, size=len(CONTENT), sha256=SHA256, is_public=True
)
ADDRESS = f"/phien-hop/2021/01/tep/{SHA256[:12]}/{NAME}"


@pytest.fixture
def issued(db, news):
    """January with one document, published."""
    StoredFile(SHA256, NAME).keep(CONTENT)
    return issue(replace(news, attachments=(REPORT,)))


def read(answer):
    assert answer.status_code == 200
    with closing(answer):
        return b"".join(answer.streaming_content)


def test_a_citizen_reads_a_public_file(client, issued):
    answer = client.get(ADDRESS)
    assert read(answer) == CONTENT
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename=\"bao-cao.pdf\"; filename*=UTF-8''B%C3%A1o")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["ETag"] == f'"{SHA256}"' and "public" in answer["Cache-Control"]


def test_its_address_is_told_by_the_record(issued):
    assert reverse("public:attachment", args=["2021/01", SHA256[:12], NAME]) == ADDRESS


def test_who_has_it_is_not_sent_it_again(client, issued):
    answer = client.get(ADDRESS, headers={"If-None-Match": f'"{SHA256}"'})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", f'"{SHA256}"')


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS.replace(NAME, "khac.pdf"),
        ADDRESS.replace(SHA256[:12], SHA256[:11]),
        ADDRESS.replace(SHA256[:12], SHA256),
        ADDRESS.replace(SHA256[:12], "0" * 12),
        ADDRESS.replace("2021/01", "2021/02"),
        ADDRESS.replace(NAME, "..%2f..%2fcouncil.sqlite3"),
        f"/attachments/{SHA256[:32]}/{NAME}",
        f"/media/attachments/{SHA256[:32]}/{NAME}",
    ],
)
def test_no_other_address_leads_to_a_file(client, issued, address):
    assert client.get(address).status_code == 404


def test_an_internal_file_is_out_of_reach(client, db, news):
    StoredFile(SHA256, NAME).keep(CONTENT)
    issue(replace(news, attachments=(replace(REPORT, is_public=False),)))
    assert client.get(ADDRESS).status_code == 404


def test_a_file_not_issued_yet_is_out_of_reach(client, db, news):
    issue(news)
    StoredFile(SHA256, NAME).keep(CONTENT)
    Session.objects.get().attachments.create(
        title="Chưa đăng", file=StoredFile(SHA256, NAME).path, sha256=SHA256, is_public=True
    )
    assert client.get(ADDRESS).status_code == 404


def test_a_row_removed_at_the_desk_takes_nothing_from_the_public(client, db, news):
    StoredFile(SHA256, NAME).keep(CONTENT)
    edition = issue(replace(news, attachments=(REPORT,)))
    row = edition.session.attachments.create(title="x", file=StoredFile(SHA256, NAME).path, sha256=SHA256)
    row.delete()
    assert read(client.get(ADDRESS)) == CONTENT


def test_a_correction_without_the_file_takes_it_out_of_reach(client, issued, news):
    issue(news, note="Bỏ tài liệu gửi nhầm.")
    assert client.get(ADDRESS).status_code == 404


NEW = b"%PDF-1.7 other words %%EOF"
NEW_SHA256 = hashlib.sha256(NEW).hexdigest()
NEW_ADDRESS = f"/phien-hop/2021/01/tep/{NEW_SHA256[:12]}/bao-cao-sua.pdf"
MENDED = replace(REPORT, title="Báo cáo đã sửa", filename="bao-cao-sua.pdf", sha256=NEW_SHA256, size=len(NEW), key=7)


@pytest.fixture
def mended(db, news):
    """January with its document replaced by a correction."""
    StoredFile(SHA256, NAME).keep(CONTENT)
    StoredFile(NEW_SHA256, MENDED.filename).keep(NEW)
    issue(replace(news, attachments=(replace(REPORT, key=7),)))
    return issue(replace(news, attachments=(MENDED,)), note="Thay báo cáo.")


def test_the_old_address_of_a_replaced_file_says_so_and_leads_to_the_new_one(client, mended):
    answer = client.get(ADDRESS)
    said = answer.content.decode()
    assert answer.status_code == 410 and "Tệp “Báo cáo công tác năm 2020”" in said and "đã được thay" in said
    assert f'href="{NEW_ADDRESS}"' in said and 'rel="latest-version"' in answer["Link"]
    assert read(client.get(NEW_ADDRESS)) == NEW


def test_the_page_of_the_earlier_edition_leads_to_its_own_file(client, mended):
    own = ADDRESS.replace("/tep/", "/ban/1/tep/")
    assert f'href="{own}"' in client.get("/phien-hop/2021/01/ban/1/").content.decode()
    assert client.get(NEW_ADDRESS.replace("/tep/", "/ban/1/tep/")).status_code == 404
    assert client.get(NEW_ADDRESS.replace("/tep/", "/ban/2/tep/")).url == NEW_ADDRESS
    answer = client.get(own)
    assert read(answer) == CONTENT and NEW_ADDRESS in answer["Link"] and answer["X-Robots-Tag"] == "noindex"


def test_a_file_replaced_twice_leads_to_the_last(client, mended, news):
    last = b"%PDF-1.7 last %%EOF"
    sha256 = hashlib.sha256(last).hexdigest()
    StoredFile(sha256, NAME).keep(last)
    issue(replace(news, attachments=(replace(MENDED, sha256=sha256, filename=NAME),)), note="Thay lần nữa.")
    for address in (ADDRESS, NEW_ADDRESS):
        assert f"/tep/{sha256[:12]}/{NAME}" in client.get(address).content.decode()


def test_a_file_issued_before_files_had_keys_is_known_by_its_title(client, issued, news):
    StoredFile(NEW_SHA256, MENDED.filename).keep(NEW)
    issue(replace(news, attachments=(replace(MENDED, title=REPORT.title),)), note="Thay báo cáo.")
    assert NEW_ADDRESS in client.get(ADDRESS).content.decode()


def test_a_file_taken_away_is_out_of_reach_from_the_earlier_page_too(client, issued, news):
    issue(news, note="Bỏ tài liệu gửi nhầm.")
    page = client.get("/phien-hop/2021/01/ban/1/").content.decode()
    assert "Báo cáo công tác năm 2020" in page and "/tep/" not in page
    assert client.get(ADDRESS.replace("/tep/", "/ban/1/tep/")).status_code == 404


def test_what_replaced_a_file_and_is_internal_is_not_told(client, issued, news):
    StoredFile(NEW_SHA256, MENDED.filename).keep(NEW)
    inside = replace(MENDED, title=REPORT.title, is_public=False)
    issue(replace(news, attachments=(inside,)), note="Thay báo cáo.")
    assert client.get(ADDRESS).status_code == 404


def test_of_a_withdrawn_session_no_file_is_given(client, issued):
    Edition.objects.close(Edition.State.WITHDRAWN, note="Đăng nhầm.")
    answer = client.get(ADDRESS)
    assert answer.status_code == 410 and "Đăng nhầm." in answer.content.decode()


def test_a_record_that_names_a_file_outside_the_store_is_not_followed(client, db, news):
    odd = replace(REPORT, filename="bao cao.pdf")
    issue(replace(news, attachments=(odd,)))
    assert client.get(ADDRESS.replace(NAME, "bao%20cao.pdf")).status_code == 404


def test_a_file_lost_from_the_store_is_not_found(client, db, news):
    issue(replace(news, attachments=(REPORT,)))
    assert client.get(ADDRESS).status_code == 404


def test_the_page_lists_the_files_with_kind_and_size(db, issued):
    from django.template.loader import render_to_string

    html = render_to_string("public/_attachments.html", {"record": issued.public, "path": issued.path})
    assert f'href="{ADDRESS}"' in html and "Báo cáo công tác năm 2020" in html
    assert "PDF, 20 byte" in html.replace("\N{NO-BREAK SPACE}", " ")
    without = render_to_string("public/_attachments.html", {"record": issued.public})
    assert "href" not in without and "Báo cáo công tác năm 2020" in without
