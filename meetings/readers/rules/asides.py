"""Lines around an article that do not belong to it: captions, authors, lines of the old portal."""

import re

from ..grammar.vocabulary import CAPITALISED

_CAPTION = re.compile(
    r"(?:\(?(?:ảnh|hình|chú thích|clip|video)(?: ảnh| minh họa| [0-9])?\)? ?[:.]|(?:quang|toàn) cảnh\b"
    r"|(?:đ/c|đồng chí|ông|bà|các đại biểu|đại biểu|lãnh đạo"
    r"|thường trực)\b[^.:;]{0,120}\b(?:phát biểu|chủ trì|điều hành|tham dự|dự|thảo luận|cho ý kiến"
    r"|báo cáo|trình bày|kết luận)\b[^.:;]{0,60}$)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:\(?(?:tin|bài|ảnh|tác giả|nguồn|người viết|thực hiện|theo)\b(?: ?[,;&-] ?(?:và )?(?:bài|ảnh"
    r"|tin))*(?: bài viết)? ?:|(?:văn phòng|vp|ban biên tập|phòng)\b[^.;:]{0,60}$)",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(
    rf"\(?{CAPITALISED}(?: {CAPITALISED}){{1,4}}\)?(?: ?[-–,(] ?(?i:vp|văn phòng|phòng|ban|cổng|đài"
    rf"|trung tâm|ubnd|hđnd)[^.;:]{{0,80}})?\.?$"
)
_RELATED = re.compile(
    r"(?:>>|\[|(?:các |những )?(?:tin|bài)(?: viết)? (?:khác|liên quan|cùng|mới|cũ|đã)|tin tức khác"
    r"|xem thêm|bài liên quan|đọc thêm|quay lại|in trang|về trang|gửi (?:bài|email)|chia sẻ)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"trang chủ\b|.{1,60}(?:»|›| > | >> )", re.IGNORECASE)
_LONGEST = 200


def is_trail(words: str) -> bool:
    """Whether it is a line of links at the top of a page: "Trang chủ » Tin tức"."""
    return len(words) <= _LONGEST and bool(_TRAIL.match(words)) and not words.endswith(".")


def is_caption(words: str) -> bool:
    """Whether the words say what a picture shows and are no sentence of the article."""
    return len(words) <= _LONGEST and not words.endswith((":", ";")) and bool(_CAPTION.match(words))


def is_author(words: str) -> bool:
    return (
        len(words) <= 120 and bool(_AUTHOR.match(words) or _NAME_ONLY.match(words)) and not words.endswith((":", ";"))
    )


def begins_related(words: str) -> bool:
    """Whether the links under the article begin here: "Các tin khác"."""
    return len(words) <= 80 and bool(_RELATED.match(words))
