"""When a post went out and how often it was read, from whatever form stands there to the line the reader knows."""

import re
from datetime import datetime

from meetings.vietnamese import LOCAL_ZONE, date_digits, squeeze

from ..rules.posting import HOUR, VIEWS, clock, count

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?(?!\d)"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_DAY_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm) (\d{4})(?!\d)", re.IGNORECASE)
_FRAME = re.compile(
    r"ngày (?:đăng|đưa)(?: tin| bài)?|đăng (?:ngày|lúc|tin|bởi)|thời gian đăng|(?:ngày )?cập nhật(?: lần cuối)?"
    r"|ngày xuất bản|ngày|lúc|vào|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|gmt|utc|posted on|published|views?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\W\d_]+")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MOST_LEFT = 24
_LONGEST = 140


def posted(words: str) -> tuple[datetime, bool] | None:
    """The day, and whether the hour is known too, in Hanoi's time; None where no real day stands there."""
    if iso := _ISO.search(words):
        year, month, day, hour, minute, zone = iso.groups()
        found = _moment(year, month, day, hour, minute)
        if found and hour and zone:
            offset = "+00:00" if zone == "Z" else zone
            found = datetime.fromisoformat(f"{found:%Y-%m-%dT%H:%M}{offset}").astimezone(LOCAL_ZONE)
        if found and hour:
            return found, True
        rest = words[: iso.start()] + " " + words[iso.end() :]
    elif plain := _DAY.search(words) or _DAY_IN_WORDS.search(words):
        day, month, year = plain.groups()
        rest = words[: plain.start()] + " | " + words[plain.end() :]
    else:
        return None
    hour_told = HOUR.search(rest)
    at = clock(hour_told) if hour_told else None
    found = _moment(year, month, day, f"{at.hour}", f"{at.minute}") if at else None
    if found:
        return found, True
    return (alone, False) if (alone := _moment(year, month, day, None, None)) else None


def _moment(year: str, month: str, day: str, hour: str | None, minute: str | None) -> datetime | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), tzinfo=LOCAL_ZONE)
    except ValueError:
        return None


def views(words: str) -> int | None:
    found = VIEWS.search(words)
    return count(found) if found else None


def line(words: str, seen: int | None = None) -> str:
    """ "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"; "" where no day stands in `words`."""
    found = posted(VIEWS.sub(" | ", words))
    if not found:
        return ""
    at, with_hour = found
    seen = views(words) if seen is None else seen
    parts = [f"Ngày đăng {date_digits(at)}"]
    parts += [f"{at:%H:%M}"] if with_hour else []
    parts += [f"Lượt xem: {seen}"] if seen is not None else []
    return " | ".join(parts)


def adds_hour(words: str, to: str) -> bool:
    """Whether `words` name the day that `to` names without its hour, and the hour too."""
    more, less = posted(words), posted(to)
    return bool(more and less and more[1] and not less[1] and more[0].date() == less[0].date())


def is_line(words: str) -> bool:
    """Whether a paragraph says when it was posted or how often it was read, and nothing else to speak of."""
    if len(words) > _LONGEST:
        return False
    rest = words
    for pattern in (VIEWS, _ISO, _DAY, _DAY_IN_WORDS, HOUR):
        rest = pattern.sub(" | ", rest)
    return rest != words and len(squeeze(_MARKS.sub(" ", _FRAME.sub(" ", rest)))) <= _MOST_LEFT
