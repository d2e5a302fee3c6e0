"""Finds deadlines: "trước ngày 25/01/2021", "trong quý I năm 2021", "định kỳ hàng quý", "kỳ họp tới"."""

import re
from datetime import date

from ..text_span import Clip
from . import days
from .rule import rule

_DATE = (
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2}(?: ?[/.-] ?[0-9]{4})?"
    r"|(?:mùng |mồng )?[0-9]{1,2} tháng (?:[0-9]{1,2}|giêng|chạp)(?: (?:dương|âm) lịch)?(?:(?: năm |/)[0-9]{4}"
    r"| năm nay)?"
)
_SPAN = r"[0-9]{1,3} (?:ngày|giờ|tuần|tháng)(?: làm việc)?"
_YEAR = r"(?:(?: năm | ?[/-] ?)[0-9]{4})?"
_BY = (
    r"(?:(?:ngay )?(?:trước|chậm nhất(?: là| vào| đến)?|muộn nhất(?: là| vào)?|không muộn hơn|không quá"
    r"|hạn(?: cuối)?(?: là)?)|(?:ngay )?trong|(?:đến|tới) hết|thời hạn(?: là)?)"
)
_HOUR = r"(?:[0-9]{1,2} ?(?:giờ|h)(?: ?[0-9]{2})?(?: phút)? )?"
_SITTING = r"(?:kỳ họp|phiên họp|phiên giải trình)"
_WHICH = (
    r"(?: (?:thứ [0-9]+|tới|sau|giữa năm(?: [0-9]{4})?|cuối năm(?: [0-9]{4})?|thường lệ(?: giữa năm"
    r"| cuối năm)?(?: [0-9]{4})?|giữa năm [0-9]{4}|cuối năm [0-9]{4}|gần nhất|tháng [0-9]{1,2}" + _YEAR + "))"
)
_DEADLINE = rule(
    rf"\b(?:{_BY} (?:hết |cuối |đầu )?{_HOUR}(?:ngày (?:{_DATE})|(?:mùng |mồng )?(?:{_DATE})(?![0-9/])"
    rf"|(?:đầu |giữa |cuối )?tháng [0-9]{{1,2}}{_YEAR}|quý (?:[IVX]+|[1-4]){_YEAR}"
    r"|(?:tuần|tháng|quý|năm) (?:này|tới|sau|nay)|năm [0-9]{4}|tháng (?:giêng|chạp)|(?:dịp )?lễ [0-9]{1,2}/[0-9]{1,2}"
    r"|tuần (?:đầu|cuối|thứ (?:nhất|hai|ba|tư))(?: của)? tháng [0-9]{1,2}(?:/[0-9]{4})?|(?:dịp "
    r"|những ngày )?(?:cận )?Tết(?: Nguyên đán| dương lịch)?(?: [A-ZĐẤẤỐÁÂÍÊÔƠƯ][a-zà-ỹ]+ [A-Z][a-zà-ỹ]+)?)"
    r"|(?:định kỳ )?mỗi (?:ngày|tuần|tháng|quý|năm) (?:[0-9]{1,2}|một|hai) lần"
    rf"|(?:ngay )?trong (?:vòng )?{_SPAN}(?: tới)?(?: (?:kể )?từ (?:ngày|khi) [^,.;:]{{2,40}})?"
    rf"|(?:kể |bắt đầu )?từ ngày (?:{_DATE}|[0-9]{{1,2}})(?: (?:đến|tới)(?: hết)?(?: ngày)? (?:{_DATE}))?"
    rf"|từ (?:đầu |giữa |cuối )?tháng [0-9]{{1,2}}(?:/[0-9]{{4}}| năm [0-9]{{4}})|(?:đến"
    rf"|tới) hết (?:tháng [0-9]{{1,2}}{_YEAR}|mùa (?:khô|mưa|lũ)|quý (?:[IVX]+|[1-4]){_YEAR})|suốt mùa (?:khô|mưa)"
    rf"|(?:trong )?tuần (?:đầu|cuối)(?: của)? tháng [0-9]{{1,2}}|hạn chót:? (?:ngày )?(?:{_DATE})"
    r"|trước (?:ngày )?khai giảng"
    r"|trước [0-9]{1,3} ngày(?: làm việc)?|trước mùa khô|cho đến khi [^,.;:]{3,40}|trước khi trình [^,.;:]{2,30}"
    r"|(?:vào (?:sáng |chiều |tối )?|sáng |chiều |tối )thứ (?:hai|ba|tư|năm|sáu|bảy)(?= (?:để|tới|này)|$|[.;,])"
    rf"|vào (?:đầu |giữa |cuối )?(?:quý (?:[IVX]+|[1-4])|tháng [0-9]{{1,2}}){_YEAR}|(?:ngay )?trong (?:ngày )?hôm nay"
    r"|(?:trong )?suốt mùa (?:hè|đông|khô|mưa|lũ)|trước [0-9]{1,2} ?(?:giờ|h) (?:hàng|hằng|mỗi) (?:ngày|tuần)"
    rf"|ngay (?:trong )?(?:sáng|chiều|tối) (?:{_DATE}|nay|mai)|bắt đầu từ (?:ngày )?(?:{_DATE})"
    r"|ít nhất [0-9]{1,2} ngày trước khi [^,.;:]{2,30}|trước ngày khai mạc (?:ít nhất |chậm nhất )?[0-9]{1,2} ngày"
    r"|mỗi (?:ngày|tuần|tháng) (?:một|hai|[0-9]) buổi|trước khi (?:khai mạc|họp) [0-9]{1,2} ngày"
    r"|(?:trong )?suốt thời gian [^,.;:]{2,20}|trong [0-9]{1,3} giờ"
    rf"|từ (?:ngày )?[0-9]{{1,2}}/[0-9]{{1,2}} đến (?:hết )?(?:ngày )?(?:{_DATE})"
    rf"|trong tuần (?:đầu|cuối|thứ (?:nhất|hai|ba|tư))(?: của)? tháng [0-9]{{1,2}}{_YEAR}"
    r"|chậm nhất sau [0-9]{1,3} ngày(?: làm việc)?"
    r"|trước (?:mùa mưa(?: bão)?|mùa lũ(?: chính vụ)?|giao thừa|khai giảng|khi nghỉ lễ[^,.;:]{0,30}|khi thẩm tra"
    r"|ngày bầu cử|năm học mới)"
    rf"|(?:chậm nhất|muộn nhất|ít nhất)(?: là)? [0-9]{{1,2}} ngày(?: làm việc)? trước (?:khi khai mạc"
    rf"|ngày khai mạc|{_SITTING})(?: {_SITTING})?{_WHICH}?"
    rf"|trước (?:khi |ngày )?(?:khai mạc )?{_SITTING}{_WHICH}? (?:ít nhất |chậm nhất )?[0-9]{{1,2}} ngày"
    rf"|trước (?:khi |ngày )?(?:khai mạc )?{_SITTING}{_WHICH}|trước (?:khi |ngày )khai mạc {_SITTING}"
    rf"|tại (?:kỳ họp|phiên họp|kỳ tiếp xúc cử tri){_WHICH}|(?<=\btrong )kỳ họp (?:tới|sau|gần nhất)|kỳ họp tới"
    r"|trước Tết(?: Nguyên đán)?"
    rf"|đến (?:ngày )?[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{4}})?(?= (?:phải|cần|hoàn thành|xong))"
    r"|(?:sáng |chiều )?ngày [0-9]{1,2}(?:,? (?:và )?(?:ngày )?[0-9]{1,2})* (?:hàng|hằng|mỗi) tháng"
    r"|(?:(?:sáng |chiều )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy),? (?:và )?)+) ?(?:hàng|hằng|mỗi) tuần"
    r"|(?:hàng|hằng|mỗi) (?:ngày|tuần|tháng|quý),? trước (?:[0-9]{1,2} ?(?:giờ|h)|ngày [0-9]{1,2}|thứ (?:hai|ba"
    r"|tư|năm|sáu))(?: [0-9]{2})?"
    r"|(?:trước|xong trước|trước lúc) [0-9]{1,2} (?:giờ|h)(?: (?:sáng|chiều))?(?: thứ (?:hai|ba|tư|năm|sáu"
    r"|bảy))?(?: (?:tuần|tháng) (?:tới|này|sau))?(?: \([0-9/]{3,10}\))?"
    r"|(?:vào )?tuần (?:đầu|cuối|thứ (?:nhất|hai|ba|tư))(?: (?:của )?tháng [0-9]{1,2})(?:/[0-9]{4})?"
    r"|từ (?:mùng|mồng) [0-9]{1,2} (?:Tết|tháng giêng)"
    r"|(?:định kỳ )?(?:mỗi )?(?:[0-9]+|một|hai|ba) (?:tháng|tuần|ngày) (?:một|1|01) lần|định kỳ [0-9]+ (?:tháng"
    r"|tuần|ngày)"
    r"|mỗi (?:tuần|tháng|quý|năm)(?: ít nhất)? (?:một|1|01|hai|2|02) lần|[0-9]{1,2} lần/(?:tuần|tháng|quý|năm)"
    r"|(?:vào |lúc )?(?:(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy)|cuối|đầu|[0-9]{1,2} giờ) (?:hàng|hằng"
    r"|mỗi) (?:ngày|tuần|tháng|quý|năm)|(?:định kỳ )?(?:hàng|hằng|mỗi) (?:ngày|tuần|tháng|quý|năm))(?!\w)",
    re.IGNORECASE,
)
_ON = rule(
    r"\b(?:tổ chức|chốt|xong|hoàn thành|khai mạc|diễn ra|nộp|họp|tiếp công dân)\b[^.;:]{0,60}?(?:\bvào )?"
    rf"(?<!từ )(?<!đến )\b(?P<day>(?:sáng |chiều )?ngày (?:{_DATE}))(?![0-9/])(?! (?:đến|tới)\b)",
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
