"""A file sent to be hashed: it passes through and nothing of it is kept, in memory or on disk."""

import hashlib

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError

FIELD = "tep"
LONGEST_MB = 50
LONGEST = LONGEST_MB * 1024 * 1024
ENVELOPE = 64 * 1024
"""What a form puts around its file, at most."""


class TooLong(Exception):
    """The request says that it is too long, or too many bytes came."""


class Unreadable(Exception):
    """The request is no form with a file in it."""


def sha256_of(request):
    """The hash of the file in the form, in hex; "" where none was chosen. Raises TooLong and Unreadable."""
    hasher = HashOnly(request)
    request.upload_handlers = [hasher]
    if request.content_type != "multipart/form-data":
        raise Unreadable
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST + ENVELOPE:
            raise TooLong
        request.FILES  # noqa: B018 (asking for them reads the form)
    except (MultiPartParserError, SuspiciousOperation, UnreadablePostError, ValueError) as broken:
        raise Unreadable from broken
    if hasher.is_too_long:
        raise TooLong
    return hasher.sha256


class HashOnly(FileUploadHandler):
    sha256, is_too_long = "", False

    def new_file(self, field_name, *args, **kwargs):
        super().new_file(field_name, *args, **kwargs)
        if field_name != FIELD or self.sha256:
            raise SkipFile
        self._hash, self._taken = hashlib.sha256(), 0

    def receive_data_chunk(self, raw_data, start):
        self._taken += len(raw_data)
        if self._taken > LONGEST:
            self.is_too_long = True
            raise StopUpload
        self._hash.update(raw_data)

    def file_complete(self, file_size):
        self.sha256 = self._hash.hexdigest()
