"""Takes the pictures of the README and of the clerk's guide anew from the running product:
.venv/bin/python docs/take_pictures.py

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
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
POST = ROOT / "tests" / "posts" / "ca-phien-2020-01.txt"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
COLOURS = 160
PASSWORD = "mat-khau-chup-anh"


@contextmanager
def site(*setup):
    """The site as in production over an empty data folder, after each manage.py command of `setup`."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        env = {**os.environ, "DATA_DIR": folder, "HTTPS": "off", "DEMO_PASSWORD": PASSWORD}
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


def keep(image, name, width, folder=PICTURES):
    """As a small PNG `width` pixels wide."""
    image = image.convert("RGB").resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image.quantize(COLOURS).save(folder / f"{name}.png", optimize=True)


def take_readme_pictures():
    with site(["import_posts", str(POST), "--publish", "--council", "HĐND quận Hai Bà Trưng"]) as address:
        with browser_page(1366, 1500) as page:
            page.goto(f"{address}/phien-hop/2020/01/")
            keep(Image.open(io.BytesIO(page.screenshot())), "page", 720)
        paper = urllib.request.urlopen(f"{address}/phien-hop/2020/01/bien-ban.pdf").read()
        keep(pypdfium2.PdfDocument(paper)[0].render(scale=2).to_pil(), "minutes", 560)


PASTED = (
    "Giao Ban Kinh tế - Ngân sách HĐND phường chủ trì, phối hợp với Phòng Kinh tế, Hạ tầng và Đô thị rà soát "
    "kinh phí, báo cáo tại phiên họp tới; chuẩn bị nội dung tiếp xúc cử tri"
)


def take_guide_pictures():
    sys.path.insert(0, str(ROOT))
    from meetings.management import demo_calendar
    from meetings.vietnamese import date_digits

    loaded_on = date.today() - timedelta(days=10)  # what was to come then has been held, and may be sent
    held_on = demo_calendar.from_(loaded_on + timedelta(days=demo_calendar.AHEAD))
    before = demo_calendar.months_before(held_on, 1)
    with site(["load_demo", "--today", f"{loaded_on}"]) as address, browser_page(1366, 768) as page:
        _log_in(page, address, "vanthu")
        _screen(page, address, _regular(held_on))
        page.fill("[name=held_on]", date_digits(held_on))
        _guide(page, "prepare")
        page.click("text=Áp dụng")
        _guide(page, "attendees", top="[data-rows=attendees]")
        page.click("[data-paste-open=paste-directives]")
        page.keyboard.insert_text(PASTED)
        page.wait_for_selector("#paste-directives .paste-row")
        _guide(page, "directives", top="#paste-directives")
        page.keyboard.press("Escape")
        page.evaluate("scrollTo(0, 0)")
        page.locator(".bar details summary").first.click()
        _guide(page, "submit")
        page.keyboard.press("Escape")
        _screen(page, address, "Phiên đột xuất tháng")
        page.click("text=Lịch sử phiên họp")
        _guide(page, "correct")
        page.goto(f"{address}/quan-tri/meetings/directive/")
        page.click("main table a, #content table a")
        _guide(page, "follow")
        page.context.clear_cookies()
        _log_in(page, address, "chanhvp")
        _screen(page, address, "Phiên chuyên đề tháng")
        page.click(".bar a:has-text('Đăng…')")
        _guide(page, "approve")
        _screen(page, address, _regular(before))
        page.click(".contents-more a:has-text('Giấy tờ của phiên')")
        page.click("section:has-text('Biên bản') a:has-text('Phát hành…')")
        page.click(".report__all summary")
        _guide(page, "papers")
        page.goto(f"{address}/quan-tri/meetings/edition/so-van-ban/?nam={before.year}")
        _guide(page, "register")


def _regular(day):
    """As the list of sessions names the one of the month."""
    from meetings.vietnamese import month_words

    return f"Phiên tháng {month_words(day.month)}/{day.year}"


def _log_in(page, address, user):
    page.goto(f"{address}/quan-tri/login/?next=/quan-tri/")
    page.fill("#id_username", user)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_selector("#header nav")


def _screen(page, address, name):
    """Opens a session's screen from the list of sessions; gives its address."""
    page.goto(f"{address}/quan-tri/meetings/session/")
    page.click(f"a:has-text('{name}')")
    page.wait_for_load_state("networkidle")
    return page.url


def _guide(page, name, top=""):
    if top:
        page.locator(top).first.evaluate(
            "element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 130)"
        )
    page.wait_for_timeout(300)
    keep(Image.open(io.BytesIO(page.screenshot())), name, 960, ROOT / "static" / "guide")


if __name__ == "__main__":
    take_readme_pictures()
    take_guide_pictures()
