"""Whether a post tells of a meeting of another body: "UBND quận họp phiên thường kỳ". No answer makes it clean."""

import re

_REFUSED = "bài này không nói về phiên họp"
"""The beginning of the reader's reason."""
_BODY = (
    r"(?:ubnd|(?:ủy|uỷ) ban (?:nhân dân|bầu cử|mttq|mặt trận)|(?:đảng|quận|huyện|thành|tỉnh) (?:ủy|uỷ)|chi bộ"
    r"|ban (?:thường vụ|chấp hành|chỉ đạo)|chính phủ|quốc hội|công an|phòng(?! họp)|hội(?! (?:đồng|nghị|trường)))\b"
)
_WHEN = r"(?:(?:sáng|chiều|hôm nay|vừa qua|ngày|trong|theo|thực hiện)\b[^.;:]{0,60}?,? )?"
_MEETS = re.compile(
    rf"^\W*{_WHEN}(?:thường trực |lãnh đạo |tập thể )?{_BODY}[^.;:,]{{0,60}}?\b(?:họp|giao ban|tổ chức hội nghị)\b",
    re.IGNORECASE,
)
_SESSION_OF = re.compile(
    rf"^\W*(?:phiên họp|họp phiên|họp)(?: thường kỳ| lần thứ \w+| tháng [\w/]+| năm \w+| của)*,? {_BODY}",
    re.IGNORECASE,
)
_LINES = 8
_LONGEST = 300
_BY_TITLE = "Máy đọc được nhờ tên phiên do người duyệt điền; "


def objection(reason, text):
    """The doubt about a post that was refused for that reason and is read under a typed title; "" without one."""
    if reason.startswith(_REFUSED):
        return f"{_BY_TITLE}trước đó không nhận vì {reason.rstrip('.')}."
    if words := meeting(text):
        return f"{_BY_TITLE}câu “{words}” có thể nói về phiên họp của cơ quan khác."
    return ""


def suspicion(post):
    """Why the post may be another body's, to be said on its page; "" for a post that is not suspected."""
    if post.reading:
        objected = any(_is_objection(doubt["said"]) for doubt in post.reading["doubts"])
        return "Máy chỉ đọc được nhờ những gì người duyệt điền; hãy xem chỗ chưa chắc ở dưới." if objected else ""
    if post.reason.startswith(_REFUSED):
        return f"Không đọc được: {post.reason}"
    words = meeting(post.source_text)
    return f"Trong bài: “{words}”." if words else ""


def meeting(text):
    """The words at the beginning of the post that say that another body met; "" where the committee met too."""
    from ..readers.rules import session_test

    lines = [line[:_LONGEST] for line in text.split("\n") if line.strip()][:_LINES]
    if any(map(session_test.says_met, lines)):
        return ""
    found = (_MEETS.match(line) or _SESSION_OF.match(line) for line in lines)
    return next((hit.group().strip() for hit in found if hit and not session_test.names_committee(hit.group())), "")


def _is_objection(said):
    return said.startswith(_BY_TITLE) and (_REFUSED in said or said.endswith("của cơ quan khác."))
