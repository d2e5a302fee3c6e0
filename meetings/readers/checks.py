"""Whether what was read can be right: each field passes a test of its own, or a doubt says why not.

A reading without a doubt is called clean, and clean posts are taken without a look: so a cue in the post that led to
nothing ("chậm nhất", "vắng", a list of units) is a doubt as much as a field that looks wrong.
"""

import re
from collections.abc import Iterator

from meetings.giving_verbs import ASKS, GIVES
from meetings.prose import BLANK
from meetings.record import AttendeeRecord, DirectiveRecord, Role, SessionRecord

from .grammar import deadline, names, roll, tasks, unit_phrases
from .grammar.list_marks import sentences
from .grammar.names import NAME
from .grammar.office import Office
from .grammar.rule import rule
from .grammar.vocabulary import BODY, GROUP, PEOPLE, PERSON, POST
from .post_parts import Page
from .text_span import Clip
from .zones import Zones

_DUE = rule(
    r"\b(?:trước|chậm nhất|muộn nhất|không muộn hơn|trong|thời hạn|hạn|xong)"
    r" (?:ngày (?=[0-9])|tháng (?=[0-9])|quý (?=[IV0-9])|[0-9])",
    re.IGNORECASE,
)
_UNSPLIT = rule(rf"\b(?:chủ trì|phối hợp với|phối hợp cùng|{GIVES}) (?=[A-ZĐỦ])")
_HOUR = rule(r"\b[0-9]{1,2} ?(?:giờ|h)\b|\b[0-9]{1,2}:[0-9]{2}\b", re.IGNORECASE)
_PLACE = rule(r"\btại (?!phiên|cuộc|hội nghị|kỳ họp|buổi|các |nội dung)", re.IGNORECASE)
_PRESENT = rule(r"\b(?:tham dự|cùng dự|dự họp|dự phiên họp|có mặt|vắng mặt|vắng|thành phần)\b", re.IGNORECASE)
_VIEWS = rule(r"\b(?:lượt xem|lượt đọc|đã xem|views?) ?:? ?[0-9]", re.IGNORECASE)
_AGENDA = rule(
    r"\b(?:xem xét|cho ý kiến|nghe|thảo luận|bàn)\b[^.;]{0,80}(?:(?:[0-9]+|các|một số) nội dung[^.;]{0,40}:|:$)"
    r"|^(?:chương trình|nội dung)(?: phiên họp| làm việc)?\W*$",
    re.IGNORECASE,
)
_ORDERS = rule(rf"\b(?:{GIVES})(?: thêm)? (?=(?:UBND|Ban |Phòng |Văn phòng|Công an|Trạm |Hội |Sở |các ))")
_CHAIR_ORDERS = rule(
    rf"\b(?:thường trực hđnd|chủ tọa|phiên họp|(?<!phó )chủ tịch hđnd)\b[^.;:]{{0,80}}\b(?:{GIVES}|chỉ đạo) "
    rf"(?:{PERSON.pattern}|(?-i:{BODY.pattern})|các )"
    rf"|(?:kết luận|chủ tọa|chủ trì|(?<!phó )chủ tịch hđnd)\b[^.;:]{{0,160}}\b(?:{GIVES}|lưu ý|nhắc) [^.;:,]{{0,50}}"
    rf"(?-i:{BODY.pattern})",
    re.IGNORECASE,
)
_MET_AT = rule(
    r"\b(?:tại|từ|ở) (?:phòng họp|hội trường|trụ sở|nhà (?:văn hóa|khách|làm việc|rông)|trung tâm (?:hội nghị"
    r"|hành chính))",
    re.IGNORECASE,
)
_SOMEBODY = rule(rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c):? (?P<name>{NAME})(?![^\W\d_])")
_POST_BEHIND = rule(rf"(?:,| -| –| \() ?{POST.pattern}", re.IGNORECASE)
_POST_BEFORE = rule(rf"(?:^|[,;:.(] ){POST.pattern}[^,;:.()]{{2,60}}, $", re.IGNORECASE)
_OWN_COMMITTEE = rule(r"thường trực (?:hđnd|hội đồng nhân dân)\b", re.IGNORECASE)
_LED_BY_TOPIC = rule(r"(?:với|liên quan|riêng|xung quanh)\b[^…]{12,}…", re.IGNORECASE)
_ASKS = rule(rf"\b(?:{ASKS}) ")
_TWO_ROWS = rule(rf" (?:và|cùng) (?=[0-9]|{POST.pattern})", re.IGNORECASE)
_MOST_CHAIRS = 3
_LONGEST_TASK = 600


def doubts(record: SessionRecord, page: Page, laid: Zones, office: Office) -> Iterator[str]:
    """One Vietnamese sentence for each field that fails its test."""
    yield from _of_frame(record, page, laid)
    listed_before = ""
    for attendee in record.attendees:
        if not (listed_before and attendee.position[:1].isupper() and not attendee.name):
            yield from _of_attendee(attendee)
        listed_before = listed_before if _begins(attendee.position) is None else ""
        listed_before = attendee.position if roll.names_offices(attendee.position) else listed_before
    yield from _of_people_told(record, page)
    chairs = record.attending(Role.CHAIR)
    if any(not chair.name and not POST.match(chair.position) for chair in chairs):
        yield "Chưa đọc được họ tên và chức vụ người chủ trì; hãy xem lại."
    if len(chairs) > _MOST_CHAIRS:
        yield f"Có tới {len(chairs)} người chủ trì; hãy xem lại."
    for directive in record.directives:
        yield from _of_directive(directive, office)


def _of_people_told(record: SessionRecord, page: Page) -> Iterator[str]:
    """The first person whom the article names with a post and the list of attendees lacks."""
    known = tuple(attendee.name for attendee in record.attendees if attendee.name)
    for clip in page.clips:
        for match in _SOMEBODY.finditer(clip.words):
            has_post = _POST_BEHIND.match(clip.words, match.end()) or _POST_BEFORE.search(clip.words[: match.start()])
            if has_post and names.may_be_name(match["name"]) and match["name"] not in known:
                yield f"Bài có nêu “{match['name']}” cùng chức vụ mà chưa có trong thành phần tham dự; hãy xem lại."
                return


def _of_frame(record: SessionRecord, page: Page, laid: Zones) -> Iterator[str]:
    opening = " ".join(clip.words for clip in page.clips[:2])[:400]
    if not record.starts_at and _HOUR.search(opening):
        yield "Phần mở đầu có nêu giờ mà chưa đọc được giờ họp."
    if not record.venue and _PLACE.search(opening[:200]):
        yield "Phần mở đầu có nêu nơi họp mà chưa đọc được; địa điểm để trống."
    elif not record.venue and any(_MET_AT.search(clip.words) for clip in page.clips[:3]):
        yield "Bài có nêu một nơi họp mà chưa chắc là địa điểm phiên họp; địa điểm để trống."
    if not record.imported_views and any(_VIEWS.search(line.words) for line in (*page.body, *page.outside)):
        yield "Bài có nêu số lượt xem mà chưa đọc được."
    before = [clip.words for clip in laid.before()]
    told = [sentence.words for clip in (*laid.opening, *laid.assessment) for sentence in sentences(clip)]
    if not record.agenda and any(_AGENDA.search(words) for words in told):
        yield "Bài có nêu nội dung phiên họp mà chưa tách được chương trình."
    listed = {attendee.position for attendee in record.attendees if attendee.role is not Role.CHAIR}
    if not listed and any(_PRESENT.search(words) for words in before):
        yield "Bài có nêu người dự họp mà chưa đọc được."
    if any(_CHAIR_ORDERS.search(words) for words in told):
        yield "Phần trước các chỉ đạo có chỗ chủ tọa giao việc; hãy xem lại."
    beside = [each for clip in (*laid.intro, *laid.closing) for each in sentences(clip) if each.words[-1:] != ":"]
    if any(_ORDERS.search(clip.words) for clip in laid.closing) or any(_orders_task(clip.words) for clip in beside):
        yield "Ngoài phần chỉ đạo còn chỗ giao việc; hãy xem lại."


def _orders_task(words: str) -> bool:
    """Whether something is asked of nobody by name: "đồng thời yêu cầu không để gián đoạn công việc"."""
    return any(tasks.begin_surely(words[ask.end() :]) for ask in _ASKS.finditer(words))


def _begins(position: str) -> re.Match[str] | None:
    return POST.match(position) or BODY.match(position) or GROUP.match(position) or PEOPLE.match(position)


def _of_attendee(attendee: AttendeeRecord) -> Iterator[str]:
    who = attendee.name or attendee.position
    if attendee.name and not names.may_be_name(attendee.name):
        yield f"Chưa chắc “{attendee.name}” là họ tên; hãy xem lại."
    position = attendee.position
    if not position:
        return
    if not _begins(position):
        yield f"Chưa chắc “{position[:60]}” là chức vụ hay cơ quan; hãy xem lại."
    elif names.behind_post(position) is not None and not attendee.name:
        yield f"Trong “{position[:60]}” có thể có họ tên; hãy xem lại."
    elif not attendee.name and _TWO_ROWS.search(position):
        yield f"“{position[:60]}” có thể là nhiều dòng; hãy xem lại."
    elif attendee.name and len(re.findall(r",", position)) > 2:
        yield f"Chức vụ của “{who}” dài, có thể gồm người khác; hãy xem lại."


def _of_directive(directive: DirectiveRecord, office: Office) -> Iterator[str]:
    task = directive.task
    if " | " in f"{directive.topic} {task}":
        yield f"Một dòng của bảng còn để nguyên: “{(task or directive.topic)[:50]}…”; hãy xem lại."
    if not task:
        return
    quoted = f"“{task[:50]}…”" if len(task) > 50 else f"“{task}”"
    if not task.endswith(":"):
        if tasks.is_praise(task) or not tasks.begin_surely(task):
            yield f"Chưa chắc {quoted} là việc phải làm: không bắt đầu bằng một động từ giao việc."
        if len(task) > _LONGEST_TASK or any(tasks.begin_surely(part) for part in task.split(";")[1:]):
            yield f"Có thể {quoted} gồm nhiều việc; hãy xem lại."
        if _UNSPLIT.search(task):
            yield f"Trong {quoted} có thể còn đơn vị được giao; hãy xem lại."
        if not directive.due_text and _DUE.search(task) and not deadline.find(Clip.of(task)):
            yield f"Trong {quoted} có thể có thời hạn chưa đọc được; hãy xem lại."
    if _OWN_COMMITTEE.match(directive.lead) and directive.assignment == BLANK:
        yield f"Chưa chắc {quoted} là việc được giao: Thường trực HĐND tự nhận việc ấy."
    if _LED_BY_TOPIC.match(directive.assignment) and not directive.topic:
        yield f"Trước {quoted} có thể có chủ đề của việc; hãy xem lại."
    for unit in (directive.lead, *directive.coordinators):
        if unit and unit not in office.units and not names.is_name(unit) and not _is_whole(unit):
            yield f"Chưa chắc “{unit}” là tên một đơn vị; hãy xem lại."


def _is_whole(unit: str) -> bool:
    ways = (unit, f"{unit} rà soát")  # a name may take a verb of its own only before the task's
    found = (unit_phrases.find(words, ordered=True) for words in ways)
    return any(named is not None and named.end == len(unit) and len(named.spans) == 1 for named in found)
