"""What search engines are told of a session's page, of the site and of the body behind it: schema.org in JSON-LD."""

import json
from datetime import date, datetime
from typing import Any

from ..prose import opening, title
from ..record import CouncilRecord, SessionRecord, tells_hour
from ..vietnamese import LOCAL_ZONE, month_words

_STATUS = "https://schema.org/Event"
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def session_page(record: SessionRecord, *, address: str, site: str, modified: datetime, picture: str) -> str:
    """The page at `address` of `record`: the news, the event it tells of, who published it, the way to it.

    `picture` is the address of the picture to share it with; "" where there is none."""
    body = _body(record.council, site)
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": address,
        "headline": title(record),
        "description": opening(record),
        "inLanguage": "vi",
        "url": address,
        "dateModified": modified.astimezone(LOCAL_ZONE).isoformat(timespec="seconds"),
        "author": {"@id": body["@id"]},
        "publisher": {"@id": body["@id"]},
    }
    if record.posted_at:
        posted = record.posted_at.astimezone(LOCAL_ZONE)
        news["datePublished"] = (
            posted.isoformat(timespec="seconds") if tells_hour(posted) else posted.date().isoformat()
        )
    if picture:
        news["image"] = picture
    graph = [news, *_event(record, address, body), body, _crumbs(record, address, site)]
    return written({"@context": "https://schema.org", "@graph": graph})


def announced_page(record: SessionRecord, *, address: str, site: str, moved_from: date | None) -> str:
    """The event that is announced in `record`; `moved_from` is the day that was announced before."""
    body = _body(record.council, site)
    events = _event(record, address, body)
    for event in events:
        if moved_from and moved_from != record.held_on:
            event |= {"eventStatus": f"{_STATUS}Rescheduled", "previousStartDate": moved_from.isoformat()}
    return written({"@context": "https://schema.org", "@graph": [*events, body]})


def called_off(title: str, day: date, *, address: str, site: str, council: CouncilRecord) -> str:
    """The event that was announced for `day` and called off, with no word that was typed of it."""
    body = _body(council, site)
    event = {
        "@type": "Event",
        "name": title,
        "startDate": day.isoformat(),
        "eventStatus": f"{_STATUS}Cancelled",
        "organizer": {"@id": body["@id"]},
        "mainEntityOfPage": address,
    }
    return written({"@context": "https://schema.org", "@graph": [event, body]})


def front_page(council: CouncilRecord, *, site: str) -> str:
    """The site itself, with where its search is."""
    body = _body(council, site)
    find = {
        "@type": "SearchAction",
        "target": f"{site}/tim-kiem/?q={{search_term_string}}",
        "query-input": "required name=search_term_string",
    }
    whole = {
        "@type": "WebSite",
        "@id": f"{site}/#site",
        "url": f"{site}/",
        "name": council.committee_full_name,
        "inLanguage": "vi",
        "publisher": {"@id": body["@id"]},
        "potentialAction": find,
    }
    return written({"@context": "https://schema.org", "@graph": [whole, body]})


def written(data: dict[str, Any]) -> str:
    """JSON that may stand inside a script element: nothing in it ends the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _body(council: CouncilRecord, site: str) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site}/#body",
        "name": council.committee_full_name,
        "url": f"{site}/",
        "parentOrganization": {"@type": "GovernmentOrganization", "name": council.name},
    }


def _event(record: SessionRecord, address: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    """None where the day is not recorded: an event has a day. Of place and manner only what is recorded is said."""
    if not record.held_on:
        return []
    day = record.held_on
    start = datetime.combine(day, record.starts_at, LOCAL_ZONE).isoformat() if record.starts_at else day.isoformat()
    event: dict[str, Any] = {
        "@type": "Event",
        "name": title(record),
        "startDate": start,
        "eventStatus": f"{_STATUS}Scheduled",
        "organizer": {"@id": body["@id"]},
        "mainEntityOfPage": address,
    }
    if record.venue:
        event["location"] = {"@type": "Place", "name": record.venue}
    if record.ends_at:
        event["endDate"] = datetime.combine(day, record.ends_at, LOCAL_ZONE).isoformat()
    return [event]


def _crumbs(record: SessionRecord, address: str, site: str) -> dict[str, Any]:
    way = (
        ("Trang nhất", f"{site}/"),
        ("Phiên họp", f"{site}/phien-hop/"),
        (f"{record.year}", f"{site}/phien-hop/?nam={record.year}"),
        (f"Tháng {month_words(record.month)}", address),
    )
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": at}
        for place, (name, at) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
