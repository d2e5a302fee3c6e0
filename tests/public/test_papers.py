"""The papers of a session: the printed files of what is in force, earlier ones beside it; the record as data."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from meetings.models import Edition, PrintedFile
from meetings.models.stored_file import StoredFile
from meetings.public.cached_page import LIFE
from meetings.record import SessionRecord

from .conftest import issue, issue_paper, printed, session_of
from .every_word import content_of
from .page_text import elements, texts

JANUARY = "/phien-hop/2021/01/"
MINUTES = f"{JANUARY}bien-ban.pdf"
DATA = "Dữ liệu đặc tả: JSON, XML"


def read(answer):
    assert answer.status_code == 200
    return content_of(answer).decode()


def close(edition, state, note=""):
    Edition.objects.filter(pk=edition.pk).close(state, note)


def listed(client, address=JANUARY):
    """The papers beside the page, the data left out."""
    return texts(client.get(address), "div", class_="paper")[:-1]


def links(client):
    inside = elements(client.get(JANUARY), "section", class_="papers")
    assert len(inside) == 1
    return [each["href"] for each in elements(client.get(JANUARY), "a") if each["href"].endswith(("pdf", "docx"))]


@pytest.mark.parametrize(
    ("kind", "slug"), [("minutes", "bien-ban"), ("notice", "thong-bao"), ("invitation", "giay-moi")]
)
@pytest.mark.parametrize("extension", ["pdf", "docx"])
def test_each_paper_in_force_is_had_as_it_was_printed_for_the_public(client, posted, news, kind, slug, extension):
    issue_paper(news, kind)
    assert read(client.get(f"{JANUARY}{slug}.{extension}")) == f"%PDF-1.7 {slug} số 5 công khai {extension}"


def test_a_pdf_opens_in_the_browser_and_a_word_file_is_kept_both_under_a_good_name(client, posted, news):
    issue_paper(news)
    paper, word = client.get(MINUTES), client.get(f"{JANUARY}bien-ban.docx")
    assert paper["Content-Type"] == "application/pdf"
    assert word["Content-Type"].startswith("application/vnd.openxmlformats")
    named = "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20s%E1%BB%91%2005-BB-H%C4%90ND%2C%20phi%C3%AAn%20h%E1%BB%8Dp"
    assert paper["Content-Disposition"].startswith(f'inline; filename="bien-ban.pdf"; {named}')
    assert word["Content-Disposition"].startswith(f'attachment; filename="bien-ban.docx"; {named}')
    assert paper["Content-Disposition"].endswith("th%C3%A1ng%2001%20n%C4%83m%202021.pdf")
    assert (paper["Cache-Control"], paper["X-Content-Type-Options"]) == (LIFE, "nosniff")
    assert paper["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for answer in (paper, word):
        read(answer)


def test_whoever_has_the_paper_already_is_told_so(client, posted, news):
    edition = issue_paper(news)
    file = edition.files.get(part="public", filename="bien-ban.pdf")
    again = client.get(MINUTES, headers={"If-None-Match": f'"{file.sha256}"'})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", f'"{file.sha256}"')


def test_before_numbered_minutes_those_printed_with_the_page_stand_in(client, db, news):
    issue(news, files=printed(words="kèm bài"))
    answer = client.get(MINUTES)
    assert "Bi%C3%AAn%20b%E1%BA%A3n%2C%20phi%C3%AAn" in answer["Content-Disposition"]
    assert read(answer) == "%PDF-1.7 bien-ban kèm bài pdf"
    (said,) = listed(client)
    assert said.startswith("Biên bản PDF 31 byte Word") and said.endswith("In kèm bài đăng, chưa có số.")
    issue_paper(news)
    assert read(client.get(MINUTES)) == "%PDF-1.7 bien-ban số 5 công khai pdf"
    assert [each[:31] for each in listed(client)] == ["Biên bản số 05/BB-HĐND, 05/01/2"]


def test_a_page_posted_without_a_print_has_no_minutes_yet(client, posted):
    assert client.get(MINUTES).status_code == 404
    assert listed(client) == []
    assert client.get(f"{JANUARY}thong-bao.pdf").status_code == 404


def test_an_invitation_is_there_before_the_session_has_a_page(client, db):
    issue_paper(session_of(2021, 2), "invitation", 3)
    assert read(client.get("/phien-hop/2021/02/giay-moi.pdf")) == "%PDF-1.7 giay-moi số 3 công khai pdf"


def test_a_session_beside_the_regular_one_names_its_papers_by_its_own_title(client, db):
    record = session_of(2020, 12, slug="dot-xuat", title="Phiên họp đột xuất")
    issue(record)
    issue_paper(record, "notice", 2)
    answer = client.get("/phien-hop/2020/12/dot-xuat/thong-bao.pdf")
    assert answer["Content-Disposition"].endswith("phi%C3%AAn%20h%E1%BB%8Dp%20%C4%91%E1%BB%99t%20xu%E1%BA%A5t.pdf")
    read(answer)


def test_the_page_lists_what_there_is_with_number_day_and_size(client, posted, news):
    issue_paper(news, "invitation", 1, dated=date(2021, 1, 2))
    issue_paper(news, "minutes", 5)
    assert listed(client) == [
        f"Biên bản số 05/BB-HĐND, 05/01/2021 PDF 39 byte Word 40 byte {DATA}",
        f"Giấy mời số 01/GM-HĐND, 02/01/2021 PDF 39 byte Word 40 byte {DATA}",
    ]
    assert links(client) == [
        *[f"{JANUARY}bien-ban.{each}" for each in ("pdf", "docx") * 2],
        *[f"{JANUARY}giay-moi.{each}" for each in ("pdf", "docx")],
    ]
    assert elements(client.get("/"), "a", href=f"{JANUARY}giay-moi.docx") != []


def test_a_paper_that_replaced_another_says_so_and_leads_to_it(client, posted, news):
    issue_paper(news, number=4, dated=date(2021, 1, 6))
    issue_paper(news, number=5, dated=date(2021, 1, 8), note="Ghi sai giờ.")
    (said,) = listed(client)
    assert said == (
        "Biên bản số 05/BB-HĐND, 08/01/2021 PDF 39 byte Word 40 byte "
        f"Thay cho số 04/BB-HĐND, 06/01/2021 (đã được thay): PDF, Word {DATA}"
    )
    assert read(client.get(MINUTES)) == "%PDF-1.7 bien-ban số 5 công khai pdf"
    before = client.get(f"{JANUARY}ban/bien-ban-1.pdf")
    assert f"{JANUARY}ban/bien-ban-1.pdf" in links(client)
    assert before["Link"] == f'<http://testserver{MINUTES}>; rel="latest-version"'
    assert before["X-Robots-Tag"] == "noindex"
    assert before["Content-Disposition"].endswith(
        "%28b%E1%BA%A3n%201%2C%20%C4%91%C3%A3%20%C4%91%C6%B0%E1%BB%A3c%20thay%29.pdf"
    )
    assert read(before) == "%PDF-1.7 bien-ban số 4 công khai pdf"


def test_the_paper_in_force_has_one_address(client, posted, news):
    issue_paper(news)
    answer = client.get(f"{JANUARY}ban/bien-ban-1.docx")
    assert (answer.status_code, answer["Location"]) == (302, f"{JANUARY}bien-ban.docx")


@pytest.mark.parametrize(
    "rest",
    [
        "ban/bien-ban-2.pdf",
        "ban/bien-ban-0.pdf",
        "ban/bien-ban-99999999999999999999.pdf",
        "ban/thong-bao-1.pdf",
        "ban/bien-ban-1.exe",
        "bien-ban-1.pdf",
        "bien-ban.doc",
        "tin.pdf",
        "bien-ban-noi-bo.pdf",
    ],
)
def test_no_other_address_leads_to_a_paper(client, posted, news, rest):
    issue_paper(news)
    assert client.get(f"{JANUARY}{rest}").status_code == 404


@pytest.mark.parametrize("rest", ["bien-ban.pdf", "bien-ban.docx", "giay-moi.pdf", "ban/bien-ban-1.pdf"])
def test_of_a_withdrawn_session_every_paper_says_why(client, posted, news, rest):
    issue_paper(news, number=4)
    issue_paper(news, number=5)
    issue_paper(news, "invitation")
    close(posted, Edition.State.WITHDRAWN, "Sai ngày họp.")
    answer = client.get(f"{JANUARY}{rest}")
    assert answer.status_code == 410 and "Lý do: Sai ngày họp." in texts(answer, "main")[0]


def test_a_withdrawn_paper_says_why_and_is_listed_without_its_file(client, posted, news):
    edition = issue_paper(news, "invitation", 3)
    close(edition, Edition.State.WITHDRAWN, "Hoãn họp")
    for rest in ("giay-moi.pdf", "ban/giay-moi-1.pdf"):
        answer = client.get(f"{JANUARY}{rest}")
        assert answer.status_code == 410
        assert texts(answer, "h1") == ["Giấy mời đã được thu hồi"]
        assert "Giấy mời số 03/GM-HĐND ngày 05/01/2021 của phiên họp tháng 01 năm 2021" in texts(answer, "main")[0]
    (said,) = listed(client)
    assert said.startswith("Giấy mời số 03/GM-HĐND, 05/01/2021 Đã thu hồi ngày") and said.endswith("Lý do: Hoãn họp.")
    assert links(client) == []


def test_after_withdrawn_minutes_those_printed_with_the_page_stand_in_again(client, db, news):
    issue(news, files=printed(words="kèm bài"))
    close(issue_paper(news), Edition.State.WITHDRAWN, "Nhầm số.")
    assert read(client.get(MINUTES)) == "%PDF-1.7 bien-ban kèm bài pdf"
    assert client.get(f"{JANUARY}ban/bien-ban-1.pdf").status_code == 410


def test_a_paper_for_the_office_alone_is_nowhere(client, db, news):
    issue(news, files=printed(words="kèm bài"))
    issue_paper(news, "minutes", 4)
    issue_paper(news, "minutes", 5, is_public=False)
    issue_paper(news, "notice", 5, is_public=False)
    assert read(client.get(MINUTES)) == "%PDF-1.7 bien-ban kèm bài pdf"
    for rest in ("thong-bao.pdf", "ban/thong-bao-1.pdf", "ban/bien-ban-2.pdf"):
        assert client.get(f"{JANUARY}{rest}").status_code == 404
    assert "BB-HĐND" not in client.get(JANUARY).content.decode()


def test_a_signed_copy_stays_in_the_office(client, posted, news):
    edition = issue_paper(news)
    PrintedFile("signed", "bien-ban-ky.pdf", b"%PDF-1.7 signed").keep().row(edition).save()
    assert read(client.get(MINUTES)) == "%PDF-1.7 bien-ban số 5 công khai pdf"
    assert len(links(client)) == 4


def test_a_paper_whose_hour_has_not_come_is_not_there(client, posted, news):
    issue_paper(news, "notice", visible_from=timezone.now() + timedelta(hours=1))
    for rest in ("thong-bao.pdf", "ban/thong-bao-1.pdf"):
        assert client.get(f"{JANUARY}{rest}").status_code == 404
    assert listed(client) == []


def test_a_file_lost_from_the_store_is_not_found_and_the_operator_is_told(client, posted, news, caplog):
    edition = issue_paper(news)
    file = edition.files.get(part="public", filename="bien-ban.pdf")
    default_storage.delete(StoredFile(file.sha256, file.filename).path)
    answer = client.get(MINUTES)
    assert (answer.status_code, texts(answer, "h1")) == (404, ["Không có trang này"])
    (logged,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert f"Tệp đã phát hành không có trong kho: {file.sha256}, bien-ban.pdf" in logged.getMessage()


def test_the_data_is_the_public_record_and_reads_back(client, posted):
    answer = client.get(f"{JANUARY}du-lieu.json")
    assert SessionRecord.from_data(json.loads(answer.content)) == posted.public
    assert answer["Content-Type"] == "application/json; charset=utf-8"
