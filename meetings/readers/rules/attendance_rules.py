"""Who presided, who attended, who was absent: the cue ("chủ trì", "cùng dự có", "vắng") stands before a list or
behind it, and a row may say more of one person ("(chủ trì)", "xin vắng, đi công tác")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from meetings.record import AttendeeRecord, CouncilRecord, Presence, Role

from ..grammar import remarks, tables
from ..grammar.list_marks import pieces, sentences
from ..grammar.names import NAME, is_name
from ..grammar.people import Person, line, person, rows
from ..grammar.vocabulary import BODY, PEOPLE, PERSON, POST
from ..reading import Part
from ..text_span import Clip
from .council_rules import kind_of
from .lines import Line

_MEETING = r"(?:phiên họp|cuộc họp|hội nghị|buổi họp|phiên|buổi làm việc)"
_CUES = re.compile(
    r"(?P<chair>(?:dưới sự |do )?(?:đồng |cùng )?chủ (?:trì|tọa|toạ)(?: và điều hành|,? điều hành)?"
    r"|(?:dưới sự )?điều hành"
    rf"(?= {_MEETING}| của|$))(?!\w)"
    r"|(?P<absent>(?:xin )?vắng(?: mặt)?(?: họp)?(?:[ ,(]*(?:có lý do|có lí do|có phép|có báo cáo|xin phép"
    r"|do bận công tác"
    r"|do đi công tác|không phép|không lý do)\)?)?|không dự(?: họp)?)(?!\w)"
    r"|(?P<secretary>thư ký(?: phiên họp| cuộc họp)?|ghi biên bản)(?= ?:)"
    r"|(?P<present>(?:thành phần|đại biểu|khách mời|mời)(?: (?:dự|tham dự|tham gia|mời|dự họp|phiên họp"
    r"|họp))*(?= ?:| gồm| có)"
    r"|(?:(?:cùng|về|tới|đến|còn|ngồi|tham|mời|cũng|đã) ){0,3}(?:tham dự|tham gia|dự)(?! (?:ý kiến|thảo luận"
    r"|phát biểu|báo cáo"
    r"|thẩm tra|thảo|toán|án|kiến|phòng|báo|lễ|thi|góp ý|trữ)\b)|có mặt|góp mặt"
    r"|về phía [^,:;.]{2,40}? có(?=[ :])|tại (?:các |[0-9]+ )?điểm cầu [^,:;.]{2,40}? có(?= ))(?!\w)",
    re.IGNORECASE,
)
_LEADS_TO_LIST = re.compile(
    rf"(?: của| cho)?(?: (?:tại|trong|với)? ?{_MEETING}| họp| mặt| dự| tham dự| phiên họp| hội nghị"
    rf"| (?:tại|ở) điểm cầu [^,:;]{{2,30}}?(?= ?:| có| gồm)| qua [^,:;]{{2,30}}?(?= ?:| có| gồm)"
    r"| nội dung [0-9]+| còn| về phía [^,:;.]{2,40}?| thường trực hđnd(?= ?:)| có lý do| tháng [0-9/ năm]+)*"
    r"(?: (?:gồm có|gồm|có|là|của))?(?: [0-9]+ (?:đồng chí|người|đại biểu))?(?: (?:mặt|đủ|đông đủ"
    r"|đầy đủ))?(?:(?: các)? (?:đồng chí|đ/c|ông|bà|vị|ông, bà)(?= ?:))?"
    r" ?:? ?",
    re.IGNORECASE,
)
_ENDS_AFTER_CUE = re.compile(
    rf"(?: (?:và )?(?:phát biểu|kết luận)[^.;]{{0,60}})?(?: {_MEETING}| họp| được)*[^\w]*$", re.IGNORECASE
)
_PRESIDES_OVER = re.compile(
    rf" ?(?:{_MEETING}|và |tại |buổi|[;.,(]|$)(?! ?(?:phối hợp|cùng (?!dự|tham)|tham mưu|triển khai))", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:^|[ ,(])(?P<many>các )?(?:đồng chí|đ/c|ông|bà|cô|anh|chị)(?: và (?:ông|bà))?:? (?=\S)", re.IGNORECASE
)
_CHAIRS_POST = re.compile(
    r"(?:(?:phó )?bí thư|(?:tỉnh|thành|quận|huyện|thị|đảng) (?:ủy|uỷ) viên|[ủu](?:ỷ|y) viên"
    r"|(?:phó )?chủ tịch)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r",? (?:đã |được |thay mặt |thừa )?(?:ủy quyền|phân công|ủy nhiệm|đã)(?: của [^,]*)?$| là người$"
    r"| thay mặt[^,]*$|,? (?:cùng )?(?:đã|được)$",
    re.IGNORECASE,
)
_AWAY_BEFORE = re.compile(r"\b(?:đang|bận|đi|vắng|nghỉ|ốm|do|vì)\b", re.IGNORECASE)
_ROLE_TAIL = re.compile(
    rf"[\s,;:–—(\[-]+(?P<role>(?:đồng |là )?(?:chủ (?:trì|tọa|toạ)|thư ký)(?: {_MEETING}"
    rf"| ghi biên bản)?)[)\]]?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:[IVX0-9A-D]{1,4}[.)/]? ?)?thành phần(?: (?:tham dự|dự họp|tham gia|dự|mời|phiên họp|cuộc họp))*",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"\b(?:kết luận|chỉ đạo|yêu cầu|giao|như sau|nội dung|đề nghị|nêu|phát biểu)\b", re.IGNORECASE
)
_CHAIR_ENDS = re.compile(
    r",? (?:thường trực (?:hđnd|hội đồng)|các đại biểu|phiên họp|hđnd|sáng|chiều|ngày|hội nghị|với sự|đã|tổ chức"
    r"|họp)\b|\. ",
    re.IGNORECASE,
)
"""Where the words about the one who presided end: "dưới sự chủ trì của …, Thường trực HĐND … họp"."""
_CONCLUDING = re.compile(
    rf"(?:phát biểu |sau khi [^.;:]{{0,120}}?, )?(?:kết luận|kết thúc|chỉ đạo|bế mạc"
    rf"|phát biểu kết luận|phát biểu chỉ đạo)[^.;:]{{0,60}}?,?"
    rf" (?i:đồng chí|đ/c|ông|bà):? (?P<who>{NAME}(?: ?[-–,(] ?[^.;:]+?)?)"
    r"(?=,? (?:đã |cũng )?(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|ghi nhận|đánh giá|biểu dương"
    r"|nhấn mạnh|khẳng định|kết luận|thống nhất|nêu|cho rằng|lưu ý|cơ bản|nhất trí|đồng ý)\b)",
    re.IGNORECASE,
)
_ALONE_AWAY = re.compile(rf"(?:riêng )?(?i:đồng chí|đ/c|ông|bà):? (?P<who>{NAME}[^:;]{{0,160}})$", re.IGNORECASE)
_NOBODY = re.compile(r"(?:không|0)\b(?! (?:dự|tham))", re.IGNORECASE)
_BARE = re.compile(
    r"(?:các )?(?:đồng chí|đại biểu|ông, bà|ông|bà|thành phần|đại biểu dự họp)(?: dự họp)?", re.IGNORECASE
)
_STOPS = " .;:…"
_LONGEST = {"name": 120, "position": 300, "reason": 200}

_Listed = tuple[Role, Presence, Person]


@dataclass(frozen=True, slots=True)
class People:
    attendees: tuple[AttendeeRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _List:
    """A list that a cue opened: its rows begin at `start`."""

    role: Role | None
    presence: Presence
    start: int


def attends(words: str) -> bool:
    """Whether a sentence is about who presided, attended or was absent."""
    return bool(_CUES.search(words)) and bool(people_of(Clip.of(words), None))


def _heads_list(words: str) -> bool:
    """Whether a line heads a list of people: "Thành phần tham dự:", "I. THÀNH PHẦN", "Về phía UBND xã:"."""
    if _SECTION.fullmatch(words):
        return True
    if not words.endswith(":") or len(words) > 160:
        return False
    if cues := [*_CUES.finditer(words)]:
        rest = words[cues[-1].end() :]
        return bool(_LEADS_TO_LIST.fullmatch(rest)) or (len(rest) < 30 and not _CONCLUDES.search(rest))
    return bool(re.match(r"(?:thành phần|đại biểu|vắng|khách mời|mời dự|về phía)\b", words, re.IGNORECASE))


def paragraphs(clips: list[Clip]) -> list[int]:
    """The indexes of the clips about who attended: such sentences, and the lists below them."""
    places: list[int] = []
    in_list, table = False, None
    for at, clip in enumerate(clips):
        listed = Line.of(clip)
        parts = sentences(clip)
        found_table = tables.columns(clip)
        if found_table and found_table.of_people or (table and table.cells(clip)):
            table = table or found_table
            places.append(at)
            continue
        table = None
        if _heads_list(parts[-1].words):
            in_list = True
            places.append(at)
        elif in_list and (_is_row(listed) or _heads_some(listed.clip.words)):
            places.append(at)
        elif any(attends(sentence.words) for sentence in parts):
            in_list = False
            places.append(at)
        else:
            in_list = False
    return places


def _heads_some(words: str) -> bool:
    """Whether a line in a list of people heads some of them: "2. Thường trực HĐND huyện:", "4. Thư ký: Bà …"."""
    if not (label := re.match(r"[^:;,]{2,60}:", words)):
        return False
    return not words[label.end() :].strip() or _begins_people(words[label.end() :].strip())


def _is_row(listed: Line) -> bool:
    """Whether a line below the head of a list is one of its rows."""
    words = listed.clip.words
    return _begins_people(words) and (bool(listed.mark) or not words.endswith("."))


def _begins_people(words: str) -> bool:
    return bool(
        PERSON.match(words)
        or PEOPLE.match(words)
        or POST.match(words)
        or BODY.match(words)
        or re.match(rf"{NAME}(?: ?[-–—,(:;]|$)", words)
    )


def chairs(clips: list[Clip], council: CouncilRecord) -> tuple[str, ...]:
    """The names of those who presided."""
    listed = _of(clips, council)
    return tuple(who.name.words for role, _, who in listed if role is Role.CHAIR and who.name)


def read(clips: list[Clip], after: list[Clip], council: CouncilRecord) -> People:
    """The rows of the sentences about attendance, in their order. Where these name the chair alone, the rows of
    `after`, the words after the directives, are added."""
    listed = [row for row in _of(clips, council) if _fits(row[2])]
    if all(role is Role.CHAIR for role, _, _ in listed):
        listed += [row for row in _of(after, council) if row[0] is not Role.CHAIR and _fits(row[2])]
    attendees, parts = [], []
    for index, (role, presence, row) in enumerate(listed):
        name, position, reason = row.name, row.position, _reason(row)
        attendees.append(
            AttendeeRecord(
                role=role,
                name=name.words if name else "",
                position=position.words if position else "",
                presence=presence,
                reason=reason.words if reason else "",
            )
        )
        for field, clip in (("reason", reason), ("name", name), ("position", position)):
            if clip:
                parts.append(clip.part(f"attendees[{index}].{field}", sure=row.sure))
    doubts = [
        f"Chưa chắc {row.position.quoted} là một dòng thành phần tham dự; xin xem lại."
        for _, _, row in listed
        if row.position and not row.sure
    ]
    return People(tuple(attendees), tuple(parts), tuple(doubts))


def _of(clips: list[Clip], council: CouncilRecord) -> list[_Listed]:
    found: list[_Listed] = []
    concluding: list[_Listed] = []
    under: _List | None = None
    table: tables.Columns | None = None
    for clip in clips:
        listed = Line.of(clip)
        heads = _heads_list(sentences(clip)[-1].words)
        if table and (row := table.cells(clip)):
            found += _of_cells(row, council)
            continue
        table = tables.columns(clip)
        if table and table.of_people:
            continue
        table = None
        if under and not heads and _heads_some(listed.clip.words) and listed.clip.words.endswith(":"):
            continue
        if under and not heads and (_is_row(listed) or _heads_some(listed.clip.words)):
            first, *others = sentences(listed.clip)
            found += _line(first, council, under)
            found += [row for sentence in others for row in people_of(sentence, council)]
            continue
        under = None
        for sentence in sentences(listed.clip):
            found += people_of(sentence, council)
            if not concluding and (match := _CONCLUDING.search(sentence.words)):
                who = person(sentence.cut(*match.span("who")), addressed=True)
                concluding.append((Role.CHAIR, Presence.PRESENT, who))
        if heads:
            under = _head_of_list(sentences(clip)[-1].words)
    if concluding and not any(role is Role.CHAIR for role, _, _ in found):
        found = [*concluding, *found]
    elif concluding and (full := concluding[0][2]).position:
        found = [_with_post(row, full) for row in found]
    return found


def _of_cells(row: dict[str, Clip], council: CouncilRecord) -> list[_Listed]:
    """A row of a table: who, with which post, and what the note says of presence or role."""
    who = row.get("person") or row.get("name")
    listed = person(who, addressed=True) if who else Person(None)
    post = row.get("position") or (row.get("unit") if not listed.position else None)
    if listed.name:
        listed = replace(listed, position=listed.position or post)
    elif listed.position and row.get("position"):
        listed = replace(listed, sure=True)
    elif not listed.position:
        listed = Person(post)
    if not (listed.name or listed.position):
        return []
    note = row.get("note") or row.get("role")
    role, presence, listed = _row(listed, council, Presence.PRESENT, None)
    if note and (tail := _ROLE_TAIL.search(f" {note.words}")):
        role = Role.SECRETARY if "thư ký" in tail["role"].lower() else Role.CHAIR
    elif note and (remark := remarks.read(note.words)):
        presence = remark.presence if remark.presence is not Presence.UNKNOWN else presence
        listed = replace(listed, remark=note)
    return [(role, presence, listed)]


def _head_of_list(words: str) -> _List:
    last = _List(None, Presence.PRESENT, 0)
    for cue in _CUES.finditer(words):
        last = _opened(cue, 0)
    return last


def _with_post(row: _Listed, full: Person) -> _Listed:
    """A chair without a post gets the post that the conclusion names."""
    role, presence, chair = row
    if role is Role.CHAIR and not chair.position and chair.name and full.name and chair.name.words == full.name.words:
        return role, presence, Person(full.position, chair.name)
    return row


def people_of(clip: Clip, council: CouncilRecord | None) -> list[_Listed]:
    """The rows of one sentence; none where it is not about who presided, attended or was absent."""
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS)))
    found, opened, at = [], None, 0
    for cue in _CUES.finditer(clip.words):
        if (start := _list_start(clip.words, cue)) is not None:
            if opened:
                found += _close(clip, opened, cue.start(), council)
            opened = _opened(cue, start)
        elif not opened and (before := _list_before(clip, cue, at)):
            found += _suffixed(before, cue, council)
            at = cue.end()
    if opened:
        found += _close(clip, opened, len(clip.words), council)
    if not found and (alone := _ALONE_AWAY.match(clip.words)):
        who = _told(person(clip.cut(*alone.span("who")), addressed=True))
        if who.remark and (remark := remarks.read(who.remark.words)) and remark.presence.missed:
            return [(_role(who, council), remark.presence, who)]
    return found


def _opened(cue: re.Match[str], start: int) -> _List:
    if cue["absent"]:
        excused = re.search(
            r"xin vắng|(?<!không )(?:có lý do|có lí do|có phép|xin phép|báo cáo|bận|công tác)",
            cue.group(),
            re.IGNORECASE,
        )
        return _List(None, Presence.EXCUSED if excused else Presence.ABSENT, start)
    role = Role.CHAIR if cue["chair"] else Role.SECRETARY if cue["secretary"] else None
    return _List(role, Presence.PRESENT, start)


def _list_start(words: str, cue: re.Match[str]) -> int | None:
    """Where a list begins behind the cue; None where none does."""
    leads = _LEADS_TO_LIST.match(words, cue.end())
    start = leads.end() if leads else cue.end()
    rest = words[start:].lstrip()
    start = len(words) - len(rest)
    if not rest or (leads and leads.end() == cue.end() and not words[cue.end() :].startswith(" ")):
        return None
    if cue["chair"] and re.match(r"(?:các )?(?:ban|phòng|ubnd|văn phòng|đơn vị|cơ quan|sở)\b", rest, re.IGNORECASE):
        return None
    if cue["absent"] and _NOBODY.match(rest):
        return len(words)
    return start if _begins_people(rest) else None


def _close(clip: Clip, opened: _List, end: int, council: CouncilRecord | None) -> list[_Listed]:
    """The rows of the list up to the next cue, or to the end of the sentence."""
    listed = clip.cut(opened.start, end)
    listed = listed.cut(0, len(re.sub(r"(?:[\s,;.:]| và| cùng| còn| với| có)+$", "", listed.words)))
    if not listed.words or _BARE.fullmatch(listed.words):
        return []
    if opened.role is Role.CHAIR:
        ends = (match.start() for match in _CHAIR_ENDS.finditer(listed.words, 5))
        listed = listed.cut(0, next((at for at in ends if not _post_goes_on(listed.words, at)), None))
        return [_chair(each, council) for each in _co_chairs(listed)]
    return [_row(row, council, opened.presence, opened.role) for row in rows(listed)]


def _post_goes_on(words: str, at: int) -> bool:
    """Whether "thường trực", "HĐND" belong to the post: "Phó Chủ tịch Thường trực HĐND huyện"."""
    return not words[at:].startswith(",") and bool(
        re.search(r"(?:chủ tịch|bí thư|ban|viên|trưởng|phó)$", words[:at], re.IGNORECASE)
    )


def _list_before(clip: Clip, cue: re.Match[str], at: int) -> Clip | None:
    """The list that stands before the cue: "Đồng chí … chủ trì", "… và lãnh đạo các phòng cùng dự"."""
    before = clip.words[at : cue.start()]
    after = clip.words[cue.end() :]
    if cue["chair"]:
        if not _PRESIDES_OVER.match(after):
            return None
        stripped = _INSTEAD.sub("", before.rstrip(" ,"))
        address = next((match for match in _ADDRESS.finditer(stripped)), None)
        start = address.start() if address else None
        if address and _AWAY_BEFORE.search(stripped[: address.start()]):
            return clip.cut(at + address.start(), at + len(stripped))
        post = next(
            (match.start() for match in _CHAIRS_POST.finditer(stripped) if _free(stripped, match.start())), None
        )
        begins = min((place for place in (start, post) if place is not None), default=None)
        return clip.cut(at + begins, at + len(stripped)) if begins is not None else None
    if not cue["present"] or not _ENDS_AFTER_CUE.match(after):
        return None
    listed = clip.cut(at, cue.start())
    return listed if _begins_people(listed.words) else None


def _free(words: str, at: int) -> bool:
    """Whether a post begins at a clause: at the start, behind a comma, or behind "do"."""
    return not words[:at].strip() or bool(
        re.search(r"(?:, ?|\bdo |\bcủa |: ?|đồng chí |ông |bà )$", words[:at], re.IGNORECASE)
    )


def _suffixed(listed: Clip, cue: re.Match[str], council: CouncilRecord | None) -> list[_Listed]:
    if cue["chair"]:
        address = re.match(r",? ?(?:các )?(?=(?:đồng chí|đ/c|ông|bà)\b)", listed.words, re.IGNORECASE)
        listed = listed.cut(address.end()) if address else listed
        return [_chair(each, council) for each in _co_chairs(listed)]
    trimmed = listed.cut(0, len(re.sub(r"(?:[\s,;]| và| cùng| cũng| đã)+$", "", listed.words)))
    return [_row(row, council, Presence.PRESENT, None) for row in rows(trimmed)]


def _co_chairs(who: Clip) -> list[Clip]:
    """Those who preside together, split at ";" or before the next person with an address or a post."""
    who = who.cut(1) if who.words.startswith(":") else who
    if len(parted := pieces(who, "; ")) > 1:
        return [part for part in parted if part.words]
    found, start = [], 0
    next_one = (
        rf"(?:,| và|, và| cùng) (?:(?i:đồng chí|đ/c|ông|bà):? |(?={NAME}(?: ?[-–]|, (?i:phó |chủ tịch|bí thư))))"
    )
    for mark in re.finditer(next_one, who.words):
        found.append(who.cut(start, mark.start()))
        start = mark.end()
    return [part for part in [*found, who.cut(start)] if part.words]


def _chair(clip: Clip, council: CouncilRecord | None) -> _Listed:
    who = _told(person(clip, addressed=True))
    remark = remarks.read(who.remark.words) if who.remark else None
    presence = remark.presence if remark and remark.presence is Presence.ONLINE else Presence.PRESENT
    return Role.CHAIR, presence, who


def _fits(row: Person) -> bool:
    """Whether the words are short enough for a name and a post; a longer one is a sentence without stops."""
    name, position = row.name, row.position
    return not (
        (name and len(name.words) > _LONGEST["name"]) or (position and len(position.words) > _LONGEST["position"])
    )


def _line(clip: Clip, council: CouncilRecord, under: _List) -> Iterator[_Listed]:
    """The rows of a line in a list of people; "…, chủ trì" marks the chair."""
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS + ",")))
    if (cue := _CUES.match(clip.words)) and (start := _list_start(clip.words, cue)) is not None:
        yield from _close(clip, _opened(cue, start), len(clip.words), council)
        return
    label = re.match(r"[^:;,]{2,60}: ?", clip.words)
    if label and _begins_people(clip.words[label.end() :]) and not is_name(label.group().rstrip(": ")):
        clip = clip.cut(label.end())
    several = ";" not in clip.words and not person(clip, addressed=True).name
    for row in rows(clip) if several else line(clip):
        yield _row(row, council, under.presence, under.role)


def _row(row: Person, council: CouncilRecord | None, presence: Presence, role: Role | None) -> _Listed:
    row, own = _with_role_tail(row)
    row = _told(row)
    if row.remark and (remark := remarks.read(row.remark.words)) and remark.presence is not Presence.UNKNOWN:
        presence = remark.presence
    return own or role or _role(row, council), presence, row


def _with_role_tail(row: Person) -> tuple[Person, Role | None]:
    """The row without "(chủ trì)" at its end, and that role."""
    last = row.position or row.name
    if not last or not (tail := _ROLE_TAIL.search(last.words)):
        return row, None
    kept = last.cut(0, tail.start())
    role = Role.SECRETARY if "thư ký" in tail["role"].lower() else Role.CHAIR
    if not row.position:
        return replace(row, name=kept), role
    again = person(kept, addressed=True) if not row.name else None
    return (again or replace(row, position=kept)), role


def _told(row: Person) -> Person:
    """The row with the remark at its end apart: "Phó Trưởng phòng (vắng, đi công tác)"."""
    last = row.position or row.name
    if not last or not (remark := remarks.find(last.words)):
        return row
    kept, rest = last.cut(0, remark.start), last.cut(remark.start)
    if row.position and not row.name:
        again = person(kept, addressed=True)
        return replace(again, remark=rest)
    return replace(row, position=kept, remark=rest) if row.position else replace(row, name=kept, remark=rest)


def _reason(row: Person) -> Clip | None:
    """Why the person did not come, or another remark; it goes into the one internal field."""
    if not row.remark:
        return None
    remark = remarks.read(row.remark.words)
    start, end = remark.reason if remark else (0, len(row.remark.words))
    return row.remark.cut(start, end) if 0 < end - start <= _LONGEST["reason"] else None


def _role(row: Person, council: CouncilRecord | None) -> Role:
    return role_of(row, council) if council else Role.INVITEE


def role_of(row: Person, council: CouncilRecord) -> Role:
    """A member if the post is in this council's standing committee; by law the deputy chairs are in it."""
    place = rf"(?: {kind_of(council)}| {re.escape(council.locality)})?"
    body = rf"(?:hđnd|hội đồng nhân dân){place}"
    member = re.compile(
        rf"(?:các )?(?:đồng chí )?(?:(?:thành viên|ủy viên|uỷ viên|trong) )*thường trực {body}"
        rf"|(?:các )?(?:đồng chí )?phó chủ tịch (?:thường trực )?{body}",
        re.IGNORECASE,
    )
    return Role.MEMBER if row.position and member.fullmatch(row.position.words) else Role.INVITEE
