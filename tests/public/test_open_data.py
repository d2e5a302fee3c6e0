"""A year in a file, and the page for who writes programs: its examples are run."""

import csv
import html
import io
import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime

import pytest

from meetings.models import Directive, Edition
from meetings.public import open_data
from meetings.record import DirectiveRecord, SessionRecord

from .conftest import issue, session_of
from .every_word import content_of
from .page_text import elements, texts

PAGES = ["/du-lieu-mo/", "/en/open-data/"]


def commands(page):
    return [html.unescape(each) for each in re.findall(r"<code>(curl .*?)</code>", page.content.decode())]


@pytest.mark.browser  # apart from the others: what it commits is swept away with the roles
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", PAGES)
def test_every_example_runs(live_server, posted, address, client):
    page = client.get(address, headers={"host": live_server.url.removeprefix("http://")})
    examples = commands(page)
    assert len(examples) == 7
    for each in examples:
        command = each.replace("curl ", "curl -fsS ")
        assert shutil.which("curl") and command.startswith(f"curl -fsS '{live_server.url}/")
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=20)
        assert done.returncode == 0 and done.stdout, (each, done.stderr)


@pytest.mark.parametrize("address", PAGES)
def test_before_anything_is_published_the_page_says_so(client, db, address):
    page = client.get(address)
    assert page.status_code == 200 and commands(page) == []


def test_a_year_as_json_lines_is_its_public_records(client, posted):
    issue(session_of(2021, 2))
    answer = client.get("/du-lieu-mo/2021.jsonl")
    lines = [json.loads(each) for each in content_of(answer).decode().splitlines()]
    assert [each["web"] for each in lines] == [f"http://testserver/phien-hop/2021/0{month}/" for month in (2, 1)]
    assert lines[1]["assessment"].startswith("Năm 2020 công tác")
    assert answer["Content-Disposition"] == 'attachment; filename="2021.jsonl"'
    assert client.get("/du-lieu-mo/2021.jsonl", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_line_has_the_progress_of_its_directives_and_the_identifiers_of_its_units(client, posted):
    row = Directive.objects.get(number="1")
    row.reports.create(reported_on=date(2021, 2, 1), state="done", note="Đã ban hành.", is_public=True)
    row.reports.create(reported_on=date(2021, 2, 2), state="done", note="Nội bộ.", is_public=False)
    (line,) = map(json.loads, content_of(client.get("/du-lieu-mo/2021.jsonl")).decode().splitlines())
    told = line["progress"]["1"]
    assert (told["state"], [each["note"] for each in told["reports"]]) == ("done", [None, "Đã ban hành."])
    assert line["progress"]["2.5"] == {"state": "open", "nextDueOn": None, "reports": []}
    assert line["units"]["Ủy ban MTTQ Việt Nam quận"] == "uy-ban-mttq-viet-nam-quan"


@pytest.mark.parametrize("name", [".jsonl", "-phien-hop.csv", "-chi-dao.csv", "-tien-do.csv"])
def test_all_years_are_in_one_file_too(client, posted, name):
    issue(session_of(2020, 12, directives=(DirectiveRecord(number="1", task="rà soát"),)), states={"1": "open"})
    whole, *years = (content_of(client.get(f"/du-lieu-mo/{each}{name}")) for each in ("tat-ca", 2021, 2020))
    head = 0 if name == ".jsonl" else 1
    lines = [*years[0].splitlines(), *years[1].splitlines()[head:]]
    assert sorted(whole.splitlines()) == sorted(lines) and len(lines) >= 2


def test_no_cell_that_names_a_directive_becomes_a_date(client, posted):
    for name in ("chi-dao", "tien-do"):
        cells = [cell for row in rows(client.get(f"/du-lieu-mo/2021-{name}.csv"))[1:] for cell in row]
        looks = [each for each in cells if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(-[0-9]+)?", each)]
        assert all(date.fromisoformat(each) for each in looks)


def rows(answer):
    text = content_of(answer).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_year_as_tables_opens_in_excel(client, posted):
    head, row = rows(client.get("/du-lieu-mo/2021-phien-hop.csv"))
    assert head[:3] == ["Địa chỉ", "Tiêu đề", "Năm"] and row[2:6] == ["2021", "1", "Thường kỳ", "2021-01-05"]
    table = rows(client.get("/du-lieu-mo/2021-chi-dao.csv"))
    assert [each[0] for each in table] == [
        "Số chỉ đạo", *(f"chi-dao/2021-01-{end}" for end in ("1", "2", "2-1", "2-2", "2-5")),
    ]  # fmt: skip
    assert [each[10] for each in table[2:4]] == ["", "chi-dao/2021-01-2"]
    assert table[1][13:] == [
        "uy-ban-mttq-viet-nam-quan",
        "thuong-truc-hdnd-quan; cac-to-chuc-chinh-tri-xa-hoi-quan",
        "1",
        "",
    ]
    assert table[1][3:6] == [
        "Ủy ban MTTQ Việt Nam quận",
        "Thường trực HĐND quận; các tổ chức chính trị - xã hội quận",
        "2021-01-15",
    ]


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_cell_is_a_formula(client, db, sign):
    led = DirectiveRecord(number="1", task=f"{sign}1+1", lead=f"{sign}SUM(A1)", due_text=f'{sign}1,"2"')
    issue(session_of(2021, 3, venue=f"{sign}A1", title=f"{sign}B1", directives=(led,)))
    tables = [rows(client.get(f"/du-lieu-mo/2021-{each}.csv"))[1] for each in ("phien-hop", "chi-dao")]
    assert {f"'{sign}A1", f"'{sign}B1"} <= set(tables[0])
    assert {f"'{sign}SUM(A1)", f'\'{sign}1,"2"'} <= set(tables[1])
    assert not [cell for row in tables for cell in row if cell.startswith(sign)]


def test_days_are_those_of_ha_noi(client, db):
    issue(session_of(2021, 3, posted_at=datetime(2021, 3, 11, 23, 30, tzinfo=UTC)))
    _, row = rows(client.get("/du-lieu-mo/2021-phien-hop.csv"))
    assert row[9] == "2021-03-12"


@pytest.mark.parametrize("name", [".jsonl", "-phien-hop.csv", "-chi-dao.csv"])
def test_a_year_is_sent_as_it_is_read(client, db, monkeypatch, name):
    """No more than a portion of it is in memory: the first line leaves before the last portion is asked for."""
    monkeypatch.setattr(open_data, "AT_ONCE", 2)
    for month in range(1, 8):
        issue(session_of(2021, month, directives=(DirectiveRecord(number="1", task="rà soát"),)))
    read = []
    from_data = SessionRecord.from_data.__func__
    monkeypatch.setattr(
        SessionRecord, "from_data", classmethod(lambda cls, data: read.append(1) or from_data(cls, data))
    )
    answer = client.get(f"/du-lieu-mo/2021{name}")
    lines = iter(answer.streaming_content)
    next(lines), next(lines)
    assert len(read) <= 2
    assert len(list(lines)) == (5 if name == ".jsonl" else 6)


def test_what_was_withdrawn_is_in_no_file_and_makes_a_new_one(client, posted):
    issue(session_of(2021, 2))
    names = [f"/du-lieu-mo/2021{each}" for each in (".jsonl", "-phien-hop.csv", "-chi-dao.csv")]
    before = {name: client.get(name) for name in names}
    assert all(b"2021/01" in content_of(each) for each in before.values())
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    after = [client.get(name, headers={"if-none-match": before[name]["ETag"]}) for name in names]
    assert [each.status_code for each in after] == [200, 200, 404]
    assert not [each for each in after[:2] if b"2021/01" in content_of(each)]


@pytest.mark.parametrize("address", PAGES)
def test_the_page_tells_how_much_there_is_and_every_column(client, posted, address):
    page = client.get(address)
    counts = {"/du-lieu-mo/": "2021 (1 phiên, 2 chỉ đạo)", "/en/open-data/": "2021 (sessions: 1, directives: 2)"}
    assert texts(page, "li")[0].startswith(counts[address])
    told = texts(page, "em", class_="column")
    assert told == [
        each
        for name in ("phien-hop", "chi-dao", "tien-do")
        for each in rows(client.get(f"/du-lieu-mo/2021-{name}.csv"))[0]
    ]


@pytest.mark.parametrize("address", PAGES)
def test_an_example_can_be_scrolled_by_keyboard(client, posted, address):
    regions = elements(client.get(address), "pre")
    assert len(regions) == 7
    assert all((each["tabindex"], each["role"]) == ("0", "region") and each["aria-label"] for each in regions)


@pytest.mark.parametrize(
    "name", ["1999.jsonl", "1999-phien-hop.csv", "1999-chi-dao.csv", "02021.jsonl", f"{10**30}.jsonl"]
)
def test_a_year_with_nothing_is_not_there(client, posted, name):
    assert client.get(f"/du-lieu-mo/{name}").status_code == 404
