"""What the file says of itself: the paper's title and language, and nobody's name or hour."""

from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

_NO_MOMENT = datetime(2000, 1, 1)
"""The moment of writing would make each file another."""


def describe(document: Document, title: str) -> None:
    _forget_foreign_properties(document)
    said = document.core_properties
    said.title, said.language = title[:255], "vi"
    said.author = said.last_modified_by = said.comments = said.subject = said.keywords = said.category = ""
    said.created = said.modified = said.last_printed = _NO_MOMENT
    said.revision = 1


def _forget_foreign_properties(document: Document) -> None:
    """LibreOffice names the part in its own way: python-docx would not find it, and write a second one."""
    relations = document.part.package.rels
    for name, each in list(relations.items()):
        if each.reltype.endswith("/core-properties") and each.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del relations[name]
