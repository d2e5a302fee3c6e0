"""Reads the remark beside a person in a list: whether the person came, and why not. It is no part of the post."""

import re
from dataclasses import dataclass

from meetings.record import Presence

from .rule import rule
from .vocabulary import heads_group

_WHY = r"(?:lý|lí) do(?: vắng(?: mặt)?)?"
_MISSED = r"(?:vắng|nghỉ)(?: mặt| họp| dự họp)*"
_STATE = rule(
    rf"(?P<excused>(?:(?:có|gửi) (?:đơn|báo cáo) |đã |có )*xin (?:phép )?{_MISSED}|{_MISSED},? (?:có {_WHY}|có phép"
    rf"|xin phép)|có {_WHY}|có phép|(?:có |đã )?xin phép)"
    rf"|(?P<absent>(?:báo |được )?{_MISSED}(?:,? không (?:có )?(?:{_WHY}|(?:xin )?phép))?"
    r"|không (?:đến |tham |thể )*(?:dự|đến|có mặt|tham gia)(?: họp| được| phiên họp| cuộc họp)*)"
    r"|(?P<online>(?:tham dự |tham gia |dự |họp )?(?:(?:bằng |theo )?(?:hình thức )?trực tuyến|online"
    r"|qua (?:zoom|mạng|cầu truyền hình|màn hình|điện thoại))(?! thuộc))"
    r"|(?P<late>(?:xin |có mặt |dự họp |đến |vào |tới |dự |họp ){1,2}(?:muộn|trễ|chậm|lúc (?=[0-9])))"
    r"|(?P<present>có mặt(?: đủ| đầy đủ)?|(?:tham )?dự(?: họp| đủ| đầy đủ)*)",
    re.IGNORECASE,
)
_EXCUSE = rule(
    r"(?:(?:bị|đang|do|vì|được|đã|sẽ|phải|còn|mới|vừa|hiện|có|tự) )*"
    r"(?:ốm|đau|mệt|sốt|bệnh(?! viện)|bận|nghỉ|đi(?= )(?! bộ)|về quê|ra nước ngoài|(?:nằm|nhập|vào|ra) viện|điều trị"
    r"|chữa bệnh|khám bệnh|mổ|phẫu thuật|cấp cứu|tai nạn|thai sản|sinh con|cách ly"
    r"|việc (?:riêng|gia đình|nhà|tang|hiếu|hỷ)|có việc|gia đình (?:có|gặp)|con (?:nhỏ |bị )*(?:ốm|sốt|bệnh)"
    r"|(?:chịu|có|đám) tang|tang (?:lễ|gia)|công tác(?! (?:đảng|xã hội))|(?:đi|theo) học|tập huấn)(?![^\W\d_])",
    re.IGNORECASE,
)
_SAYS_WHY = rule(rf"(?:(?:với )?{_WHY}|vì|do)\s*[:,–—-]?\s*", re.IGNORECASE)
_NO_POST = rule(r"(?:bị|đang|đã|sẽ|chưa|không|xin|vì|do|được|phải|có|đi|về|nghỉ|cử)\b", re.IGNORECASE)
"""Auxiliary words: no post begins with one."""
_BOUNDARY = rule(
    r"\s*(?:[,;:(\[]|(?<=\s)[-–—](?=\s))\s*|\s+(?=đi (?:công tác|họp|học)\b|bận (?:họp|việc|công tác)\b|ốm\b)"
    r"|\s+(?=(?:xin (?:phép )?)?vắng\b|không (?:tham )?dự\b|nghỉ (?:ốm|phép|họp)\b|(?:bị|đang) "
    r"|(?:đến|dự) (?:muộn|trễ)\b|(?:tham dự |tham gia |dự |họp )?trực tuyến\b)",
    re.IGNORECASE,
)
_EDGE = " ,;:.()[]-–—"
_EDGES = rule(r"[ ,;:.()\[\]–—-]*")


@dataclass(frozen=True, slots=True)
class Remark:
    """Where a remark begins in the words, the presence it says, and the place of the reason."""

    start: int
    presence: Presence
    state: tuple[int, int]
    reason: tuple[int, int]
    understood: bool = True


def read(words: str, start: int = 0) -> Remark | None:
    """The words from `start` as one remark; None where they are none."""
    first = _past(words, start)
    if state := _STATE.match(words, first):
        if not _ends_a_word(words, state.end()):
            return None
        return _stated(words, start, state)
    if (why := _SAYS_WHY.match(words, first)) and why.group().rstrip().endswith(":"):
        return Remark(start, Presence.EXCUSED, (first, first), _trimmed(words, why.end()))
    if _EXCUSE.match(words, first):
        return Remark(start, Presence.EXCUSED, (first, first), _trimmed(words, first))
    if _NO_POST.match(words, first):
        return Remark(start, Presence.UNKNOWN, (first, first), _trimmed(words, first), understood=False)
    return None


def find(words: str) -> Remark | None:
    """The remark at the end of the words: "Phó Trưởng phòng (vắng, đi công tác)". Words in brackets that name no
    post, no body and no person are a remark that is not understood."""
    for mark in _BOUNDARY.finditer(words):
        if mark.start() <= _past(words, 0) or _of_another(words, mark.start()):
            continue
        if remark := read(words, mark.start()):
            return remark
        if mark.group().strip() in ("(", "[") and not heads_group(words[mark.end() :]):
            at = mark.start()
            return Remark(at, Presence.UNKNOWN, (at, at), _trimmed(words, at), understood=False)
    return None


def _of_another(words: str, at: int) -> bool:
    """Whether the place is in brackets that name another person: "(Chủ tịch HĐND huyện đi công tác)"."""
    opened = words.rfind("(", 0, at)
    return opened >= 0 and ")" not in words[opened:at] and heads_group(words[opened + 1 :])


def _stated(words: str, start: int, state: re.Match[str]) -> Remark:
    after = _past(words, state.end())
    why = _SAYS_WHY.match(words, after)
    reason = _trimmed(words, why.end() if why else after)
    presence = Presence[next(name for name, words in state.groupdict().items() if words).upper()]
    has_reason = reason[0] < reason[1]
    if presence is Presence.PRESENT and has_reason:
        return Remark(start, Presence.UNKNOWN, (start, start), _trimmed(words, start), understood=False)
    if presence is Presence.ABSENT and has_reason and " không " not in state.group():
        presence = Presence.EXCUSED
    return Remark(start, presence, state.span(), reason)


def _ends_a_word(words: str, at: int) -> bool:
    return at >= len(words) or not words[at].isalnum()


def _past(words: str, at: int) -> int:
    edges = _EDGES.match(words, at)
    return edges.end() if edges else at


def _trimmed(words: str, start: int) -> tuple[int, int]:
    """The words from `start` without the marks around them; a pair of brackets inside stays whole."""
    start, end = _past(words, start), len(words)
    while end > start and words[end - 1] in _EDGE:
        if words[end - 1] == ")" and words.count("(", start, end) >= words.count(")", start, end):
            break
        end -= 1
    return start, max(start, end)
