"""Word's own fields in a template: the page's number is let through, what fetches or runs something is not."""

from typing import Any

from docx.oxml.ns import qn

from .bad_template import BadTemplate

_HARMLESS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})


def check_automatic(root: Any) -> None:
    """Raises BadTemplate for a field such as DDE or INCLUDETEXT. Word may cut its code into pieces."""
    code = ""
    for element in root.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            code += element.text or ""
            continue
        _check(code)
        code = ""
        if element.tag == qn("w:fldSimple"):
            _check(element.get(qn("w:instr"), ""))
    _check(code)


def _check(code: str) -> None:
    name = code.strip().partition(" ")[0]
    if name and name.upper() not in _HARMLESS:
        raise BadTemplate(
            f"Mẫu có trường tự động “{code.strip()[:60]}” của Word; chỉ được dùng trường số trang (PAGE)."
        )
