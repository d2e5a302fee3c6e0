"""A notice with annexes as the decree has them (Mẫu 2.1), and the same with one fault."""

from .conftest import printed

STYLE = """<style>
@page first-annex { }
@page later-annex { }
@page first-annex:nth(1 of first-annex) { counter-reset: page 1; counter-increment: none; }
@page first-annex:nth(1 of first-annex) { @top-center { content: none; } }
@page later-annex:nth(1 of later-annex) { counter-reset: page 1; counter-increment: none; }
@page later-annex:nth(1 of later-annex) { @top-center { content: none; } }
.attached-sheet { page: first-annex; break-before: page; }
.attached-sheet.later { page: later-annex; }
.attached-sheet p { text-align: center; text-indent: 0; margin: 0; }
.attached-sheet .heading, .attached-sheet .name { font-weight: bold; font-size: 14pt; }
.attached-sheet .of { font-style: italic; font-size: 14pt; }
.attached-sheet td { border: 0.5pt solid black; font-size: 12pt; text-align: left; }
</style>"""

OF = "(Kèm theo Thông báo số 06/TB-HĐND ngày 08 tháng 01 năm 2021<br>của Thường trực HĐND quận Hai Bà Trưng)"

_ANNEX = """<section class="attached-sheet {which}">
<p class="heading">{heading}</p><p class="name">{name}</p><p class="of">{of}</p>
<table>{rows}</table></section>"""

POINTS = ("b\\) Phục vụ Nhân dân", "b) Thực hiện các việc nêu tại Phụ lục kèm theo; phục vụ Nhân dân")


def annex(heading="Phụ lục", name="DANH SÁCH CÁC VIỆC CÒN PHẢI THỰC HIỆN", of=OF, rows=60, which=""):
    cells = "".join(f"<tr><td>{n}</td><td>Việc thứ {n}</td><td>Đang làm</td></tr>" for n in range(1, rows))
    return _ANNEX.format(which=which, heading=heading, name=name, of=of, rows=cells)


def with_annexes(*annexes, style="", points=POINTS, replacing=()):
    """The notice with these annexes, or with one that keeps the form."""
    parts = STYLE.replace("</style>", f"{style}</style>") + "".join(annexes or [annex()])
    return printed("notice", [*([points] if points else []), ("</body>", f"{parts}</body>"), *replacing])
