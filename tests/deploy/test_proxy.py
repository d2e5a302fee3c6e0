"""The shipped nginx in front of an application: what it keeps, bounds, hides and sends by itself."""

import http.client
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from .nginx import NGINX, running

pytestmark = [pytest.mark.office, pytest.mark.skipif(NGINX is None, reason="nginx-light is not installed")]


class Application(BaseHTTPRequestHandler):
    """Answers as the site does; counts who reached it."""

    asked = ()

    def do_GET(self):
        type(self).asked += ((self.path, dict(self.headers)),)
        if self.path.startswith("/tep/"):
            return self._answer(b"", {"X-Accel-Redirect": "/kho/bien-ban.pdf", "Content-Type": "application/pdf"})
        public = {"Cache-Control": "public, max-age=0, s-maxage=60, stale-if-error=86400"}
        return self._answer(b"trang", {} if self.path.startswith("/quan-tri/") else public)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked += ((self.path, dict(self.headers)),)
        self._answer(b"da nhan", {})

    def _answer(self, body, headers):
        self.send_response(200)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def application():
    Application.asked = ()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Application)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def proxy(application, tmp_path):
    for place in ("static/css", "media"):
        (tmp_path / "data" / place).mkdir(parents=True)
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:3]:
        parent.chmod(0o755)
    (tmp_path / "data/static/css/site.css").write_text("body{}")
    (tmp_path / "data/media/bien-ban.pdf").write_bytes(b"%PDF-1.7")
    with running(tmp_path, application.server_address[1]) as address:
        yield address


def ask(proxy, path="/", method="GET", body=None, **headers):
    connection = http.client.HTTPConnection(*proxy, timeout=10)
    try:
        connection.request(method, path, body, {"Host": "hdnd.example.vn", **headers})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def reached(path):
    return [headers for asked, headers in Application.asked if asked == path]


def test_a_public_page_is_kept_for_a_minute_and_the_desk_is_not(proxy):
    for _ in range(3):
        assert ask(proxy, "/phien-hop/")[2] == ask(proxy, "/quan-tri/")[2] == b"trang"
    assert (len(reached("/phien-hop/")), len(reached("/quan-tri/"))) == (1, 3)


def test_what_was_kept_is_read_while_the_application_is_down(proxy, application):
    ask(proxy, "/phien-hop/")
    application.shutdown()
    application.server_close()
    assert ask(proxy, "/phien-hop/")[0] == 200
    assert ask(proxy, "/quan-tri/")[0] == 502


def test_what_a_visitor_says_of_himself_does_not_reach_the_application(proxy):
    lies = {"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "ftp", "X-Request-ID": "gia-mao-01"}
    ask(proxy, "/quan-tri/", **lies)
    (headers,) = reached("/quan-tri/")
    assert (headers["X-Forwarded-For"], headers["X-Forwarded-Proto"]) == ("127.0.0.1", "http")
    assert headers["X-Request-ID"] != "gia-mao-01" and headers["Host"] == "hdnd.example.vn"


def test_files_and_styles_come_from_the_disk_and_the_store_opens_by_the_application_alone(proxy):
    assert ask(proxy, "/static/css/site.css")[2] == b"body{}" and not reached("/static/css/site.css")
    status, headers, body = ask(proxy, "/tep/bien-ban.pdf")
    assert (status, body, headers["Content-Type"]) == (200, b"%PDF-1.7", "application/pdf")
    assert headers["X-Content-Type-Options"] == "nosniff" and "sandbox" in headers["Content-Security-Policy"]
    assert ask(proxy, "/kho/bien-ban.pdf")[0] == 404
    assert ask(proxy, "/static/../media/bien-ban.pdf")[2] != b"%PDF-1.7"


def test_a_body_that_is_too_large_is_refused_before_the_application_reads_it(proxy):
    status = ask(proxy, "/quan-tri/x/", "POST", b"", **{"Content-Length": str(300 * 1024 * 1024)})[0]
    assert status == 413 and not reached("/quan-tri/x/")


def test_many_slow_visitors_do_not_silence_it(proxy):
    slow = [socket.create_connection(proxy) for _ in range(200)]
    for each in slow:
        each.sendall(b"GET / HTTP/1.1\r\nHost: hdnd.example.vn\r\nX-Slow: ")
    assert ask(proxy, "/phien-hop/")[0] == 200
    for each in slow:
        each.close()


def test_guessing_passwords_is_slowed_by_address_whatever_the_name(proxy):
    statuses = [ask(proxy, "/quan-tri/login/", "POST", f"username=a{n}".encode())[0] for n in range(40)]
    assert statuses.count(200) <= 15 and statuses.count(429) >= 25
    assert ask(proxy, "/quan-tri/login/")[0] == 200, "who only looks is not slowed"
