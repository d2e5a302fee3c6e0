"""The public papers of a session: those in force, and those that they replaced."""

from dataclasses import dataclass, field
from functools import cached_property

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..models.edition import RECORD_COLUMNS, Edition, columns_at
from ..models.edition_file import EditionFile
from ..models.mending import Mending
from ..models.stored_file import StoredFile
from ..paper import PaperKind
from ..paper_kinds import description
from . import edition_names, queries

LIVE, REPLACED, WITHDRAWN = Edition.State.LIVE, Edition.State.REPLACED, Edition.State.WITHDRAWN


@dataclass
class Paper:
    """A paper with its public files; `before` are those that it replaced, newest first."""

    edition: Edition
    files: list = field(default_factory=list)
    before: list = field(default_factory=list)
    letters: list = field(default_factory=list)
    """The public letters in force that correct it, which leave it in force."""
    mends: list = field(default_factory=list)
    """Of such a letter: the papers that it corrects in public."""

    @cached_property
    def name(self):
        return edition_names.name(self.edition)

    @property
    def corrects(self):
        return self.edition.is_paper and description(self.kind).corrects

    @property
    def kind(self):
        """The minutes printed with a page have the address that the numbered ones will have."""
        return PaperKind.MINUTES if self.edition.kind == Edition.Kind.NEWS else PaperKind(self.edition.kind)


def listed(session_id):
    """The papers of a session, in one query: of a kind the one in force, else the last one if it was withdrawn."""
    issued = _issued(session_id)
    in_force = {paper.edition.kind: paper for paper in issued if paper.edition.state == LIVE}
    with_page = Edition.Kind.NEWS in in_force and PaperKind.MINUTES not in in_force
    papers = [in_force[Edition.Kind.NEWS]] if with_page else []
    for kind in PaperKind:
        *before, last = [paper for paper in issued if paper.edition.kind == kind] or [None]
        if last and last.edition.state != REPLACED:
            last.before = [paper for paper in reversed(before) if paper.edition.state == REPLACED]
            papers.append(last)
    _tell_corrections(papers)
    return papers


def _tell_corrections(papers):
    """Another query only where a letter of correction is in force."""
    letters = {paper.edition.pk: paper for paper in papers if paper.corrects and paper.edition.state == LIVE}
    mendings = Mending.objects.filter(letter__in=letters, is_public=True) if letters else []
    for mending in mendings:
        for paper in papers:
            if paper.edition.pk == mending.mended_id and paper.edition.state == LIVE:
                letter = letters[mending.letter_id]
                letter.mends.append(paper)
                paper.letters.append(letter)


def letters_for(edition):
    """The public letters in force that correct it, as `listed` tells them."""
    letters = Edition.objects.told().filter(
        mendings__mended=edition, mendings__is_public=True, state=LIVE, is_public=True
    )
    return list(letters.without_records())


def _issued(session_id):
    """All that were ever issued with a public file, the oldest first."""
    editions = Edition.objects.told().filter(session_id=session_id, is_public=True)
    files = EditionFile.objects.public().filter(edition__in=editions).select_related("edition")
    papers = {}
    for file in files.defer(*columns_at("edition__", RECORD_COLUMNS)).order_by("edition_id", "pk"):
        papers.setdefault(file.edition_id, Paper(file.edition)).files.append(file)
    for paper in papers.values():
        paper.files = _offered(paper.files)
    return list(papers.values())


def _offered(files):
    """One of each kind of file: the signed one, the last that was attached, goes before the one that was printed."""
    by_extension = {}
    for file in sorted(files, key=_weight):
        by_extension[file.extension] = file
    return [by_extension[extension] for extension in dict.fromkeys(file.extension for file in files)]


def _weight(file):
    return file.is_digitally_signed, file.pk


def in_force(path, kind):
    """The edition whose file the address of a paper serves; the minutes printed with the page stand in for numbered
    ones. Raises Withdrawn where the session's page or the paper was withdrawn, Http404 where there was none."""
    editions = Edition.objects.told().filter(path=path, kind__in=(kind, Edition.Kind.NEWS), is_public=True)
    editions = list(editions.without_records().order_by("pk"))
    live = {edition.kind: edition for edition in editions if edition.state == LIVE}
    gone = {edition.kind: edition for edition in editions if edition.state == WITHDRAWN}
    if Edition.Kind.NEWS in gone and Edition.Kind.NEWS not in live:
        raise queries.Withdrawn(gone[Edition.Kind.NEWS])
    if edition := live.get(kind) or (kind == PaperKind.MINUTES and live.get(Edition.Kind.NEWS)):
        return edition
    if kind in gone:
        raise queries.Withdrawn(gone[kind])
    raise Http404


def issued(path, kind, sequence):
    """A paper by its own number of edition, in force or replaced. Raises as `in_force` does."""
    asked = Edition.objects.told().filter(path=path, kind=kind, sequence=sequence, is_public=True)
    edition = get_object_or_404(asked.without_records())
    if edition.state == WITHDRAWN:
        raise queries.Withdrawn(edition)
    return edition


def public_file(edition, extension):
    """Its public file, signed where there is one."""
    of_kind = edition.files.public().filter(filename__endswith=f".{extension}")
    file = max(of_kind.only("sha256", "filename", "carries", "pages"), key=_weight, default=None)
    if file is None:
        raise Http404
    return file


def stored_file(edition, extension):
    """The same, under the name a reader would keep it by."""
    file = public_file(edition, extension)
    replaced = f" (bản {edition.sequence}, đã được thay)" if edition.state == REPLACED else ""
    return StoredFile(file.sha256, file.filename, edition_names.file_title(edition) + replaced)
