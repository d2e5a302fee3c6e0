"""Which paragraphs of the article stand in which place of the record, in the post's own order."""

from dataclasses import dataclass, field

from .clip import Paragraph
from .rules import attendance, directives, intro, opening


@dataclass(slots=True)
class Layout:
    """The article cut into places that follow each other; together they are the body, whole and in order."""

    opening: list[Paragraph] = field(default_factory=list)
    attendance: list[Paragraph] = field(default_factory=list)
    assessment: list[Paragraph] = field(default_factory=list)
    intro: list[Paragraph] = field(default_factory=list)
    directives: list[Paragraph] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Give the opening a paragraph: for a record without one, prose would compose a sentence the post has not."""
        self.doubts += self._unplaced()
        if self.opening:
            return
        places = (self.attendance, self.assessment, self.intro, self.directives, self.closing)
        first = next(filter(None, places)).pop(0)
        self.opening = [first]
        self.doubts.append(f"Không thấy câu mở đầu; đoạn {first.clip.quoted} được giữ ở chỗ ấy.")
        if self.directives and not self.intro:
            self.close(0, "không có câu dẫn vào các chỉ đạo")

    def prose(self) -> tuple[tuple[str, list[Paragraph]], ...]:
        """The places kept as typed, with the record's fields they fill."""
        return (
            ("opening", self.opening),
            ("attendance", self.attendance),
            ("assessment", self.assessment),
            ("directives_intro", self.intro),
            ("closing", self.closing),
        )

    def close(self, first: int, reason: str) -> None:
        """From the directive paragraph `first` on, all is kept as typed after the directives."""
        quoted = self.directives[first].clip.quoted
        self.doubts.append(f"Từ đoạn {quoted} chưa tách thành chỉ đạo ({reason}); đã giữ nguyên trong phần kết.")
        self.closing = self.directives[first:] + self.closing
        self.directives = self.directives[:first]

    def about_people(self) -> list[Paragraph]:
        """Every paragraph before the directives that says who attended, the opening among them."""
        return [each for each in (*self.opening, *self.attendance) if attendance.says_attendance(each)]

    def borrow_attendance(self) -> bool:
        """Put the next paragraph in the empty place of the attendance, so that none is composed there."""
        if not self.assessment:
            return False
        self.attendance = [self.assessment.pop(0)]
        quoted = self.attendance[0].clip.quoted
        self.doubts.append(f"Thành phần dự họp không có đoạn riêng; đoạn {quoted} được giữ ở chỗ ấy.")
        return True

    def _unplaced(self) -> list[str]:
        """A doubt for each paragraph that is not what its place is for."""
        unknown = {
            "phần mở đầu": [each for each in self.opening if not opening.opens(each.words)],
            "phần thành phần tham dự": [each for each in self.attendance if not attendance.says_attendance(each)],
            "phần đánh giá": [each for each in self.assessment if not intro.assesses(each.words)],
            "các nội dung chỉ đạo": [each for each in self.directives if not directives.directs(each.words)],
            "phần kết": self.closing,
        }
        return [
            f"Chưa rõ đoạn {each.clip.quoted} là gì; đã giữ nguyên trong {place}."
            for place, paragraphs in unknown.items()
            for each in paragraphs
        ]


def lay_out(body: tuple[Paragraph, ...]) -> Layout:
    before, leading, after = _around_intro(list(body))
    layout = Layout(intro=leading)
    _lay_before(layout, before)
    last = _last_directive(after)
    layout.directives, layout.closing = after[:last], after[last:]
    return layout


def _around_intro(body: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
    for index, each in enumerate(body):
        if intro.leads_in(each.words):
            return body[:index], [each], body[index + 1 :]
    return body, [], []


def _lay_before(layout: Layout, before: list[Paragraph]) -> None:
    """Before the directives: the opening, the paragraphs about who attended, then the assessment."""
    attending = [index for index, each in enumerate(before) if attendance.says_attendance(each)]
    start = next((index for index in attending if not opening.opens(before[index].words)), None)
    if start is None:
        opens = next((index + 1 for index, each in enumerate(before) if opening.opens(each.words)), 0)
        layout.opening, layout.assessment = before[:opens], before[opens:]
        return
    end = start + 1
    while end in attending:
        end += 1
    layout.opening, layout.attendance, layout.assessment = before[:start], before[start:end], before[end:]


def _last_directive(after: list[Paragraph]) -> int:
    """How many paragraphs are directives: up to the last that reads like one, before any that is something else."""
    count = 0
    for index, each in enumerate(after):
        if opening.opens(each.words) or attendance.says_attendance(each):
            break
        if directives.directs(each.words):
            count = index + 1
    return count
