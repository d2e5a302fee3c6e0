"""Finds deadlines: "trước ngày 25/01/2021", "trong quý I năm 2021", "định kỳ hàng quý", "kỳ họp tới".

A deadline is a word that says how it bounds ("trước", "chậm nhất", "trong", "đến hết") and a point or a span of time.
A rhythm ("hàng tháng") stands alone.
"""

import re
from datetime import date

from ..text_span import Clip
from . import days
from .rule import rule

_NUMBER = r"(?:[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười)"
_DATE = (
    r"(?:(?:sáng|trưa|chiều|tối) )?(?:ngày |hôm )?(?:mùng |mồng )?(?:[0-9]{1,2} ?[/.-] ?[0-9]{1,2}"
    r"(?: ?[/.-] ?[0-9]{4})?(?![0-9/%])|[0-9]{1,2} tháng (?:[0-9]{1,2}|giêng|chạp)(?: (?:dương|âm) lịch)?"
    r"(?:(?: năm |/)[0-9]{4}| năm nay)?)"
)
_HOUR = r"(?:[0-9]{1,2} ?(?:giờ|h)(?: ?[0-9]{2})?(?: phút)?(?: (?:sáng|chiều))?,? ?)?"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
_EVERY = r"(?:hàng|hằng|mỗi) (?:ngày|tuần|tháng|quý|năm|vụ|buổi|phiên|kỳ)"
_MONTH_DAYS = r"ngày [0-9]{1,2}(?:,? (?:và )?(?:ngày )?[0-9]{1,2})*"
_YEAR = r"(?:(?: năm | ?[/-] ?)[0-9]{4}| năm (?:nay|tới|sau)| này| tới)?"
_PART = r"(?:(?:đầu|giữa|cuối|hết|tuần (?:đầu|cuối|thứ (?:nhất|hai|ba|tư))(?: của)?) )?"
_CALENDAR = (
    rf"{_HOUR}(?:{_DATE}|ngày (?:mai|kia)|(?:ngày )?hôm nay|(?:sáng|chiều|tối) (?:nay|mai)"
    rf"|(?:sáng |chiều )?{_WEEKDAY}(?: tuần)?(?: (?:tới|này|sau))?"
    rf"|{_PART}(?:tháng (?:[0-9]{{1,2}}|giêng|chạp)|quý (?:[IVX]+|[1-4])){_YEAR}"
    rf"|{_PART}(?:tuần|tháng|quý|năm) (?:này|tới|sau|nay)|(?:đầu|giữa|cuối|hết) (?:tuần|tháng|năm)(?: học)?"
    rf"|{_PART}năm (?:học )?[0-9]{{4}}(?: ?- ?[0-9]{{4}})?|{_NUMBER} tháng (?:đầu|cuối) năm)"
)
_WHICH = (
    r"(?:(?: thường lệ| chuyên đề| bất thường)?(?:(?: lần)? thứ (?:[0-9]+|\w+)| tới| tiếp theo| kế tiếp| sau"
    r"| gần nhất"
    r"| (?:giữa|cuối|đầu) năm(?: [0-9]{4})?| tháng (?:[0-9]{1,2}|tới|sau)(?:(?: năm | ?[/-] ?)[0-9]{4})?)"
    r"| thường lệ| chuyên đề)"
)
_MEETS = r"(?:kỳ họp|phiên họp|phiên giải trình|kỳ tiếp xúc cử tri|hội nghị)"
_SITTING = rf"{_MEETS}{_WHICH}"
_MEETING = (
    rf"(?:(?:(?:khi |ngày |lúc )(?:khai mạc |họp |diễn ra |trình )?){_MEETS}{_WHICH}?|(?:khai mạc )?{_SITTING}"
    rf"|(?:khi |ngày |lúc )(?:khai mạc|họp|diễn ra)|{_MEETS}(?= [0-9]| ít nhất| chậm nhất))"
    rf"(?: (?:ít nhất |chậm nhất |tối thiểu )?{_NUMBER} ngày(?: làm việc)?)?"
)
_SEASON = (
    r"(?:(?:mùa|vụ)(?: [^\s,.;:()]+){1,3}?(?=[,.;:)]|$| (?:năm|để|phải|cần|và)\b)|(?:ngày )?khai giảng|giao thừa"
    r"|năm học mới|ngày bầu cử|(?:dịp |những ngày )?(?:cận )?Tết(?: Nguyên đán"
    r"| dương lịch)?(?: (?-i:[A-ZĐẤ]\w+ [A-Z]\w+))?"
    r"|(?:dịp |kỳ nghỉ )?lễ [0-9/]{3,5}|khi (?:thẩm tra|nghỉ lễ[^,.;:]{0,30})|rằm tháng \w+|cơn bão [^,.;:]{1,20})"
)
_BY = (
    r"(?:ngay )?(?:trước|(?:chậm|muộn) nhất|không muộn hơn|không quá|hạn(?: cuối)?|hạn chót:?|thời hạn|(?:đến"
    r"|tới) hết)"
    r"(?: là| vào| đến| trong| sau)?(?: hết)?"
)
_SPAN = rf"{_NUMBER} (?:ngày|giờ|tuần|tháng)(?: làm việc)?(?! (?:đầu|cuối) năm)"
_SINCE = r"(?: (?:kể )?từ (?:ngày |khi )?[^,.;:()]{2,40})"
_RHYTHM = (
    rf"(?:định kỳ )?{_EVERY}(?: (?:ít nhất )?{_NUMBER} (?:lần|buổi))?"
    rf"(?:,? trước (?:{_HOUR}(?<=[^ ])|{_MONTH_DAYS}|{_WEEKDAY}))?"
    rf"|(?:định kỳ )?(?:mỗi )?{_NUMBER} (?:tháng|tuần|ngày|năm) (?:một|1|01|hai|2) lần|định kỳ {_NUMBER} (?:tháng"
    rf"|tuần"
    rf"|ngày)|{_NUMBER} (?:tuần|tháng|ngày|quý)/lần|mỗi {_WEEKDAY}|{_NUMBER} lần/(?:tuần|tháng|quý|năm)"
    rf"|(?:lúc |trước )?(?:(?:(?:sáng |chiều )?{_WEEKDAY},? (?:và )?)+|(?:cuối|đầu) |(?:sáng |chiều )?{_MONTH_DAYS} "
    rf"|[0-9]{{1,2}} ?(?:giờ|h) ){_EVERY}"
)
_DEADLINE = rule(
    rf"(?<!\w)(?:{_RHYTHM}"
    rf"|(?:(?:chậm|muộn|ít) nhất)(?: là)? {_SPAN} trước (?:{_MEETING}|{_MEETS})"
    rf"|kể từ {_DATE}|vào các ngày [0-9]{{1,2}}(?:,? (?:và )?[0-9]{{1,2}})*"
    rf"/[0-9]{{1,2}}|vào {_SITTING}|{_BY} (?:{_CALENDAR}|{_MEETING}|{_SEASON}|{_SPAN}{_SINCE}?)"
    rf"|(?:ngay )?trong(?: vòng)? (?:{_CALENDAR}|dịp {_SEASON}|{_SPAN}(?: tới)?{_SINCE}?)"
    rf"|(?<=\btrong )kỳ họp (?:tới|sau|gần nhất)"
    rf"|từ (?:nay|{_DATE}|(?:ngày )?[0-9]{{1,2}}) (?:đến|tới) (?:hết )?(?:{_CALENDAR}|{_SEASON}|{_SITTING})"
    rf"|(?:ngay )?vào (?!{_DATE})(?:{_CALENDAR})(?! (?:hàng|hằng|mỗi)\b)|ngay (?:{_CALENDAR})"
    rf"|trước (?:ít nhất|tối thiểu) {_SPAN}|trong thời gian [^,.;:]{{2,30}}"
    r"|(?:trong )?suốt (?:mùa|thời gian) [^,.;:]{2,20}"
    rf"|(?:cho )?đến khi [^,.;:]{{3,60}}|tại {_SITTING}|kỳ họp tới"
    r"|trước (?:khi|ngày) (?!đó|nay|này|[0-9])[^,.;:()0-9]{2,40}"
    rf"|đến {_DATE}(?= (?:phải|cần|hoàn thành|xong)))(?![\w%])",
    re.IGNORECASE,
)
_ON = rule(
    r"\b(?:tổ chức|chốt|xong|hoàn thành|khai mạc|diễn ra|nộp|họp|tiếp công dân)\b[^.;:]{0,60}?(?:\bvào )?"
    rf"(?<!từ )(?<!đến )(?<!\w)(?P<day>(?:sáng |chiều )?(?=ngày ){_DATE})(?![0-9/])(?! (?:đến|tới)\b)",
    re.IGNORECASE,
)
"""A day on which something is to be done: "tổ chức kỳ họp vào ngày 31/3/2023"."""
_REGULAR = rule(
    r"(?:phiên họp|hội nghị|giao ban|họp|tiếp công dân|hoạt động|duy trì|lịch|chương trình|kế hoạch)(?: \S+){0,2} $",
    re.IGNORECASE,
)


def find(clip: Clip, held_on: date | None = None) -> list[tuple[date | None, Clip]]:
    """Each deadline as its day (None where the words name none) and its words. A day without a year is the next one
    after `held_on`."""
    found: list[tuple[date | None, Clip]] = []
    for match in _DEADLINE.finditer(clip.words):
        words = match.group()
        if re.match(r"hàng|hằng", words, re.IGNORECASE) and _REGULAR.search(clip.words[: match.start()]):
            continue
        found.append((_day(words, held_on), clip.cut(*match.span())))
    if not found and (on := _ON.search(clip.words)):
        found.append((_day(on["day"], held_on), clip.cut(*on.span("day"))))
    return found


def _day(words: str, held_on: date | None) -> date | None:
    if day := next(iter(days.find(words)), None):
        return day.value
    short = re.search(r"(?<![0-9])([0-9]{1,2})(?: ?[/-] ?| tháng )([0-9]{1,2})(?![0-9/])", words)
    if not short or not held_on or not 1 <= int(short[2]) <= 12 or "tháng" in words[: short.start()]:
        return None
    return days.next_after(int(short[1]), int(short[2]), held_on)
