"""The log: a JSON line for each request, with an id that the error page shows too, and nothing that was typed."""

import json
import logging

import pytest

from council.json_log import JsonLines

from .conftest import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(caplog):
    """lines(): what was written, as a program reads it."""
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(JsonLines())
    return lambda: [json.loads(line) for line in caplog.text.splitlines()]


def requests(lines):
    return [line for line in lines() if line["logger"] == "council.request"]


def test_a_request_is_one_line_with_what_it_cost_and_no_word_of_what_was_typed(client, lines):
    answer = client.get("/tim-kiem/?q=mật", HTTP_X_FORWARDED_FOR="198.51.100.7")
    (line,) = requests(lines)
    assert (line["method"], line["path"], line["status"]) == ("GET", "/tim-kiem/", 200)
    assert (
        line["queries"] > 0 and line["ms"] >= 0 and line["from"] == "198.51.100.7" and line["time"].endswith("+00:00")
    )
    assert line["request"] == answer["X-Request-ID"] and "mật" not in json.dumps(line, ensure_ascii=False)


def test_the_desk_names_the_account_and_never_a_form_value(clerk, lines):
    logged_in(clerk).get("/quan-tri/")
    assert requests(lines)[-1]["user"] == clerk.pk


@pytest.mark.parametrize(("given", "taken"), [("tu-nginx-0001", True), ("<script>", False), ("x" * 99, False)])
def test_an_id_that_the_proxy_gave_is_kept_and_a_strange_one_is_not(client, given, taken):
    assert (client.get("/", HTTP_X_REQUEST_ID=given)["X-Request-ID"] == given) is taken


def test_a_fault_is_told_under_the_id_that_the_visitor_reads(client, lines, monkeypatch):
    def broken(*args, **named):
        raise RuntimeError("hỏng")

    client.raise_request_exception = False
    monkeypatch.setattr("meetings.office_host._of", broken)
    answer = client.get("/")
    assert answer.status_code == 500 and answer["X-Request-ID"] in answer.content.decode()
    faults = [line for line in lines() if line["level"] == "ERROR"]
    assert [line["request"] for line in faults] == [answer["X-Request-ID"]] and "hỏng" in faults[0]["exception"]
