"""Tables in plain text, a row a line, "|" between the cells: who attended, or who does what by when."""

import re
from dataclasses import dataclass

from meetings.vietnamese import fold

from ..text_span import Clip
from . import roll

_HEADS = {
    "number": r"stt|tt|so tt|so thu tu|#",
    "name": r"ho va ten|ho ten|ho, ten|ten|nguoi du|dai bieu",
    "position": r"(?:chuc vu|chuc danh)(?:[ ,/-]+(?:va )?(?:don vi|co quan|chuc danh|chuc vu|noi cong tac))*"
    r"|(?:co quan|don vi)[ ,/-]+(?:va )?(?:chuc vu|chuc danh)|don vi cong tac",
    "person": r"(?:ho va ten|ho ten|co quan|dai bieu)[ ,/-]+(?:chuc vu|chuc danh|don vi)(?:[ ,/-]+don vi)?"
    "|thanh phan|nguoi tham du",
    "unit": r"don vi|co quan|co quan, don vi|noi cong tac",
    "role": r"vai tro",
    "headcount": r"so nguoi|so luong",
    "note": r"ghi chu|co mat|vang|vang mat|co mat/vang|diem danh|ly do|ly do vang|tinh trang|ky ten|chu ky"
    "|hinh thuc(?: du)?",
    "task": r"noi dung(?: cong viec| nhiem vu| chi dao| thuc hien| giao)?|nhiem vu(?: cu the)?|cong viec"
    "|viec(?: phai lam)?|dau viec|noi dung ket luan",
    "lead": r"(?:(?:don vi|co quan|bo phan|nguoi)[ ,/]+){0,2}(?:chu tri|thuc hien|chiu trach nhiem"
    "|phu trach)(?: thuc hien)?|giao cho|don vi duoc giao",
    "with": r"(?:don vi |co quan )?phoi hop(?: thuc hien)?",
    "due": r"thoi han(?: hoan thanh| thuc hien)?|han(?: hoan thanh)?|thoi gian(?: hoan thanh| thuc hien)?"
    "|hoan thanh|ngay hoan thanh",
    "topic": r"linh vuc|van de|nhom viec",
}
_KINDS = {kind: re.compile(head) for kind, head in _HEADS.items()}
_OF_TASKS = ("task", "lead")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, from its head row; "" for a column that is not understood."""

    kinds: tuple[str, ...]
    blank: tuple[int, ...] = ()
    """The places of head cells without words: tabs typed twice, as a rule."""

    @property
    def of_tasks(self) -> bool:
        return all(kind in self.kinds for kind in _OF_TASKS)

    @property
    def of_people(self) -> bool:
        return not self.of_tasks and any(kind in self.kinds for kind in ("name", "person", "position"))

    def cells(self, clip: Clip) -> dict[str, Clip]:
        """The filled cells of a row by their kinds; the first of a kind counts. {} where the line is no row."""
        row, kinds = cells(clip), list(self.kinds)
        if not 1 < len(row) <= len(kinds) + 1:
            return {}
        if self.blank and len(filled(clip)) == len(kinds) - len(self.blank):
            row, kinds = filled(clip), [kind for place, kind in enumerate(kinds) if place not in self.blank]
        found: dict[str, Clip] = {}
        for kind, cell in zip(kinds, row, strict=False):
            if kind and _is_filled(cell):
                found.setdefault(kind, cell)
        return found


def filled(clip: Clip) -> list[Clip]:
    """The cells of a line that say something."""
    return [cell for cell in cells(clip) if _is_filled(cell)]


def _is_filled(cell: Clip) -> bool:
    return bool(cell.words.strip("-– "))


def cells(clip: Clip) -> list[Clip]:
    """The cells of a line, blank ones too; one cell where it is no row of a table."""
    places = [-1, *(match.start() for match in re.finditer(r"\|", clip.words)), len(clip.words)]
    return [clip.cut(start + 1, end) for start, end in zip(places, places[1:], strict=False)]


def columns(clip: Clip) -> Columns | None:
    """The columns of a table whose head row the line is; None where it is none."""
    if "|" not in clip.words:
        return None
    row = [fold(cell.words).strip(" .:()") for cell in cells(clip)]
    kinds = tuple(next((kind for kind, rule in _KINDS.items() if rule.fullmatch(cell)), "") for cell in row)
    blank = tuple(place for place, cell in enumerate(row) if not cell)
    return Columns(kinds, blank) if len(row) > 1 and sum(map(bool, kinds)) > 1 else None


_NUMBER = re.compile(r"[0-9]{1,3}[.)]?")


def person_row(clip: Clip) -> dict[str, Clip]:
    """The cells of a row of people in a table without a head row: the first that names somebody, and what stands
    behind it. {} where the line is none."""
    if "|" not in clip.words:
        return {}
    row = [cell for cell in filled(clip) if not _NUMBER.fullmatch(cell.words)]
    if not row or len(row) > 3 or roll.kind_of(row[0].words) not in ("person", "group", "post", "body"):
        return {}
    return dict(zip(("person", "position", "note"), row, strict=False))
