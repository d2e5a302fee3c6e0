"""The dossier of a session: in one click everything that was issued, with its data, a list and checksums."""

import json
import re
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pdfplumber
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from meetings import issuing
from meetings.models import Edition, PrintedFile, RegisterEntry
from meetings.models.stored_file import StoredFile
from tests.conftest import make_staff

from ..conftest import logged_in
from ..issuing.conftest import issue, ready
from ..writers.test_paper_metadata import within

__all__ = ["issue", "ready"]
SAFE = re.compile(r"ho-so-phien-hop-2021-01(/[a-z0-9][a-z0-9-]*)*/([a-z0-9][a-z0-9-]*\.[a-z]+|SHA256SUMS\.txt)")


@pytest.fixture
def january_file(ready, issue, chief, clerk):
    """Invitation, minutes (twice), a signed copy that holds and one taken back, copies in the register, a report."""
    issue("invitation")
    issue("minutes")
    minutes = issue("minutes", note="Sửa thời hạn.")
    signed = issuing.sign(minutes, PrintedFile("signed", "da-ky.pdf", b"%PDF-1.7 signed", pages=1), by=chief)
    issuing.revoke(signed, by=chief, reason="Gắn nhầm.")
    issuing.sign(minutes, PrintedFile("signed", "da-ky-lai.pdf", b"%PDF-1.7 again", pages=1), by=chief)
    RegisterEntry(edition=minutes, copies=12, typed_by=clerk).save()
    content = b"%PDF-1.7 report"
    report = StoredFile(sha256(content).hexdigest(), "bao-cao.pdf")
    report.keep(content)
    ready.attachments.create(
        title="Báo cáo số 1: “Kết quả/năm”", file=report.path, size=len(content), sha256=report.sha256
    )
    return ready


def at(session, name="dossier_zip"):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk])


def content_of(client, session, query=""):
    answer = client.get(at(session) + query)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/zip"
    return b"".join(answer.streaming_content)


@pytest.fixture
def opened(at_clerks_desk, january_file):
    return ZipFile(BytesIO(content_of(at_clerks_desk, january_file)))


def text(answer):
    return " ".join(answer.content.decode().split())


def inside(opened, name):
    return opened.read(f"ho-so-phien-hop-2021-01/{name}")


def test_every_paper_with_its_files_data_and_record_stands_in_the_order_of_its_day(opened):
    folders = list(dict.fromkeys(name.split("/")[1] for name in opened.namelist() if name.count("/") > 1))
    assert folders == [
        "01-giay-moi-so-01-gm-hdnd",
        "02-bien-ban-so-01-bb-hdnd",
        "03-bien-ban-so-02-bb-hdnd",
        "04-tai-lieu-kem-bao-cao-so-1-ket-qua-nam",
    ]
    third = sorted(name.rpartition("/")[2] for name in opened.namelist() if "/03-" in name)
    assert third == [
        "ban-ky-da-go-da-ky.pdf",
        "ban-ky-da-ky-lai.pdf",
        "bien-ban-2021-01-so-02-noi-bo.docx",
        "bien-ban-2021-01-so-02-noi-bo.pdf",
        "bien-ban-2021-01-so-02.docx",
        "bien-ban-2021-01-so-02.pdf",
        "dac-ta.json",
        "dac-ta.xml",
        "noi-dung.json",
    ]


def test_every_checksum_holds_and_every_file_has_one(opened):
    sums = dict(line.split("  ")[::-1] for line in inside(opened, "SHA256SUMS.txt").decode().splitlines())
    names = {name.partition("/")[2] for name in opened.namelist()} - {"SHA256SUMS.txt"}
    assert set(sums) == names and len(names) == len(opened.namelist()) - 1
    assert {name: sha256(inside(opened, name)).hexdigest() for name in names} == sums


def test_names_are_safe_and_readable(opened):
    assert [name for name in opened.namelist() if not SAFE.fullmatch(name)] == []
    assert max(map(len, opened.namelist())) < 150


def test_the_data_of_the_dossier_and_of_each_paper_is_that_of_the_decree(opened):
    from meetings.writers import paper_metadata

    data = json.loads(inside(opened, "muc-luc-van-ban.json"))
    assert within(paper_metadata.FILE, data["File"])
    assert all(within(paper_metadata.DOCUMENT, each) for each in data["Documents"])
    assert [each["DocOrdinal"] for each in data["Documents"]] == [1, 2, 3, 4]
    assert data["Documents"][2]["IssuedAmount"] == 12
    assert (data["File"]["DocTotal"], data["File"]["PageTotal"]) == (4, 4)
    assert data["File"]["Creator"] == "Phạm Thu Hà"
    assert json.loads(inside(opened, "03-bien-ban-so-02-bb-hdnd/dac-ta.json")) == data["Documents"][2]
    tree = ElementTree.fromstring(inside(opened, "muc-luc-van-ban.xml"))
    assert [each.findtext("DocOrdinal") for each in tree.findall("Document")] == ["1", "2", "3", "4"]


def test_what_the_clerk_types_stands_in_it(at_clerks_desk, january_file):
    query = "?so=01.HĐND-2021&thoi-han=Vĩnh+viễn"
    opened = ZipFile(BytesIO(content_of(at_clerks_desk, january_file, query)))
    file = json.loads(inside(opened, "muc-luc-van-ban.json"))["File"]
    assert (file["FileCode"]["FileNotation"], file["Maintenance"]) == ("01.HĐND-2021", "Vĩnh viễn")
    assert "số và ký hiệu hồ sơ" not in file["Description"] and "mã định danh" in file["Description"]


def test_replaced_and_signed_are_told_in_the_list(at_clerks_desk, january_file):
    page = text(at_clerks_desk.get(at(january_file, "dossier")))
    assert "Được thay bằng 02/BB-HĐND" in page and "Đang có hiệu lực" in page and "Tải hồ sơ (ZIP)" in page
    assert "4 văn bản, tài liệu" in page and "chưa ghi mã định danh cơ quan" in page


def test_the_record_is_the_internal_one_and_each_edition_has_its_own(opened):
    assert "nội bộ: đi chữa bệnh" in inside(opened, "du-lieu-phien-hop.json").decode()
    frozen = json.loads(inside(opened, "02-bien-ban-so-01-bb-hdnd/noi-dung.json"))
    assert frozen["paper"]["number"] == 1 and len(frozen["seal"]) == 64


def test_the_same_state_gives_the_same_bytes(at_clerks_desk, january_file):
    assert content_of(at_clerks_desk, january_file) == content_of(at_clerks_desk, january_file)


def test_a_file_that_was_changed_in_the_store_is_not_packed_as_if_it_were_the_paper(at_clerks_desk, january_file):
    file = Edition.objects.filter(kind="minutes").first().files.filter(part="whole").first()
    default_storage.delete(file.stored.path)
    default_storage.save(file.stored.path, ContentFile(b"%PDF-1.7 other"))
    answer = at_clerks_desk.get(at(january_file))
    assert answer.status_code == 409 and "verify_editions" in text(answer)


def test_a_file_that_is_lost_is_named_and_the_rest_is_given(at_clerks_desk, january_file):
    file = Edition.objects.filter(kind="minutes").first().files.filter(part="whole").first()
    default_storage.delete(file.stored.path)
    assert "Kho thiếu 1 tệp" in text(at_clerks_desk.get(at(january_file, "dossier")))
    opened = ZipFile(BytesIO(content_of(at_clerks_desk, january_file)))
    assert file.filename in json.loads(inside(opened, "muc-luc-van-ban.json"))["Documents"][-2]["Description"]


def test_a_draft_without_papers_still_has_its_record(at_clerks_desk, january):
    opened = ZipFile(BytesIO(content_of(at_clerks_desk, january)))
    assert {name.partition("/")[2] for name in opened.namelist()} >= {"du-lieu-phien-hop.json", "SHA256SUMS.txt"}


def test_who_may_not_see_the_record_room_has_no_dossier(january_file):
    user = make_staff("mot-phan", "view_session")
    for name in ("dossier", "dossier_zip"):
        assert logged_in(user).get(at(january_file, name)).status_code == 403


def test_it_is_linked_where_the_clerk_looks_for_it(at_clerks_desk, january_file):
    for name in ("papers", "change"):
        assert at(january_file, "dossier") in at_clerks_desk.get(at(january_file, name)).content.decode()


def test_a_page_of_news_is_in_it_too(at_chiefs_desk, published):
    opened = ZipFile(BytesIO(content_of(at_chiefs_desk, published)))
    assert any("/01-bai-dang-ban-1/noi-dung.json" in name for name in opened.namelist())


def test_the_list_is_printed_with_ordinals_and_pages(at_clerks_desk, january_file, press_at_hand, monkeypatch):
    from meetings import printing

    monkeypatch.setattr(printing, "page_count", lambda content: 3)
    opened = ZipFile(BytesIO(content_of(at_clerks_desk, january_file)))
    with pdfplumber.open(BytesIO(inside(opened, "muc-luc-van-ban.pdf"))) as document:
        words = " ".join("\n".join(page.extract_text() for page in document.pages).split())
    assert "MỤC LỤC VĂN BẢN TRONG HỒ SƠ" in words and "Hồ sơ có 4 văn bản, tài liệu" in words
    assert "02/BB-HĐND" in words and "Phạm Thu Hà" in words
