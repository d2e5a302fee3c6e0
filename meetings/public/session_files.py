"""The files of a session that anybody may read: its papers as they were printed, its public record as data, and what
that record names of its attachments."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..models.stored_file import StoredFile
from . import queries, session_papers
from .cached_page import page, unless_held

DIGITS_IN_ADDRESS = 12


@page
def paper(request, path, kind, extension):
    return session_papers.public_file(session_papers.in_force(path, kind), extension).response(request)


@page
def earlier(request, path, kind, sequence, extension):
    """A replaced paper stays readable; it names the one in force to whoever follows links by machine."""
    in_force = session_papers.in_force(path, kind)
    address = reverse("public:paper", args=[path, kind, extension])
    if (in_force.kind, in_force.sequence) == (kind, sequence):
        return redirect(address)
    response = session_papers.public_file(session_papers.issued(path, kind, sequence), extension).response(request)
    response["Link"] = f'<{request.build_absolute_uri(address)}>; rel="latest-version"'
    response["X-Robots-Tag"] = "noindex"
    return response


@page
def data(request, path):
    edition = queries.at(path)
    text = json.dumps(edition.public_record, ensure_ascii=False, indent=2, sort_keys=True)
    return unless_held(request, HttpResponse(text + "\n", content_type="application/json; charset=utf-8"))


@page
def attached(request, path, digest, name):
    for attachment in queries.at(path).public.attachments:
        if attachment.is_public and attachment.sha256[:DIGITS_IN_ADDRESS] == digest and attachment.filename == name:
            return StoredFile(attachment.sha256, attachment.filename, attachment.title).response(request)
    raise Http404
