"""The sentences around the directives: the assessment before them, the words that lead them in."""

import re

from . import topic

_LEADS_IN = re.compile(r"\b(?:chỉ đạo|yêu cầu|đề nghị|giao|kết luận|thống nhất|nhiệm vụ|nội dung)\b", re.IGNORECASE)
_ASSESSES = re.compile(
    r"\b(?:đánh giá|ghi nhận|biểu dương|sau khi nghe|phát biểu|thảo luận|báo cáo|cho ý kiến|thông qua|kết quả)\b",
    re.IGNORECASE,
)
_STOPS = (".", "!", "…", ";")


def leads_in(words: str) -> bool:
    """Whether a paragraph announces the directives: "… chỉ đạo thực hiện các nội dung sau:"."""
    return words.endswith(":") and bool(_LEADS_IN.search(words)) and not topic.opens(words) and words[0].isalpha()


def assesses(words: str) -> bool:
    return words.endswith(_STOPS) and bool(_ASSESSES.search(words))
