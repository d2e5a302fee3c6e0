"""The items put before the session, each with what was said and concluded."""

from ... import prose, vote_prose
from ...record import AgendaItemRecord
from ...vietnamese import list_letter, paragraphs, upper_first
from .text import Block, Look, block, closed, paragraph


def agenda(items: tuple[AgendaItemRecord, ...]) -> list[Block]:
    blocks: list[Block] = []
    for place, item in enumerate(items, start=1):
        blocks.append(block(Look.ITEM, f"{place}. {item.title}"))
        blocks += points(item)
    return blocks


def points(item: AgendaItemRecord) -> list[Block]:
    """What was put before the session, what was said, voted and concluded: only what there is, lettered in order."""
    parts = [
        (label, [closed(line) for line in lines])
        for label, lines in (
            ("Trình bày" if item.presenter else "Nội dung", paragraphs(prose.presentation(item))),
            ("Ý kiến", [line.removeprefix("- ") for line in paragraphs(item.opinions)]),
            ("Biểu quyết", vote_prose.paragraphs(item.vote)),
            ("Kết luận", paragraphs(item.conclusion)),
        )
        if lines
    ]
    blocks: list[Block] = []
    for place, (label, lines) in enumerate(parts):
        head = f"{list_letter(place)}) {label}:"
        if label == "Ý kiến" and len(lines) > 1:
            blocks += [block(Look.LEAD, head), *(block(Look.ROW, f"- {upper_first(line)}") for line in lines)]
        else:
            blocks += [paragraph(f"{head} {lines[0]}"), *map(paragraph, lines[1:])]
    return blocks
