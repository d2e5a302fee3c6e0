"""Finds the people of a sentence by its cues: "chủ trì", "cùng dự có", "vắng" stand before a list or behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from meetings.giving_verbs import ASKS, DIRECTS
from meetings.record import CouncilRecord, Presence, Role

from ..grammar import roll
from ..grammar.names import NAME
from ..grammar.people import past_several, rows
from ..grammar.rule import rule
from ..text_span import Clip
from . import absent_rows
from .attendee_rows import MEETING, Listed, begins_people, chair_row, row_with_role, usual_role

_ANY_CUE = (
    *("chủ t", "điều hành", "vắng", "dự", "mặt", "tham gia", "thư ký", "thư kí", "biên bản", "thành phần"),
    *("đại biểu", "khách mời", "mời", "về phía", "điểm cầu", "bận", "nghỉ", "ốm", "thành viên"),
)
"""Without any of these words a sentence has no cue."""
CUES = rule(
    r"(?<!\w)(?=[CDĐVKTGMNUỦBPSHX])"  # at most places of a sentence no cue can begin: this sees it at once
    r"(?:(?P<chair>(?:dưới sự |do )?(?:đồng |cùng )?chủ (?:trì|tọa)(?: và điều hành|,? điều hành)?"
    r"|(?:dưới sự )?điều hành(?: phiên họp(?= là| gồm| ?:))?"
    rf"(?= {MEETING}| của|, (?:có mặt|cùng dự|tham dự|dự)|$))(?!\w)"
    r"|(?P<absent>(?:xin )?vắng(?: mặt)?(?: họp)?(?:[ ,(]*(?:có lý do|có lí do|có phép|có báo cáo|xin phép"
    r"|do bận công tác|do đi công tác|không phép|không lý do)\)?)?|không dự(?: họp)?)(?!\w)"
    r"|(?P<secretary>thư ký(?: phiên họp| cuộc họp)?|ghi biên bản)(?= ?:)"
    r"|(?P<present>(?:thành phần|đại biểu|khách mời|mời)(?: (?:dự|tham dự|tham gia|mời|dự họp|phiên họp"
    r"|họp))*(?= ?:| gồm| có| là)"
    r"|(?:(?:cùng|về|tới|đến|còn|ngồi|tham|mời|cũng|đã) ){0,3}(?:tham dự|tham gia|dự)(?! (?:ý kiến|thảo luận"
    r"|phát biểu|báo cáo|thẩm tra|thảo|toán|án|kiến|phòng|báo|lễ|thi|góp ý|trữ)\b)|có mặt|góp mặt"
    r"|^thành viên(?: thường trực hđnd)?(?= ?:)|(?:^|(?<=; ))(?:UBND|Ủy ban|Văn phòng|Ban|Phòng|Công an|Sở)"
    r" ?[^,:;.]{0,40}? (?:có|cử)(?= (?:đồng chí|đ/c|ông|bà) )"
    r"|về phía [^,:;.]{2,40}? có(?=[ :])|tại (?:các |[0-9]+ )?điểm cầu(?: [^,:;.]{2,40}?)? có(?= )))(?!\w)",
    re.IGNORECASE,
)
LEADS_TO_LIST = rule(
    rf"(?: của| cho)?(?: (?:tại|trong|với)? ?{MEETING}| họp| mặt| trực tiếp| dự| tham dự| phiên họp| hội nghị"
    rf"| (?:tại|ở) (?:các )?điểm cầu [^,:;]{{2,30}}?(?= ?:| có| gồm)| (?:tại|từ|lúc) [^,:;]{{2,60}}?(?= ?:| gồm)"
    rf"| qua [^,:;]{{2,30}}?(?= ?:| có| gồm)"
    r"| nội dung [0-9]+| còn| về phía [^,:;.]{2,40}?| thường trực hđnd(?= ?:)| có lý do| tháng [0-9/ năm]+)*"
    r"(?: (?:gồm có|gồm|có|là|của))?(?: [0-9]+ (?:đồng chí|người|đại biểu))?(?: (?:mặt|đủ|đông đủ|[0-9]+/[0-9]+"
    r"|đầy đủ))?(?:(?: các)? (?:đồng chí|đ/c|ông|bà|vị|ông, bà)(?= ?:))? ?:? ?",
    re.IGNORECASE,
)
_ENDS_AFTER_CUE = rule(
    rf"(?: (?:và )?(?:phát biểu|kết luận)[^.;]{{0,60}})?(?: {MEETING}| họp| được| đầy đủ| đông đủ| đủ| trực tuyến"
    rf"| qua [^,;.]{2, 40})*[^\w]*$",
    re.IGNORECASE,
)
_PRESIDES_OVER = rule(
    rf" ?(?:{MEETING}|và |với |tại |buổi|[;.,(]|$)(?! ?(?:phối hợp|cùng (?!dự|tham)|tham mưu|triển khai))",
    re.IGNORECASE,
)
_ADDRESS = rule(
    r"(?<!Hai)(?:^|[ ,(])(?P<many>các )?(?:đồng chí|đ/c|ông|bà|cô|anh|chị)(?: và (?:ông|bà))?:? (?=\S)", re.IGNORECASE
)
_CHAIRS_POST = rule(
    r"(?:(?:phó )?bí thư|(?:tỉnh|thành|quận|huyện|thị|đảng) ủy viên|ủy viên|(?:phó )?chủ tịch)\b",
    re.IGNORECASE,
)
_INSTEAD = rule(
    r",? (?:đã |được |thay mặt |thừa )?(?:được )?(?:sự )?(?:ủy quyền|phân công|ủy nhiệm|đã)(?: của [^,]*)?$"
    r"| là người$| làm$| thay mặt[^,]*$|,? (?:cùng )?(?:đã|được)$",
    re.IGNORECASE,
)
_NO_PERSON = rule(rf"\b(?:được giao|cho rằng|{ASKS}|thuộc về|báo cáo)\b", re.IGNORECASE)
_AWAY_BEFORE = rule(r"\b(?:đang|bận|đi|vắng|nghỉ|ốm|do|vì)\b", re.IGNORECASE)
_CHAIR_ENDS = rule(
    r",? (?:thường trực (?:hđnd|hội đồng)|các đại biểu|phiên họp|hđnd|sáng|chiều|ngày|hội nghị|với sự|đã|tổ chức"
    rf"|họp|{DIRECTS}|phát biểu|cho (?:biết|rằng)|ghi nhận|đánh giá|nêu|khẳng định|biểu dương)\b|\. ",
    re.IGNORECASE,
)
"""Where the words about the one who presided end: "dưới sự chủ trì của …, Thường trực HĐND … họp"."""
_PAST_MEETING = rule(rf"(?: {MEETING})?[ ,;]*", re.IGNORECASE)
_NOBODY = rule(r"(?:không|0)\b(?! (?:dự|tham))", re.IGNORECASE)
_BETWEEN = rule(r" [^,;.()]{0,120}")
_OPENS_LIST = rule(r" (?:có|gồm|gồm có|là)(?: sự)?(?: [^\W\d_]+ mặt(?: của)?)?(?= )|:", re.IGNORECASE)
_BARE = rule(r"(?:các )?(?:đồng chí|đại biểu|ông, bà|ông|bà|thành phần|đại biểu dự họp)(?: dự họp)?", re.IGNORECASE)
_TAIL = rule(
    r"(?:[\s,;.:]| và| cùng| còn| với| có| được(?: mời)?|(?<!\w)(?:cùng |đến |về |tới )?(?:tham dự|dự"
    r"|tham gia)(?: họp| phiên họp)?)+$",
    re.IGNORECASE,
)
"""What may stand behind a list and is none of its words: "…, Phó Chủ tịch tham dự"."""
_REMOTE = rule(
    r"\bqua (?:zalo|zoom|mạng|màn hình|cầu truyền hình|điện thoại|hệ thống)|(?<!kết hợp )trực tuyến(?! đến| với)"
    r"|điểm cầu (?!chính|trung tâm|phòng họp|trụ sở)",
    re.IGNORECASE,
)
_NAMED_BEHIND = rule(rf", (?=(?:đồng chí|đ/c|ông|bà) {NAME})", re.IGNORECASE)
"""Who presides, behind a comma: "Chủ trì phiên họp, ông Trần Công Thiềm (Phó Chủ tịch HĐND) yêu cầu"."""
_COUNT_THEN_NAMES = rule(r"[0-9]{1,2}(?: đồng chí| đ/c| người)?:? ?\(([^()]+)\)", re.IGNORECASE)
"""Those behind their number: "Vắng: 01 (đồng chí Hoàng Thị Xoan - ốm)"."""
_BRACKET = re.compile(r"\(([^()]{8,120})\)")
STOPS = " .;:…"


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that a cue opened: its rows begin at `start`."""

    role: Role | None
    presence: Presence
    start: int


@lru_cache(maxsize=1024)
def attends(words: str) -> bool:
    """Whether a sentence is about who presided, attended or was absent."""
    return tells_of_people(Clip.of(words))


def tells_of_people(clip: Clip) -> bool:
    return bool(_people(clip))


def people_of(clip: Clip, council: CouncilRecord | None) -> tuple[Listed, ...]:
    """The rows of one sentence; none where it is not about who presided, attended or was absent."""
    return tuple(
        (usual_role(row, council) if role is Role.INVITEE else role, presence, row)
        for role, presence, row in _people(clip)
    )


@lru_cache(maxsize=1024)
def _people(clip: Clip) -> tuple[Listed, ...]:
    """The rows of a sentence, those of no named role as guests: whose council it is does not matter yet."""
    council = None
    lowered = clip.words.lower()
    if not any(cue in lowered for cue in _ANY_CUE):
        return ()
    clip = clip.cut(0, len(clip.words.rstrip(STOPS)))
    away = absent_rows.alone(clip, council)
    if away and not CUES.search(clip.words, 0, away[1]):
        return (away[0],)
    found: list[Listed] = []
    opened, at = None, 0
    for cue in CUES.finditer(clip.words):
        if (start := list_start(clip.words, cue)) is not None:
            if opened:
                found += rows_of_list(clip, opened, cue.start(), council)
            opened = opened_by(cue, start, clip.words)
        elif not opened and (before := _list_before(clip, cue, at)):
            found += _suffixed(before, cue, council)
            meeting = _PAST_MEETING.match(clip.words, cue.end())
            at = meeting.end() if meeting else cue.end()
    if opened:
        found += rows_of_list(clip, opened, len(clip.words), council)
    rows_found = [each for listed in found for each in absent_rows.with_others(listed, council)]
    return (*rows_found, *(each for each in _in_brackets(clip, council) if found and each not in rows_found))


def _in_brackets(clip: Clip, council: CouncilRecord | None) -> Iterator[Listed]:
    """Who is away, in brackets of its own: "… chủ trì (đồng chí Chủ tịch HĐND xã đi công tác)"."""
    for bracket in _BRACKET.finditer(clip.words):
        if away := absent_rows.alone(clip.cut(*bracket.span(1)), council):
            yield away[0]


def opened_by(cue: re.Match[str], start: int, words: str = "") -> OpenList:
    """The list that the cue opens; the words between them may say that all are online."""
    if cue["absent"]:
        excused = re.search(
            r"xin vắng|(?<!không )(?:có lý do|có lí do|có phép|xin phép|báo cáo|bận|công tác)",
            cue.group(),
            re.IGNORECASE,
        )
        return OpenList(None, Presence.EXCUSED if excused else Presence.ABSENT, start)
    role = Role.CHAIR if cue["chair"] else Role.SECRETARY if cue["secretary"] else None
    remote = role is None and _REMOTE.search(words[cue.start() : start])
    return OpenList(role, Presence.ONLINE if remote else Presence.PRESENT, start)


def list_start(words: str, cue: re.Match[str]) -> int | None:
    """Where a list begins behind the cue; None where none does."""
    leads = LEADS_TO_LIST.match(words, cue.end())
    start = leads.end() if leads else cue.end()
    if not begins_people(words[start:].lstrip()) and (told := _told_list(words, cue)) is not None:
        leads, start = None, told
    rest = words[start:].lstrip()
    if cue["chair"] and (named := _NAMED_BEHIND.match(rest)):
        leads, rest = None, rest[named.end() :]
    start = len(words) - len(rest)
    if not rest or (leads and leads.end() == cue.end() and not words[cue.end() :].startswith(" ")):
        return None
    if cue["chair"] and re.match(
        r"(?:thường trực|(?:các )?(?:ban|phòng|ubnd|văn phòng|đơn vị|cơ quan|sở))\b", rest, re.IGNORECASE
    ):
        return None
    if cue["absent"] and _NOBODY.match(rest):
        return len(words)
    return start if begins_people(rest) else None


def _told_list(words: str, cue: re.Match[str]) -> int | None:
    """Where a list begins behind other words that end with "có", "gồm" or a colon: "Cùng dự tại phòng họp tầng 3 trụ
    sở có đồng chí …"."""
    if cue["chair"]:
        return None
    between = _BETWEEN.match(words, cue.end())
    places = [match.end() for match in _OPENS_LIST.finditer(between.group())] if between else []
    places = [cue.end() + place for place in places]
    return next((place for place in places if begins_people(words[place:].lstrip())), None)


def rows_of_list(clip: Clip, opened: OpenList, end: int, council: CouncilRecord | None) -> list[Listed]:
    """The rows of the list up to the next cue, or to the end of the sentence."""
    listed = clip.cut(opened.start, end)
    listed = listed.cut(0, len(_TAIL.sub("", listed.words)))
    if counted := _COUNT_THEN_NAMES.fullmatch(listed.words):
        listed = listed.cut(*counted.span(1))
    if not listed.words or _BARE.fullmatch(listed.words):
        return []
    if opened.role is Role.CHAIR:
        ends = (match.start() for match in _CHAIR_ENDS.finditer(listed.words, 5))
        listed = listed.cut(0, next((at for at in ends if not _post_goes_on(listed.words, at)), None))
        return [chair_row(each, council) for each in _co_chairs(listed)]
    return [row_with_role(row, council, opened.presence, opened.role) for row in rows(listed)]


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
        if not _PRESIDES_OVER.match(after) or _NO_PERSON.search(before):
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
    listed = listed.cut(len(listed.words) - len(listed.words.lstrip(" ,;")))
    return listed if begins_people(listed.words) else None


def _free(words: str, at: int) -> bool:
    """Whether a post begins at a clause: at the start, behind a comma, or behind "do"."""
    return not words[:at].strip() or bool(
        re.search(r"(?:, ?|\bdo |\bcủa |: ?|đồng chí |ông |bà )$", words[:at], re.IGNORECASE)
    )


def _suffixed(listed: Clip, cue: re.Match[str], council: CouncilRecord | None) -> list[Listed]:
    if cue["chair"]:
        address = re.match(r",? ?(?:các )?(?=(?:đồng chí|đ/c|ông|bà)\b)", listed.words, re.IGNORECASE)
        listed = listed.cut(address.end()) if address else listed
        return [chair_row(each, council) for each in _co_chairs(listed)]
    trimmed = listed.cut(0, len(re.sub(r"(?:[\s,;]| và| cùng| cũng| đã| được(?: mời)?)+$", "", listed.words)))
    presence = Presence.ONLINE if _REMOTE.match(cue.string, cue.end() + 1) else Presence.PRESENT
    return [row_with_role(row, council, presence, None) for row in rows(trimmed)]


def _co_chairs(who: Clip) -> list[Clip]:
    """Those who preside together. Words without a name behind a person are that person's second post."""
    who = who.cut(1) if who.words.startswith(":") else who
    found: list[Clip] = []
    for part in roll.cut(past_several(who), all_named=True):
        if found and roll.kind_of(part.words, all_named=True) != "person":
            found[-1] = Clip(who.paragraph, found[-1].start, part.end)
        else:
            found.append(part)
    return found
