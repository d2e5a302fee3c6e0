"""The day on which a term in words ends: "10 ngày sau phiên", "cuối tháng 4", "quý II", "trước kỳ họp giữa năm".

A term without a year is the next one after the day on which it was given. What cannot be dated says why.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from .vietnamese import squeeze, tidy
from .working_days import YEARS, working_days_after


class SittingKind(Enum):
    """Which of a year's plenary sittings."""

    MID_YEAR = "giữa năm"
    END_OF_YEAR = "cuối năm"
    THEMATIC = "chuyên đề"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A plenary sitting (kỳ họp) of the council that is to come."""

    opens_on: date
    kind: SittingKind
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Where a term in words leads: to a day, to a period that comes again, or to neither."""

    day: date | None = None
    months: int = 0
    """A report is owed every so many months."""
    stands: bool = False
    """It ends on no day: "thường xuyên"; looked at again each quarter."""
    why_undated: str = ""
    """What is missing for a day, in words for the clerk."""
    lacks_sitting: bool = False
    """It would end by a sitting whose day nobody entered yet."""


_NUMBERS = {
    **{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    **{"mười lăm": 15, "hai mươi": 20, "ba mươi": 30},
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEAR = r"(?:(?: ?năm | ?[/-] ?| )(?P<year>(?:19|20)\d\d))?"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKS = {"đầu": 7, "thứ nhất": 7, "thứ hai": 14, "thứ ba": 21, "thứ tư": 28, "cuối": 31}
_FRIDAY = 4
_PERIODS = {"tháng": 1, "quý": 3, "năm": 12}


def read(words: str, given_on: date, sittings: Iterable[Sitting] = ()) -> Term:
    """The term that `words` name, given on `given_on`. Term() where they name none that is known here."""
    told = squeeze(tidy(words)).lower().strip(" .,;")
    known = tuple(sorted(sittings, key=lambda each: each.opens_on))
    for pattern, rule in _RULES:
        if match := pattern.search(told):
            return rule(match, given_on, known)
    return Term()


def _span(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    """ "trong 10 ngày làm việc", "02 tháng sau phiên họp"."""
    if (start := match["start"]) and not re.search(r"phiên|họp|hôm nay|từ nay|kết luận|thông báo này|ký", start):
        return Term(why_undated=f"Chưa biết ngày nào để tính “{start.strip()}”")
    count, unit = _number(match["count"]), match["unit"]
    if match["working"]:
        return Term(working_days_after(given_on, count))
    if unit in ("tháng", "năm"):
        return Term(months_later(given_on, count * (12 if unit == "năm" else 1)))
    days = {"giờ": -(-count // 24), "ngày": count, "tuần": 7 * count}[unit]
    return Term(given_on + timedelta(days=days))


def _quarter(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    quarter = _QUARTERS[match["quarter"]]
    return Term(_end(match["where"], 3 * quarter - 2, 3, given_on, match["year"]))


def _month(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return Term(why_undated=f"Không có tháng {month}")
    return Term(_end(match["where"], month, 1, given_on, match["year"]))


def _week_of_month(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return Term(why_undated=f"Không có tháng {month}")
    last = _end("", month, 1, given_on, match["year"])
    return Term(last.replace(day=min(_WEEKS[match["week"]], last.day)))


def _part_of_year(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    month = 9 if match["months"] in ("9", "chín") else 6
    return Term(_end("", month, 1, given_on, match["year"]))


def _year(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    """ "cuối năm 2026", "năm nay", "năm sau"."""
    return Term(date(int(match["year"] or given_on.year + bool(match["next"])), 12, 31))


def _this_or_next(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    """ "trong tuần này", "cuối tháng sau", "quý tới"."""
    ahead = match["which"] in ("sau", "tới")
    if match["unit"] == "tuần":
        monday = given_on - timedelta(days=given_on.weekday())
        return Term(max(given_on, monday + timedelta(days=_FRIDAY + 7 * ahead)))
    length = _PERIODS[match["unit"]]
    first = months_later(given_on.replace(day=1), -((given_on.month - 1) % length) + length * ahead)
    return Term(_end(match["where"], first.month, length, first, str(first.year)))


def _sitting(match: re.Match[str], given_on: date, sittings: tuple[Sitting, ...]) -> Term:
    """ "trước kỳ họp giữa năm", "kỳ họp thứ 7", "10 ngày trước khi khai mạc kỳ họp"."""
    which = next((each for each in SittingKind if each.value in (match["which"] or "")), None)
    ordinal = int(match["ordinal"]) if match["ordinal"] else None
    year = int(match["year"]) if match["year"] else None
    for each in sittings:
        fits = each.opens_on > given_on and (which is None or each.kind is which)
        if fits and ordinal in (None, each.ordinal) and year in (None, each.opens_on.year):
            before = match["before"] or match["after"]
            days = _number(before) if before else 1 if match["prior"] else 0
            return Term(each.opens_on - timedelta(days=days))
    named = " ".join(filter(None, ("kỳ họp", match["which"] or "tới", match["year"])))
    return Term(why_undated=f"Chưa ghi ngày khai mạc {named}", lacks_sitting=True)


def _session(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    """The regular session of a month, whose day is seldom known by then: the end of that month."""
    month = int(match["month"]) if match["month"] else given_on.month % 12 + 1
    if not 1 <= month <= 12:
        return Term(why_undated=f"Không có tháng {month}")
    return Term(_end("", month, 1, given_on, match["year"]))


def _again(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    """ "hàng quý", "định kỳ 6 tháng", "mỗi tháng một lần"."""
    if match["unit"] in ("ngày", "tuần"):
        return Term(stands=True)
    return Term(months=_PERIODS[match["unit"]] * (_number(match["count"]) if match["count"] else 1))


def _new_year(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    for year in (given_on.year, given_on.year + 1):
        if year in YEARS and (day := YEARS[year].new_year[0] - timedelta(days=1)) > given_on:
            return Term(day)
    return Term(why_undated="Chưa biết ngày nghỉ Tết của năm tới")


def _always(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    return Term(stands=True)


def _at_once(match: re.Match[str], given_on: date, _: tuple[Sitting, ...]) -> Term:
    return Term(given_on)


def _end(where: str | None, month: int, length: int, given_on: date, year: str | None) -> date:
    """The day on which `length` months from `month` on end, or are to be half or a third over. Without a year, of the
    next time that this day is not past."""
    years = [int(year)] if year else [given_on.year, given_on.year + 1]
    days = [_within(where or "", date(each, month, 1), length) for each in years]
    return next((day for day in days if day >= given_on), days[-1])


def _within(where: str, first: date, length: int) -> date:
    if where == "trước":
        return first - timedelta(days=1)
    if where == "đầu":
        return first + timedelta(days=9) if length == 1 else months_later(first, 1) - timedelta(days=1)
    if where == "giữa":
        return first + timedelta(days=14) if length == 1 else months_later(first, 2) - timedelta(days=1)
    return months_later(first, length) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _number(words: str) -> int:
    return _NUMBERS[words] if words in _NUMBERS else int(words)


Rule = Callable[[re.Match[str], date, tuple[Sitting, ...]], Term]
_WHERE = r"(?:(?P<where>đầu|giữa|cuối|hết|trước|trong) )?(?:của )?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (
            rf"(?:{_COUNT.replace('count', 'before')} ngày )?(?P<prior>trước )?(?:khi |ngày )?(?:tại )?(?:khai mạc )?"
            r"(?:các )?kỳ họp(?: hđnd(?: phường| xã| thành phố| tỉnh| quận| huyện)?)?(?: thường lệ)?"
            rf"(?: (?P<which>giữa năm|cuối năm|chuyên đề|tới|sau|gần nhất|thứ (?P<ordinal>\d{{1,3}})))?{_YEAR}"
            rf"(?: (?:ít nhất |chậm nhất )?{_COUNT.replace('count', 'after')} ngày)?",
            _sitting,
        ),
        (
            rf"(?:hàng|hằng|mỗi|định kỳ(?: hàng| hằng| mỗi)?) (?:{_COUNT} )?(?P<unit>ngày|tuần|tháng|quý|năm)\b",
            _again,
        ),
        (rf"{_COUNT} (?P<unit>tháng|tuần|ngày|năm) (?:một|1|01) lần", _again),
        (
            rf"(?<!\d/)\b{_COUNT} (?P<unit>giờ|ngày|tuần|tháng|năm)\b(?! đầu năm| cuối năm)(?P<working> làm việc)?"
            r"(?P<start>(?: kể)? từ [^,.;]+| sau (?:khi )?[^,.;]+)?",
            _span,
        ),
        (rf"phiên họp(?: thường kỳ)?(?: (?:tới|sau|tháng (?:tới|sau|(?P<month>\d{{1,2}})){_YEAR}))", _session),
        (rf"tuần (?P<week>{'|'.join(_WEEKS)})(?: của)? tháng (?P<month>\d{{1,2}}){_YEAR}", _week_of_month),
        (rf"{_WHERE}quý (?P<quarter>iv|iii|ii|i|[1-4])\b{_YEAR}", _quarter),
        (rf"{_WHERE}tháng (?P<month>\d{{1,2}})(?!\d){_YEAR}", _month),
        (rf"{_WHERE}(?P<unit>tuần|tháng|quý) (?P<which>này|nay|tới|sau)\b", _this_or_next),
        (r"(?P<months>6|sáu|9|chín|nửa)(?: tháng)? đầu năm(?: (?P<year>(?:19|20)\d\d))?", _part_of_year),
        (
            r"(?:(?:cuối|hết|trong) năm(?: (?:nay|này))?|năm (?:nay|này|(?P<next>tới|sau)))$"
            r"|\bnăm (?P<year>(?:19|20)\d\d)$",
            _year,
        ),
        (r"\btết\b", _new_year),
        (r"thường xuyên|liên tục|suốt", _always),
        (r"\bngay\b(?: trong)?(?: hôm nay| trong ngày)?$|hôm nay$", _at_once),
    )
)
