"""What the file says of itself: the paper's title and language, and nobody's name or hour."""

from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

_NO_MOMENT = datetime(2000, 1, 1)
"""The moment of writing would make each file another."""


def describe(document: Document, title: str) -> None:
    _forget_foreign_properties(document)
    core = document.core_properties
    core.title, core.language = title[:255], "vi"
    core.author = core.last_modified_by = core.comments = core.subject = core.keywords = core.category = ""
    core.created = core.modified = core.last_printed = _NO_MOMENT
    core.revision = 1


def _forget_foreign_properties(document: Document) -> None:
    """LibreOffice names the part in its own way: python-docx would not find it, and write a second one."""
    relations = document.part.package.rels
    for name, relation in list(relations.items()):
        if relation.reltype.endswith("/core-properties") and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del relations[name]
