"""What a search names beside what it finds: the sessions of a month, and pages of the site that answer a question."""

import re

from django.urls import reverse

from ..models.public_index import SessionEntry
from ..vietnamese import fold

_MONTH = re.compile(r"(?:\bthang |\b)(1[0-2]|0?[1-9])(?: nam |[/-]| )((?:19|20)\d\d)\b")
_ANSWERS = (
    (
        "Chỉ đạo quá hạn",
        lambda: f"{reverse('public:directives')}?tinh-trang=qua-han",
        "qua han|no bao cao|tre han",
    ),
    ("Các trạng thái nghĩa là gì", lambda: f"{reverse('public:about')}#trang-thai", "nghia la gi|trang thai"),
    ("Địa chỉ, điện thoại", lambda: f"{reverse('public:about')}#phan-anh", "lien he|dien thoai|dia chi|khieu nai"),
    ("Báo sai sót", lambda: f"{reverse('public:about')}#phan-anh", "bao sai|sai sot|phan anh"),
    ("Theo dõi", lambda: f"{reverse('public:about')}#theo-doi", "theo doi tin|nhan tin|nhan thu|dang ky"),
    ("Xác minh văn bản", lambda: reverse("public:verify"), "xac minh|van ban that|kiem tra van ban"),
    ("Dữ liệu mở", lambda: reverse("public:open_data"), "du lieu mo|tai du lieu"),
)
"""The page, its address, and the folded words that ask for it."""


def pages_named(text: str) -> list[tuple[str, str]]:
    """[(what the link says, its address), …]; one query where a month is named, else none."""
    folded = fold(text)
    answers = [(label, address()) for label, address, words in _ANSWERS if re.search(rf"\b(?:{words})\b", folded)]
    return [*_sessions(folded), *answers]


def _sessions(folded):
    if not (found := _MONTH.search(folded)):
        return []
    entries = SessionEntry.objects.live().filter(month=int(found[1]), year=int(found[2]))
    named = entries.order_by("key").values_list("title", "edition__path")
    return [(title, reverse("public:session", args=[path])) for title, path in named]
