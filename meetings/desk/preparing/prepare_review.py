"""The agenda item in which a session reviews the open directives of earlier sessions."""

from ...directive_states import is_late
from ...models import AgendaItem, Directive
from ...models.directive import AS_A_TREE
from ...vietnamese import fold, two_digits
from ..office_time import today

TITLE = "Kiểm điểm việc thực hiện các nội dung chỉ đạo còn mở"


def open_directives():
    """The issued directives that are open, oldest first; one with tasks in the list is left out."""
    rows = Directive.objects.in_force().open().select_related("session__council", "lead_unit")
    rows = list(rows.order_by("session__year", "session__month", "session_id", *AS_A_TREE))
    heads = {(row.session_id, row.number.partition(".")[0]) for row in rows if "." in row.number}
    for row in rows:
        row.late = is_late(row.state, row.due_on, today())
    return [row for row in rows if (row.session_id, row.number) not in heads]


def item(directives):
    """The agenda item; it is public only if all the directives are."""
    summary = f"Gồm {two_digits(len(directives))} chỉ đạo của các phiên họp trước chưa thực hiện xong."
    return AgendaItem(title=TITLE, summary=summary, is_public=_all_public(directives))


def is_review(title):
    return fold(title) == fold(TITLE)


def _all_public(rows):
    """A task under an internal directive is internal too."""
    internal = Directive.objects.filter(session__in={row.session_id for row in rows}, parent=None, is_public=False)
    hidden = set(internal.values_list("session_id", "number"))
    return all(row.is_public and (row.session_id, row.number.partition(".")[0]) not in hidden for row in rows)
