"""A web worker at rest has loaded none of the libraries that print, draw, check papers or read old posts."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = {
    *("weasyprint", "pydyf", "fontTools", "PIL", "pypdfium2", "pdfplumber", "pdfminer", "docx", "docxtpl", "lxml"),
    *("jinja2", "icalendar", "xlsxwriter", "pebble", "pyhanko", "segno"),
    *("meetings.readers.post", "meetings.readers.grammar.vocabulary", "meetings.form_check.check_form"),
}
ROUSE = """
import json, os, sys
import django
django.setup()
import council.urls
{more}
print(json.dumps(sorted(sys.modules)))
"""


def loaded(tmp_path, more=""):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "council.settings", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", ROUSE.format(more=more)], env=environment, capture_output=True, check=True
    )
    return set(json.loads(done.stdout))


def test_a_worker_at_rest_has_loaded_nothing_that_prints_or_reads(tmp_path):
    assert loaded(tmp_path) & HEAVY == set()


@pytest.mark.parametrize(
    ("more", "library"),
    [
        ("from meetings.writers import docx; docx.default_template()", "docx"),
        ("import meetings.readers.post", "meetings.readers.post"),
    ],
)
def test_what_is_loaded_would_be_seen(tmp_path, more, library):
    assert library in loaded(tmp_path, more)
