"""The files of a session that anybody may read: those the public record of its live edition names."""

from django.http import Http404

from ..models.stored_file import StoredFile
from . import queries
from .cached_page import page

DIGITS_IN_ADDRESS = 12


@page
def attached(request, path, digest, name):
    for attachment in queries.at(path).public.attachments:
        if attachment.is_public and attachment.sha256[:DIGITS_IN_ADDRESS] == digest and attachment.filename == name:
            return StoredFile(attachment.sha256, attachment.filename, attachment.title).response(request)
    raise Http404
