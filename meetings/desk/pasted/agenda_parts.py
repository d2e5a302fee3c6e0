"""Lines of a pasted agenda that are no items: headings, and what was said and concluded on the item above."""

import re
from dataclasses import dataclass, replace

from .pasted_lines import Line
from .pasted_row import Row, Span

HEADING = "Tiêu đề, chưa phải một nội dung; chỉ thêm nếu bạn chọn."
NO_ITEM = "Không có nội dung nào ở trên để ghi vào, nên để ngoài; chỉ thêm nếu bạn chọn."
_HEADING = re.compile(
    r"(?:(?:các |những )?nội dung|chương trình|diễn biến|thành phần|kết luận)"
    r"(?:(?:,| và|,? chương trình|,? nội dung|,? diễn biến)"
    r"| (?:của )?(?:phiên họp|cuộc họp|hội nghị|buổi họp|họp|làm việc|chính|nghị sự|chung))*"
    r"(?: tháng [0-9]{1,2}(?:/| năm )[0-9]{4})?:?",
    re.IGNORECASE,
)
_WHO = r"(?:chủ t(?:ọa|oạ|rì)|thường trực|đồng chí|đ/c|ông|bà|các|đại biểu|phiên họp|lãnh đạo)"
_LABELS = {
    "conclusion": re.compile(
        rf"(?P<label>(?:{_WHO} |phát biểu |ý kiến )*kết luận(?: chung| nội dung(?: này)?| phiên họp)?)"
        rf"(?P<who> (?:của )?{_WHO}[^:]{{0,80}})?: ?",
        re.IGNORECASE,
    ),
    "opinions": re.compile(
        r"(?P<label>(?:các |một số )?ý kiến(?: (?:thảo luận|phát biểu|tham gia|đóng góp|trao đổi|khác))*|thảo luận)"
        rf"(?P<who> (?:của )?{_WHO}[^:]{{0,80}})?: ?",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What a line says on the item above: into which field, and where its words begin behind the label."""

    kind: str
    start: int
    mark: str


def is_heading(line: Line) -> bool:
    """ "I. NỘI DUNG", "Chương trình phiên họp": the name of a list and nothing of what is in it."""
    return bool(_HEADING.fullmatch(line.words))


def part_of(line: Line) -> Part | None:
    for kind, rule in _LABELS.items():
        if label := rule.match(line.words):
            named = kind == "opinions" and label["who"] and label.end() < len(line.words)
            return Part(kind, 0 if named else label.end(), line.mark)
    return None


def goes_on(part: Part | None, item: Line | None, line: Line) -> bool:
    """Whether a line is one more of what a label above it announced: "Ý kiến:", then "- …", "- …"."""
    return bool(part and item and line.mark and line.mark not in (item.mark, "number"))


def joined(row: Row, kind: str, words: str, start: int = 0) -> Row:
    """The row with the words from `start` as one more line of that field."""
    said = words[start:].strip()
    at = len(row.words) + 1
    known = row.values.get(kind, "")
    return replace(
        row,
        words=f"{row.words} {words}",
        values=row.values | ({kind: "\n".join(filter(None, (known, said)))} if said else {}),
        spans=(*row.spans, Span(at + start, at + len(words), kind)) if said else row.spans,
        says=f"{row.says} {words}",
    )
