"""The data by which papers and files are managed, as ND30, Phụ lục VI, Phần II names it: as JSON and as XML.

What is not known is left blank and named in Description; nothing is made up. A text that is longer than the decree
allows is cut at a word.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from ..paper import PaperRecord
from ..paper_kinds import description
from ..recipients import receivers
from ..record import CouncilRecord, SessionRecord
from ..vietnamese import squeeze

LANGUAGE = "Tiếng Việt"
NO_MARK = 0
"""Priority of a paper without a mark of urgency or secrecy; no paper of this product bears one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the decree: its tag, its type ("String", "Number", "Date", "" for a group) and its length."""

    tag: str
    type: str = ""
    length: int = 0
    parts: tuple["Field", ...] = ()
    repeats: bool = False
    """A group that stands once for each signer or recipient."""


ORGAN = Field("OrganId", "String", 13)
FILE_CODE = Field("FileCode", parts=(ORGAN, Field("FileCatalog", "Number", 4), Field("FileNotation", "String", 20)))
DOCUMENT = (
    FILE_CODE,
    Field("DocOrdinal", "Number", 3),
    Field("TypeName", "String", 100),
    Field("CodeNumber", "String", 11),
    Field("CodeNotation", "String", 30),
    Field("IssuedDate", "Date", 10),
    Field("OrganName", "String", 200),
    Field("Subject", "String", 500),
    Field("Language", "String", 30),
    Field("PageAmount", "Number", 3),
    Field("Description", "String", 500),
    Field("SignerInfo", parts=(Field("Position", "String", 100), Field("FullName", "String", 50)), repeats=True),
    Field("To", parts=(ORGAN, Field("OrganName", "String", 200)), repeats=True),
    Field("Priority", "Number", 1),
    Field("IssuedAmount", "Number", 3),
    Field("DueDate", "Date", 10),
)
"""Phần II.I: the data of a paper sent."""
FILE = (
    FILE_CODE,
    Field("Title", "String", 500),
    Field("Maintenance", "String", 30),
    Field("Rights", "String", 30),
    Field("Creator", "String", 30),
    Field("Language", "String", 50),
    Field("StartDate", "Date", 10),
    Field("EndDate", "Date", 10),
    Field("DocTotal", "Number", 4),
    Field("PageTotal", "Number", 4),
    Field("Description", "String", 500),
)
"""Phần II.III: the data of a file."""

Data = dict[str, Any]


def of_paper(record: SessionRecord, paper: PaperRecord, *, subject: str, pages: int | None, **known: Any) -> Data:
    """A paper sent. `known` are further fields: DocOrdinal, IssuedAmount, Description, FileNotation."""
    number, _, symbol = paper.reference.partition("/")
    return document(
        record.council,
        record.year,
        TypeName=description(paper.kind).type_name,
        CodeNumber=number,
        CodeNotation=symbol,
        IssuedDate=paper.dated,
        Subject=subject,
        PageAmount=pages,
        SignerInfo=[
            {"Position": ", ".join(signature.authority), "FullName": signature.name} for signature in paper.signatures
        ],
        To=[{"OrganName": name} for name in receivers(paper)],
        Priority=NO_MARK,
        **known,
    )


def document(council: CouncilRecord, year: int, **known: Any) -> Data:
    """A document of the council's file of `year`, from what is known of it, by the decree's names."""
    given = {
        "FileCode": _file_code(council, year, known.get("FileNotation", "")),
        "OrganName": council.name,
        "Language": LANGUAGE,
        **known,
        "Description": _told(known.get("Description", ""), council, known.get("PageAmount")),
    }
    return _fitting(DOCUMENT, given)


def of_file(council: CouncilRecord, year: int, **known: Any) -> Data:
    """The council's file of `year` as a whole."""
    notation = known.get("FileNotation", "")
    given = {
        "FileCode": _file_code(council, year, notation),
        "Language": LANGUAGE,
        **known,
        "Description": _told(known.get("Description", ""), council, known.get("PageTotal"), notation),
    }
    return _fitting(FILE, given)


def _file_code(council: CouncilRecord, year: int, notation: str) -> Data:
    return {"OrganId": council.organ_id, "FileCatalog": year, "FileNotation": notation}


def _told(note: str, council: CouncilRecord, pages: int | None, notation: str | None = None) -> str:
    """The note, and what is left blank because nobody knows it."""
    unknown = [
        *(() if council.organ_id else ("mã định danh cơ quan",)),
        *(() if pages else ("số trang",)),
        *(("số và ký hiệu hồ sơ",) if notation == "" else ()),
    ]
    return ". ".join(filter(None, (note.rstrip("."), f"Chưa ghi: {', '.join(unknown)}" if unknown else "")))


def _fitting(fields: Sequence[Field], given: Mapping[str, Any]) -> Data:
    """Every field of the decree in its order, each within its type and length."""
    return {field.tag: _value(field, given.get(field.tag)) for field in fields}


def _value(field: Field, value: Any) -> Any:
    if field.repeats:
        return [_fitting(field.parts, part) for part in value or ()]
    if field.parts:
        return _fitting(field.parts, value or {})
    if field.type == "Number":
        return value if value is not None and len(f"{value}") <= field.length else None
    if field.type == "Date":
        return value.isoformat() if isinstance(value, date) else None
    return _cut(squeeze(value or ""), field.length)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return f"{text[: length - 1].rpartition(' ')[0] or text[: length - 1]}…"


def to_json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_xml(root: str, data: Data) -> str:
    """The data as XML under `root`; what is blank is an empty element, a list one element for each."""
    tree = _element(root, data)
    ElementTree.indent(tree)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(tree, encoding="unicode")}\n'


def _element(tag: str, value: Any) -> ElementTree.Element:
    element = ElementTree.Element(tag)
    if isinstance(value, dict):
        for name, part in value.items():
            for each in part if isinstance(part, list) else [part]:
                element.append(_element(name, each))
    elif value is not None:
        element.text = _allowed(f"{value}")
    return element


def _allowed(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(ch for ch in text if ch >= " " or ch in "\t\n\r")
