"""A ward of the demo: what its folder tells, placed in time and turned into records of sessions and reports."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from meetings.council_names import Level, of_level
from meetings.record import (
    AgendaItemRecord,
    AttendeeRecord,
    CouncilRecord,
    DirectiveRecord,
    Presence,
    Role,
    SessionKind,
    SessionRecord,
    VoteRecord,
)
from meetings.vietnamese import LOCAL_ZONE, month_and_year

from . import demo_calendar as calendar
from .demo_calendar import days

DEMO = Path(__file__).parent / "demo"
ASKED = "đề nghị … chủ trì, phối hợp với …", "đề nghị …"
"""How a task is given to whom the committee does not direct: with others, and alone."""
Rows = list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A session of the demo; `age` counts the months since, of the regular ones: 0 is the latest, -1 the next."""

    ward: "Ward"
    data: dict[str, Any]
    held_on: date
    today: date
    age: int | None = None

    @property
    def is_ahead(self) -> bool:
        return self.held_on > self.today

    @property
    def is_published(self) -> bool:
        return "posted_after" in self.data and not self.is_ahead

    @property
    def posted_at(self) -> datetime | None:
        if not self.is_published:
            return None
        day = calendar.from_(self.held_on + days(self.data["posted_after"]))
        return datetime.combine(day, time.fromisoformat(self.data["posted_time"]), LOCAL_ZONE)

    @property
    def views(self) -> int:
        """A page is read most in its first weeks, and seldom afterwards."""
        return self.data.get("views", 0) * {0: 62, 1: 86}.get(self.age or 2, 100) // 100

    @property
    def record(self) -> SessionRecord:
        data, ward = self.data, self.ward
        return SessionRecord(
            council=ward.council,
            kind=SessionKind(data.get("kind", "regular")),
            expanded=data.get("expanded", False),
            year=self.held_on.year,
            month=self.held_on.month,
            held_on=self.held_on,
            starts_at=time.fromisoformat(data["starts_at"]),
            ends_at=None if self.is_ahead else time.fromisoformat(data["ends_at"]),
            venue=f"Họp trực tuyến, điểm cầu chính tại {ward.venue}" if data.get("online") else ward.venue,
            assessment="" if self.is_ahead else data["assessment"],
            posted_at=self.posted_at,
            attendees=tuple(self._attendees()),
            agenda=tuple(map(self._item, data["agenda"])),
            directives=() if self.is_ahead else tuple(self._directive(row) for row in self.rows),
        )

    @property
    def correction(self) -> dict[str, Any]:
        return self.data.get("correction", {})

    @property
    def first_record(self) -> SessionRecord:
        """As it was published first, with the words that a correction was to mend."""
        if not self.correction:
            return self.record
        words = self.record.to_json().replace(self.correction["right"], self.correction["wrong"])
        return SessionRecord.from_json(words)

    @property
    def rows(self) -> Rows:
        """The directives, each with its own tasks after it."""
        return [row for head in self.data["directives"] for row in (head, *head.get("tasks", ()))]

    def reports(self) -> Iterator[tuple[int, Rows]]:
        """The place of each directive, and what was reported on it before today, in the order of the days."""
        for place, row in enumerate(self.rows):
            told = [report for report in row.get("reports", ()) if not (self._is_stuck(row) and report[1] == "done")]
            reports = [self._report(report) for report in told]
            if reports and row.get("mark") == "soon" and self.age == 1:
                reports[-1]["reported_on"] = self.today - days(1)
            yield place, [report for report in reports if report["reported_on"] < self.today]

    def _attendees(self) -> Iterator[AttendeeRecord]:
        ward = self.ward
        for key in (*ward.committee, ward.secretary, *self.data["guests"]):
            name, position, unit, *headcount = ward.people[key]
            came: dict[str, Any] = {} if self.is_ahead else self.data.get("presence", {}).get(key, {})
            usual = Presence.UNKNOWN if self.is_ahead else Presence.PRESENT
            yield AttendeeRecord(
                role=ward.role(key),
                name=name,
                position=position,
                unit=ward.units[unit]["name"],
                headcount=headcount[0] if headcount else None,
                presence=Presence(came.get("presence", usual)),
                reason=came.get("reason", ""),
                delegate=came.get("delegate", ""),
            )

    def _item(self, item: dict[str, Any]) -> AgendaItemRecord:
        name, position, *_ = self.ward.people[item["by"]]
        announced = AgendaItemRecord(
            title=item["title"], presenter=f"Đồng chí {name} - {position}", is_public=item.get("is_public", True)
        )
        if self.is_ahead:
            return announced
        return replace(
            announced,
            summary=item["summary"],
            opinions=item.get("opinions", ""),
            opinions_public=item.get("opinions_public", False),
            conclusion=item["conclusion"],
            vote=VoteRecord(**item["vote"]) if "vote" in item else None,
        )

    def _directive(self, row: dict[str, Any]) -> DirectiveRecord:
        units = self.ward.units
        others = tuple(units[key]["name"] for key in row.get("with", ()))
        asked = ASKED[0 if others else 1] if row.get("ask") else ""
        return DirectiveRecord(
            level=0 if row in self.data["directives"] else 1,
            topic=row.get("topic", ""),
            assignment=row.get("assignment", asked),
            task=row["task"],
            lead=units[row["lead"]]["name"],
            coordinators=others,
            due_on=self._due(row),
            due_text=row.get("due_text", ""),
            recurrence=row.get("recurrence", ""),
            is_public=row.get("is_public", True),
        )

    def _due(self, row: dict[str, Any]) -> date | None:
        mark = row.get("mark")
        if mark == "late" and self.age in calendar.LATE_BY:
            return calendar.a_few_days_ago(self.today, calendar.LATE_BY[self.age])
        if mark == "soon" and self.age in calendar.DUE_IN:
            return calendar.within_the_week(self.today, calendar.DUE_IN[self.age])
        return calendar.from_(self.held_on + days(row["due"])) if row.get("due") else None

    def _is_stuck(self, row: dict[str, Any]) -> bool:
        """Not done yet, or with a task under it that is not."""
        ages = {"late": calendar.LATE_BY, "soon": calendar.DUE_IN}.get(row.get("mark", ""), {})
        return self.age in ages or any(map(self._is_stuck, row.get("tasks", ())))

    def _report(self, report: list[Any]) -> dict[str, Any]:
        after, state, note, *internal = report
        day = max(calendar.until(self.held_on + days(after)), self.held_on)
        return {"reported_on": day, "state": state, "note": note, "is_public": not internal}


class Ward:
    def __init__(self, folder: str) -> None:
        self.folder = DEMO / folder
        self.told = self.told_in("ward")
        self.units: dict[str, dict[str, Any]] = self.told["units"]
        self.people: dict[str, list[Any]] = self.told["people"]
        self.committee: list[str] = self.told["committee"]
        self.secretary: str = self.told["secretary"]
        self.venue: str = self.told["venue"]
        self.host: str = self.told["host"]
        named = of_level(Level.WARD, self.told["place"])
        own = {name: self.told[name] for name in ("named_in_full", "address", "telephone", "email")}
        self.council: CouncilRecord = replace(named, recipients=tuple(self.told["recipients"]), **own)

    def role(self, key: str) -> Role:
        if key == self.secretary:
            return Role.SECRETARY
        places = {self.committee[0]: Role.CHAIR, **dict.fromkeys(self.committee[1:], Role.MEMBER)}
        return places.get(key, Role.INVITEE)

    def planned(self, name: str, held_on: date, today: date, age: int | None = None) -> Planned:
        """The session of that file, its words said of the month in which it is held."""
        data = _said(self.told_in(name), _words(held_on))
        data["directives"] = [row for row in data["directives"] if row.get("year", held_on.year) == held_on.year]
        return Planned(ward=self, data=data, held_on=held_on, today=today, age=age)

    def told_in(self, name: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
        return told


def hai_ba_trung(today: date) -> list[Planned]:
    """Twelve months, each told by the file of its month, an extraordinary session among them; one held these days,
    whose page awaits the chief; and the next one."""
    ward, ahead = Ward("hai-ba-trung"), calendar.from_(today + days(calendar.AHEAD))
    planned = [ward.planned(f"{ahead:%m}", ahead, today, age=-1)]
    for age in range(calendar.SESSIONS):
        file = f"{calendar.months_before(ahead, age + 1):%m}"
        held_on = calendar.months_before(ahead, age + 1, ward.told_in(file)["shift"])
        planned.append(ward.planned(file, held_on, today, age))
    urgent = calendar.from_(planned[4].held_on + days(9))
    planned.append(ward.planned("dot-xuat", urgent, today))
    planned.append(ward.planned("chuyen-de", calendar.until(today - days(5)), today))
    return _in_order(planned)


def moc_lan(today: date) -> list[Planned]:
    """Four months, each told by the file of its age."""
    ward, latest = Ward("moc-lan"), calendar.until(today - days(11))
    return _in_order(
        [ward.planned(f"{age + 1}", calendar.months_before(latest, age), today, age) for age in range(4)]
    )


def _in_order(planned: list[Planned]) -> list[Planned]:
    begun = [each for each in planned if each.held_on >= calendar.BEGUN_ON]
    return sorted(begun, key=lambda each: each.held_on)


def _words(day: date) -> dict[str, str]:
    """What a file may name of its time: {month}, {month-1}, {month+1}, {year}, {year-1}, {year+1}."""
    words = {}
    for step in (-1, 0, 1):
        mark = f"{step:+d}" if step else ""
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        words[f"month{mark}"], words[f"year{mark}"] = month_and_year(year, month + 1), f"{day.year + step}"
    return words


def _said(told: Any, words: dict[str, str]) -> Any:
    if isinstance(told, str):
        return told.format_map(words)
    if isinstance(told, dict):
        return {name: _said(value, words) for name, value in told.items()}
    return [_said(value, words) for value in told] if isinstance(told, list) else told
