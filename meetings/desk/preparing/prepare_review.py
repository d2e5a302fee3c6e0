"""The agenda item in which a session reviews the open directives of earlier sessions."""

from itertools import groupby

from ...directive_states import STATES, DirectiveState, is_late
from ...models import AgendaItem, Directive
from ...models.directive import AS_A_TREE
from ...models.handover import with_handovers
from ...models.open_directives import issued_words
from ...vietnamese import date_digits, fold, two_digits
from ..office_time import today

TITLE = "Kiểm điểm việc thực hiện các nội dung chỉ đạo còn mở"


def open_directives():
    """The issued directives that are open, oldest first; one with tasks in the list is left out."""
    rows = Directive.objects.in_force().open().select_related("session__council", "lead_unit")
    rows = rows.prefetch_related("coordinations__unit", with_handovers())
    rows = list(rows.order_by("session__year", "session__month", "session_id", *AS_A_TREE))
    heads = {(row.session_id, row.number.partition(".")[0]) for row in rows if "." in row.number}
    rows = [row for row in rows if (row.session_id, row.number) not in heads]
    words = issued_words(rows)
    for row in rows:
        row.late = is_late(row.state, row.due_on, today())
        row.words = words[row.pk]
        row.deadline = date_digits(row.due_on) if row.due_on else row.due_text
        row.standing = DirectiveState.OVERDUE.label if row.late else STATES[row.state].label
    return rows


def by_unit(directives):
    """[(the unit that leads, its directives)], unit by unit; last those that no unit leads."""
    rows = sorted(directives, key=lambda row: (row.holder is None, fold(str(row.holder or ""))))
    return [(unit, list(led)) for unit, led in groupby(rows, key=lambda row: row.holder)]


def item(directives):
    """The agenda item, which names each directive; it is public only if all the directives are."""
    counted = f"Gồm {two_digits(len(directives))} chỉ đạo của các phiên họp trước chưa thực hiện xong."
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
