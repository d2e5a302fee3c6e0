"""Reads pasted attendees: a list with one in each line, the rows of a table, or the sentences of a post."""

import re
from dataclasses import replace

from ...readers.grammar import names, people
from ...readers.grammar.list_marks import sentences
from ...readers.rules import attendance_cues
from ...record import CouncilRecord, Presence
from . import attendee_lists
from .attendee_cells import columns, head_row, of_cells
from .attendee_counts import counted
from .attendee_delegates import with_delegate
from .attendee_headings import Heading, heading_of
from .attendee_sentences import address_spans, cut, of_sentence, person_spans
from .attendee_words import role_by_post, tails, trimmed_post
from .pasted_lines import Line, clip, parted
from .pasted_row import Row, Span, filled, letters

_ATTENDED = re.compile(
    r"(?:thành phần )?(?:cùng |tham )*dự(?: (?:phiên họp|cuộc họp|họp))?(?: (?:còn|gồm|có))*:? (?=(?:các|những) )",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,3}(?= )")


def rows(lines: list[Line], council: CouncilRecord) -> list[Row]:
    heading, heads, found, unused = Heading(), {}, [], ""
    for line in lines:
        under = heading_of(line.words) if len(line.cells) == 1 else None
        current, words = (under, under.behind) if under else (heading, line.words)
        unused += under.words if under else ""
        if not letters(words):
            heading = current
            continue
        one_a_line = bool(line.mark) or (len(lines) > 1 and not under)
        if len(line.cells) > 1:
            new, heads = _of_table(line, heads)
        else:
            away = bool(under and under.presence and under.presence.missed)
            new = (_listed(words) if away else []) or _of_words(words, one_a_line, council)
        found += [own for row in new for own in _finished(row, current, council)]
        found[-1], unused = replace(found[-1], says=f"{found[-1].says} {unused}"), ""
    if unused:
        found.append(Row(words=unused, values={"position": unused.strip(" :")}, take=False, says=unused))
    return found


def _of_table(line: Line, heads: dict[int, str]) -> tuple[list[Row], dict[int, str]]:
    """The row, and the kinds of the columns for the rows below."""
    kinds = columns(line)
    return ([head_row(line.cells)], kinds) if kinds else ([of_cells(line, heads)], heads)


def _finished(row: Row, heading: Heading, council: CouncilRecord) -> list[Row]:
    """The row with everything its words say, and the row of who came instead."""
    first, *others = with_delegate(counted(row), council)
    return [_under(first, heading, council), *others]


def _under(row: Row, heading: Heading, council: CouncilRecord) -> Row:
    """The row with role and presence: from its own words, else from the heading, else from its post."""
    at = next((span for span in row.spans if span.kind == "position"), None)
    said = row.words[at.start : at.end] if at else row.values.get("position", "")
    post = clip(said) if said else None
    usual = {
        "role": (heading.role or role_by_post(post, council)).value,
        "presence": (heading.presence or Presence.UNKNOWN).value,
        "headcount": "1" if row.values.get("name") else "",
    }
    return replace(row, values=usual | row.values)


def _of_words(words: str, one_a_line: bool, council: CouncilRecord) -> list[Row]:
    if (opening := _ATTENDED.match(words)) and (listed := _listed(words[opening.end() :])):
        return _present(opening.group(), listed)
    parts = [sentence.words for sentence in sentences(clip(words))]
    if any(map(attendance_cues.attends, parts)):
        return [row for part in parts for row in of_sentence(part, council)]
    if not one_a_line and ";" not in words:
        return [_row(part.words, part.shared_post) for part in _comma_list(words)]
    return [_row(part.words, part.shared_post) for piece in parted(words) for part in _of_piece(piece.words)]


def _listed(words: str) -> list[Row]:
    """The rows of several named people; [] where the words are no such list."""
    return [_row(part.words, part.shared_post) for part in attendee_lists.persons(words)] if ";" not in words else []


def _present(opening: str, listed: list[Row]) -> list[Row]:
    """Those that "Cùng dự có" opens; its words go into no field."""
    came = [replace(row, values={"presence": Presence.PRESENT.value} | row.values) for row in listed]
    return [replace(came[0], says=f"{opening} {came[0].says}"), *came[1:]]


def _of_piece(words: str) -> list[attendee_lists.Part]:
    return attendee_lists.persons(words) or [attendee_lists.Part(words)]


def _comma_list(words: str) -> list[attendee_lists.Part]:
    """The people in a list with commas; a name keeps the posts after it."""
    if listed := attendee_lists.persons(words):
        return listed
    words = words.rstrip(" .")
    if attendee_lists.past_lead(words) or people.person(clip(words), addressed=True).name:
        return [attendee_lists.Part(words)]
    return [attendee_lists.Part(words[start:end]) for start, end in cut(words, people.rows(clip(words)))]


def _row(words: str, shared_post: str = "") -> Row:
    tail, lead = tails(words), attendee_lists.past_lead(words)
    who = _in_capitals(people.person(clip(words).cut(lead, tail.end), addressed=True))
    if not lead and (number := _NUMBERED.match(words)):
        tail.values.setdefault("headcount", str(int(number.group())))
    spans = [*trimmed_post(words, person_spans(who)), *tail.spans]
    if lead:
        spans.append(Span(0, lead, ""))
    elif who.name:
        spans += address_spans(words, who.name.start)
    if not shared_post:
        return filled(words, tuple(spans), tail.values)
    note = f"Chức vụ chung của những người cùng nêu: “{shared_post}”; hãy xem lại."
    return filled(words, tuple(spans), tail.values | {"position": shared_post}, notes=(note,))


def _in_capitals(who: people.Person) -> people.Person:
    """ "TRẦN QUYẾT THẮNG", "TRẦN QUYẾT THẮNG - Chủ tịch HĐND quận": a name all in capitals is a name."""
    if who.name or not who.position:
        return who
    name = re.split(r" ?[-–—,] ", who.position.words, maxsplit=1)[0]
    if not (name.isupper() and names.is_name(name.title())):
        return who
    rest = who.position.words[len(name) :]
    post = who.position.cut(len(name) + len(rest) - len(rest.lstrip(" -–—,"))) if rest else None
    return people.Person(post, who.position.cut(0, len(name)))
