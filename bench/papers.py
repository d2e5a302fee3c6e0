"""Milliseconds and megabytes a paper: ours, and the same words printed by headless Chromium and by LibreOffice.

    .venv/bin/python bench/papers.py    (needs what bin/test --browser installs; --papers 1000 for the long run)

Cold is a fresh process from its start to the PDF on disk; warm is the median of further papers in one that runs.
Memory is the greatest sum over a program's processes: what is theirs alone, and their share of what they share (PSS).
"""

import argparse
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright

from meetings.writers import docx, pdf
from meetings.writers.pdf import pdf_sheet
from meetings.writers.press import Press
from tests.writers.conftest import JANUARY, LONG, minutes_sheets

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
WARM = 15

OURS = """
import pickle, sys
from pathlib import Path
from meetings.writers import pdf
Path(sys.argv[2]).write_bytes(pdf.write(pickle.loads(Path(sys.argv[1]).read_bytes())))
"""


class Memory:
    """The greatest PSS of a process and of all below it, looked at every 15 ms."""

    def __init__(self, pid):
        self.pid, self.peak, self._done = pid, 0.0, threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._watcher.start()
        return self

    def __exit__(self, *problem):
        self._done.set()
        self._watcher.join()

    def _watch(self):
        while not self._done.wait(0.015):
            self.peak = max(self.peak, sum(map(_pss, _family(self.pid))))


def _family(pid):
    yield pid
    try:
        below = [child for task in Path(f"/proc/{pid}/task").iterdir() for child in _words(task / "children")]
    except OSError:  # it is gone
        return
    for child in below:
        yield from _family(int(child))


def _words(file):
    return file.read_text().split()


def _pss(pid):
    """Megabytes; 0 of a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def cold(command):
    """(milliseconds, megabytes) of a command, the better of three."""
    found = []
    for _ in range(3):
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with Memory(process.pid) as memory:
            process.wait()
        found.append(((time.perf_counter() - begun) * 1000, memory.peak))
    return min(found)


def warm(print_once):
    print_once()
    taken = []
    for _ in range(WARM):
        begun = time.perf_counter()
        print_once()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def ours(sheets, folder):
    press = Press(seconds=120, memory_mb=2048)
    words = Path(folder, "words")
    words.write_bytes(pickle.dumps(sheets))
    warm_ms = warm(lambda: press.make(pdf.write, sheets))
    press.stop()
    return cold([sys.executable, "-c", OURS, str(words), f"{folder}/ours.pdf"]), warm_ms


def chromium(page_html, folder):
    file = Path(folder, "page.html")
    file.write_text(page_html, encoding="utf-8")
    profile = f"--user-data-dir={folder}/profile"
    command = [CHROMIUM, *FLAGS, *QUIET, profile, f"--print-to-pdf={folder}/chromium.pdf", file.as_uri()]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS[1:], *QUIET])
        page = browser.new_page()

        def print_once():
            page.goto(file.as_uri())
            page.pdf(path=f"{folder}/chromium.pdf", prefer_css_page_size=True)

        warm_ms = warm(print_once)
        browser.close()
    return cold(command), warm_ms


def libreoffice(document, folder):
    """Warm is what each further file of one run takes."""
    files = [Path(folder, f"{number}.docx") for number in range(WARM + 1)]
    for file in files:
        file.write_bytes(document)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", folder]
    subprocess.run([*command, str(files[0])], check=True, capture_output=True)  # makes the profile, once
    first = cold([*command, str(files[0])])
    every = cold([*command, *map(str, files)])
    return first, (every[0] - first[0]) / WARM


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--papers", type=int, default=0, help="so many papers in one process, to see its memory stay flat"
    )
    papers = parser.parse_args().papers
    print(f"{'':34}{'nguội ms':>10}{'nóng ms':>10}{'MB':>8}")
    for name, record in (("JANUARY", JANUARY), ("LONG", LONG)):
        sheets = minutes_sheets(record, number=5)
        with tempfile.TemporaryDirectory() as folder:
            rows = {
                "WeasyPrint": ours(sheets, folder),
                "Chromium": chromium(pdf_sheet.html(sheets), folder),
                "LibreOffice": libreoffice(docx.write(sheets), folder),
            }
        for program, ((cold_ms, megabytes), warm_ms) in rows.items():
            print(f"{name:10}{program:24}{cold_ms:10.0f}{warm_ms:10.0f}{megabytes:8.0f}")
    if papers:
        flat(papers)


def flat(papers):
    """The memory of one process after each tenth of `papers`."""
    press = Press(seconds=120, memory_mb=2048, papers=papers + 1)
    sheets = minutes_sheets(JANUARY, number=5)
    pid = press.make(os.getpid)
    for number in range(1, papers + 1):
        press.make(pdf.write, sheets)
        if number % max(papers // 10, 1) == 0:
            print(f"sau {number} biên bản: {_pss(pid):.0f} MB")
    press.stop()


if __name__ == "__main__":
    main()
