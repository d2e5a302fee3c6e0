"""Rules of what stands before the post of who signs (cell 7a): TM., KT., TL., TUQ., Q."""

import re

from ..layout import Layout
from ..measure import place
from ..measured_sheet import Line
from ..rulebook import Verdict, rule
from .ending import authorities, signatures

AUTHORITIES = {
    "TM.": "T[./ ]?M|THAY MẶT",
    "KT.": "K[./ ]?T|KÝ THAY",
    "TL.": "T[./ ]?L|THỪA LỆNH",
    "TUQ.": "T[./ ]?U[./ ]?Q|THỪA [ỦU][ỶY] QUYỀN",
    "Q.": "Q|QUYỀN",
}
"""How each is written, rightly or not."""

HEADS = re.compile(r"(?:CHỦ TỊCH|CHỦ T[OỌ][ẠA]|CHỦ TRÌ|CHỦ NHIỆM|THƯ KÝ|TRƯỞNG|TỔ TRƯỞNG|CHÁNH|GIÁM ĐỐC)\b")
"""Posts in whose own right a deputy of another body signs: the chair of a meeting, the head of a working group."""


def _authority(line: Line) -> str:
    """ "TM." for "TM. THƯỜNG TRỰC" and for "T/M THƯỜNG TRỰC"; "" for a line that names no authority."""
    written = (right for right, ways in AUTHORITIES.items() if re.match(rf"(?:{ways})(?:[./: ]|$)", line.text))
    return next(written, "")


@rule("authority-form", "ND30-I.II.7b", "Quyền hạn người ký ghi TM., Q., KT., TL. hoặc TUQ.", "7a")
def authority_form(layout: Layout) -> Verdict:
    lines = authorities(layout)
    for line in lines:
        right = _authority(line)
        if right and not line.text.startswith(right):
            return Verdict(False, line.text, f"{right} …", place(line))
    return Verdict(True, lines[0].text, ", ".join(AUTHORITIES))


@rule("authority-deputy", "ND30-I.II.7b", "Cấp phó ký thay thì ghi KT. trước chức vụ người đứng đầu", "7a")
def authority_deputy(layout: Layout) -> Verdict:
    """Whoever signs by a mandate, as the chair of a meeting or at the head of a group signs in the own right."""
    for signature in signatures(layout):
        lines = signature.authority
        in_own_right = any(_authority(line) in ("KT.", "TUQ.") or HEADS.match(line.text) for line in lines)
        deputy = next((line for line in lines if line.text.startswith("PHÓ ")), None)
        if deputy and not in_own_right:
            head = re.sub(r"^PHÓ | (THƯỜNG TRỰC|PHỤ TRÁCH).*", "", deputy.text)
            return Verdict(False, deputy.text, f"KT. {head} / {deputy.text}", place(deputy))
    return Verdict(True, "đúng", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")
