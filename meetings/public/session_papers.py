"""The papers of a session as the public finds them: what is in force, and what that took the place of."""

from dataclasses import dataclass, field
from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..models.edition import Edition, record_columns
from ..models.edition_file import EditionFile, Part
from ..models.stored_file import StoredFile
from ..paper import PaperKind
from . import edition_names, queries

LIVE, REPLACED, WITHDRAWN = Edition.State.LIVE, Edition.State.REPLACED, Edition.State.WITHDRAWN


@dataclass
class Paper:
    """A paper with the files anybody may have; `before` are those it took the place of, newest first."""

    edition: Edition
    files: list = field(default_factory=list)
    before: list = field(default_factory=list)

    @cached_property
    def name(self):
        return edition_names.name(self.edition)

    @property
    def kind(self):
        """The minutes printed with a page lie where the numbered ones will."""
        return PaperKind.MINUTES if self.edition.kind == Edition.Kind.NEWS else PaperKind(self.edition.kind)


def listed(session_id):
    """The papers of a session, one query: of each kind the one in force, else the last where it was withdrawn."""
    issued = _issued(session_id)
    minutes_in_force = any(
        edition.edition.kind == PaperKind.MINUTES and edition.edition.state == LIVE for edition in issued
    )
    found = [
        edition for edition in issued if edition.edition.kind == Edition.Kind.NEWS and edition.edition.state == LIVE
    ]
    found = [] if minutes_in_force else found
    for kind in PaperKind:
        *before, last = [edition for edition in issued if edition.edition.kind == kind] or [None]
        if last and last.edition.state != REPLACED:
            last.before = [each for each in reversed(before) if each.edition.state == REPLACED]
            found.append(last)
    return found


def _issued(session_id):
    """All that were ever issued with a public file, the oldest first."""
    editions = queries.seen().filter(session_id=session_id, is_public=True)
    files = EditionFile.objects.filter(part=Part.PUBLIC, edition__in=editions).select_related("edition")
    papers = {}
    for each in files.defer(*record_columns("edition__")).order_by("edition_id", "pk"):
        papers.setdefault(each.edition_id, Paper(each.edition)).files.append(each)
    return list(papers.values())


def in_force(path, kind):
    """The edition whose file the address of a paper serves; the minutes printed with the page stand in for numbered
    ones. Raises Withdrawn where the session's page or the paper was taken back, Http404 where there was none."""
    found = queries.seen().filter(path=path, kind__in=(kind, Edition.Kind.NEWS), is_public=True)
    found = list(found.without_records().order_by("pk"))
    live = {each.kind: each for each in found if each.state == LIVE}
    gone = {each.kind: each for each in found if each.state == WITHDRAWN}
    if Edition.Kind.NEWS in gone and Edition.Kind.NEWS not in live:
        raise queries.Withdrawn(gone[Edition.Kind.NEWS])
    if edition := live.get(kind) or (kind == PaperKind.MINUTES and live.get(Edition.Kind.NEWS)):
        return edition
    if kind in gone:
        raise queries.Withdrawn(gone[kind])
    raise Http404


def issued(path, kind, sequence):
    """A paper by its own number of edition, in force or replaced. Raises as `in_force` does."""
    asked = queries.seen().filter(path=path, kind=kind, sequence=sequence, is_public=True)
    edition = get_object_or_404(asked.without_records())
    if edition.state == WITHDRAWN:
        raise queries.Withdrawn(edition)
    return edition


def file(edition, extension):
    """Its public file, under the name a reader would keep it by."""
    of_kind = edition.files.filter(part=Part.PUBLIC, filename__endswith=f".{extension}")
    found = get_object_or_404(of_kind.only("sha256", "filename"))
    replaced = f" (bản {edition.sequence}, đã được thay)" if edition.state == REPLACED else ""
    return StoredFile(found.sha256, found.filename, edition_names.file_title(edition) + replaced)
