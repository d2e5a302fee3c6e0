"""The words of the notice of conclusions (thông báo kết luận): what was concluded, then what was directed."""

from dataclasses import replace

from ... import prose, vote_prose
from ...paper import PaperRecord
from ...record import AgendaItemRecord, SessionRecord
from ...vietnamese import paragraphs, upper_first
from . import paper_heading
from .directive_words import directives, when
from .text import Block, Look, PaperText, block, closed, paragraph, rows_of_grounds


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    """The notice of `record`, which holds the chosen conclusions and directives; `paper` is complete."""
    grounds = rows_of_grounds(paper.grounds)
    return replace(
        paper_heading.opened_and_closed(record, paper, verify_at, _points(record), before=grounds),
        title=f"Thông báo kết luận {prose.session_name(record)} của {record.council.committee_name}",
        abstract=_abstract(record),
    )


def _abstract(record: SessionRecord) -> tuple[str, ...]:
    """ "Kết luận của Thường trực Hội đồng nhân dân quận …", then at which session."""
    first, *place = paper_heading.whose(record)
    return (f"Kết luận {first}", *place, f"tại {prose.session_name(record)}")


def _points(record: SessionRecord) -> list[Block]:
    """Conclusions and directives in one series of numbers, for a notice stands by itself."""
    concluded = [item for item in record.agenda if item.conclusion]
    blocks: list[Block] = []
    for place, item in enumerate(concluded, start=1):
        blocks += _conclusion(f"{place}. {_on(item.title)}:", _concluded(item))
    tasks = prose.numbered(tuple(replace(row, number="") for row in record.directives))
    marked = (replace(task, mark=str(place)) for place, task in enumerate(tasks, start=len(concluded) + 1))
    return blocks + directives(tuple(marked), when)


def _concluded(item: AgendaItemRecord) -> list[str]:
    """The conclusion; how the vote on it went closes its last line."""
    *lines, last = paragraphs(item.conclusion)
    return [*lines, f"{closed(last)} {vote_prose.sentence(item.vote)}" if item.vote else last]


def _conclusion(head: str, lines: list[str]) -> list[Block]:
    if len(lines) == 1:
        return [paragraph(f"{head} {closed(lines[0])}")]
    return [block(Look.LEAD, head), *(paragraph(closed(line)) for line in lines)]


def _on(title: str) -> str:
    """ "Về kết quả công tác năm 2020"; a title that has its own "về" takes no other: "Trao đổi về nhân sự"."""
    has_its_own = "về" in title.lower().split()[:_EARLY]
    return upper_first(title) if has_its_own else f"Về {_lower_first(title)}"


_EARLY = 6
"""Among so many first words a second "về" would be heard twice."""


def _lower_first(words: str) -> str:
    """ "kết quả công tác năm 2020" after "Về"; a name's capitals stay: "HĐND quận", "Ủy ban"."""
    first = words.partition(" ")[0]
    return words if first.isupper() or first in _NAMES else words[:1].lower() + words[1:]


_NAMES = ("Ủy", "Hội", "Ban", "Thường", "Chương", "Mặt", "Đảng", "Quốc", "Luật", "Nghị", "Nhân", "Tết", "Đại")
"""First words of bodies and acts, which keep their capital: ND30, Phụ lục II."""
