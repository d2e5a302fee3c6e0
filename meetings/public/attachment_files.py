"""The files of a session that anybody may read: those the public record of its live edition names."""

from django.http import Http404

from ..models.stored_file import StoredFile
from . import queries
from .cached_page import page

DIGITS_IN_ADDRESS = 12


@page
def attachment(request, path, digest, name):
    for each in queries.at(path).public.attachments:
        if each.is_public and each.sha256[:DIGITS_IN_ADDRESS] == digest and each.filename == name:
            return StoredFile(each.sha256, each.filename, each.title).response(request)
    raise Http404
