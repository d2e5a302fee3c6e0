"""The items put before the session, each with what was said and concluded."""

from ... import prose
from ...record import AgendaItemRecord
from ...vietnamese import list_letter, paragraphs
from .text import Block, Look, block, closed, paragraph


def agenda(items: tuple[AgendaItemRecord, ...]) -> list[Block]:
    found: list[Block] = []
    for place, item in enumerate(items, start=1):
        found.append(block(Look.ITEM, f"{place}. {item.title}"))
        found += points(item)
    return found


def points(item: AgendaItemRecord) -> list[Block]:
    """What was put before the session, what was said, what was concluded: only what there is, lettered in order."""
    told = [
        (label, [closed(line) for line in lines])
        for label, lines in (
            ("Trình bày" if item.presenter else "Nội dung", paragraphs(prose.presentation(item))),
            ("Ý kiến", [line.removeprefix("- ") for line in paragraphs(item.opinions)]),
            ("Kết luận", paragraphs(item.conclusion)),
        )
        if lines
    ]
    found: list[Block] = []
    for place, (label, lines) in enumerate(told):
        head = f"{list_letter(place)}) {label}:"
        if label == "Ý kiến" and len(lines) > 1:
            found += [block(Look.LEAD, head), *(block(Look.ROW, f"- {line}") for line in lines)]
        else:
            found += [paragraph(f"{head} {lines[0]}"), *map(paragraph, lines[1:])]
    return found
