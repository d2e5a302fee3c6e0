"""The chair's directives as numbered paragraphs, with who leads, who helps and by when below them."""

from collections.abc import Callable

from ... import prose
from ...record import DirectiveRecord
from ...vietnamese import date_words, upper_first
from .text import Block, Look, block, listed, paragraph

Details = Callable[[DirectiveRecord], list[str]]


def directives(tasks: tuple[prose.Task, ...], details: Details) -> list[Block]:
    """Each directive and the tasks under it. What is common to all its tasks stands last, unless a task names a unit
    or a day of its own: then it goes before them."""
    blocks: list[Block] = []
    for task in tasks:
        shared = _detail_rows(details(task.directive))
        parts_have_own = any(details(part.directive) for part in task.tasks)
        blocks.append(block(Look.LEAD if task.tasks else Look.PARAGRAPH, f"{task.mark}. {upper_first(task.words)}"))
        blocks += shared if parts_have_own else []
        for part in task.tasks:
            blocks.append(paragraph(f"{part.mark}) {upper_first(part.words)}"))
            blocks += _detail_rows(details(part.directive))
        blocks += [] if parts_have_own else shared
    return blocks


def _detail_rows(lines: list[str]) -> list[Block]:
    return [block(Look.DETAIL, f"- {line}") for line in listed(lines)]


def who_and_when(directive: DirectiveRecord) -> list[str]:
    """The minutes' rows: who leads, who helps and by when, as far as it is recorded."""
    separator = "; " if any("," in name for name in directive.coordinators) else ", "
    named = (
        ("Cơ quan chủ trì", directive.lead),
        ("Cơ quan phối hợp", separator.join(directive.coordinators)),
    )
    return [f"{label}: {words}" for label, words in named if words] + when(directive)


def _product(directive: DirectiveRecord) -> list[str]:
    return [f"Sản phẩm: {directive.product}"] if directive.product else []


def when(directive: DirectiveRecord) -> list[str]:
    """The notice's rows: its sentences name the units already, but not the day, nor what is to come out."""
    due = directive.due_text or (date_words(directive.due_on) if directive.due_on else "")
    words = ", ".join(filter(None, (due, directive.recurrence)))
    return [*([f"Thời hạn: {words}"] if words else []), *_product(directive)]
