"""A year in a file, and the page for who writes programs: its examples are run."""

import csv
import html
import io
import json
import re
import shutil
import subprocess

import pytest

from meetings.record import DirectiveRecord

from .conftest import issue, session_of
from .every_word import content_of

PAGES = ["/du-lieu-mo/", "/en/open-data/"]


def commands(page):
    return [html.unescape(each) for each in re.findall(r"<code>(curl .*?)</code>", page.content.decode())]


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


def rows(answer):
    text = content_of(answer).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_year_as_tables_opens_in_excel(client, posted):
    head, row = rows(client.get("/du-lieu-mo/2021-phien-hop.csv"))
    assert head[:3] == ["Địa chỉ", "Tiêu đề", "Năm"] and row[2:6] == ["2021", "1", "regular", "2021-01-05"]
    table = rows(client.get("/du-lieu-mo/2021-chi-dao.csv"))
    assert [each[0] for each in table] == [
        "Số chỉ đạo", "2021-01-1", "2021-01-2", "2021-01-2-1", "2021-01-2-2", "2021-01-2-5",
    ]  # fmt: skip
    assert table[1][3:6] == [
        "Ủy ban MTTQ Việt Nam quận",
        "Thường trực HĐND quận; các tổ chức chính trị - xã hội quận",
        "2021-01-15",
    ]


def test_no_cell_is_a_formula(client, db):
    issue(session_of(2021, 3, directives=(DirectiveRecord(number="1", task="=1+1", lead="@SUM(A1)"),)))
    _, row = rows(client.get("/du-lieu-mo/2021-chi-dao.csv"))
    assert row[3] == "'@SUM(A1)" and not any(cell.startswith(("=", "+", "@")) for cell in row)


@pytest.mark.parametrize("name", ["1999.jsonl", "1999-phien-hop.csv", "1999-chi-dao.csv"])
def test_a_year_with_nothing_is_not_there(client, posted, name):
    assert client.get(f"/du-lieu-mo/{name}").status_code == 404
