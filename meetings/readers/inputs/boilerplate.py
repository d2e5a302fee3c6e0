"""Recognises the boxes of a page that hold no post: menus, footers, side bars, other news."""

import re

from .html_page import Box, Page

_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu\w*|breadcrumbs?|footer|sidebar|related\w*|lien-?quan|tin-?khac"
    r"|tin-?moi|"
    r"tin-?lien-?quan|bai-?viet-?khac|other-?news|share|sharing|social|addthis|comments?|respond|binh-?luan|banner|"
    r"advert\w*|quang-?cao|search|tim-?kiem|login|dang-?nhap|widget|toolbar|pagination|pager|skip-link|site-header|"
    r"masthead|topbar|copyright|thong-?ke|weblinks?|lien-?ket|most-?read|xem-?nhieu|jp-relatedposts|post-tags)"
    r"(?:$|[\s_-])"
)
_CHROME_TAGS = frozenset(("nav", "footer", "aside"))
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_NEVER_CHROME = frozenset(("", "html", "body", "main", "article", "h1"))


class Chrome:
    """Says whether something is in a menu, a footer …; a box with most of the page's words is none of these."""

    def __init__(self, page: Page) -> None:
        self.known: dict[int, tuple[Box, ...]] = {}
        weights: dict[int, int] = {}
        total = 0
        for paragraph in page.paragraphs:
            free = max(0, len(paragraph.words) - paragraph.linked)
            total += free
            for box in self._zones(paragraph.box):
                weights[id(box)] = weights.get(id(box), 0) + free
        self.pardoned = {key for key, weight in weights.items() if weight * 2 > total}
        self.places = [self.holds(paragraph.box) for paragraph in page.paragraphs]

    def __getitem__(self, place: int) -> bool:
        return self.places[place]

    def holds(self, box: Box) -> bool:
        return any(id(zone) not in self.pardoned for zone in self._zones(box))

    def _zones(self, box: Box) -> tuple[Box, ...]:
        if id(box) not in self.known:
            path = [outer for outer in box.around() if id(outer) not in self.known]
            for outer in reversed(path):
                zones = self.known[id(outer.parent)] if outer.parent else ()
                self.known[id(outer)] = (*zones, outer) if _is_chrome(outer) else zones
        return self.known[id(box)]


def _is_chrome(box: Box) -> bool:
    if box.tag in _NEVER_CHROME:
        return False
    return box.tag in _CHROME_TAGS or box.role in _CHROME_ROLES or bool(_CHROME.search(box.label))
