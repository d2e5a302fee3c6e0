"""What a copy of a session takes along beside its people and its agenda: the words, the directives, the files."""

from simple_history.utils import bulk_create_with_history

from ...models import AgendaItem, Attachment, Coordination, Directive
from ...record import PROSE_FIELDS
from . import prepare_review
from .usual_agenda import advanced, new_item

PEOPLE, AGENDA, WORDS, DIRECTIVES, FILES = "thanh-phan", "noi-dung", "cau-chu", "chi-dao", "tep"
PARTS = {
    PEOPLE: "Thành phần; ai dự, ai vắng thì ghi sau",
    AGENDA: "Nội dung họp: tên và người trình bày",
    WORDS: "Câu chữ đã gõ: mở đầu, thành phần, đánh giá, câu dẫn, lời kết",
    DIRECTIVES: "Chỉ đạo, thành dòng mới: không kèm số, tiến độ và thời hạn bằng ngày",
    FILES: "Tài liệu kèm",
}
USUAL = (PEOPLE, AGENDA)
"""Ticked until the clerk says otherwise."""
_OF_A_DIRECTIVE = (
    *("order", "topic", "assignment", "task", "lead_unit_id", "due_text", "recurrence", "product", "is_public"),
)
_OF_A_FILE = ("kind", "title", "file", "size", "sha256")


def items(source, months) -> dict[int, AgendaItem]:
    """The new items by the keys of those they are copied from; the review of open directives is made anew."""
    known = [item for item in source.agenda.all() if not prepare_review.is_review(item.title)]
    return {item.pk: new_item(item, advanced(item.title, months)) for item in known}


def words(source) -> dict[str, str]:
    return {name: getattr(source, name) for name in PROSE_FIELDS}


def directives(source) -> list[tuple[Directive, list[int]]]:
    """The new rows, each task with the new row above it, and the units that coordinate."""
    made = {}
    for row in source.directives.prefetch_related("coordinations"):
        new = Directive(**{name: getattr(row, name) for name in _OF_A_DIRECTIVE})
        new.parent = made[row.parent_id][0] if row.parent_id else None
        made[row.pk] = new, [each.unit_id for each in row.coordinations.all()]
    return list(made.values())


def files(source, new_items) -> list[Attachment]:
    """The same stored files. One of an internal item is internal, also where the item is not taken along."""
    rows = []
    for row in source.attachments.select_related("agenda_item"):
        item = row.agenda_item
        new = Attachment(**{name: getattr(row, name) for name in _OF_A_FILE})
        new.agenda_item = new_items.get(row.agenda_item_id)
        new.is_public = row.is_public and (item is None or item.is_public)
        rows.append(new)
    return rows


def store_directives(session, rows, *, by):
    for row, _ in rows:
        row.session = session
    for is_task in (False, True):
        of_level = [row for row, _ in rows if (row.parent is not None) is is_task]
        bulk_create_with_history(of_level, Directive, default_user=by)
    coordinations = [
        Coordination(directive=row, unit_id=unit, order=place)
        for row, units in rows
        for place, unit in enumerate(units, start=1)
    ]
    bulk_create_with_history(coordinations, Coordination, default_user=by)
