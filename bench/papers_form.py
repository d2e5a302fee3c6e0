"""Every paper of the demo measured against the form, rule by rule with its code: both versions, in PDF and in Word.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/papers_form.py [FOLDER]    (needs what bin/test --browser installs)

The Word files are printed by LibreOffice first. Without FOLDER the files are made in one that is removed. The exit
status is 1 where a rule is broken.
"""

import os
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("SITE_URL", "https://hdnd.example")
django.setup()

from django.core.files.storage import default_storage
from django.core.management import call_command

from meetings.management.office_commands import each_office
from meetings.models import Edition, EditionFile


def main():
    call_command("migrate", verbosity=0)
    call_command("load_demo", stdout=StringIO())
    with tempfile.TemporaryDirectory() as here:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else here)
        folder.mkdir(exist_ok=True)
        files = [str(file) for office in each_office() for file in _made(folder / office.slug)]
        call_command("form_check", *files)


def _made(folder):
    """The PDFs of every paper that the office at work has issued, each followed by the print of its Word file."""
    folder.mkdir(exist_ok=True)
    words = []
    for file in EditionFile.objects.exclude(edition__kind=Edition.Kind.NEWS).order_by("edition", "pk"):
        path = folder / file.filename
        path.write_bytes(default_storage.open(file.stored.path).read())
        if path.suffix == ".docx":
            words.append(path)
    printed = folder / "word"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(printed)]
    subprocess.run([*command, *map(str, words)], check=True, capture_output=True)
    for path in words:
        from_word = printed / f"{path.stem}.pdf"
        yield path.with_suffix(".pdf")
        yield from_word.rename(folder / f"{path.stem}.word.pdf")


if __name__ == "__main__":
    main()
