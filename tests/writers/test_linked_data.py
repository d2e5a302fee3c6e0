"""What search engines are told: the news, its event, the body, the way to the page."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from meetings.writers import linked_data
from tests.public.conftest import COUNCIL, session_of

SITE = "https://hdnd.example"
ADDRESS = f"{SITE}/phien-hop/2021/01/"


def told(record, picture=""):
    moment = datetime(2021, 1, 11, 1, 52, tzinfo=UTC)
    text = linked_data.session_page(record, address=ADDRESS, site=SITE, modified=moment, picture=picture)
    return text, {each["@type"]: each for each in json.loads(text)["@graph"]}


def test_the_page_is_news_of_an_event_by_a_body_at_the_end_of_a_way():
    _, graph = told(session_of(2021, 1, starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2"), "x.png")
    news, event = graph["NewsArticle"], graph["Event"]
    assert news["headline"] == "Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert news["datePublished"] == news["dateModified"] == "2021-01-11T08:52:00+07:00"
    assert (event["startDate"], event["endDate"]) == ("2021-01-05T08:30:00+07:00", "2021-01-05T11:00:00+07:00")
    assert event["location"]["name"] == "Phòng họp số 2" and news["image"] == "x.png"
    assert graph["GovernmentOrganization"]["name"] == COUNCIL.committee_full_name
    names = [each["name"] for each in graph["BreadcrumbList"]["itemListElement"]]
    assert names == ["Trang nhất", "Phiên họp", "2021", "Tháng 01"]


def test_what_is_not_recorded_is_not_said():
    _, graph = told(session_of(2021, 1, held_on=None, posted_at=None))
    assert (
        "Event" not in graph and "datePublished" not in graph["NewsArticle"] and "image" not in graph["NewsArticle"]
    )
    event = told(session_of(2021, 1))[1]["Event"]
    assert event["startDate"] == date(2021, 1, 5).isoformat()
    assert not {"location", "eventAttendanceMode", "endDate"} & set(event)


@pytest.mark.parametrize("title", ["</script><b>", "a & b", '"ngoặc"', "<!--"])
def test_nothing_in_it_ends_the_element_it_stands_in(title):
    text, graph = told(replace(session_of(2021, 1), title=title))
    assert "<" not in text and "&" not in text and graph["NewsArticle"]["headline"] == title


def test_the_site_says_where_its_search_is():
    graph = {each["@type"]: each for each in json.loads(linked_data.front_page(COUNCIL, site=SITE))["@graph"]}
    assert graph["WebSite"]["potentialAction"]["target"] == f"{SITE}/tim-kiem/?q={{search_term_string}}"
