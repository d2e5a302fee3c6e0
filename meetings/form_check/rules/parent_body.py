"""The rule of the parent body's name, above that of the issuing body (cell 2)."""

from ..layout import Layout
from ..measure import style_rule
from ..measured_sheet import Line
from .header import issuer

PARENTS = ("HỘI ĐỒNG NHÂN DÂN", "HĐND", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "BỘ", "SỞ")
PARTS = ("VĂN PHÒNG", "BAN", "PHÒNG", "SỞ", "THANH TRA", "CỤC", "CHI CỤC", "TRUNG TÂM", "ĐỘI")
"""What a body's name begins with, that of the parent and that of the body below it."""


def parent(layout: Layout) -> tuple[Line, ...]:
    """The lines above the one that begins the name of a lower body; a council's name over two lines is one."""
    lines = issuer(layout)
    if not _begins(lines[0], PARENTS):
        return ()
    return lines[: next((place for place, line in enumerate(lines) if place and _begins(line, PARTS)), 0)]


def _begins(line: Line, names: tuple[str, ...]) -> bool:
    return f"{line.text} ".startswith(tuple(f"{name} " for name in names))


style_rule(
    "issuer-parent",
    "ND30-I.II.2b",
    "Tên cơ quan chủ quản trực tiếp chữ đứng, không đậm",
    "2",
    parent,
    bold=False,
    italic=False,
)
