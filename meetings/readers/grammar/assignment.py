"""Splits a directive ("đề nghị … chủ trì phối hợp với …") into the lead unit, the coordinators and the task."""

import re
from dataclasses import dataclass

from meetings.giving_verbs import DIRECTS, GIVES, SHARES_OUT
from meetings.prose import BLANK
from meetings.vietnamese import join_words

from ..text_span import Clip
from . import known_names, tasks, unit_phrases
from .rule import rule
from .unit_phrases import Phrase
from .vocabulary import BODY, COMRADES, PERSON, POST

_SUBJECT = (
    r"(?:[^.;:]{3,200}?, (?=(?:thường trực (?:hđnd|hội đồng)|phiên họp|chủ t(?:ọa|rì|ịch)|đồng chí|ông|bà)\b))?"
    r"(?:(?:(?:trên cơ sở|sau khi)[^.;:]{0,120}, )?(?:phát biểu )?(?:kết luận|chỉ đạo|bế mạc)[^,.;:]{0,60},? )?"
    r"(?:(?:thống nhất|nhất trí) [^,.;:]{0,60}, )?(?:(?:đồng thời|bên cạnh đó|ngoài ra|trước mắt|cùng với đó"
    r"|theo đó|cùng ngày|từ nay),? (?:cũng )?)?"
    r"(?:(?:đồng chí|đ/c|ông|bà|thường trực (?:hđnd|hội đồng nhân dân)"
    r"|(?:phó )?(?:chủ tịch(?! (?:ubnd|ủy ban|mttq|ubmttq|hội))|bí thư)|chủ tọa|phiên họp|(?:người )?chủ trì)\b"
    r"[^,.;:]{0,60}? )?"
    rf"(?:cũng |còn |đã |đồng thời |tiếp tục |và |thống nhất (?={GIVES}))*"
)
_GIVES = rule(
    rf"{_SUBJECT}(?:(?:{GIVES})(?:(?<=giao)(?: nhiệm vụ| trách nhiệm))?(?: cho)?"
    r"|lưu ý|nhắc|mời(?! (?:dự|họp|tham dự)\b)"
    rf"|(?:nhấn mạnh|nêu rõ|(?<=\w )(?<!sẽ )chỉ đạo)(?: rằng|,)?(?= (?:(?-i:{BODY.pattern})|các |từng )))\b",
    re.IGNORECASE,
)
_LEADS = rule(
    rf" (?:được (?:{GIVES}|lưu ý|nhắc nhở|nhắc)(?: nhiệm vụ| trách nhiệm)?(?: (?:làm )?(?:chủ trì|đầu mối))?"
    r"|lưu ý(?= (?!đến|tới|về|việc|các|những))"
    r"|(?:chịu trách nhiệm )?(?:là |làm )?(?:chủ trì|đầu mối)\b(?: duy nhất)?,?(?: triển khai,)?)(?!\w)"
)
_WITH = rule(
    r"(?: (?:phải|cần|có trách nhiệm))?,? (?:và )?(?:chủ động )?phối hợp (?:chặt chẽ )?(?:(?:cùng với|với|cùng) "
    r"|(?=[A-ZĐỦ][\w]*[ .]|các ))|(?: (?:phải|cần|có trách nhiệm))? cùng (?:với )?(?=[A-ZĐ]|các )"
)
_WITH_INSIDE = rule(r", (?:chủ động )?phối hợp (?:chặt chẽ )?(?:cùng với|với|cùng) ")
_TOGETHER = rule(r",? (?:cùng )?phối hợp (?!với|cùng|giữa|trong)")
"""Behind units that do something together: "UBND xã, phường phối hợp phát quang cây"."""
_ALONG = rule(
    r"(?:chủ trì,? )?(?:chủ động )?phối hợp (?:chặt chẽ )?(?:(?:cùng với|với|cùng) |(?-i:(?=[A-ZĐỦ])))", re.IGNORECASE
)
_HELPS = rule(r",? (?:cùng )?phối hợp\b,?")
"""Behind those who help: "Ban Pháp chế chủ trì, Văn phòng phối hợp soạn …"."""
_TIME = rule(
    r" ?(?:trước|đến|chậm nhất|muộn nhất|từ|trong|hằng|hàng|định kỳ)\b"
    r"(?-i:[^,;:.A-ZĐỦ]{0,40}(?:[,;] | (?=[A-ZĐỦ]|các )))",
    re.IGNORECASE,
)
_SHARES_OUT = rule(rf"{SHARES_OUT}\b", re.IGNORECASE)
_HOW = rule(
    r"[^,;:.]{3,100}\bthì (?=[A-ZĐỦ])|(?:Trên|Để|Nhằm|Trước|Với|Sau|Từ|Qua|Căn cứ|Thời gian tới)\b[^,;:.]{0,120}, "
)
"""What may stand before the unit at the beginning: "Trên tinh thần ấy, Ban Pháp chế …"."""
_NO_LEAD = rule(
    rf"\b[0-9]+ (?:ngày|tháng|triệu|tỷ|%)|\b(?:đã|được(?! (?:{GIVES}|lưu ý|nhắc))|là|sẽ|cho biết|cho rằng"
    rf"|kiến nghị|đề nghị|phát biểu)\b|[;:]"
)
_DECIDES = rule(r"(?:cơ bản |đã )?(?:thống nhất (?:với|cao|chủ trương|về)|nhất trí|đồng ý)\b")
SPEAKS = (
    r"(?:đánh giá|tiếp thu|báo cáo|cho (?:biết|rằng)|kiến nghị|đề nghị|phát biểu|trình bày|phản ánh|đề xuất|nêu|nói"
    r"|thông tin|khẳng định|giải trình|trả lời|trao đổi|góp ý|chia sẻ|băn khoăn|làm rõ|nhận định|lưu ý|hứa)"
)
"""What somebody does who takes the floor."""
_SPEAKS = rule(rf"(?:{DIRECTS}|{SPEAKS}|chủ trì|biểu dương|ghi nhận|thông qua|điều hành)(?!\w)")
_LONGEST_UNIT = 200
_LONGEST_GIVEN = 500


@dataclass(frozen=True, slots=True)
class Assigned:
    """The words of a directive after its topic. `assignment` has "…" for the names of units."""

    task: Clip
    assignment: str = ""
    given: Clip | None = None
    """The words of the assignment with the names."""
    lead: Clip | None = None
    coordinators: tuple[Clip, ...] = ()
    """Units that lead together with the first stand here too."""
    doubt: str = ""


def gives(words: str) -> bool:
    return bool(_GIVES.match(words))


def goes_along(words: str) -> bool:
    """Whether the words begin with whom the task is done: "Chủ trì, phối hợp với Công an huyện …"."""
    return bool(_ALONG.match(words))


def works_with(task: Clip) -> tuple[Clip, ...]:
    """The units behind a comma that a task is done with: "giám sát, phối hợp với Ban Pháp chế …"."""
    along = _WITH_INSIDE.search(task.words)
    named = unit_phrases.find(task.words, along.end()) if along else None
    return unit_phrases.clips(task, named) if named and named.whole else ()


def verb_end(words: str) -> int:
    """Where the assigning verb ("giao", "đề nghị") ends; 0 where there is none."""
    match = _GIVES.match(words)
    return match.end() if match else 0


@known_names.kept
def names_doer(words: str, *, people: bool = False) -> bool:
    """Whether the words begin with a unit and its task: "Ban Pháp chế tiếp tục …"; with `people` it may be a person,
    who does more than speak."""
    start = _past_time(words, 0)
    named = unit_phrases.find(words, start)
    if not named or not named.whole or named.end - start > _LONGEST_UNIT:
        return False
    rest = words[named.end :].lstrip(" ,:")
    joins = bool(_joins(rest))
    asks_above = people and rest.startswith("kiến nghị ")
    if _NO_LEAD.search(words[start : named.end]) or (not joins and not asks_above and _NO_LEAD.match(rest[:12])):
        return False
    if (PERSON.match(words[start:]) or POST.match(words[start:])) and (not people or _SPEAKS.match(rest)):
        return False
    return not _DECIDES.match(rest) and (joins or _is_task(rest, named))


def _is_task(rest: str, named: Phrase) -> bool:
    """Whether the words behind the last unit are a task: a verb ended the unit's name, or they begin with one."""
    return not tasks.is_praise(rest) and (named.before_task or tasks.begin(rest))


def _past_time(words: str, start: int) -> int:
    """Where the words go on behind a deadline that stands before the unit: "trước ngày 5/5 UBND các xã phải …"."""
    time = _TIME.match(words, start) or _HOW.match(words, start)
    return time.end() if time and unit_phrases.begin(words[time.end() :]) else start


def _joins(words: str) -> bool:
    return bool(
        re.match(
            rf"(?:được (?:{GIVES}|lưu ý|nhắc)|chịu trách nhiệm|(?:là |làm )?đầu mối|chủ trì|phối hợp"
            r"|cùng)\b",
            words,
        )
    )


def read(clip: Clip) -> Assigned:
    """Reads lead and coordinators; words that cannot be split stay in the task, with a doubt."""
    words = clip.words
    if along := _ALONG.match(words):
        return _along(clip, along.end())
    start = verb_end(words)
    named = unit_phrases.find(words, _past_time(words, start), ordered=bool(start), nouns="led" if start else "")
    if named and named.end < len(words.rstrip(": ")):
        return _with_lead(clip, named)
    if named and start and words.endswith(":"):
        lead = clip.cut(named.start, named.end)
        return Assigned(clip.cut(len(words)), f"{words[:start]} {BLANK}".strip(), clip.cut(0, len(words) - 1), lead)
    if start and not words[start:].strip(" :"):
        return Assigned(clip.cut(len(words)), words.rstrip(": "), clip)
    if start and not named and not _SHARES_OUT.match(words) and tasks.begin(words[start:].lstrip()):
        return Assigned(clip.cut(start), words[: clip.cut(start).start - clip.start].strip(), clip.cut(0, start))
    return Assigned(clip, doubt=_doubt(clip) if start and named else "")


def _with_lead(clip: Clip, named: Phrase) -> Assigned:
    """`named` are the units behind the assigning verb; coordinators may follow, then the task."""
    words = clip.words
    leads = unit_phrases.clips(clip, named)
    end = named.end
    coordinators: tuple[Clip, ...] = ()
    if leading := _LEADS.match(words, end):
        end = leading.end()
    if along := _WITH.match(words, _past_comma(words, end, marks=",:")) or _WITH.match(words, end):
        if not (others := unit_phrases.find(words, along.end(), ordered=True, nouns="any")):
            return Assigned(clip, doubt=_doubt(clip)) if not leading else _given(clip, end, leads, (), named)
        coordinators, end = unit_phrases.clips(clip, others), others.end
    elif not leading and (alone := _TOGETHER.match(words, end)) and tasks.begin_surely(words[alone.end() :]):
        end = alone.end()
    elif leading and (others := unit_phrases.find(words, end)) and (helping := _HELPS.match(words, others.end)):
        coordinators, end = unit_phrases.clips(clip, others), helping.end()
        if trailing := re.match(r",? (?:chịu trách nhiệm )?(?:chủ trì)\b,?", words[end:]):
            end += trailing.end()
        return _given(clip, end, leads, coordinators, others)
    return _given(clip, end, leads, coordinators, named)


def _given(clip: Clip, end: int, leads: tuple[Clip, ...], coordinators: tuple[Clip, ...], last: Phrase) -> Assigned:
    """The directive whose assignment ends at `end`, where it can be one; `last` are the units before the task."""
    end = _past_comma(clip.words, end, marks=",:")
    rest, lead, *others = clip.cut(end), *leads
    named = "".join(unit.words for unit in leads)
    asks = gives(clip.words)
    if BLANK in clip.words[:end] or not rest.words or end > _LONGEST_GIVEN or _NO_LEAD.search(named):
        return Assigned(clip, doubt=_doubt(clip) if asks else "")
    if max(len(unit.words) for unit in (*leads, *coordinators)) > _LONGEST_UNIT:
        return Assigned(clip, doubt=_doubt(clip))
    if not last.whole or tasks.is_praise(rest.words) or not (asks or _is_task(rest.words, last)):
        return Assigned(clip, doubt=_doubt(clip) if asks else "")
    given = clip.cut(0, end)
    address = PERSON.match(lead.words)
    if (address and not POST.match(lead.words[address.end() :])) or (address := COMRADES.match(lead.words)):
        lead = lead.cut(address.end())
    if others and coordinators:
        return Assigned(rest, given.words.replace(lead.words, BLANK, 1), given, lead, (*others, *coordinators))
    together = tuple(others) or coordinators
    return Assigned(rest, _blanked(given, lead, together), given, lead, together)


def _along(clip: Clip, start: int) -> Assigned:
    """ "Phối hợp với Phòng Tư pháp rà soát …": coordinators without a lead."""
    words = clip.words
    named = unit_phrases.find(words, start, nouns="any")
    if not named or not named.whole or named.end >= len(words) or named.end - start > _LONGEST_UNIT:
        return Assigned(clip)
    end = _past_comma(words, named.end)
    given = clip.cut(0, end)
    return Assigned(clip.cut(end), given.words, given, None, unit_phrases.clips(clip, named))


def _past_comma(words: str, position: int, marks: str = ",") -> int:
    return position + 1 if words[position : position + 1] in tuple(marks) else position


def _blanked(given: Clip, lead: Clip, coordinators: tuple[Clip, ...]) -> str:
    """The words of `given` with "…" for the names; coordinators with another conjunction stay as typed."""
    words, base = given.words, given.start
    named = [coordinator.words for coordinator in coordinators]
    if named and given.paragraph.words[coordinators[0].start : coordinators[-1].end] == join_words(named):
        words = words[: coordinators[0].start - base] + BLANK + words[coordinators[-1].end - base :]
    return words[: lead.start - base] + BLANK + words[lead.end - base :]


def _doubt(clip: Clip) -> str:
    return f"Chưa tách được đơn vị và việc phải làm ở {clip.quoted}; đã giữ nguyên câu trong nội dung phải làm."
