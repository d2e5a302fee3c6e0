"""Takes the pictures of the README anew from the running product:  .venv/bin/python docs/take_pictures.py

Needs what bin/test --browser installs. Everything happens in a folder of its own that is thrown away.
"""

import io
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
POST = ROOT / "tests" / "posts" / "thuong-ky-2021-02.txt"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
COLOURS = 64


@contextmanager
def site(*setup):
    """The site as in production over an empty data folder, after each manage.py command of `setup`."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        env = {**os.environ, "DATA_DIR": folder, "HTTPS": "off", "DEMO_PASSWORD": "mat-khau-chup-anh"}
        for command in (["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"], *setup):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
        gunicorn = [
            sys.executable,
            "-m",
            "gunicorn",
            "council.wsgi",
            "--bind",
            f"127.0.0.1:{port}",
            "--log-level",
            "error",
        ]
        server = subprocess.Popen(gunicorn, cwd=ROOT, env=env)
        try:
            yield _awake(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()


def _awake(address):
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/healthz")
            return address
        except OSError:
            time.sleep(0.1)
    raise SystemExit("Máy chủ không trả lời.")


@contextmanager
def browser_page(width, height):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
        )
        yield context.new_page()
        browser.close()


def keep(image, name, width):
    """As a small PNG `width` pixels wide."""
    image = image.convert("RGB").resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


def take_readme_pictures():
    with site(["import_posts", str(POST), "--publish"]) as address:
        with browser_page(1366, 1500) as page:
            page.goto(f"{address}/phien-hop/2021/02/")
            keep(Image.open(io.BytesIO(page.screenshot())), "page", 720)
        paper = urllib.request.urlopen(f"{address}/phien-hop/2021/02/bien-ban.pdf").read()
        keep(pypdfium2.PdfDocument(paper)[0].render(scale=2).to_pil(), "minutes", 560)


if __name__ == "__main__":
    take_readme_pictures()
