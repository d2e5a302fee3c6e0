"""What Lighthouse says of the public pages on a phone: a demo site as a real server runs it, one table of scores.

    .venv/bin/python bench/lighthouse.py [ADDRESS…]     # needs node with npx, and Chromium (CHROME_PATH)

Exits with 1 where a score lies below 100.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
PORT = 8773
SITE = f"http://127.0.0.1:{PORT}"
PAGES = (
    *("/", "/phien-hop/", "/phien-hop/2021/01/", "/chi-dao/", "/chi-dao/2021-01-1/", "/don-vi/"),
    *("/tim-kiem/?q=giam+sat", "/du-lieu-mo/", "/xac-minh/", "/kha-nang-tiep-can/", "/en/"),
)
SAMPLE = "is-crawlable"
"""The audit that the demo is not held to: its pages ask not to be indexed."""
SCORES = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@contextmanager
def served():
    """The demo in a folder of its own, with production's settings but for TLS, behind gunicorn."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATA_DIR": folder, "DEBUG": "off", "HTTPS": "off"}
        environment.pop("DATABASE_URL", None)
        for words in (["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"], ["load_demo"]):
            command = [sys.executable, "manage.py", *words]
            subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, "-m", "gunicorn", "council.wsgi", "--bind", f"127.0.0.1:{PORT}", "--threads", "4"]
        server = subprocess.Popen([*command, "--log-level", "error"], cwd=ROOT, env=environment)
        try:
            _wait()
            yield SITE
        finally:
            server.terminate()
            server.wait()


def _wait():
    for _ in range(100):
        try:
            urlopen(f"{SITE}/healthz")
            return
        except URLError:
            time.sleep(0.2)
    raise SystemExit("the demo does not answer")


def report(address):
    environment = {"CHROME_PATH": "/usr/bin/chromium", **os.environ}
    command = ["npx", "--yes", "lighthouse", address, "--quiet", "--output=json", f"--chrome-flags={CHROMIUM}"]
    command.append(f"--skip-audits={SAMPLE}")
    told = subprocess.run(command, env=environment, capture_output=True, text=True)
    if told.returncode:
        raise SystemExit(told.stderr)
    return json.loads(told.stdout)


def lacking(found):
    """What keeps a score below 100."""
    for category in SCORES:
        for each in found["categories"][category]["auditRefs"]:
            audit = found["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['title']} {audit.get('displayValue', '')}".strip()


def main(pages):
    perfect = True
    print(f"{'':24}", *(f"{each:>15}" for each in SCORES))
    with served() as site:
        for page in pages:
            found = report(site + page)
            scores = [round(100 * (found["categories"][each]["score"] or 0)) for each in SCORES]
            print(f"{page:24}", *(f"{each:>15}" for each in scores), flush=True)
            if min(scores) < 100:
                perfect = False
                print(*(f"    {each}" for each in lacking(found)), sep="\n")
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or PAGES))
