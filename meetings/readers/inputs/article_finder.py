"""Finds the post in a page: its title, its date line and its paragraphs, without menus and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.vietnamese import fold

from . import posted_at
from .boilerplate import Chrome
from .html_page import Box, Page
from .source import FileLink

_LINES = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "tr", "figcaption", "caption"))
_WEIGHTY = 30
_MOST_OF_IT = 0.65
_NEAR = 12
_MORE_NEWS = re.compile(
    r"\W*(?:(?:cac )?(?:tin(?: tuc)?|bai(?: viet| dang)?|van ban|su kien)"
    r" (?:khac|lien quan|cung chuyen muc|cung loai|da dua|da dang|moi hon|cu hon|moi nhat|moi|doc nhieu|xem nhieu|cu)"
    r"(?: hon| khac)?|xem them|doc them|y kien ban doc|binh luan|phan hoi|gui (?:y kien|binh luan)(?: cua ban)?"
    r"|tu khoa|tags?|related posts?)\W*(?:\(?\d+\)?\W*)?"
)
_BUTTONS = re.compile(
    r"\W*(?:(?:in(?: trang| bai| an)?(?: nay)?|ban in|gui (?:email|mail|cho ban be|bai viet)|email|"
    r"chia se(?: bai viet)?|facebook|zalo|twitter|google|youtube|like|share|tweet|print|"
    r"(?:quay|tro) (?:lai|ve)(?: trang truoc| dau trang)?|ve (?:trang truoc|dau trang)|len dau trang|dau trang|"
    r"(?:tang |giam )?co chu|nghe doc bai|luu|theo doi|a|danh gia(?: bai viet)?)(?!\w)\W*)+"
)
_LONGEST_LABEL = 80
_OFFICE = re.compile(r"(?:cong|trang) thong tin|website|trang chu|home|untitled|microsoft word|document\d*$")
_IMPRINT = re.compile(
    r"\W*(?:(?:cong|trang) thong tin .{0,80}(?:dia chi ?:|ban quyen|giay phep)|ban quyen|copyright|©|co quan chu quan"
    r"|chiu trach nhiem|giay phep (?:so|thiet lap)|dia chi ?:|dien thoai ?:|thiet ke boi|phat trien boi"
    r"|(?:tong so )?luot truy cap|dang truc tuyen)"
)
_BETWEEN = re.compile(r"\s+(?:[|–»«:]|-)\s+")
_SHORTEST_TITLE, _LONGEST_TITLE = 10, 400


@dataclass(frozen=True, slots=True)
class Article:
    title: str
    dateline: str
    lines: tuple[str, ...]
    links: tuple[FileLink, ...]


def find(page: Page) -> Article:
    """The post in the page; the whole page where it holds nothing else."""
    return _Finder(page).article()


class _Finder:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.all = page.paragraphs
        self.chrome = Chrome(page)
        self._weigh()
        self.content = self._content_box()
        inside = [place for place in range(len(self.all)) if self._holds(self.content, place)]
        self.first = inside[0] if inside else 0
        self.last = inside[-1] if inside else len(self.all) - 1
        self.news: int | None = None
        """The place where other news begins."""

    def article(self) -> Article:
        at = self._title_place()
        title = self.all[at].words if at is not None else ""
        start = self.first if at is None else at
        end = self._end(start)
        body = [place for place in range(start, end) if place != at and self._is_said(place)]
        dates = self._date_places(at, body)
        if at is None and dates and dates[0] in body:
            above = body[: body.index(dates[0])]
            title = "\n".join(self.all[place].words for place in above)
            body = body[len(above) :]
        lines = [self.all[place].words for place in body if place not in dates]
        if not title and self.first > 0:
            title = self._named_title(lines)
        if lines and fold(lines[0]) == fold(title):
            del lines[0]
        common = self._common_box(at)
        around = self._around(common)
        links = tuple(self._links(start, around.stop if self.news is None else self.news, common))
        return Article(title, self._dateline(dates, around), tuple(lines), links)

    def _weigh(self) -> None:
        for place, paragraph in enumerate(self.all):
            free = len(paragraph.words) - paragraph.linked
            if free < _WEIGHTY or self.chrome[place] or self._is_imprint(place):
                continue
            for box in paragraph.box.around():
                box.weight += free
                box.count += 1

    def _content_box(self) -> Box:
        box = self.page.root
        while box.children:
            best = max(box.children, key=lambda child: child.weight)
            alone = box.count - best.count < 1
            if best.weight < _MOST_OF_IT * box.weight or best.tag in _LINES or not best.count:
                break
            if best.count < 2 and not alone:
                break
            box = best
        return box

    def _holds(self, box: Box, place: int) -> bool:
        return not self.chrome[place] and any(outer is box for outer in self.all[place].box.around())

    def _title_place(self) -> int | None:
        """The paragraph that the page's head names as title, else the nearest heading before the post's words."""
        key = fold((self.page.meta.get("og:title") or self.page.title)[:_LONGEST_TITLE])
        if _OFFICE.match(key):
            key = ""
        best: tuple[float, int] | None = None
        for place in range(min(self.first + 3, len(self.all))):
            score = self._title_score(place, key)
            if score > 0 and (best is None or (score, place) > best):
                best = score, place
        return best[1] if best else self._title_inside()

    def _title_inside(self) -> int | None:
        """A bold line right above the date line, for a box that holds more than the post."""
        for place in range(self.first, self.last):
            above, under = self.all[place], self.all[place + 1]
            known = (above.strong or above.titled) and not above.linked and len(above.words) >= _SHORTEST_TITLE
            if (
                known
                and not self.chrome[place]
                and posted_at.is_line(under.words)
                and not posted_at.is_line(above.words)
            ):
                self.first = place + 1
                return place
        return None

    def _title_score(self, place: int, key: str) -> float:
        paragraph = self.all[place]
        if not _SHORTEST_TITLE <= len(paragraph.words) <= _LONGEST_TITLE or posted_at.is_line(paragraph.words):
            return 0
        if self._is_link(place) and paragraph.box.tag not in ("h1", "h2", "h3"):
            return 0
        folded, near = fold(paragraph.words), self.first - place <= _NEAR
        heading = paragraph.box.tag == "h1" and not self.chrome[place]
        score = 1.0 if heading and near else 0.0
        if near and not self.chrome[place] and place <= self.first:
            score += (
                0.5 * paragraph.titled
                + 0.25 * (paragraph.box.tag in ("h2", "h3"))
                + 0.2 * (paragraph.strong and not paragraph.linked)
            )
        if key and folded == key:
            score += 3
        elif (
            key and len(folded) >= 15 and (key.startswith(folded) or (folded in key and len(folded) > 0.4 * len(key)))
        ):
            score += 2
        return score if place < self.first or score >= 1 else 0

    def _named_title(self, lines: list[str]) -> str:
        """The title in the page's head, without the name of the site after it."""
        title = self.page.meta.get("og:title") or _BETWEEN.split(self.page.title)[0]
        folded = fold(title)
        if (
            len(folded) < _SHORTEST_TITLE
            or len(title) > _LONGEST_TITLE
            or _OFFICE.match(folded)
            or any(fold(line) == folded for line in lines[:3])
        ):
            return ""
        return title

    def _end(self, start: int) -> int:
        """The place after the last line of the post: other news and buttons may be in the same box."""
        end = self.last + 1
        said = 0
        for place in range(start, end):
            if said and _is_label(_MORE_NEWS, self.all[place].words):
                self.news = end = place
                break
            said += len(self.all[place].words) >= _WEIGHTY and not self.chrome[place] and place >= self.first
        while end > start + 1 and (not self._is_said(end - 1) or self._is_link(end - 1) or self._is_imprint(end - 1)):
            end -= 1
        return end

    def _is_imprint(self, place: int) -> bool:
        return bool(_IMPRINT.match(fold(self.all[place].words[: 2 * _LONGEST_LABEL])))

    def _is_link(self, place: int) -> bool:
        paragraph = self.all[place]
        return paragraph.linked * 10 > 6 * len(paragraph.words.replace(" ", ""))

    def _is_said(self, place: int) -> bool:
        paragraph = self.all[place]
        if self.chrome[place] or _is_label(_BUTTONS, paragraph.words):
            return False
        return place >= self.first or not self._is_link(place)

    def _date_places(self, at: int | None, body: list[int]) -> list[int]:
        """The date lines: right under the title, or the line before it."""
        under = [place for place in body if place < self.first]
        under += [place for place in body if place >= self.first][:3]
        found = [place for place in under if posted_at.is_line(self.all[place].words)]
        if not found and at and posted_at.is_line(self.all[at - 1].words) and not self.chrome[at - 1]:
            found = [at - 1]
        return found

    def _dateline(self, places: list[int], around: range) -> str:
        words = " | ".join(self.all[place].words for place in places)
        seen = posted_at.views(words)
        if seen is None:
            after = (
                posted_at.views(self.all[place].words) for place in around if posted_at.is_line(self.all[place].words)
            )
            seen = next((views for views in after if views is not None), None)
        named = (
            self.page.meta.get(name, "")[:_LONGEST_LABEL]
            for name in ("article:published_time", "datepublished", "time")
        )
        shown = posted_at.line(words, seen)
        for date in named:
            if (line := posted_at.line(date, seen)) and (not shown or posted_at.adds_hour(date, words)):
                return line
        return shown

    def _common_box(self, at: int | None) -> Box:
        """The box that holds the title and the words."""
        if at is None:
            return self.content
        boxes = list(self.all[at].box.around())
        return next(outer for outer in self.content.around() if any(outer is box for box in boxes))

    def _around(self, common: Box) -> range:
        """The paragraphs after the post in the box that holds its title and its words."""
        stop = self.last + 1
        while stop < len(self.all) and self._holds(common, stop):
            if _is_label(_MORE_NEWS, self.all[stop].words):
                break
            stop += 1
        return range(self.last + 1, stop)

    def _links(self, start: int, stop: int, common: Box) -> Iterator[FileLink]:
        """The pictures and documents from the title to the end of the box, without those of other news."""
        seen = set()
        for file in self.page.named:
            around = list(file.box.around())
            if not start <= file.before <= stop or file.link.href in seen or self.chrome.holds(file.box):
                continue
            if any(box is common for box in around):
                seen.add(file.link.href)
                yield file.link


def _is_label(pattern: re.Pattern[str], words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and bool(pattern.fullmatch(fold(words)))
