"""The agenda item in which a session reviews the open directives of earlier sessions."""

from itertools import groupby

from ...directive_states import STATES, DirectiveState
from ...models import AgendaItem, Directive
from ...models.directive import AS_A_TREE
from ...models.handover import with_handovers
from ...models.open_directives import issued_words
from ...vietnamese import date_digits, fold, two_digits
from ..office_time import today

TITLE = "Kiểm điểm việc thực hiện các nội dung chỉ đạo còn mở"


def open_directives():
    """The issued directives that are open, oldest first; one with tasks in the list is left out, and so is a task
    under one that is closed: it is part of what is done."""
    rows = Directive.objects.in_force().open().with_following().select_related("session__council", "lead_unit")
    rows = rows.prefetch_related("coordinations__unit", with_handovers())
    rows = list(rows.order_by("session__year", "session__month", "session_id", *AS_A_TREE))
    owed = {_head(row) for row in rows if not row.level}
    with_tasks = {_head(row) for row in rows if row.level}
    rows = [row for row in rows if _head(row) in owed and (row.level or _head(row) not in with_tasks)]
    words = issued_words(rows)
    for row in rows:
        row.late = row.is_late(today())
        row.words = words[row.pk]
        row.deadline = date_digits(row.due_now) if row.due_now else row.due_text
        row.standing = DirectiveState.OVERDUE.label if row.late else STATES[row.state].label
    return rows


def _head(row):
    return row.session_id, row.number.partition(".")[0]


def by_unit(directives):
    """[(the unit that leads, its directives)], unit by unit; last those that no unit leads."""
    rows = sorted(directives, key=lambda row: (row.holder is None, fold(str(row.holder or ""))))
    return [(unit, list(led)) for unit, led in groupby(rows, key=lambda row: row.holder)]


def item(directives):
    """The agenda item, which names each directive; it is public only if all the directives are. It counts them as
    they are counted everywhere: a task is a part of the directive above it."""
    heads = {_head(row) for row in directives}
    counted = f"Gồm {two_digits(len(heads))} chỉ đạo của các phiên họp trước chưa thực hiện xong."
    lines = [f"- {_line(row)}" for row in directives]
    return AgendaItem(title=TITLE, summary="\n".join([counted, *lines]), is_public=_all_public(directives))


def _line(row):
    about = "; ".join(filter(None, (str(row.holder or ""), row.deadline and f"hạn {row.deadline}")))
    return f"{row.reference}: {row.words.rstrip('.:;')}" + (f" ({about})" if about else "")


def is_review(title):
    return fold(title) == fold(TITLE)


def _all_public(rows):
    """A task under an internal directive is internal too."""
    internal = Directive.objects.filter(session__in={row.session_id for row in rows}, parent=None, is_public=False)
    hidden = set(internal.values_list("session_id", "number"))
    return all(row.is_public and (row.session_id, row.number.partition(".")[0]) not in hidden for row in rows)
