"""What the public pages ask of the database: little, the same for any number of rows, and nothing of the desk."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.paper import PaperKind
from meetings.record import AttendeeRecord, DirectiveRecord, Role

from .conftest import issue, issue_paper, printed, session_of
from .every_word import content_of

OPEN_TO_THE_PUBLIC = {
    "meetings_edition",
    "meetings_editionfile",
    "meetings_pageviews",
    "meetings_errorreport",  # only whether a reader led to a correction
    "meetings_progressreport",
    "meetings_reporttakenback",  # only whether there is one: its reason is the office's
    "meetings_directive",
    "meetings_directiveentry",
    "meetings_sessionentry",
    "meetings_revision",
    "meetings_signedcopyrevocation",  # which signed copies were taken back
    "meetings_councilterm",  # two days and a key: which council sits; the words are the editions'
    "meetings_party",
    "meetings_listedunit",
    "meetings_searchentry",
    "meetings_searchindex",
}


@pytest.mark.parametrize("rows", [1, 20, 60])
def test_a_session_costs_ten_queries_and_one_more_with_papers(client, db, rows, django_assert_num_queries):
    attendees = tuple(AttendeeRecord(role=Role.INVITEE, name=f"Người thứ {n}") for n in range(rows))
    directives = tuple(DirectiveRecord(number=str(n), task=f"việc {n}") for n in range(1, rows + 1))
    issue(
        session_of(2021, 1, attendees=attendees, directives=directives),
        states={str(n): "open" for n in range(1, rows + 1)},
    )
    for number in range(1, rows // 10 + 1):
        for place, kind in enumerate(PaperKind):  # letters share one series of numbers
            issue_paper(session_of(2021, 1), kind, 10 * number + place)
    with django_assert_num_queries(11 if rows > 10 else 10):  # which papers a letter of correction mends
        client.get("/phien-hop/2021/01/")


@pytest.mark.parametrize(("address", "queries"), [("/", 12), ("/phien-hop/", 10), ("/phien-hop/?nam=2020", 9)])
@pytest.mark.parametrize("months", [1, 12])
def test_a_list_costs_the_same_for_one_session_as_for_twelve(
    client, db, address, queries, months, django_assert_num_queries
):
    for month in range(1, months + 1):
        issue(session_of(2020, month))
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/phien-hop/", 200),
        ("/phien-hop/?nam=2021", 200),
        ("/phien-hop/2021/01/", 200),
        ("/phien-hop/2021/01/ban/1/", 200),
        ("/phien-hop/2021/01/bien-ban.pdf", 200),
        ("/phien-hop/2021/01/thong-bao.docx", 200),
        ("/phien-hop/2021/01/ban/thong-bao-1.pdf", 200),
        ("/phien-hop/2021/01/du-lieu.json", 200),
        ("/phien-hop/2021/02/", 404),
        ("/chi-dao/", 200),
        ("/chi-dao/?tinh-trang=qua-han&don-vi=uy-ban-mttq-viet-nam-quan&nam=2021&tu=giam+sat", 200),
        ("/chi-dao/2021-01-1/", 200),
        ("/chi-dao/2021-01-2-1/", 200),
        ("/don-vi/", 200),
        ("/don-vi/uy-ban-mttq-viet-nam-quan/", 200),
        ("/tim-kiem/?q=giam+sat", 200),
        ("/rss.xml", 200),
        ("/lich.ics", 200),
        ("/phien-hop/2021/01/lich.ics", 200),
        ("/sitemap.xml", 200),
        ("/sitemap-2021.xml", 200),
        ("/api/", 200),
        ("/api/openapi.json", 200),
        ("/api/bodies", 200),
        ("/api/meetings?modified_since=2000-01-01&organization=uy-ban-mttq-viet-nam-quan", 200),
        ("/api/meetings/2021-01", 200),
        ("/api/meetings/2021-02", 404),
        ("/api/directives?state=overdue", 200),
        ("/api/directives/2021-01-1", 200),
        ("/api/organizations", 200),
        ("/api/organizations/uy-ban-mttq-viet-nam-quan", 200),
        ("/du-lieu-mo/", 200),
        ("/en/open-data/", 200),
        ("/du-lieu-mo/2021.jsonl", 200),
        ("/du-lieu-mo/2021-phien-hop.csv", 200),
        ("/du-lieu-mo/2021-chi-dao.csv", 200),
        ("/du-lieu-mo/2021-tien-do.csv", 200),
    ],
)
def test_no_public_page_reads_a_table_of_the_desk(client, news, posted, address, status):
    issue(news, note="Sửa tên.", files=printed())
    issue_paper(news, "notice", 1)
    issue_paper(news, "notice", 2)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        content_of(answer)
    assert answer.status_code == status
    sql = " ".join(each["sql"] for each in asked.captured_queries)
    tables = set(re.findall(r"\b(?:meetings|auth|django)_[a-z]+\b", sql))
    assert tables & {"meetings_edition", "meetings_sessionentry"}
    assert tables <= OPEN_TO_THE_PUBLIC


@pytest.mark.parametrize(
    "address",
    [
        *(f"/phien-hop/2021/01/{rest}" for rest in ("", "bien-ban.pdf", "ban/bien-ban-1.pdf", "lich.ics")),
        *(
            f"/api/{rest}"
            for rest in ("bodies", "meetings", "meetings/2021-01", "directives", "directives/2021-01-1")
        ),
        *(f"/du-lieu-mo/2021{rest}" for rest in (".jsonl", "-phien-hop.csv", "-chi-dao.csv", "-tien-do.csv")),
    ],
)
def test_the_internal_record_never_leaves_the_record_room(client, posted, news, address):
    issue_paper(news, number=1)
    issue_paper(news, number=2)
    with CaptureQueriesContext(connection) as asked:
        assert content_of(client.get(address))
    assert not any('"meetings_edition"."paper"' in each["sql"] for each in asked.captured_queries)
    assert not any('"meetings_edition"."record"' in each["sql"] for each in asked.captured_queries)
