"""What the Nu checker, the W3C's own, says of the public pages; nothing is printed where it is content.

.venv/bin/python bench/valid_html.py     # needs Java 17 and npm, or VNU_JAR=…/vnu.jar
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from lighthouse import PAGES, served

ODD_ONES = (
    "/phien-hop/?nam=2021",
    "/phien-hop/2021/07/",
    "/khong-co/",
    "/xac-minh/?ma=" + "0" * 64,
    "/xac-minh/?ma=sai",
)


def checker(folder):
    """The jar, from the npm registry where none is at hand."""
    if at_hand := os.environ.get("VNU_JAR"):
        return at_hand
    subprocess.run(["npm", "install", "--ignore-scripts", "--silent", "vnu-jar"], cwd=folder, check=True)
    return f"{folder}/node_modules/vnu-jar/build/dist/vnu.jar"


def html(address):
    try:
        return urlopen(address).read()
    except HTTPError as error:  # an error page is a page
        return error.read()


def main():
    with tempfile.TemporaryDirectory() as folder, served() as site:
        for place, page in enumerate(PAGES + ODD_ONES, start=1):
            Path(folder, f"{place:02d}.html").write_bytes(html(site + page))
        pages = sorted(str(each) for each in Path(folder).glob("*.html"))
        return subprocess.run(["java", "-jar", checker(folder), *pages]).returncode


if __name__ == "__main__":
    sys.exit(main())
