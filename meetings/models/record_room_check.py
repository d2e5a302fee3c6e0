"""Whether what was issued still is what it was: records, seals, files, numbers and the links between editions."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db import connection

from ..paper import PaperKind
from ..paper_kinds import series
from . import frozen, seal
from .council import Council
from .edition import Edition
from .progress_report import ProgressReport
from .stored_file import StoredFile


def missing_guards() -> Iterator[str]:
    for name in frozen.missing(connection):
        yield f"Cơ sở dữ liệu thiếu khóa chống sửa {name}: hãy chạy bin/manage migrate."


def faults() -> Iterator[str]:
    """Each thing that does not hold at the office, in words that name it; nothing where all does."""
    for council in Council.objects.order_by("pk"):
        yield from _of(council)


def _of(council):
    previous, seen = "", set()
    for edition in _in_order(council):
        name = _name(edition)
        files = list(edition.files.all())
        if seal.digest(edition.record) != edition.record_sha256:
            yield f"{name}: hồ sơ không khớp mã băm lúc phát hành."
        printed = [file for file in files if file.part != "signed"]
        if seal.of(edition, printed, previous) != edition.seal:
            yield f"{name}: dấu niêm không khớp; bản này, tệp của nó, hoặc một bản trước nó đã bị sửa hay lấy đi."
        previous = edition.seal
        yield from (f"{name}: {fault}" for file in files for fault in _file_faults(file))
        yield from (f"{name}: {fault}" for file in _attached(edition) for fault in _file_faults(file))
        yield from (f"{name}: {fault}" for fault in _link_faults(edition, seen))
    for closing in council.register_closings.all():
        yield from (f"{closing}: {fault}" for fault in _file_faults(closing))
    for report in ProgressReport.objects.filter(directive__session__council=council).exclude(file=None):
        yield from (f"báo cáo tiến độ {report}: {fault}" for fault in _file_faults(report.stored))


def last_seals() -> Iterator[tuple[str, str]]:
    """Of each council of the office, its name and the seal of its last edition: what a chain cannot tell of itself is
    that its end was cut off, so these are kept elsewhere."""
    for council in Council.objects.order_by("pk"):
        if last := Edition.objects.filter(council=council).order_by("-pk").values_list("seal", flat=True).first():
            yield council.short_name, last


def seals() -> set[str]:
    return set(Edition.objects.values_list("seal", flat=True))


def _attached(edition) -> list[StoredFile]:
    """The files that the record names, each of which a reader is offered."""
    named = [each for each in edition.record.get("attachments", ()) if each["sha256"]]
    return [StoredFile(each["sha256"], each["filename"], each["title"]) for each in named]


def _in_order(council):
    editions = Edition.objects.filter(council=council).order_by("pk").defer("folded")
    return editions.select_related("replaces").prefetch_related("files", "mendings").iterator(chunk_size=100)


def _name(edition):
    which = edition.reference or f"trang {edition.path}"
    return f"{edition.get_kind_display()} {which}, bản {edition.sequence} (mã {edition.pk})"


def _file_faults(file):
    path = getattr(file, "stored", file).path
    if not default_storage.exists(path):
        yield f"mất tệp {file.filename} ({path})."
        return
    with default_storage.open(path) as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if digest != file.sha256:
        yield f"tệp {file.filename} đã bị sửa: mã băm không còn là {file.sha256}."


def _link_faults(edition, seen):
    """A number stands once; what was replaced is no longer in force."""
    kinds = series(PaperKind(edition.kind)) if edition.is_paper else ()
    place = kinds, edition.number_year, edition.number
    if edition.number is not None and place in seen:
        yield "số này đã cấp cho một văn bản khác."
    seen.add(place)
    mended = sorted(each["edition"] for each in (edition.paper or {}).get("mends", ()))
    if mended != sorted(each.mended_id for each in edition.mendings.all()):
        yield "danh sách văn bản được đính chính không khớp với công văn."
    if edition.replaces and edition.replaces.state == Edition.State.LIVE:
        yield f"bản mà nó thay ({_name(edition.replaces)}) vẫn ghi là đang có hiệu lực."
    if edition.replaces and (edition.replaces.session_id, edition.replaces.kind) != (
        edition.session_id,
        edition.kind,
    ):
        yield "thay cho một bản của phiên hoặc loại giấy tờ khác."
