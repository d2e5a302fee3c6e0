"""The signed file of a paper is the one that the public gets, where that is the public version with signatures."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from meetings import issuing
from meetings.models import EditionFile, PrintedFile
from meetings.writers.pdf.contents import Chain, Signature

from .conftest import issue_paper
from .every_word import content_of
from .page_text import texts
from .test_unseen import everything_public

MINUTES = "/phien-hop/2021/01/bien-ban.pdf"
CHAIR = Signature("Trần Quyết Thắng", True, True, Chain.KNOWN, claimed_at=datetime(2021, 1, 8, 3, tzinfo=UTC))
INTERNAL = "nội bộ: số điện thoại 0900 000 000"


def attach(edition, carries=None, *, words="ký", name="bien-ban-da-ky.pdf", is_scan=False):
    """A signed copy on the record, of the printed file `carries` or of none."""
    carried = carries and edition.files.get(part=carries, filename__endswith=".pdf")
    file = PrintedFile("signed", name, f"%PDF-1.7 {words}".encode()).keep()
    row = file.row(edition, carries=carried, signatures=(CHAIR,) if carried else (), is_scan=is_scan)
    row.save()
    return row


def served(client, address=MINUTES):
    answer = client.get(address)
    assert answer.status_code == 200
    return content_of(answer).decode()


def listed(client):
    return texts(client.get("/phien-hop/2021/01/"), "div", class_="paper")[0]


def test_the_public_version_signed_is_what_the_public_gets(client, posted, news):
    edition = issue_paper(news)
    assert listed(client) == "Biên bản số 05/BB-HĐND, 05/01/2021 PDF 39 byte Word 40 byte Dữ liệu đặc tả: JSON, XML"
    before = client.get("/phien-hop/2021/01/")["ETag"]
    attach(edition, "public", words="công khai, đã ký")
    assert served(client) == "%PDF-1.7 công khai, đã ký"
    assert (
        listed(client)
        == "Biên bản số 05/BB-HĐND, 05/01/2021 PDF đã ký số 29 byte Word 40 byte Dữ liệu đặc tả: JSON, XML"
    )
    assert client.get("/phien-hop/2021/01/")["ETag"] != before


def test_the_last_that_was_signed_goes_first_and_one_taken_back_goes_away(client, posted, news, chief):
    edition = issue_paper(news)
    attach(edition, "public", words="một người ký", name="ky-1.pdf")
    last = attach(edition, "public", words="cả hai người ký", name="ky-2.pdf")
    assert served(client) == "%PDF-1.7 cả hai người ký"
    issuing.revoke(last, by=chief, reason="Gắn nhầm.")
    assert served(client) == "%PDF-1.7 một người ký"
    issuing.revoke(EditionFile.objects.get(filename="ky-1.pdf"), by=chief, reason="Gắn nhầm.")
    assert served(client) == "%PDF-1.7 bien-ban số 5 công khai pdf"


@pytest.mark.parametrize("carries", ["whole", None], ids=["the whole version", "a scan"])
def test_what_may_hold_internal_words_reaches_no_public_address(client, posted, news, carries):
    edition = issue_paper(news)
    row = attach(edition, carries, words=INTERNAL, is_scan=not carries)
    assert served(client) == "%PDF-1.7 bien-ban số 5 công khai pdf"
    assert "ký" not in listed(client)
    asked, places = places_of(INTERNAL, client)
    assert f"/xac-minh/?ma={row.sha256}" in asked and places == []
    attach(edition, "public", words=INTERNAL, name="thu.pdf")  # it would be seen
    assert places_of(INTERNAL, client)[1] == [MINUTES]


def places_of(words, client):
    """Every public address, and those that say the words."""
    answers = {place: content_of(answer) for place, answer in everything_public(client).items()}
    return list(answers), [place for place, content in answers.items() if words.encode() in content]


def test_a_paper_for_the_office_alone_stays_there_signed_or_not(client, posted, news):
    edition = issue_paper(news, is_public=False)
    attach(edition, "public", words=INTERNAL)
    assert client.get(MINUTES).status_code == 404


def test_a_replaced_paper_is_had_signed_at_its_own_address(client, posted, news):
    attach(issue_paper(news, number=4), "public", words="bản 1, đã ký")
    issue_paper(news, number=5, note="Ghi sai giờ.")
    assert served(client) == "%PDF-1.7 bien-ban số 5 công khai pdf"
    assert served(client, "/phien-hop/2021/01/ban/bien-ban-1.pdf") == "%PDF-1.7 bản 1, đã ký"


def said(client, row):
    (answer,) = texts(client.get(reverse("public:verify"), {"ma": row.sha256}), "section", class_="answer")
    return answer


def test_verification_names_what_a_signed_copy_is(client, posted, news):
    edition = issue_paper(news)
    answer = said(client, attach(edition, "public"))
    assert "do văn phòng gắn vào văn bản ngày" in answer and "tệp đã phát hành, đã ký số." in answer
    assert (
        "Chữ ký theo chứng thư của Trần Quyết Thắng, khớp nội dung khi gắn; giờ ký do máy của người ký ghi: "
        "10:00, 08/01/2021; chứng thư dẫn tới chứng thư gốc mà cơ quan tin cậy." in answer
    )
    assert "Chưa kiểm chứng thư có bị thu hồi không." in answer
    scan = said(client, attach(edition, words="quét", name="quet.pdf", is_scan=True))
    assert ": bản quét." in scan and "Chữ ký theo chứng thư" not in scan
    other = said(client, attach(edition, words="khác", name="khac.pdf"))
    assert ": tệp khác với tệp đã phát hành." in other and "đã ký số" not in other


def test_of_an_internal_paper_it_names_nobody(client, posted, news):
    answer = said(client, attach(issue_paper(news, "notice", 2, is_public=False), "whole"))
    assert "tệp đã phát hành, đã ký số." in answer and "Trần Quyết Thắng" not in answer
