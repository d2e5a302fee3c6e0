"""A kept file: where it lies and what it is served as, told by its hash and name alone, so a record can find it."""

import logging
import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response

from ..file_types import BY_ENDING, SHOWN_IN_PLACE, FileType
from ..vietnamese import squeeze

LONGEST_STEM = 48
"""So that path and name fit the column that holds them."""

log = logging.getLogger(__name__)
_SAFE_NAME = re.compile(rf"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:{'|'.join(BY_ENDING)})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


@dataclass(frozen=True, slots=True)
class StoredFile:
    sha256: str
    filename: str
    title: str = ""

    @classmethod
    def of_facts(cls, facts) -> Self | None:
        """By what Upload.facts says of it; None where it says nothing."""
        return cls(facts["sha256"], facts["name"], facts["title"]) if facts else None

    @property
    def path(self) -> str:
        """Its place in the store. Raises ValueError for a hash or a name that is none of ours."""
        if not _SHA256.fullmatch(self.sha256) or not _SAFE_NAME.fullmatch(self.filename):
            raise ValueError(f"không phải tệp đã kiểm tra: {self.filename!r}")
        return f"attachments/{self.sha256[:32]}/{self.filename}"

    @property
    def extension(self) -> str:
        return self.filename.rpartition(".")[2]

    @property
    def file_type(self) -> FileType:
        return BY_ENDING[self.extension]

    @property
    def etag(self) -> str:
        return f'"{self.sha256}"'

    @property
    def disposition(self) -> str:
        """Under its title for who downloads it (RFC 5987), and a plain name for what reads no other."""
        how = "inline" if self.extension in SHOWN_IN_PLACE else "attachment"
        title = squeeze(_NOT_IN_NAMES.sub(" ", self.title))[:120].strip(" .")
        named = f"{title or self.filename.rpartition('.')[0]}.{self.extension}"
        return f"{how}; filename=\"{self.filename}\"; filename*=UTF-8''{quote(named, safe='')}"

    def keep(self, content: bytes) -> None:
        """Put `content` in its place, once; what a broken write left there is written again."""
        if default_storage.exists(self.path):
            if default_storage.size(self.path) == len(content):
                return
            default_storage.delete(self.path)
        if (stored := default_storage.save(self.path, ContentFile(content))) != self.path:
            default_storage.delete(stored)  # another request kept the same bytes at the same moment

    def _for_the_proxy(self):
        """Where nginx stands in front it sends the file itself; None where none does."""
        if not settings.ACCEL_REDIRECT:
            return None
        if not default_storage.exists(self.path):
            raise FileNotFoundError(self.path)
        return HttpResponse(headers={"X-Accel-Redirect": f"{settings.ACCEL_REDIRECT}{self.path}"})

    def read(self) -> bytes:
        with default_storage.open(self.path) as content:
            return content.read()

    def response(self, request):
        """The file, or 304 to whoever has it already. Nothing in it may run, whatever a reader takes it for."""
        if unchanged := get_conditional_response(request, etag=self.etag):
            unchanged["ETag"] = self.etag
            return unchanged
        try:
            answer = self._for_the_proxy() or FileResponse(default_storage.open(self.path))
        except (ValueError, FileNotFoundError) as missing:
            log.error("Tệp đã phát hành không có trong kho: %s, %s (%s)", self.sha256, self.filename, missing)
            raise Http404("Không tìm thấy tệp này.") from None
        answer["Content-Type"] = self.file_type.content_type
        answer["ETag"], answer["Content-Disposition"] = self.etag, self.disposition
        answer["X-Content-Type-Options"], answer["Content-Security-Policy"] = "nosniff", "default-src 'none'; sandbox"
        return answer
