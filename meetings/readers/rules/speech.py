"""Finds out who speaks: the chair, whose words are directives, or somebody else, whose words are an opinion."""

import re
from functools import lru_cache

from meetings.giving_verbs import DIRECTS, GIVES, SHARES_OUT

from ..grammar import assignment, topic
from ..grammar.list_marks import WORD_MARK
from ..grammar.rule import rule
from ..grammar.vocabulary import POST
from . import council_rules

_SHARES = rf"giao (?:nhiệm vụ|trách nhiệm)|{SHARES_OUT}"
"""Said of the chair, to nobody yet."""
_LED = r"(?:(?:(?!\b(?:đồng chí|đ/c|ông|bà)\b)[^:.;]){0,200}?, ?)?"
"""Leading words of a sentence, whatever they are, that name nobody: "Tiếp thu ý kiến này, chủ tọa …"."""
_CONCLUDES = rule(
    r"(?:chốt lại|kết thúc|khép lại)\b|(?:(?:sau khi|trên cơ sở|tại)\b[^:.;]{0,160}?, ?)?(?:phát biểu )?"
    r"(?:kết luận|kết thúc|bế mạc|chỉ đạo|phát biểu chỉ đạo|phát biểu bế mạc|kết luận chỉ đạo"
    r"|chủ trì phiên họp,|thay mặt|sau khi nghe)\b"
    r"|(?:những|các|một số) (?:việc|nhiệm vụ|công việc|công tác)\b[^:.;]{0,80}:|(?:công tác"
    r"|nhiệm vụ)(?: trọng tâm)? (?:tháng|quý|trong)\b[^:.;]{0,60}:"
    rf"|.{{0,160}}\b(?:kết luận|chỉ đạo|{_SHARES})\b[^.;]{{0,80}}:",
    re.IGNORECASE,
)
_COMMITTEE = rule(
    r"(?:[^:.;]{0,200}?, ?)?thường trực (?:hđnd|hội đồng nhân dân)\b[^,.;:]{0,40}? "
    rf"(?:đã |cũng |tiếp tục |còn )?(?:{DIRECTS}|thống nhất|nhất trí|quyết định|có ý kiến)\b"
    r"|(?:phiên họp|thường trực (?:hđnd|hội đồng nhân dân)\b[^,.;:]{0,40}?) (?:đã )?(?:thống nhất"
    r"|đề ra|xác định)[^:.;]{0,40} nhiệm vụ[^:.;]{0,60}:",
    re.IGNORECASE,
)
_CHAIR_POST = rule(
    rf"{_LED}(?:đồng chí |đ/c |ông |bà )?(?:(?:phó )?bí thư [^,.;:]{0, 40}?(?: ?[-–,] ?))?"
    r"(?:chủ tịch (?:hđnd|hội đồng nhân dân)|chủ tọa|(?:người )?chủ trì(?! phiên| cuộc|,)"
    r"|phó chủ tịch (?:thường trực )?(?:hđnd|hội đồng nhân dân)[^,.;:]{0,30} kết luận)\b",
    re.IGNORECASE,
)
_PRONOUN = rule(
    rf"{_LED}"
    r"(?:đồng chí|ông|bà|đ/c|chủ tịch|đồng chí chủ tịch|đồng chí phó chủ tịch|chủ tọa) (?:cũng |còn "
    r"|đã |đồng thời |tiếp tục |nhấn mạnh)?"
    rf"(?:{DIRECTS}|khẳng định|thống nhất|biểu dương|ghi nhận|đánh giá)\b",
    re.IGNORECASE,
)
_OTHERS = rule(
    r"(?:(?:thảo luận|tham gia|phát biểu|góp ý|cho ý kiến|tại phiên họp|trao đổi|báo cáo|giải trình"
    r"|tiếp thu|qua thảo luận)\b[^:.;]{0,80}, ?)?"
    r"(?:(?:các|một số|nhiều|đa số) (?:đại biểu|ý kiến|thành viên)|các ban\b[^.;]{0,40}(?:kiến nghị"
    r"|đề nghị|báo cáo|cho rằng)|ý kiến (?:của|khác|phát biểu|thảo luận|tham gia)?|đại diện"
    r"|thảo luận|tham gia (?:ý kiến|thảo luận)|"
    r"(?:đồng chí |đ/c |ông |bà |các đồng chí )?(?:nguyên |quyền )?(?:phó |các phó )*(?:bí thư"
    r"|trưởng|chánh|giám đốc|phó|chủ tịch (?:ubnd|ủy ban|mttq)|chỉ huy|tổ trưởng|hiệu trưởng"
    r"|công an|viện trưởng|chánh án))",
    re.IGNORECASE,
)
_NOBODY_NAMED = rule(
    r"(?:các|những|nhiều|một số|đa số) (?:ý kiến|đại biểu|thành viên)|ý kiến|qua thảo luận", re.IGNORECASE
)
_ENDS_MEETING = rule(
    r"(?:phát biểu )?(?:kết luận|bế mạc|kết thúc)(?: chỉ đạo)?(?: (?:tại )?(?:phiên họp|cuộc họp|hội nghị"
    r"|buổi họp))?,? (?:các )?(?:đồng chí|đ/c|ông|bà)\b",
    re.IGNORECASE,
)
"""Who concludes is the chair, whatever the name."""
_CONCLUSION = rule(
    r"(?:(?:tại|sau|qua|trên cơ sở)\b[^:.;]{0,160}?, ?)?(?:phát biểu )?(?:kết luận|bế mạc|chốt lại"
    r"|chỉ đạo (?:tại )?phiên họp|phát biểu chỉ đạo)\b",
    re.IGNORECASE,
)
_IN_CHAIR = rule(
    rf"{_LED}(?:đồng chí |ông |bà )?(?:chủ trì|chủ tọa|người chủ trì"
    r"|phiên họp|hội nghị|cuộc họp)"
    rf"(?: phiên họp| cuộc họp)? (?:đã |cũng )?(?:{DIRECTS}|cho rằng|nhận định|khẳng định|nêu"
    r"|thống nhất (?:một số|các|những) (?:việc|nội dung|nhiệm vụ))\b",
    re.IGNORECASE,
)
_SECTION = rule(
    r"(?:[IVX0-9A-D]{1,4}[.)/]? ?|\* ?)?(?:(?:ý kiến |nội dung |phần )?kết luận|giao việc|nội dung chỉ đạo"
    rf"|ý kiến chỉ đạo|(?:chủ tọa|chủ trì) (?:kết luận|giao việc|{_SHARES})"
    r"|(?:(?:phương hướng|một số|các),? )?nhiệm vụ(?: công tác)?(?: trọng tâm)?(?=$| tháng| quý| thời gian| trong"
    r"| tới"
    r"| năm| :|:))\b[^.;]{0,60}:?",
    re.IGNORECASE,
)
"""A heading behind which the chair speaks: "IV. KẾT LUẬN CỦA CHỦ TỌA"."""
_OPENS_MEETING = rule(r"(?:phát biểu )?(?:khai mạc|mở đầu|gợi ý|định hướng)\b", re.IGNORECASE)
_NAMED = rule(r"(?:[^:.;]{0,160}, ?)?(?:đồng chí|đ/c|ông|bà) (?P<who>[^,:.;-]{3,60})", re.IGNORECASE)
_BY_GIVEN_NAME = rule(r"(?:[^:.;]{0,60}, ?)?(?i:đồng chí|đ/c|ông|bà) (?P<given>[^\W\d_]+)(?!\w)(?! [A-ZĐ])")
_ANNOUNCES = rule(
    rf"\b(?:{DIRECTS}|nhiệm vụ|nội dung|triển khai|tập trung|thống nhất|ý kiến như sau)\b",
    re.IGNORECASE,
)

_BEFORE_POST = rule(r"(?:[^:.;]{0,120}, ?|.{0,60}\bbởi )?(?:đồng chí |đ/c |ông |bà |đồng chí: )?", re.IGNORECASE)
_IS_TOLD = rule(rf"\b(?:đã )?được (?:{GIVES})\b", re.IGNORECASE)
"""Who was given what is told, not given: "các đồng chí trong Thường trực được phân công như sau"."""


def announces(words: str) -> bool:
    """Whether words before a colon say that directives follow: "… chỉ đạo thực hiện các nội dung sau"."""
    return bool(_ANNOUNCES.search(words)) and not _IS_TOLD.search(words)


@lru_cache
def _of_another(kind_of_place: str) -> re.Pattern[str]:
    """Words about the council of a place of another kind."""
    kinds = rf"(?!{kind_of_place}\b)(?:{council_rules.PLACE_KINDS})\b"
    return rule(rf"[^,.;:]*(?:hđnd|hội đồng nhân dân) {kinds}", re.IGNORECASE)


class Speaker:
    """Follows the sentences of an article and knows whether the chair is speaking."""

    def __init__(self, names: tuple[str, ...], posts: tuple[str, ...], kind_of_place: str) -> None:
        """`names` and `posts` are of those who presided. `kind_of_place` ("quận") excludes the chair of another
        council."""
        self.names = names
        self.posts = tuple(post.lower() for post in posts)
        self.of_another = _of_another(kind_of_place)
        self._given_names = frozenset(name.rpartition(" ")[2] for name in names)
        self.is_chair = self.says_so = False
        self._is_meant = False
        """Whether "đồng chí", without a name, means the chair: the last person named is the chair."""

    def hear(self, words: str, *, opens_paragraph: bool, is_listed: bool) -> bool:
        """Whether the next sentence is the chair's. `says_so` is true where it names the chair itself."""
        self.says_so = False
        if self.is_heading(words):
            self.is_chair = self.says_so = self._is_meant = True
            return True
        if is_listed or WORD_MARK.match(words):
            return self.is_chair
        if _OPENS_MEETING.match(words):
            self.is_chair = False
        elif self._speaks(words):
            self.is_chair = self.says_so = self._is_meant = True
        elif _OTHERS.match(words):
            self.is_chair = False
            self._is_meant = self._is_meant and bool(_NOBODY_NAMED.match(words))
        elif _PRONOUN.match(words):
            self.says_so = self.is_chair = self._is_meant
        elif (
            self._names_other(words[:160])
            or opens_paragraph
            and not assignment.gives(words)
            and not topic.opens(words)
        ):
            self.is_chair = self._is_meant = False
        return self.is_chair

    @staticmethod
    def concludes(words: str) -> bool:
        """Whether a sentence says that the words are the conclusion of the session."""
        return bool(_ENDS_MEETING.match(words) or _CONCLUSION.match(words))

    @staticmethod
    def takes_floor(words: str) -> bool:
        """Whether a sentence begins as the chair's last word does, whoever else it names."""
        return bool(_CONCLUDES.match(words) or _ENDS_MEETING.match(words))

    @staticmethod
    def is_heading(words: str) -> bool:
        """Whether a line says that the chair's words follow."""
        return len(words) <= 100 and bool(_SECTION.fullmatch(words))

    def _speaks(self, words: str) -> bool:
        """Whether the sentence says that the chair or the committee speaks."""
        if self._names_chair(words[:220]) or _COMMITTEE.match(words):
            return True
        if _ENDS_MEETING.match(words) or _IN_CHAIR.match(words):
            return True
        if _CONCLUDES.match(words) and not self._names_other(words[:220]):
            return True
        return bool(_CHAIR_POST.match(words)) and not self.of_another.match(words)

    def _names_chair(self, words: str) -> bool:
        if any(name in words for name in self.names):
            return True
        addressed = _BY_GIVEN_NAME.match(words)
        return bool(addressed and addressed["given"] in self._given_names) or self._names_post(words.lower())

    def _names_post(self, words: str) -> bool:
        """Whether the words begin with a post of the chair's, behind leading words at most: "đồng chí Bí thư Đảng ủy
        nhấn mạnh"."""
        for post in self.posts:
            before, found, after = words.partition(post)
            if found and not after[:1].isalpha() and _BEFORE_POST.fullmatch(before):
                return True
        return False

    def _names_other(self, words: str) -> bool:
        """Whether the sentence says that another person speaks, by a name or by a post that is not the chair's."""
        match = _NAMED.match(words)
        return bool(
            match and match["who"][:1].isupper() and not POST.match(match["who"]) and not self._names_chair(words)
        )
