"""A mail server for tests: it keeps what it was handed, and says no, not now or nothing to certain addresses."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy

NO_SUCH_BOX, BUSY, HANGS_UP = "khong-co@noi.example", "ban@noi.example", "rot@noi.example"
ANSWERS = {NO_SUCH_BOX: b"550 5.1.1 No such user", BUSY: b"451 4.3.2 Try again later"}


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self._say(b"220 noi.example")
        to = ""
        while line := self.rfile.readline():
            verb = line.strip().upper()
            if verb.startswith(b"RCPT TO:"):
                to = line.decode().partition("<")[2].partition(">")[0]
                self._say(ANSWERS.get(to, b"250 ok"))
            elif verb == b"DATA":
                self._say(b"354 go on")
                if not self._take(to):
                    return
            else:
                self._say(b"221 bye" if verb == b"QUIT" else b"250 ok")
                if verb == b"QUIT":
                    return

    def _take(self, to):
        lines = iter(self.rfile.readline, b".\r\n")
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        if to == HANGS_UP:
            return False
        self.server.taken.append((to, message))
        self._say(b"250 taken")
        return True

    def _say(self, words):
        self.wfile.write(words + b"\r\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def mail_server():
    """A running server: `.url` for EMAIL_URL, `.taken` for [(address, message), …]."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.taken = []
        server.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
