"""The empty fields for the digital signatures of an issued paper: one for each who signs, one for the office's seal.

The paper is only prepared: who signs chooses a field in the office's own signing program, which puts the picture
where the decree wants it.
"""

# mypy: allow-untyped-calls
# (pydyf carries no annotations.)

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pydyf

from ...vietnamese import fold, squeeze, upper_first
from ..words.text import PaperText, Signature

SEAL = "CoQuan"
_SHORT = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\.\s*", re.IGNORECASE)
_SIGNATURES_EXIST_AND_APPEND_ONLY = 3
"""The flags of a file with fields for signatures, to which a program may only add: what it writes anew it breaks."""


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    tip: str
    """What a reader of the screen says of it."""
    look: str
    """Its class in the style sheet."""


def of(sheets: list[PaperText]) -> Callable[[PaperText, Signature], list[Field]]:
    """The fields beside each signature. A paper without a number is signed by nobody; of one that is printed singly
    the first sheet has the fields, for a signature is that of the whole file. The seal goes to the last who signs."""
    first = sheets[0] if sheets and sheets[0].number else None

    def fields(sheet: PaperText, signature: Signature) -> list[Field]:
        if first is None or sheet is not first:
            return []
        place = next(number for number, each in enumerate(first.signatures) if each is signature)
        found = [Field(_names(first)[place], _tip(signature), "signature-field")]
        if signature is first.signatures[-1]:
            found.append(Field(SEAL, "Dấu, chữ ký số của cơ quan", "seal-field"))
        return found

    return fields


def _names(sheet: PaperText) -> list[str]:
    """ "ChuTich", "ThuKy" by the posts; those of two people with one post get a number."""
    names: list[str] = []
    for signature in sheet.signatures:
        name = _name(signature)
        names.append(f"{name}{len(names) + 1}" if name in (*names, SEAL) else name)
    return names


def _name(signature: Signature) -> str:
    words = fold(_post(signature)).split()
    return "".join(upper_first(re.sub("[^a-z0-9]", "", word)) for word in words) or "NguoiKy"


def _post(signature: Signature) -> str:
    return _SHORT.sub("", signature.authority[-1]) if signature.authority else ""


def _tip(signature: Signature) -> str:
    whose = squeeze(f"{upper_first(_post(signature).lower())} {signature.name}")
    return f"Chữ ký số của {whose}" if whose else "Chữ ký số của người ký"


def finish(pdf: Any) -> None:
    """Makes the boxes that the renderer took for check boxes to fields for signatures, each with an empty look.

    The renderer knows no such fields, but it places a check box, names it, and puts it into the tree of tags. There
    the field is the only kid of its element, and no list of one: pyHanko knows by that the one place in the tree at
    which a field may change when it is signed."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    del form["DR"], form["NeedAppearances"]
    form["SigFlags"] = _SIGNATURES_EXIST_AND_APPEND_ONLY
    for reference in form["Fields"]:
        field = object_of(pdf, reference)
        look = object_of(pdf, field["AP"]["N"]["on"])
        look.stream.clear()
        look.extra.pop("Resources", None)
        field["FT"], field["AP"] = "/Sig", pydyf.Dictionary({"N": look.reference})
        left, top, right, bottom = field["Rect"]
        field["Rect"] = pydyf.Array([left, bottom, right, top])
        for of_check_box in ("AS", "Border", "MK", "V"):
            del field[of_check_box]
        element = element_of(pdf, field)
        (element["K"],) = element["K"]


def element_of(pdf: Any, annotation: Any) -> Any:
    """Its element in the tree of tags."""
    tree = object_of(pdf, object_of(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    return object_of(pdf, dict(zip(tree[::2], tree[1::2], strict=True))[annotation["StructParent"]])


def object_of(pdf: Any, reference: str | bytes) -> Any:
    text = reference.decode() if isinstance(reference, bytes) else reference
    return pdf.objects[int(text.split()[0])]
