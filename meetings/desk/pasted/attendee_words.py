"""Reads the words around a person in a pasted list: role, presence, reason, number of people."""

import re
from dataclasses import dataclass, field

from ...readers.grammar import remarks
from ...readers.grammar.people import Person
from ...readers.grammar.remarks import Remark
from ...readers.grammar.vocabulary import OFFICE_PART, heads_group
from ...readers.rules.attendee_rows import role_of
from ...readers.text_span import Clip
from ...record import CouncilRecord, Presence, Role
from ...vietnamese import fold
from .pasted_row import Span

_JOINT = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+")
_GROUP = re.compile(r"\b(?:các|những|đại diện|lãnh đạo|thủ trưởng|toàn thể|thành viên|đại biểu)\b", re.IGNORECASE)
_APART = r"[\s,;:–—-]"
_SESSION = r"(?: phiên họp| cuộc họp| hội nghị)"
_ROLES = {"chu tri": Role.CHAIR, "chu toa": Role.CHAIR, "thu ky": Role.SECRETARY, "thanh vien": Role.MEMBER}
_ROLES["khach moi"] = Role.INVITEE
_WHY = re.compile(r"(?:vì )?(?:lý|lí) do(?: vắng(?: mặt)?)?:? (?=\S)", re.IGNORECASE)
_TAIL = 300
"""So many characters are searched for a tail: a longer one is no remark, and a search of a long line is slow."""
_TAILS = (
    re.compile(
        rf"{_APART}+(?P<role>(?:(?:đồng )?chủ (?:trì|tọa){_SESSION}?|thư ký{_SESSION}))$"
        rf"|\s*\((?P<role_inside>(?:chủ trì|chủ tọa|thư ký|thành viên|khách mời){_SESSION}?)\)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_APART}*\(?\b(?P<headcount>\d{{1,3}})(?P<people> (?:người|đồng chí|đ/c|đại biểu))\)?$", re.IGNORECASE
    ),
)


@dataclass(slots=True)
class Tails:
    """The values beside name and position, and where the words of these two end."""

    end: int
    values: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


def tails(words: str) -> Tails:
    found = Tails(len(words.rstrip(" ;,.")))
    for _ in _TAILS:
        for rule in _TAILS:
            if (match := rule.search(words[: found.end], max(found.end - _TAIL, 0))) and match.start():
                _add_tail(match, found)
        if remark := remarks.find(words[: found.end]):
            found.end = remark.start
            why = _why_spans(words, remark)
            found.spans += why or remark_spans(remark)
            found.values |= {"presence": Presence.EXCUSED.value} if why else presence_value(remark)
    return found


def _why_spans(words: str, remark: Remark) -> list[Span]:
    """ "(lý do ốm)", without a colon: the reason alone."""
    start, end = remark.reason
    why = _WHY.match(words, start, end)
    return [Span(why.end(), end, "reason")] if why and not remark.understood else []


def remark_spans(remark: Remark, at: int = 0) -> list[Span]:
    """The spans of a remark, for fields that the public never sees; `at` is where its words begin."""
    parts = [(remark.state, "presence"), (remark.reason, "reason" if remark.understood else "unclear")]
    return [Span(at + start, at + end, kind) for (start, end), kind in parts if start < end]


def presence_value(remark: Remark) -> dict[str, str]:
    return {} if remark.presence is Presence.UNKNOWN else {"presence": remark.presence.value}


def _add_tail(match: re.Match, found: Tails):
    found.end = match.start()
    for name, words in match.groupdict().items():
        if not words:
            continue
        kind = {"role_inside": "role", "people": ""}.get(name, name)
        found.spans.append(Span(*match.span(name), kind))
        if kind:
            found.values.setdefault(kind, meant(kind, words))


def meant(kind: str, words: str) -> str:
    """The value of the field for these words."""
    if kind == "role":
        return next(role for label, role in _ROLES.items() if label in fold(words)).value
    if kind == "headcount":
        return str(int(fold(words)))
    return presence(words).value if kind == "presence" else words


def presence(words: str) -> Presence:
    folded = fold(words)
    if "vang" in folded:
        return Presence.EXCUSED if " co " in folded and "khong" not in folded else Presence.ABSENT
    return next(
        (each for label, each in (("tuyen", Presence.ONLINE), ("muon", Presence.LATE)) if label in folded),
        Presence.PRESENT,
    )


def cell_kind(words: str) -> str:
    """The field that a table cell holds alone: role, presence or headcount; "" for any other."""
    folded = fold(words)
    if folded in _ROLES:
        return "role"
    if folded.isdecimal():
        return "headcount"
    exact = r"vang( mat)?( co ly do| co phep)?|(du |hop )?truc tuyen|den muon|co mat"
    return "presence" if re.fullmatch(exact, folded) else ""


def trimmed_post(words: str, spans: list[Span]) -> list[Span]:
    """The spans of a person with the post cut to what is a post; the rest is unclear."""
    return [part for span in spans for part in (_split(words, span) if span.kind == "position" else [span])]


def _split(words: str, post: Span) -> list[Span]:
    """A post ends at a comma or a dash, unless another post, a body, or the rest of a body's name follows ("Phòng Lao
    động, Thương binh và Xã hội"). The commas of a group belong to it: "các tổ chức chính trị, hội quần chúng"."""
    text = words[post.start : post.end]
    for mark in _JOINT.finditer(text):
        after = text[mark.end() :]
        listed = _GROUP.search(text[: mark.start()]) and "," in mark.group()
        if not (listed or heads_group(after) or OFFICE_PART.match(after)):
            middle = post.start + mark.start()
            return [Span(post.start, middle, "position"), Span(post.start + mark.end(), post.end, "unclear")]
    return [post]


def role_by_post(position: Clip | None, council: CouncilRecord) -> Role:
    """A member where the post is in the standing committee by law: the chair, the deputies, the heads of the
    council's committees."""
    if position is None:
        return Role.INVITEE
    place = rf"(?: {re.escape(council.locality.split(' ')[0])}| {re.escape(council.locality)})?"
    by_law = re.compile(rf"(?:chủ tịch|trưởng ban [^,]+?) (?:hđnd|hội đồng nhân dân){place}", re.IGNORECASE)
    if any(by_law.fullmatch(post) for post in position.words.split(", ")):
        return Role.MEMBER
    return role_of(Person(position), council)
