"""How many directives are owed: one definition, so that every page, file and list tells the same sum."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import Directive, Session
from meetings.models.open_directives import owed_before
from meetings.paper import PaperKind, PaperRecord
from meetings.public.directive_pages import owed
from meetings.record import DirectiveRecord
from meetings.writers.words.annex import annex

from .public.every_word import content_of

UNIT = "Ủy ban MTTQ Việt Nam quận"
OWED, LATE = 3, 2
INTERNAL = 1


def _head(task, **given):
    return DirectiveRecord(task=task, lead=UNIT, **given)


def _task(task, **given):
    return DirectiveRecord(level=1, task=task, lead=UNIT, **given)


GIVEN = (
    _head("giám sát chợ", due_on=date(2021, 2, 1)),
    _head("chuẩn bị kỳ họp"),
    _task("gửi giấy mời", due_on=date(2021, 1, 20)),
    _task("chuẩn bị hội trường"),
    _task("việc kín", is_public=False),
    _head("tiếp công dân"),
    _head("đã làm"),
    _task("đã làm cùng"),
    _head("rà soát nhân sự", is_public=False),
    _task("gửi danh sách", due_on=date(2021, 1, 20)),
)


@pytest.fixture
def site(db, january_record, clerk, chief):
    """January with heads, tasks and internal ones; December as an old post told it. Three directives are owed in
    public, two of them late: one by its own day, one by that of a task."""
    record = replace(january_record, directives=GIVEN, from_old_post=False)
    old = replace(record, year=2020, month=12, held_on=date(2020, 12, 4), title="", from_old_post=True)
    sessions = [intake.store(replace(record, title="")), intake.store(old)]
    Session.objects.filter(pk=sessions[1].pk).update(source_hash="0" * 64)
    for session in sessions:
        session.refresh_from_db()
        session.submit(by=clerk)
        session.publish(by=chief)
    for number in ("4", "4.1"):
        sessions[0].directives.get(number=number).report(by=clerk, state="done", is_public=True)
    return intake.store(replace(january_record, month=2, held_on=date(2021, 2, 2), title="", directives=()))


def tabs(client, address):
    """What stands in each tab: {"Quá hạn": 2, …}."""
    page = client.get(address).content.decode()
    return {word.strip(): int(count) for word, count in re.findall(r'([^<>]+)<span class="tab__count">(\d+)<', page)}


def test_the_front_page_the_list_and_the_units_tell_the_same(site, client):
    told = owed()
    assert (told["open"], told["late"]) == (OWED, LATE)
    assert f"{OWED} chỉ đạo chưa xong" in client.get("/").content.decode()
    counts = tabs(client, "/chi-dao/")
    assert (counts["Quá hạn"], counts["Quá hạn"] + counts["Mở"] + counts["Đang làm"]) == (LATE, OWED)
    assert counts.pop("Tất cả") == sum(counts.values()) == 8
    (unit,) = client.get("/don-vi/").context["units"]
    assert (unit["owed"], unit["late"]) == (OWED, LATE)
    led = client.get(f"/don-vi/{unit['slug']}/").context["led"]
    assert (led["owed"], led["late"]) == (OWED, LATE)
    assert tabs(client, f"/chi-dao/?don-vi={unit['slug']}&tinh-trang=chua-xong")["Chưa xong"] == OWED


def test_the_data_tells_the_same(site, client):
    found = client.get("/api/directives?limit=100").json()["data"]
    heads = [each for each in found if each["partOf"] is None]
    assert sum(each["state"] in ("open", "in_progress") for each in heads) == OWED
    assert sum(each["overdue"] for each in heads) == LATE
    table = content_of(client.get("/du-lieu-mo/2021-chi-dao.csv")).decode("utf-8-sig")
    rows = [each for each in csv.DictReader(io.StringIO(table)) if not each["Thuộc chỉ đạo"]]
    assert sum(each["Tình trạng"] in ("Mở", "Đang làm", "Quá hạn") for each in rows) == OWED
    assert [each["directives"] for each in client.get("/du-lieu-mo/").context["years"]] == [4, 4]


def test_the_desk_tells_the_same_and_its_internal_ones(site, at_clerks_desk):
    due = at_clerks_desk.get(reverse("admin:index")).context["due"]
    page = at_clerks_desk.get(reverse("admin:meetings_directive_changelist"))
    listed = {each["key"]: each["count"] for each in page.context["states"]}
    assert due.open == listed["open"] == page.context["page"].paginator.count == OWED + INTERNAL
    assert due.overdue == listed["overdue"] == LATE + INTERNAL
    assert Directive.objects.in_force().counted().open().filter(is_public=False).count() == INTERNAL


def test_the_annex_tells_the_same(site):
    rows = [each for each in owed_before(site) if not each.is_task]
    assert sum(each.is_public for each in rows) == OWED and len(rows) == OWED + INTERNAL
    assert sum(each.is_public and each.state == "Quá hạn" for each in rows) == LATE
    paper = PaperRecord(kind=PaperKind.MINUTES, owed=tuple(owed_before(site))).public()
    places = [row[0] for row in annex(site.to_record(), paper, "biên bản").table.rows]
    assert [each for each in places if each] == ["1", "2", "3"] and "" in places
