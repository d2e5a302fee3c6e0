"""The papers of a session, written on demand from what the public may see."""

import hashlib
import json
from functools import cache as once
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from .. import official_form, prose, record, vietnamese
from ..paper import PaperKind, PaperRecord
from ..record import SCHEMA
from ..writers import pdf
from ..writers.words import sheets
from . import archive
from .page import page

SECONDS_KEPT = 7 * 24 * 3600


@page
def minutes_pdf(request, path):
    edition = archive.at(path)
    paper = cache.get_or_set(_key(edition), lambda: _minutes(edition), SECONDS_KEPT)
    response = HttpResponse(paper, content_type="application/pdf")
    name = f"bien-ban-{edition.path.replace('/', '-')}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name)
    return _or_unchanged(request, response)


@page
def data(request, path):
    edition = archive.at(path)
    text = json.dumps(edition.public_record, ensure_ascii=False, indent=2, sort_keys=True)
    return _or_unchanged(request, HttpResponse(text + "\n", content_type="application/json; charset=utf-8"))


def _minutes(edition):
    record = edition.public
    paper = PaperRecord(kind=PaperKind.MINUTES)
    return pdf.write(sheets(record, paper))


def _key(edition):
    return f"minutes:{edition.record_sha256}:{edition.number}:{SCHEMA}:{_release()}"


@once
def _release():
    """What decides how a paper looks: a release that changes it must not go on serving the old one."""
    papers = (settings.BASE_DIR / "templates" / "papers").glob("*")
    below = (Path(each.__file__) for each in (official_form, prose, record, vietnamese))
    sources = (*papers, *Path(pdf.__file__).parent.glob("*.py"), *below)
    return hashlib.sha256(b"".join(each.read_bytes() for each in sorted(sources) if each.is_file())).hexdigest()[:16]


def _or_unchanged(request, response):
    """The answer, or 304 to whoever has the same bytes already."""
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)
