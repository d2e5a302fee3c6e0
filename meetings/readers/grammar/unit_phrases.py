"""Finds where the names of units begin and end: "Trung tâm Y tế huyện | phun thuốc muỗi".

A name begins with the word for a body (phòng, trạm, hội …) and ends before the first verb in small letters, before
a word that leads to a task ("khẩn trương", "cần"), or before "chủ trì", "phối hợp". Between name and task nothing is
left over. Inside a name a capital, a noun, a place and, right behind a word that is no name alone ("Đội", "Tổ"), a
verb may stand. A known name is passed as a whole.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from meetings.giving_verbs import ASKS, GIVES

from ..text_span import Clip
from . import known_names, tagging
from .rule import rule
from .tagging import Token
from .verbs import LEADS_TO_TASK, PRAISES
from .vocabulary import BODY, GROUP, OFFICE_PART, PERSON, POST, UNIT_NOUN, body_behind_order, heads_unit

STOPS = rule(
    rf"(?:chịu trách nhiệm|lưu ý|được (?:{GIVES}|lưu ý|nhắc)|(?:là |làm )?đầu mối|chủ trì"
    r"|phối hợp|cùng(?! (?:cấp|kỳ|lòng)\b)|được giao nhiệm vụ"
    r"|làm chủ đầu tư)(?!\w)",
    re.IGNORECASE,
)
_PLACE = rule(
    r"(?:quận|huyện|phường|xã|thị xã|thành phố|thị trấn|tỉnh|đặc khu|thôn|bản|buôn|làng|ấp|khu phố|tổ dân phố"
    r"|trung ương)\b",
    re.IGNORECASE,
)
_RECIPIENT_FOLLOWS = rule(
    rf"(?:{ASKS}|báo cáo|trình|tham mưu|kiến nghị|giúp|hỗ trợ|hướng dẫn|đôn đốc|phục vụ|gửi|đưa|chuyển)\b"
)
"""After these verbs "huyện" is whom the task is for, not the end of a name."""
_QUALIFIES = rule(
    r"(?:có|được|chưa|đang|thuộc|nằm|trong|trên|tại|ở|ven|giáp|bị|đã|do|còn|không|theo(?! dõi)|của|với|sau)(?!\w)",
    re.IGNORECASE,
)
"""Behind "các …" such a word begins what tells which ones: "các xã có đê", "các hộ chưa được cấp giấy"."""
_TAKES_ITS_VERB = rule(r"(?:sau|được|chưa|đang|bị|đã|không|còn)(?!\w)", re.IGNORECASE)
_BELONGS = rule(
    r"(?:có liên quan|liên quan|chức năng|chuyên môn|trực thuộc|thuộc|của|nêu trên|trên địa bàn|còn lại|cùng cấp"
    r"|số(?= ?[0-9IVX])|khu vực|sở tại|(?:xây dựng|giao thông)(?= (?:quận|huyện|thành phố|tỉnh)\b)"
    r"|trật tự xây dựng|xây dựng đô thị"
    r"|liên xã|tham gia|đi qua|cấp (?:trên|dưới|tỉnh|huyện|xã|cơ sở)|xung kích|cao tuổi|vận tải|bán trú|nội trú"
    r"|hành chính công"
    r"|bầu cử|cổ phần(?: cấp nước| cấp thoát nước| môi trường| xây dựng)?|thập đỏ|khuyết tật|phòng hộ|đặc dụng"
    r"|tự vệ|thường trực(?= (?:UBND|HĐND|Ủy ban))|phòng cháy,? (?:và )?chữa cháy"
    r"|cứu nạn,? cứu hộ|bảo vệ thực vật|kiểm soát bệnh tật|phát triển quỹ đất|đăng ký đất đai|nghĩa vụ quân sự"
    r"|quân sự|biên phòng"
    r"|giải phóng mặt bằng|khuyến nông|bảo trợ|bảo hiểm|đầu tư xây dựng(?! (?:các|những|công trình|tuyến|đường)\b)"
    r"|giáo dục thường xuyên|dạy nghề|giáo dục nghề nghiệp|chính sách xã hội|kinh doanh|khai thác công trình)(?!\w)",
    re.IGNORECASE,
)
"""Words that belong to a body's name though they look like verbs, and words that say which of several are meant."""
_PLACE_LAST = rule(rf"(?<!\w){_PLACE.pattern}$", re.IGNORECASE)
_ENDS = rule(
    r"(?:tại|ở|trên|trong|với|về|đối với|cho|theo|từ|đến|bằng|qua|sau|trước|để|nhằm|do|vì|nếu|khi|như|mà|thì|là"
    r"|đã|sẽ|đang|không|chưa|được|bị|có|ngay|lại|còn|cũng|vẫn|hằng|hàng)(?!\w)"
)
_NO_NAME_ALONE = rule(
    r"(?:Phòng|Ban|Tổ|Đội|Trạm|Trung tâm|Hạt|Hội|Đoàn|Hội đồng|Chi cục|Cục|Sở|Bộ|Công ty|Xí nghiệp|Chi nhánh"
    r"|Trường|Viện|Quỹ|Nhà|Khu|Đồn|Kho|Ngân hàng|Bộ phận|Liên đoàn|Đài|Nhóm|Ngành|Lực lượng|Câu lạc bộ)$",
    re.IGNORECASE,
)
_PLURAL = rule(
    r"(?:các|những|mấy|mọi|từng|mỗi|toàn thể|tất cả|một số|hai|ba|lãnh đạo|thủ trưởng)(?!\w)", re.IGNORECASE
)
_TAKES_A_VERB = rule(
    r"(?:Hợp tác xã|Tổ|Đội|Trạm|Hạt|Đoàn|Quỹ|Chi cục|Cục|Bộ phận|Ban [Cc]hỉ đạo|Xí nghiệp|Nhà máy)$",
    re.IGNORECASE,
)
"""Behind these a verb in small letters may belong to the name: "Đội quản lý thị trường"."""
_CHAIR = rule(
    r"(?:phó )?chủ tịch (?:thường trực )?(?:hđnd|hội đồng nhân dân)|phó (?!chủ|trưởng|chánh|giám|bí)|thư ký",
    re.IGNORECASE,
)
_ONE_OFFICE = rule(
    r"Văn phòng (?:Đoàn (?:ĐBQH|đại biểu Quốc hội)|HĐND|Hội đồng nhân dân|UBND)(?: (?:quận|huyện|tỉnh|thành phố))?$"
)
"""One office serves both: "Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"."""
_SEPARATOR = rule(r",? (?:và|cùng với|cùng) |, |; (?=(?:các|UBND|Ban|Phòng)\b)")
_LISTS = rule(
    r"(?i:các|hai|ba|[0-9]+) (?:xã|phường|thị trấn|quận|huyện|thôn|bản|sở|phòng|ban|trường|cơ quan|đơn vị|ngành)"
    r"(?:,? (?:và )?(?:xã|phường|thị trấn|ban|ngành))*: [A-ZĐ]$"
)
"""Behind such a colon stand the names: "UBND các phường: Phổ An, Phổ Thịnh"."""
_CLOSED = rule(
    r"(?:UBND|HĐND|MTTQ|quận|huyện|phường|(?<!tác )xã|thị xã|thành phố|thị trấn|tỉnh|đặc khu)$", re.IGNORECASE
)
"""Behind such a word a name goes on with a capital only: "UBND xã | soát xét", "UBND xã Hoài Sơn"."""
_SAYS_WHICH = rule(r"(?:soạn thảo|trình|chủ trì|quản lý|sử dụng|vay vốn|kinh doanh|sản xuất|tham gia)(?!\w)")
_ANY_OFFICE = rule(r"(?:cơ quan|đơn vị|tổ chức|ngành|hộ|doanh nghiệp)$", re.IGNORECASE)
_MARK = re.compile(r"[,;:?!…(]|\.(?=\s|$)")
_TOLD_TO_LEAD = rule(r"(?P<who>[^,;:]+?) (?=(?:chịu trách nhiệm )?(?:là |làm )?(?:chủ trì|đầu mối)\b)", re.IGNORECASE)
_STOPS_NOUNS = rule(rf"{LEADS_TO_TASK.pattern}|{STOPS.pattern}|{_ENDS.pattern}", re.IGNORECASE)
_LONGEST_NOUNS = 60
_CLAUSE_END = rule(r"[;:?!…]|\.(?=\s|$)")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Phrase:
    """One unit or several; `spans` are their places in the words."""

    spans: tuple[tuple[int, int], ...]
    whole: bool
    """Whether what follows is a task, a mark or nothing, so that no part of a name was left over."""
    before_task: bool = False
    """Whether a verb or a word that leads to a task ended the last name."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@known_names.kept
def find(words: str, start: int = 0, *, ordered: bool = False, nouns: str = "") -> Phrase | None:
    """The units named from `start`; None where no unit's name begins there. Behind an ordering verb (`ordered`) a
    name may begin with a small letter. `nouns`: the place is one for a unit, so that words never seen are one up to
    their verb: any ("phối hợp với …"), or those that are told to lead or have a place or a capital ("giao …")."""
    spans: list[tuple[int, int]] = []
    at = start + len(words[start:]) - len(words[start:].lstrip())
    whole = before_task = True
    while (one := _unit(words, at, ordered) or _any_noun(words, at, nouns)) and one[0] - at <= _LONGEST:
        end, whole, before_task = one
        ordered = True
        spans.append((at, end))
        separator = _SEPARATOR.match(words, end)
        if not separator or not (
            _begins(words, separator.end(), ordered) or _any_noun(words, separator.end(), nouns and "led")
        ):
            break
        at = separator.end()
    return Phrase(tuple(spans), whole, before_task) if spans else None


def clips(clip: Clip, phrase: Phrase) -> tuple[Clip, ...]:
    """The units of a phrase found in the words of `clip`."""
    return tuple(clip.cut(*span) for span in phrase.spans)


def begin(words: str) -> bool:
    """Whether the words begin with the name of a unit."""
    return _begins(words, 0, ordered=False)


def _begins(words: str, at: int, ordered: bool) -> bool:
    rest = words[at:]
    if PERSON.match(rest) or (POST.match(rest) and not _CHAIR.match(rest)):
        return True
    return at in known_names.spans(words) or heads_unit(rest) or (ordered and body_behind_order(rest) is not None)


def _unit(words: str, at: int, ordered: bool) -> tuple[int, bool, bool] | None:
    known = known_names.spans(words)
    if not _begins(words, at, ordered):
        return None
    stop = next(
        (mark for mark in _CLAUSE_END.finditer(words, at) if not _LISTS.search(words[at : mark.end() + 2])), None
    )
    clause = words[at : stop.start() if stop else len(words)]
    inside = tuple(
        sorted((start - at, end - at) for start, end in known.items() if at <= start and end - at <= len(clause))
    )
    end, whole, before_task = _name_end(clause, inside)
    return (at + end, whole, before_task) if end else None


def _any_noun(words: str, at: int, nouns: str) -> tuple[int, bool, bool] | None:
    """Where a unit ends that is no known kind of body: "ủy nhiệm thu | chủ trì", "phối hợp với các xóm | cắm"."""
    clause = _MARK.split(words[at:], maxsplit=1)[0] if nouns else ""
    if not clause or LEADS_TO_TASK.match(clause) or PRAISES.match(clause):
        return None
    if (leads := _TOLD_TO_LEAD.match(clause)) and leads.end("who") <= _LONGEST_NOUNS:
        return at + leads.end("who"), True, True
    end = 0
    for token in tagging.tokens(clause):
        if token.is_verb or _STOPS_NOUNS.match(clause, token.start):
            break
        end = token.end
    else:
        return None
    named = clause[:end]
    if (
        not named
        or end > _LONGEST_NOUNS
        or not (nouns == "any" or re.search(r"[A-ZĐ]", named) or _PLACE.search(named))
    ):
        return None
    return at + end, True, True


@lru_cache(maxsize=2048)
def _name_end(clause: str, known: tuple[tuple[int, int], ...]) -> tuple[int, bool, bool]:
    """Where the name at the start of the clause ends, whether nothing of it is left over, and whether a task follows;
    0 for no name."""
    return _Name(clause, dict(known)).read()


class _Name:
    def __init__(self, clause: str, known: dict[int, int]) -> None:
        self.clause, self.known = clause, known
        self.tokens = tagging.tokens(clause)
        person = PERSON.match(clause)
        head = person or BODY.match(clause) or GROUP.match(clause) or POST.match(clause) or body_behind_order(clause)
        named = clause[person.end() :] if person else ""
        self.is_person = named[:1].isupper() and not POST.match(named)
        self.is_group = bool(GROUP.match(clause))
        self.end = known.get(0) or (len(head.group().rstrip()) if head else 0)
        self.is_known = 0 in known
        self.qualified = False

    def read(self) -> tuple[int, bool, bool]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.end <= self.end:
                at += 1
            elif token.start < self.end:
                self._part_anew()
                at = 0
            elif token.start in self.known and self._joins(token):
                self.end = self.known[token.start]
            elif (ended := self._ends(at)) is not None:
                return self._result(ended, at)
            else:
                belongs = _BELONGS.match(self.clause, token.start)
                self.end = max(token.end, belongs.end() if belongs else 0)
                at += 1
        return self._result(True)

    def _part_anew(self) -> None:
        """The tokens behind `end`, where one of them began inside the name: "công niêm yết" behind "hành chính"."""
        rest = self.clause[self.end :]
        self.tokens = tuple(
            Token(token.start + self.end, token.end + self.end, token.words, token.is_verb)
            for token in tagging.tokens(rest)
        )

    def _result(self, whole: bool, at: int | None = None) -> tuple[int, bool, bool]:
        name = self.clause[: self.end].rstrip(" ,-–&")
        if not self.is_known and (_NO_NAME_ALONE.match(name) or _PLURAL.fullmatch(name)):
            return 0, False, False
        token = self.tokens[at] if at is not None else None
        before_task = bool(
            token
            and token.words[0].islower()
            and (token.is_verb or LEADS_TO_TASK.match(self.clause, token.start))
            and not PRAISES.match(self.clause, token.start)
        )
        return len(name), whole, before_task

    def _joins(self, token: Token) -> bool:
        """Whether a known name inside goes on with this one: "Chủ tịch | UBND huyện"."""
        between = self.clause[self.end : token.start]
        return between.strip() == ""

    def _ends(self, at: int) -> bool | None:
        """None where the token belongs to the name; else whether the name ended whole."""
        token, rest = self.tokens[at], self.clause[self.tokens[at].start :]
        if self.is_group and at and _PLURAL.fullmatch(self.tokens[at - 1].words):
            return None
        if token.words in (",", "-", "–", "&", "/"):
            return None if self._goes_on(token, rest) else True
        if token.words.casefold() == "và":
            return None if self._goes_on_with_and(at) else True
        if _PLURAL.match(token.words):
            self.is_group = True
            return None
        if token.words == ":":
            return None
        if self.is_person and token.words[0].islower():
            return True
        if not token.words[0].isalnum():
            return token.words in (")", "”")
        if token.words[0].isupper() or token.words[0].isdigit():
            return None
        if STOPS.match(rest) or (rest.startswith(("có ", "không ")) and LEADS_TO_TASK.match(rest)):
            return True
        if self._belongs(at, rest):
            return None
        if LEADS_TO_TASK.match(rest) or PRAISES.match(rest):
            return True
        if token.is_verb:
            return None if self._verb_inside(at) or self._says_which(at) else True
        closed = not self.is_group and _CLOSED.search(self.clause[: self.end].rstrip())
        return True if closed or _ENDS.match(rest) else None

    def _belongs(self, at: int, rest: str) -> bool:
        if _BELONGS.match(rest) or _PLACE.match(rest):
            return True
        if rest.startswith("thường xuyên") and self.clause[: self.end].casefold().endswith("giáo dục"):
            return True
        if self.is_group and UNIT_NOUN.match(rest) and not rest.startswith("tổ chức"):
            return True
        if self.is_group and self.qualified and self.tokens[at].is_verb:
            self.qualified = False  # the verb of "các hộ chưa được cấp giấy"
            return self._verb_follows(at + 1)
        if self.is_group and _QUALIFIES.match(rest) and self._verb_follows(at + 1):
            self.qualified = bool(_TAKES_ITS_VERB.match(rest))
            return True
        return False

    def _says_which(self, at: int) -> bool:
        """Whether a verb behind "các cơ quan" says which, for another follows: "các cơ quan soạn thảo gửi"."""
        behind_noun = _ANY_OFFICE.search(self.clause[: self.end].rstrip())
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        says = _SAYS_WHICH.match(self.clause, self.tokens[at].start)
        return bool(self.is_group and behind_noun and says and following and following.is_verb)

    def _verb_follows(self, at: int) -> bool:
        return any(
            token.is_verb or LEADS_TO_TASK.match(self.clause, token.start) or STOPS.match(self.clause, token.start)
            for token in self.tokens[at + 1 :]
        )

    def _goes_on(self, token: Token, rest: str) -> bool:
        """Whether a name goes on behind a comma or a dash."""
        after = rest[len(token.words) :].lstrip()
        if token.words != ",":
            return (
                after[:1].isupper() or bool(after) and not tagging.tokens(after)[0].is_verb and not STOPS.match(after)
            )
        if self.clause[: self.end].casefold().endswith("phòng") and after.startswith("chống"):
            return True
        if re.match(r"(?:số )?[0-9]", after) and re.search(r"[0-9]$", self.clause[: self.end]):
            return True
        if self.is_group and (
            after[:1].isupper() and not heads_unit(after) or after[:1].islower() and UNIT_NOUN.match(after)
        ):
            return True
        if _PLACE.match(after) and _PLACE_LAST.search(self.clause[: self.end]) and not re.match(r"\w+ [A-ZĐ]", after):
            return True  # "UBND xã, phường"
        if heads_unit(after) or self.is_known:
            return False
        if re.match(r"(?:giải phóng mặt bằng|hỗ trợ(?: và|,) tái định cư|tái định cư)(?!\w)", after):
            return True
        return bool(re.match(r"[^\W\d_][^,;:.]{0,40}? (?:và|-) [^\W\d_]", after) and OFFICE_PART.match(after))

    def _goes_on_with_and(self, at: int) -> bool:
        after = self.clause[self.tokens[at].end :].lstrip()
        before = self.clause[: self.end]
        if _ONE_OFFICE.search(before) and re.match(r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)\b", after):
            return True
        if self.is_known or heads_unit(after) or at + 1 >= len(self.tokens):
            return False
        following = self.tokens[at + 1]
        if following.words[0].isupper():
            return True
        if self.is_group:
            return bool(UNIT_NOUN.match(after)) and not following.is_verb
        return not following.is_verb and not LEADS_TO_TASK.match(after) and not STOPS.match(after)

    def _verb_inside(self, at: int) -> bool:
        """Whether a verb in small letters belongs to the name: right behind "Đội", or before the place that closes
        the name ("Ban Quản lý dự án đầu tư xây dựng huyện lập …")."""
        name = self.clause[: self.end].rstrip()
        if self.is_known or (not self.is_group and _CLOSED.search(name)):
            return False
        is_bare = bool(_NO_NAME_ALONE.match(name))
        if is_bare or _TAKES_A_VERB.match(name):
            return self._verb_follows(at)
        if self.is_group or _RECIPIENT_FOLLOWS.match(self.clause, self.tokens[at].start):
            return False
        for place, token in enumerate(self.tokens[at + 1 : at + 8], start=at + 1):
            if not token.words[0].islower() or token.words.casefold() in (
                "các",
                "những",
                "và",
                "cho",
                "tại",
                "với",
                "trên",
                "từ",
            ):
                return False
            if re.fullmatch(r"(?:quận|huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|đặc khu)", token.words):
                return self._task_at(place + 1)
        return False

    def _task_at(self, at: int) -> bool:
        while at < len(self.tokens) and self.tokens[at].words[0].isupper():
            at += 1
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.is_verb or bool(LEADS_TO_TASK.match(token.words) or STOPS.match(self.clause, token.start))
