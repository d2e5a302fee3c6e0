"""Lines around an article: captions and authors, which stay in it, and what is no part of it: letterheads, portal
menus, links, recipients and signatures."""

import re

from ..grammar.rule import rule
from ..grammar.vocabulary import CAPITALISED

_CAPTION = rule(
    r"(?:\(?(?:ảnh|hình|chú thích|clip|video)(?: ảnh| minh họa| [0-9])?\)? ?[:.]|(?:quang|toàn) cảnh\b"
    r"|(?:đ/c|đồng chí|ông|bà|các đại biểu|đại biểu|lãnh đạo"
    r"|thường trực)\b[^.:;]{0,120}\b(?:phát biểu|chủ trì|điều hành|tham dự|dự|thảo luận|cho ý kiến"
    r"|báo cáo|trình bày|kết luận)\b[^.:;]{0,60}$)",
    re.IGNORECASE,
)
_AUTHOR = rule(
    r"(?:\(?(?:tin|bài|ảnh|tác giả|nguồn|người viết|thực hiện|theo)\b(?: ?[,;&-] ?(?:và )?(?:bài|ảnh"
    r"|tin))*(?: bài viết)? ?:|(?:văn phòng|vp|ban biên tập|phòng)\b[^.;:]{0,60}$)",
    re.IGNORECASE,
)
_NAME_ONLY = rule(
    rf"\(?{CAPITALISED}(?: {CAPITALISED}){{1,4}}\)?(?: ?[-–,(] ?(?i:vp|văn phòng|phòng|ban|cổng|đài"
    rf"|trung tâm|ubnd|hđnd)[^.;:]{{0,80}})?\.?$"
)
_RELATED = rule(
    r"(?:>>|\[(?:trở về|về|đầu trang|quay|in)\b|(?:các |những )?(?:tin|bài)(?: viết)? (?:khác|liên quan|cùng|mới"
    r"|cũ|đã)|tin tức khác|tin cùng"
    r"|xem thêm|bài liên quan|đọc thêm|quay lại|in trang|về trang|gửi (?:bài|email)|chia sẻ|bình luận"
    r"|ý kiến bạn đọc)",
    re.IGNORECASE,
)
_RECIPIENTS = rule(r"nơi nhận\b|(?:tm|kt|tl)\. ?(?:thường trực|chủ tịch|hđnd|hội đồng)", re.IGNORECASE)
_TRAIL = rule(r"trang chủ\b|.{1,60}(?:»|›| > | >> )", re.IGNORECASE)
_LETTERHEAD = rule(
    r".*cộng hòa xã hội chủ nghĩa việt nam.*|.*độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc.*"
    r"|(?:hội đồng nhân dân|hđnd)"
    r"(?: (?:quận|huyện|thị xã|thành phố|tp|phường|xã|thị trấn|tỉnh)(?:(?! (?:họp|tổ chức|khai mạc"
    r"|phiên)\b).){0,50})?(?: ?\| ?.*)?|thường trực hđnd|thường trực"
    r"|(?:(?:chủ tr(?:ì|ị)|chủ tọa|thư ký|người ghi(?: biên bản)?)\W*){1,2}|số ?: ?[^.;]{0,100}"
    r"|biên bản số [^.]{0,40}|[-–_=*~.·•\s]{3,}|[^,.;:"
    r"|]{2,40}, ngày ?[0-9…. ]{0,4} ?tháng ?[0-9…. ]{0,4} ?năm ?[0-9….]{0,6}",
    re.IGNORECASE,
)
_PORTAL = rule(
    r"(?:in (?:bài|trang)|cỡ chữ|chia sẻ|gửi (?:bài|email)|lưu (?:bài|tin)|nghe (?:bài|tin)|đọc bài|theo dõi"
    r"|facebook|zalo|twitter|a[-+]"
    r"|đăng nhập|liên hệ|tin tức(?: [-–&] sự kiện)?|tin hoạt động|hoạt động(?: của)? (?:hđnd"
    r"|hội đồng nhân dân).{0,60}"
    r"|(?:chuyên mục|danh mục|mục|thẻ|tags?|từ khóa) ?: ?.*|tin (?:trong|mới).{0,40}|thời sự|sự kiện|tìm kiếm"
    r"|menu|[|/ ,•·-])+",
    re.IGNORECASE,
)
_LONGEST = 200


def is_outside(words: str) -> bool:
    """Whether a line is no part of the article: a letterhead, a menu or a button of the portal, a rule of dashes."""
    return len(words) <= _LONGEST and bool(
        _LETTERHEAD.fullmatch(words) or _PORTAL.fullmatch(words) or is_trail(words)
    )


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


def begins_recipients(words: str) -> bool:
    """Whether the foot of a paper begins here: recipients or the signature."""
    return len(words) <= _LONGEST and bool(_RECIPIENTS.match(words))
