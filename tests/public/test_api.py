"""The API: each address, pages by cursor, what changed and what is gone, refusals, and nothing internal."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from meetings.models import Edition
from meetings.record import AttachmentRecord, DirectiveRecord

from .conftest import issue, issue_paper, session_of

LED = DirectiveRecord(number="1", task="rà soát", lead="Ban Pháp chế")


def ask(client, path, **asked):
    answer = client.get(path, asked)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def names(answer):
    return [each["id"].rpartition("/")[2] for each in answer["data"]]


def test_from_the_start_every_list_is_reached(client, posted):
    system = ask(client, "/api/")
    lists = ("body", "meeting", "directive", "organization")
    for name in (*lists, "description", "feed", "calendar", "verification", "website"):
        assert client.get(system[name].removeprefix("http://testserver")).status_code == 200
    assert (system["apiVersion"], system["oparlVersion"]) == ("1", "https://schema.oparl.org/1.1/")
    assert ask(client, "/api/bodies")["data"][0]["name"] == "Hội đồng nhân dân quận Hai Bà Trưng"


def test_a_meeting_is_told_with_its_papers_and_files(client, news, posted):
    attachment = AttachmentRecord(title="Báo cáo", filename="bao-cao.pdf", size=12, sha256="a" * 64, is_public=True)
    issue(replace(news, attachments=(attachment,)), note="Thêm tài liệu.")
    issue_paper(news, "minutes", 5)
    meeting = ask(client, "/api/meetings/2021-01")
    assert (meeting["name"], meeting["start"], meeting["chair"]) == (
        "Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng",
        "2021-01-05",
        ["Trần Quyết Thắng"],
    )
    assert [(each["number"], each["format"]) for each in meeting["paper"]] == [
        ("05/BB-HĐND", "pdf"),
        ("05/BB-HĐND", "docx"),
    ]
    assert meeting["auxiliaryFile"][0]["name"] == "Báo cáo"
    assert [(each["role"], each["name"], each["presence"]) for each in meeting["attendee"]] == [
        ("chair", "Trần Quyết Thắng", "present")
    ]
    assert meeting["directive"][0] == "http://testserver/api/directives/2021-01-1"


def fields(schema, place=""):
    """Every field described anywhere in a schema, with its place."""
    if isinstance(schema, list):
        for each in schema:
            yield from fields(each, place)
    elif isinstance(schema, dict):
        for name, field in (schema.get("properties") or {}).items():
            yield f"{place}.{name}", field
            yield from fields(field, f"{place}.{name}")
        for name in ("items", "anyOf"):
            yield from fields(schema.get(name, []), place)


def test_every_field_parameter_and_answer_is_put_in_words(client, db):
    told = ask(client, "/api/openapi.json")
    found = [each for name, schema in told["components"]["schemas"].items() for each in fields(schema, name)]
    assert len(found) > 100 and [place for place, field in found if not field.get("description")] == []
    for path in told["paths"].values():
        said = [path["get"]["summary"], *(each["description"] for each in path["get"]["parameters"])]
        assert all([*said, *(each["description"] for each in path["get"]["responses"].values())])


def test_a_directive_is_told_with_its_public_progress(client, posted):
    one = ask(client, "/api/directives/2021-01-1")
    assert (one["state"], one["overdue"], one["dueOn"]) == ("in_progress", True, "2021-01-15")
    assert one["lead"] == {
        "name": "Ủy ban MTTQ Việt Nam quận",
        "id": "http://testserver/api/organizations/uy-ban-mttq-viet-nam-quan",
    }
    assert one["progress"] == [
        {
            "reportedOn": "2021-01-05",
            "state": "in_progress",
            "occurrence": None,
            "extendedTo": None,
            "note": None,
            "evidence": None,
        }
    ]
    assert ask(client, "/api/directives/2021-01-2-1")["partOf"] == "http://testserver/api/directives/2021-01-2"


@pytest.mark.parametrize(
    ("path", "asked", "found"),
    [
        ("/api/meetings", {}, ["2021-01", "2020-12"]),
        ("/api/meetings", {"year": "2020"}, ["2020-12"]),
        ("/api/meetings", {"kind": "thematic"}, []),
        ("/api/meetings", {"organization": "ban-phap-che"}, ["2020-12"]),
        ("/api/directives", {"state": "overdue"}, ["2021-01-1"]),
        ("/api/directives", {"state": "done"}, ["2021-01-2-1"]),
        ("/api/directives", {"organization": "ban-phap-che"}, ["2020-12-1"]),
        ("/api/directives", {"limit": "1"}, ["2021-01-1"]),
    ],
)
def test_lists_are_narrowed(client, posted, path, asked, found):
    issue(session_of(2020, 12, directives=(LED,)))
    assert names(ask(client, path, **asked)) == found


def walked(client, address, meanwhile=lambda: None):
    seen = []
    while address:
        answer = ask(client, address.removeprefix("http://testserver"))
        seen += names(answer)
        address = answer["links"].get("next")
        meanwhile()
    return seen


def test_cursors_lead_through_everything_once_even_when_a_session_is_issued_midway(client, db):
    for month in range(1, 11):
        issue(session_of(2020, month))
    added = iter([session_of(2021, 1), session_of(2019, 12)])
    seen = walked(client, "/api/meetings?limit=3", lambda: (record := next(added, None)) and issue(record))
    assert seen == [*(f"2020-{month:02d}" for month in range(10, 0, -1)), "2019-12"]


def test_cursors_lead_through_every_unit_once(client, db):
    leads = [f"Ban {letter}" for letter in "dacbe"]
    rows = tuple(replace(LED, number=str(place), lead=lead) for place, lead in enumerate(leads, start=1))
    issue(session_of(2020, 12, directives=rows))
    named = iter([session_of(2021, 1, directives=(replace(LED, lead="Ban bb"),))])
    seen = walked(client, "/api/organizations?limit=2", lambda: (record := next(named, None)) and issue(record))
    assert seen == ["ban-a", "ban-b", "ban-bb", "ban-c", "ban-d", "ban-e"]
    assert len(names(ask(client, "/api/organizations"))) == 6
    assert ask(client, "/api/organizations", limit="6")["links"].keys() == {"self", "first"}


def test_who_asks_for_changes_learns_what_is_gone(client, news, posted):
    other = issue(session_of(2020, 12))
    Edition.objects.filter(pk=other.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    issue(replace(news, directives=news.directives[:1]), note="Bỏ mục 2.")
    rows = ask(client, "/api/meetings", modified_since="2020-01-01")["data"]
    assert [each["deleted"] for each in rows] == [False, True]
    gone = [each for each in ask(client, "/api/directives", modified_since="2021-01-01")["data"] if each["deleted"]]
    assert len(gone) == 4 and set(gone[0]) == {"id", "type", "deleted", "modified"}
    assert ask(client, "/api/meetings", modified_since="2999-01-01T00:00:00+07:00")["data"] == []
    assert client.get("/api/meetings/2020-12").status_code == 410
    assert client.get("/api/meetings/2020-12").json()["detail"] == "Nhầm."


@pytest.mark.parametrize(
    ("path", "query", "parameter"),
    [
        ("meetings", "limit=0", "limit"),
        ("meetings", "limit=101", "limit"),
        ("meetings", "limit=1&limit=2", "limit"),
        ("meetings", "cursor=!", "cursor"),
        ("meetings", "cursor=zzzzzzzzzzzzz", "cursor"),
        ("meetings", "modified_since=hôm qua", "modified_since"),
        ("meetings", "modified_since=2021-01-01T00:00:00", "modified_since"),
        ("meetings", "modified_since=2021-01-01T00:00:00+07:00", "modified_since"),
        ("meetings", "modified_since=2021-W01-1T00:00:00Z", "modified_since"),
        ("meetings", "modified_since=2021-02-30", "modified_since"),
        ("meetings", "year=21", "year"),
        ("meetings", "year=0999", "year"),
        ("meetings", "kind=la", "kind"),
        ("directives", "state=la", "state"),
        ("directives", "organization=A", "organization"),
        ("directives", "kind=regular", "kind"),
        ("organizations", "limit=0", "limit"),
        ("organizations", "cursor=A", "cursor"),
        ("organizations", "modified_since=2021-01-01", "modified_since"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_is_allowed(client, db, path, query, parameter):
    answer = client.get(f"/api/{path}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["parameter"] == parameter


@pytest.mark.parametrize("path", ["meetings", "directives"])
@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("0001-01-01", True),
        ("0001-01-01T00:00:00%2B14:00", True),
        ("2021-01-11T08:52:00%2B07:00", True),
        ("2021-01-11T01:52:01Z", False),
        ("9999-12-31", False),
        ("9999-12-31T23:59:59-14:00", False),
    ],
)
def test_changes_are_asked_from_any_moment_in_any_zone(client, db, news, path, moment, found):
    issue(news)
    assert bool(ask(client, f"/api/{path}?modified_since={moment}")["data"]) is found


def test_who_follows_one_unit_learns_what_is_gone_of_it(client, news, posted):
    led = issue(session_of(2020, 12, directives=(LED,)))
    kept = issue(session_of(2020, 11, directives=(LED,)))
    issue(session_of(2020, 11), note="Bỏ chỉ đạo.")
    Edition.objects.filter(pk=led.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    asked = {"organization": "ban-phap-che", "modified_since": "2020-01-01"}
    meetings, directives = (ask(client, f"/api/{path}", **asked)["data"] for path in ("meetings", "directives"))
    assert kept.path == "2020/11"
    assert [(each["id"][-7:], each["deleted"]) for each in meetings] == [("2020-12", True)]
    assert [(each["id"][-9:], each["deleted"]) for each in directives] == [("2020-12-1", True), ("2020-11-1", True)]


@pytest.mark.parametrize("asked", ["", "&organization=ban-phap-che", "&year=2021"])
def test_what_never_appeared_is_not_among_what_is_gone(client, news, posted, asked):
    """One set to appear later, and one of which that was called off before its moment."""
    for month in (3, 4):
        record = session_of(2021, month, directives=(LED,))
        later = issue(record, at=timezone.now() + timedelta(hours=1))
    Edition.objects.filter(pk=later.pk).close(Edition.State.CANCELLED)
    for path in ("meetings", "directives"):
        found = names(ask(client, f"/api/{path}?modified_since=2000-01-01{asked}"))
        assert not [each for each in found if each.startswith(("2021-03", "2021-04"))]
        assert bool(found) == ("organization" not in asked)


def test_what_was_taken_back_stays_gone_until_its_new_moment(client, db, news):
    """Withdrawn, put right, set to appear again: what it will say is nobody's business yet."""
    edition = issue(news)
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    closed = Edition.objects.get(pk=edition.pk).closed_at
    moment = timezone.now() + timedelta(hours=1)
    added = replace(LED, number="7")
    issue(replace(news, directives=(news.directives[0], added)), at=moment)
    for path in ("meetings", "directives"):
        since = f"/api/{path}?modified_since=2000-01-01"
        told = ask(client, since)["data"]
        assert {each["deleted"] for each in told} == {True}
        assert all(datetime.fromisoformat(each["modified"]) <= closed for each in told)
        assert ask(client, f"/api/{path}")["data"] == []
        of_unit, of_year = (names(ask(client, f"{since}&{more}")) for more in ("organization=la", "year=2021"))
        assert of_unit == of_year[:1] and len(of_year) == len(told)
        assert ask(client, f"{since}&year=2020")["data"] == []
        later = (closed + timedelta(seconds=1)).isoformat().replace("+", "%2B")
        assert ask(client, f"/api/{path}?modified_since={later}")["data"] == []
    assert "2021-01-1" in names({"data": told}) and "2021-01-7" not in names({"data": told})
    gone = [
        client.get(f"/{path}") for path in ("api/directives/2021-01-1", "chi-dao/2021-01-1/", "api/meetings/2021-01")
    ]
    assert [each.status_code for each in gone] == [410] * 3
    assert client.get("/api/directives/2021-01-7").status_code == client.get("/chi-dao/2021-01-7/").status_code == 404


@pytest.mark.parametrize("path", ["meetings/2021-07", "directives/la", "organizations/la", "la/day"])
def test_what_is_not_there_is_a_problem_in_json(client, posted, path):
    answer = client.get(f"/api/{path}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_it_is_for_reading_from_anywhere(client, posted):
    answer = client.get("/api/meetings")
    assert answer["Access-Control-Allow-Origin"] == "*" and answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert (
        answer.cookies == {}
        and client.options("/api/meetings")["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    )
    assert client.options("/api/meetings")["Access-Control-Allow-Headers"] == "If-None-Match, If-Modified-Since"
    assert "ETag" in answer["Access-Control-Expose-Headers"]
    held = client.get("/api/meetings", headers={"if-none-match": answer["ETag"]})
    assert held.status_code == 304 and held["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["", "meetings", "meetings/2021-01", "openapi.json", "la/day"])
def test_it_is_for_reading_alone(posted, path, method):
    answer = Client(enforce_csrf_checks=True).generic(method, f"/api/{path}")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


COST = [("meetings?limit=100", 4), ("directives?limit=100", 7), ("organizations?limit=100", 3)]


@pytest.mark.parametrize("rows", [1, 20, 100])
@pytest.mark.parametrize(("path", "queries"), COST)
def test_the_queries_are_the_same_for_one_row_and_for_a_hundred(
    client, db, path, queries, rows, django_assert_num_queries
):
    for place in range(rows):
        issue(session_of(2000 + place // 12, place % 12 + 1, directives=(replace(LED, lead=f"Ban {place}"),)))
    with django_assert_num_queries(queries):
        found = ask(client, f"/api/{path}")["data"]
    assert len(found) == rows
