"""A file sent to be hashed: it passes through and nothing of it is kept, in memory or on disk."""

import hashlib
import re

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from ..vietnamese import tidy

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


def hash_or_fault(request):
    """(the hash, "", 200), or ("", why there is none, the status of the answer)."""
    try:
        sha256 = sha256_of(request)
    except TooLong:
        return "", f"Tệp lớn hơn {LONGEST_MB} MB nên không kiểm tra ở đây được.", 413
    except Unreadable:
        return "", "Không đọc được tệp gửi lên. Đề nghị chọn lại tệp rồi gửi lần nữa.", 400
    if not sha256:
        return "", "Chưa có tệp nào được chọn. Đề nghị chọn tệp rồi bấm Kiểm tra.", 400
    return sha256, "", 200


def typed_hash(text):
    """As it is meant: without the spaces and the capitals of whoever copied it."""
    return "".join(tidy(text).split()).lower()


def fault_of(digest):
    """Why what was typed is no hash; "" where it is one."""
    is_one = re.fullmatch("[0-9a-f]{64}", digest)
    return "" if is_one else "Mã băm SHA-256 gồm đúng 64 chữ số và chữ cái từ a đến f."


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
