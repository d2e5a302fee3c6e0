"""The dossier of a session (hồ sơ phiên họp) for the archive: every paper that was issued, signed copies, attachments
and the record, each with its data by ND30, Phụ lục VI, and a list of what is inside."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.storage import default_storage

from .. import printing
from ..models import Edition, Part, Refused, Session
from ..models.stored_file import StoredFile
from ..models.user_names import known_as
from ..record import AttachmentRecord, SessionRecord
from ..vietnamese import LOCAL_ZONE, date_digits, slugify
from ..writers import paper_metadata
from ..writers.file_package import Package
from ..writers.words.file_contents import ListedDocument
from .year_book import ending, last_entry

PAGE = "Bài đăng"
ATTACHED = "Tài liệu kèm"
_LONGEST_SLUG = 48


@dataclass(kw_only=True)
class Kept:
    """One file of a document."""

    name: str
    file: StoredFile
    pages: int | None = None


@dataclass(kw_only=True)
class Document:
    """One line of the list, with its files."""

    ordinal: int = 0
    slug: str
    type_name: str
    subject: str
    reference: str = ""
    dated: date | None = None
    note: str = ""
    edition: Edition | None = None
    files: list[Kept] = field(default_factory=list)

    @property
    def folder(self):
        """ "02-bien-ban-so-05-bb-hdnd"."""
        return f"{self.ordinal:02d}-{self.slug}"

    @property
    def pages(self):
        """Of its first PDF: the whole paper, or the public one where nothing is internal."""
        return next((kept.pages for kept in self.files if kept.pages), None)

    @property
    def missing(self):
        """The names of files that the store lost."""
        return [kept.name for kept in self.files if not default_storage.exists(kept.file.path)]

    def listed(self):
        lost = f"Thiếu tệp trong kho: {', '.join(self.missing)}" if self.missing else ""
        return ListedDocument(
            ordinal=self.ordinal,
            reference=self.reference,
            day=date_digits(self.dated) if self.dated else "",
            subject=self.subject if self.subject.startswith(self.type_name) else f"{self.type_name}: {self.subject}",
            pages=self.pages,
            has_files=bool(self.files),
            note=". ".join(filter(None, (self.note.rstrip("."), lost))),
        )


def documents_of(session) -> list[Document]:
    """What the dossier holds: papers and pages in the order of their days, then attachments, all numbered."""
    editions = session.editions.exclude(state=Edition.State.CANCELLED).select_related("replaces", "replaced_by")
    editions = list(editions.prefetch_related("files__revocation", "register_entries").order_by("pk"))
    found = sorted(map(_document, editions), key=lambda each: (each.dated, each.edition.pk))
    found += [_attachment(record) for record in _attached(session, editions)]
    for ordinal, document in enumerate(found, start=1):
        document.ordinal = ordinal
    return found


def _document(edition):
    kind = PAGE if edition.kind == Edition.Kind.NEWS else edition.get_kind_display()
    number = f"so-{edition.number:02d}-{edition.symbol}" if edition.number else f"ban-{edition.sequence}"
    return Document(
        slug=slugify(f"{kind} {number}"),
        type_name=kind,
        subject=edition.title if edition.kind == Edition.Kind.NEWS else edition.abstract,
        reference=edition.reference,
        dated=edition.dated or edition.issued_at.astimezone(LOCAL_ZONE).date(),
        note=ending(edition) or ("Đang có hiệu lực" if edition.is_paper else ""),
        edition=edition,
        files=[_kept(row) for row in sorted(edition.files.all(), key=_first_whole)],
    )


def _first_whole(row):
    return (Part.WHOLE, Part.PUBLIC, Part.SIGNED).index(row.part), row.pk


def _kept(row):
    folder = {Part.SIGNED: "ban-ky-da-go-" if row.is_revoked else "ban-ky-"}.get(row.part, "")
    pages = row.pages if row.filename.endswith(".pdf") else None
    return Kept(name=f"{folder}{row.filename}", file=row.stored, pages=pages)


def _attached(session, editions) -> list[AttachmentRecord]:
    """The attachments of the desk, and those that an edition named and that were replaced since; each once."""
    records = [row.to_record() for row in session.attachments.select_related("agenda_item")]
    now = {record.sha256 for record in records}
    records += [record for edition in editions for record in edition.whole.attachments if record.sha256 not in now]
    return list({(record.sha256, record.filename): record for record in records if record.sha256}.values())


def _attachment(record):
    return Document(
        slug=slugify(f"{ATTACHED} {record.title}")[:_LONGEST_SLUG].rstrip("-"),
        type_name=ATTACHED,
        subject=record.title,
        note="" if record.is_public else "Nội bộ",
        files=[Kept(name=record.filename, file=StoredFile(record.sha256, record.filename, record.title))],
    )


def write_dossier(session, out, *, by, notation="", maintenance="") -> str:
    """Write the package into `out`, piece by piece, and return its name. Raises Refused where a kept file is not what
    it was when it was issued, and PressRefused."""
    session = Session.objects.with_rows().get(pk=session.pk)
    record, documents = _record_of(session), documents_of(session)
    for document in documents:
        _count_pages(document)
    name = f"ho-so-phien-hop-{slugify(record.path)}"
    whole = _file_data(record, documents, known_as(by), notation, maintenance)
    data = {"File": whole, "Documents": [_data(record, each, notation) for each in documents]}
    listed = [each.listed() for each in documents]
    with Package(out, name) as package:
        package.add("muc-luc-van-ban.pdf", printing.file_contents(record, listed, notation, known_as(by)))
        package.add("muc-luc-van-ban.xml", _xml(data).encode())
        package.add("muc-luc-van-ban.json", paper_metadata.to_json(data).encode())
        package.add("du-lieu-phien-hop.json", _json(record.to_data()))
        for document, of_it in zip(documents, data["Documents"], strict=True):
            _add(package, document, of_it)
    return f"{name}.zip"


def _record_of(session) -> SessionRecord:
    """The record of the page in force; of a session without one as it stands on the desk."""
    live = session.editions.live().first()
    return live.whole if live else session.to_record()


def _count_pages(document):
    """Of files whose pages nobody counted when they were kept; left open where that cannot be done."""
    for kept in document.files:
        if kept.pages is None and kept.name.endswith(".pdf") and default_storage.exists(kept.file.path):
            with default_storage.open(kept.file.path) as content:
                try:
                    kept.pages = printing.page_count(content.read())
                except (printing.UnreadablePdf, printing.PressRefused):
                    continue


def _file_data(record, documents, creator, notation, maintenance):
    days = sorted(document.dated for document in documents if document.dated)
    pages = [document.pages for document in documents if document.files]  # a page that was not printed has none
    return paper_metadata.of_file(
        record.council,
        record.year,
        FileNotation=notation,
        Title=f"Hồ sơ {record.title[:1].lower()}{record.title[1:]}",
        Maintenance=maintenance,
        Creator=creator,
        StartDate=days[0] if days else record.held_on,
        EndDate=days[-1] if days else record.held_on,
        DocTotal=len(documents),
        PageTotal=sum(pages) if all(pages) and pages else None,
    )


def _data(record, document, notation) -> dict[str, Any]:
    edition, listed = document.edition, document.listed()
    known = {"DocOrdinal": document.ordinal, "FileNotation": notation, "Description": listed.note}
    if edition and edition.is_paper:
        entry = last_entry(edition)
        return paper_metadata.of_paper(
            edition.whole,
            edition.paper_record,
            subject=edition.abstract,
            pages=document.pages,
            IssuedAmount=entry.copies if entry else None,
            **known,
        )
    return paper_metadata.document(
        record.council,
        record.year,
        TypeName=document.type_name,
        Subject=document.subject,
        IssuedDate=document.dated,
        PageAmount=document.pages,
        **known,
    )


def _add(package, document, data):
    folder = document.folder
    for name, kept in _named_once(document.files):
        if not default_storage.exists(kept.file.path):
            continue
        with default_storage.open(kept.file.path) as content:
            digest = package.add(f"{folder}/{name}", content)
        if digest != kept.file.sha256:
            raise Refused(
                f"Tệp {kept.name} ({document.type_name.lower()} {document.reference}) trong kho không còn đúng như "
                "lúc phát hành, nên chưa lập hồ sơ. Hãy báo người quản trị chạy bin/manage verify_editions."
            )
    package.add(f"{folder}/dac-ta.json", paper_metadata.to_json(data).encode())
    package.add(f"{folder}/dac-ta.xml", paper_metadata.to_xml("Document", data).encode())
    if document.edition:
        package.add(f"{folder}/noi-dung.json", _json(_frozen(document.edition)))


def _named_once(files) -> Iterator[tuple[str, Kept]]:
    taken = set()
    for kept in files:
        stem, _, ending = kept.name.rpartition(".")
        name, step = kept.name, 1
        while name in taken:
            step += 1
            name = f"{stem}-{step}.{ending}"
        taken.add(name)
        yield name, kept


def _frozen(edition):
    """What was frozen with it, and the hashes by which that can be checked."""
    return {
        "record": edition.record,
        "paper": edition.paper,
        "record_sha256": edition.record_sha256,
        "seal": edition.seal,
        "state": edition.state,
        "issued_at": edition.issued_at.isoformat(),
    }


def _json(data) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _xml(data):
    return paper_metadata.to_xml("FileContents", {"File": data["File"], "Document": data["Documents"]})
