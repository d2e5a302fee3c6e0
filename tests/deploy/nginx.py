"""The nginx of deploy/, started for real: its own ports and folders, a plain listener in place of TLS."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def configuration(folder, upstream, port):
    """The shipped files with what belongs to this machine put in place of what belongs to the server."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    site = text[text.index("server {\n    listen 443") :]
    text = text[: text.index("server {\n    listen 80")] + site
    text = re.sub(r"    (listen \[::\]:443|ssl_)[^\n]*\n", "", text)
    swaps = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
        "server unix:/run/thuong-truc/web.sock": f"server 127.0.0.1:{upstream}",
        "/var/cache/nginx/thuong-truc": f"{folder}/cache",
        "/var/lib/thuong-truc": f"{folder}/data",
        "/etc/nginx/thuong-truc-proxy.conf": f"{DEPLOY}/nginx-proxy.conf",
    }
    for shipped, here in swaps.items():
        assert shipped in text, shipped
        text = text.replace(shipped, here)
    outside = f"daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1;\n"
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    types = "types { text/css css; application/pdf pdf; }\n"
    return f"{outside}events {{}}\nhttp {{\naccess_log off;\n{types}{temporary}{text}\n}}\n"


@contextmanager
def running(folder, upstream):
    """The address of the proxy."""
    port = free_port()
    (folder / "nginx.conf").write_text(configuration(folder, upstream, port), encoding="utf-8")
    process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE)
    try:
        _wait_until_it_listens(process, port)
        yield "127.0.0.1", port
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


def _wait_until_it_listens(process, port):
    for _ in range(100):
        assert process.poll() is None, process.stderr.read().decode()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx does not listen")
