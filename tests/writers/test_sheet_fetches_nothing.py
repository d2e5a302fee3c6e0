"""The renderer fetches nothing: not over the network, not from the disk, not out of the page's own data."""

import base64
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pdfplumber
import pytest

from meetings.record import AgendaItemRecord
from meetings.writers.pdf import pdf_sheet

from .conftest import HAI_BA_TRUNG, JANUARY, Paper, write_minutes

MARKER = "DAUVETRIENGCUATEP"


@pytest.fixture(scope="module")
def server():
    """A web server of this machine that writes down every address it is asked for."""

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f"body::before {{ content: '{MARKER}' }}".encode())

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as listening:
        listening.asked = []
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield listening
        listening.shutdown()


@pytest.fixture(scope="module")
def secret(tmp_path_factory):
    file = tmp_path_factory.mktemp("secret") / "secret.css"
    file.write_text(f"body::before {{ content: '{MARKER}' }}")
    return file


WAYS = {
    "img": '<img src="{}">',
    "style sheet": '<link rel="stylesheet" href="{}">',
    "attachment": '<link rel="attachment" href="{}">',
    "attached link": '<a rel="attachment" href="{}">a</a>',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}">',
    "css import": '<style>@import url("{}");</style>',
    "css import of a string": '<style>@import "{}";</style>',
    "background": '<p style="background: url({})">a</p>',
    "page background": '<style>@page {{ background: url("{}") }}</style>',
    "list mark": '<ul style="list-style-image: url({})"><li>a</ul>',
    "border image": '<p style="border: 1px solid; border-image: url({}) 1">a</p>',
    "content": '<style>p::before {{ content: url("{}") }}</style><p>a</p>',
    "font": '<style>@font-face {{ font-family: f; src: url("{}") }} p {{ font-family: f }}</style><p>a</p>',
    "colour profile": '<style>@color-profile --c {{ src: url("{}") }}</style>',
    "svg image": '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{}" height="9"/></svg>',
    "svg image, plain href": '<svg><image href="{}" width="9" height="9"/></svg>',
    "base": '<base href="{}"><img src="a.png"><link rel="stylesheet" href="b.css">',
}


def render(page):
    """The PDF's words and attached files; nothing where the page was refused."""
    try:
        finished = pdf_sheet.pdf(page)
    except pdf_sheet.FetchRefused:
        return "", False
    pages = pdfplumber.open(BytesIO(finished)).pages
    return " ".join(each.extract_text() for each in pages), b"/EmbeddedFile" in finished


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_naming_an_address_reaches_it(way, server, secret):
    addresses = [
        f"http://127.0.0.1:{server.server_port}/{way.replace(' ', '-')}",
        secret.as_uri(),
        str(secret),
        "data:text/css;base64," + base64.b64encode(secret.read_bytes()).decode(),
    ]
    for address in addresses:
        words, attached = render(f"<!DOCTYPE html><body>{WAYS[way].format(address)}")
        assert MARKER not in words and not attached
    assert server.asked == []


@pytest.mark.parametrize("scheme", ["http", "https", "ftp", "file", "data", "own"])
def test_an_address_of_any_kind_is_refused_aloud(scheme):
    with pytest.raises(pdf_sheet.FetchRefused, match=f"{scheme}:"):
        pdf_sheet.pdf(f'<img src="{scheme}://127.0.0.1:9/a.png">')


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="stylesheet" href="a.css">',
        '<img src="../a.png">',
        "<style>@import 'a.css';</style>",
        '<img src="/a">',
    ],
)
def test_a_relative_address_is_refused_too(page):
    with pytest.raises(pdf_sheet.FetchRefused):
        pdf_sheet.pdf(page)


def test_the_only_address_answered_is_the_mark_of_a_draft():
    finished = pdf_sheet.pdf(
        f'<html lang="vi"><style>@page {{ background: url({pdf_sheet.DRAFT_MARK}) no-repeat }}</style>'
    )
    assert pdfplumber.open(BytesIO(finished)).pages[0].curves


def test_hostile_words_in_a_record_are_printed_as_words(server):
    address = f"http://127.0.0.1:{server.server_port}"
    hostile = f'</style><img src="{address}/a"><script>x</script>{{{{ 7*7 }}}} & "\' <b>'
    letterhead = ("HỘI ĐỒNG", '<img src="x">')
    record = replace(
        JANUARY,
        council=replace(HAI_BA_TRUNG, letterhead=letterhead, symbol_suffix="<i>", place_name="<p>"),
        venue=hostile,
        assessment=hostile,
        closing=hostile,
        agenda=(AgendaItemRecord(title=hostile, opinions=hostile),),
        attendees=tuple(replace(each, name=f"<h1>{each.name}") for each in JANUARY.attendees[:2]),
    )
    text = Paper(write_minutes(record, number=5, verify_at=f'"><img src="{address}/b">')).text.replace(" ", "")
    assert text.count(hostile.replace(" ", "")) == 5
    for words in ('<imgsrc="x">', "05/BB-<i>", "<h1>TrầnQuyếtThắng", f'"><imgsrc="{address}/b">'):
        assert words in text
    assert server.asked == []
