"""Whether a post tells of a session of the standing committee, and not of another meeting or of one to come."""

import re

from ..grammar.rule import rule
from ..grammar.vocabulary import SESSION
from ..post_text import UnreadablePost

_COMMITTEE = rule(r"\b(?:thường trực|tt\.?) ?(?:hđnd|hội đồng nhân dân)\b", re.IGNORECASE)
_MEETS = rule(r"\bhọp (?:của )?(?:thường trực|tt) (?:hđnd|hội đồng nhân dân)\b.*\btháng\b", re.IGNORECASE)
_OTHER_BODY = rule(
    r"(?:(?:sáng|chiều|ngày)\b[^,]{0,30}, ?)?(?:thường trực )?"
    r"(?:ubnd|ủy ban|ban (?!hành|thường trực hđnd)|các ban|tổ đại biểu|đoàn|quốc hội|chính phủ|thường vụ"
    r"|hội (?!đồng)|đảng ủy|huyện ủy|quận ủy|thành ủy|tỉnh ủy|chi bộ)\b",
    re.IGNORECASE,
)
_OF_OTHER = rule(
    r"\b(?:phiên họp|họp phiên|họp|hội nghị)\b.{0,40}?\b(?:ubnd|ủy ban nhân dân|ủy ban bầu cử"
    r"|chính phủ"
    r"|quốc hội|tổ đại biểu|ban (?:pháp chế|kinh tế|văn hóa|đô thị|dân tộc)|ban chỉ đạo|đảng ủy|ban thường vụ)\b",
    re.IGNORECASE,
)
_ANNOUNCES = rule(
    r"(?:(?:về việc|v/v) (?:tổ chức|triệu tập|mời)|triệu tập|lịch|giấy mời|dự kiến|kế hoạch|danh sách|quyết định"
    r"|nghị quyết|thư mời|chương trình)\b"
    r"|thông báo(?! (?:số|nội dung )?\W*(?:kết luận|kết quả)|$)|.*\b(?:sẽ|chuẩn bị|sắp) (?:họp|tổ chức|diễn ra"
    r"|khai mạc)\b",
    re.IGNORECASE,
)
_OTHER_MEETING = rule(
    r"\b(?:hội nghị|giao ban|liên tịch|tọa đàm|tập huấn|tiếp xúc cử tri|lễ|tiếp công dân)\b", re.IGNORECASE
)
_PAPER_TO_COME = rule(
    r"(?:giấy|thư) mời(?: họp)?|công văn|kế hoạch|chương trình(?: công tác)?|lịch công tác", re.IGNORECASE
)
_COMES = rule(r"\b(?:sẽ|dự kiến(?: sẽ)?|chuẩn bị) (?:họp|tổ chức|diễn ra|khai mạc|tiến hành)\b", re.IGNORECASE)
_MET = rule(
    r"(?:tổ chức|họp|tiến hành|khai mạc|mở|triệu tập|đã|bước vào|chủ trì|bế mạc|xem xét|cho ý kiến|thảo luận)\b",
    re.IGNORECASE,
)
_REFERS = rule(
    r"(?:\btheo|thực hiện|căn cứ|sau|triển khai|phân công tại|kết luận(?: tại| của| ở)?|nêu (?:tại|ở)|phục vụ"
    r"|chuẩn bị(?: cho)?|đề ra tại)(?: [^,.;]{0,40})? ?$",
    re.IGNORECASE,
)
_OF_ANOTHER = rule(
    r"(?:của|với|cùng|để|đại diện|lãnh đạo|báo cáo|gửi|trình|mời|có|và|cho) (?:đồng chí |các đồng chí )?(?:trong )?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZĐÀ-Ỹ])")
_DAY_OPENS = rule(r"(?:sáng|chiều|tối|ngày|hôm)\b[^,]{0,20}[0-9]", re.IGNORECASE)
_REACHES = 100
_LONGEST_SENTENCE = 400


def names_session(words: str) -> bool:
    """Whether a line names a session as a title does."""
    return bool(SESSION.search(words) or _MEETS.search(words)) and (
        bool(_COMMITTEE.search(words))
        or words.casefold().startswith("phiên họp")
        or bool(
            re.match(
                r"(?:kết quả |toàn cảnh |(?:thông báo )?kết luận |biên bản )?(?:phiên họp|hđnd|hội đồng)",
                words,
                re.IGNORECASE,
            )
        )
    )


def names_committee(words: str) -> bool:
    return bool(_COMMITTEE.search(words))


def says_met(paragraph: str) -> bool:
    """Whether the first sentence of a paragraph, or the next that begins with a day, says that the committee met:
    "Ngày …, Thường trực HĐND … họp …"."""
    first, *others = _SENTENCE_END.split(paragraph, maxsplit=2)
    return _says_met(first) or any(_DAY_OPENS.match(other) and _says_met(other) for other in others[:1])


def _says_met(sentence: str) -> bool:
    words = sentence[:_LONGEST_SENTENCE]
    session = SESSION.search(words)
    if _COMES.search(words) or not (session or re.search(r"\bhọp\b", words) and not _OTHER_MEETING.search(words)):
        return False
    for committee in _COMMITTEE.finditer(words):
        before, after = words[: committee.start()], words[committee.end() :]
        if _MET.search(after[:_REACHES]) and not _OF_ANOTHER.search(before) and not _OTHER_BODY.match(before):
            return True
    if not session or not _COMMITTEE.search(words[session.end() :][:_REACHES]):
        return False
    presided = re.search(r"\b(?:chủ trì|chủ tọa|diễn ra|khai mạc|bế mạc|được tổ chức|điều hành)\b", words)
    return bool(presided) and not _REFERS.search(words[: session.start()])


def refuse_invitation(above: list[str]) -> None:
    """Raises UnreadablePost where the lines above a title say that the paper is an invitation or a plan."""
    if any(_PAPER_TO_COME.fullmatch(words.strip()) for words in above):
        raise UnreadablePost(
            "bài này là giấy mời hoặc kế hoạch, không phải bài về phiên họp đã diễn ra: hãy bỏ tệp này ra, hoặc xóa"
            " dòng ấy nếu đúng là phiên họp"
        )


def refuse_other(title: str, below: list[str]) -> None:
    """Raises UnreadablePost for a title of another meeting, or of a session that is still to come."""
    met = any(map(says_met, below))
    other = any((_OTHER_BODY.match(title), _OF_OTHER.search(title), _ANNOUNCES.match(title)))
    other = other or bool(_OTHER_MEETING.search(title) and not met)
    if other or (not met and any(_COMES.search(words) for words in below[:8])):
        raise UnreadablePost(
            "bài này không nói về phiên họp đã diễn ra của Thường trực HĐND: hãy bỏ tệp này ra, hoặc sửa dòng tiêu đề"
            " nếu đúng là phiên họp"
        )
