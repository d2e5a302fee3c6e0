"""The files of a session that anybody may read: its papers as they were printed, its public record as data, and what
that record names of its attachments."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ..models.stored_file import StoredFile
from ..writers import paper_metadata
from ..writers.masthead import masthead
from . import queries, replaced_files, session_papers
from .cached_page import page, unless_held
from .replaced_files import DIGITS_IN_ADDRESS


@page
def paper(request, path, kind, extension):
    return session_papers.stored_file(session_papers.in_force(path, kind), extension).response(request)


@page
def earlier(request, path, kind, sequence, extension):
    """A replaced paper stays readable; it names the one in force."""
    in_force = session_papers.in_force(path, kind)
    address = reverse("public:paper", args=[path, kind, extension])
    if (in_force.kind, in_force.sequence) == (kind, sequence):
        return redirect(address)
    response = session_papers.stored_file(session_papers.issued(path, kind, sequence), extension).response(request)
    response["X-Robots-Tag"] = "noindex"
    return _naming_latest(request, response, address)


@page
def metadata(request, path, kind, extension):
    """The data by which a numbered paper is managed (ND30, Phụ lục VI), beside the file of the same name."""
    return _metadata(request, session_papers.in_force(path, kind), extension)


@page
def earlier_metadata(request, path, kind, sequence, extension):
    in_force = session_papers.in_force(path, kind)
    address = reverse("public:paper_metadata", args=[path, kind, extension])
    if (in_force.kind, in_force.sequence) == (kind, sequence):
        return redirect(address)
    response = _metadata(request, session_papers.issued(path, kind, sequence), extension)
    response["X-Robots-Tag"] = "noindex"
    return _naming_latest(request, response, address)


def _metadata(request, edition, extension):
    if not edition.is_paper:
        raise Http404("Bản in kèm bài đăng chưa có số.")
    pages = session_papers.public_file(edition, "pdf").pages
    data = paper_metadata.of_paper(edition.public, edition.public_paper, subject=edition.abstract, pages=pages)
    text = paper_metadata.to_json(data) if extension == "json" else paper_metadata.to_xml("Document", data)
    return unless_held(request, HttpResponse(text, content_type=f"application/{extension}; charset=utf-8"))


@page
def data(request, path):
    edition = queries.at(path)
    text = json.dumps(edition.public_record, ensure_ascii=False, indent=2, sort_keys=True)
    return unless_held(request, HttpResponse(text + "\n", content_type="application/json; charset=utf-8"))


@page
def attached(request, path, digest, name):
    live = queries.at(path)
    if file := replaced_files.named(live, digest, name):
        return _stored(file).response(request)
    if found := replaced_files.replaced(live, digest, name):
        return _replaced(request, live, *found)
    raise Http404


def _replaced(request, live, edition, old, new):
    """410: the address was that of a file which a correction replaced."""
    address = _address(live, new)
    context = {"masthead": masthead(live.public.council), "edition": edition, "live": live, "old": old, "new": new}
    response = render(request, "public/replaced_file.html", {**context, "address": address}, status=410)
    return _naming_latest(request, response, address)


@page
def earlier_attached(request, path, sequence, digest, name):
    """A file of an edition that was replaced, as that edition named it."""
    live = queries.at(path)
    if sequence == live.sequence:
        return redirect("public:attachment", path, digest, name)
    edition = get_object_or_404(queries.replaced_by(live), sequence=sequence)
    file = replaced_files.named(edition, digest, name)
    if file is None or not (new := replaced_files.successor(file, live)):
        raise Http404
    response = _stored(file).response(request)
    response["X-Robots-Tag"] = "noindex"
    return _naming_latest(request, response, _address(live, new))


def _address(live, file):
    return reverse("public:attachment", args=[live.path, file.sha256[:DIGITS_IN_ADDRESS], file.filename])


def _naming_latest(request, response, address):
    """Whoever follows links by machine learns what took its place."""
    response["Link"] = f'<{request.build_absolute_uri(address)}>; rel="latest-version"'
    return response


def _stored(file):
    return StoredFile(file.sha256, file.filename, file.title)
