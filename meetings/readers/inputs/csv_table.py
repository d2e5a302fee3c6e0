"""A table of posts (CSV, TSV) with one post in each row."""

import csv
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from meetings.vietnamese import fold, squeeze

from ..post_text import UnreadablePost, bounded
from . import html_text, legacy, posted_at
from .source import Draft, FileLink

MOST_CELL = 2_000_000
DELIMITERS = ",;\t|"
_COLUMNS = {
    "title": "tieu de|ten bai|ten bai viet|tieu de bai viet|tua de|title|headline|subject|post_title",
    "posted": "ngay dang|ngay dang tin|thoi gian dang|ngay gio dang|ngay xuat ban|posted|posted at|posted_at|date"
    "|published|published at|published_at|post_date|created",
    "hour": "gio dang|hour|time",
    "views": "luot xem|so luot xem|luot doc|views|view count|hits",
    "body": "noi dung|noi dung bai viet|noi dung bai|bai viet|content|body|text|post_content|full text",
    "lead": "tom tat|trich yeu|mo ta|summary|excerpt|lead|sapo",
    "address": "dia chi|duong dan|lien ket|url|link|address|permalink|guid",
    "author": "tac gia|nguoi dang|author|by",
}
_FIELD = {name: field for field, names in _COLUMNS.items() for name in names.split("|")}
_MARKUP = re.compile(r"</?(?:p|br|div|span|table|ul|ol|li|b|strong|em|i|a|font|h[1-6]|img)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{2,5}|#x[0-9a-f]{2,4}|[aeiouy](?:acute|grave|circ|tilde));", re.I)
_HTTP = re.compile(r"https?://\S{1,500}", re.IGNORECASE)
_MOST_COLUMNS = 200
_LONGEST_DATE = 100

csv.field_size_limit(MOST_CELL)


class Table:
    """The columns of a table of posts."""

    def __init__(self, header: list[str]) -> None:
        joined = unicodedata.normalize("NFC", "\n".join(map(squeeze, header)))
        names = [squeeze(name) for name in legacy.repair(joined).text.split("\n")]
        self.names = [name or f"cột {place}" for place, name in enumerate(names, start=1)]
        self.fields: dict[str, int] = {}
        for place, name in enumerate(names):
            if (field := _FIELD.get(fold(name).strip(" :*").replace("-", " "))) and field not in self.fields:
                self.fields[field] = place
        unknown = [name for place, name in enumerate(names) if name and place not in self.fields.values()]
        shown = ", ".join(f"“{name[:40]}”" for name in unknown[:5]) + (" …" if len(unknown) > 5 else "")
        self.notes = (f"Chưa dùng đến các cột {shown} của bảng.",) if unknown else ()

    @property
    def is_of_posts(self) -> bool:
        return "body" in self.fields and len(self.fields) > 1

    def draft(self, row: list[str], encoding: str) -> Draft:
        """The post of one row. Raises UnreadablePost."""
        cells = {field: row[place].strip() for field, place in self.fields.items() if place < len(row)}
        notes = list(self.notes)
        body, links = _lines(cells.get("body", ""))
        lead, _ = _lines(cells.get("lead", ""))
        title = squeeze(" ".join(_lines(cells.get("title", ""))[0]))
        if not body and not lead:
            raise UnreadablePost("ô nội dung để trống: hãy điền nội dung bài đăng hoặc bỏ dòng này")
        dateline = _dateline(cells, notes)
        if author := squeeze(cells.get("author", "")):
            notes.append(f"Tác giả theo bảng: {author[:100]}.")
        if body[: len(lead)] == lead:
            lead = []
        if body and fold(body[0]) == fold(title):
            del body[0]
        joined = unicodedata.normalize("NFC", "\n".join(filter(None, [title, dateline, *lead, *body])))
        repaired = legacy.repair(joined)
        address = cells.get("address", "")
        if address and not _HTTP.fullmatch(address):
            notes.append(f"Địa chỉ trong bảng không dùng được: “{address[:60]}”.")
            address = ""
        return Draft(
            bounded(repaired.text), repaired.charset or encoding, address, links, notes=(*notes, *repaired.notes)
        )

    def sha256(self, row: list[str]) -> str:
        """The hash of the row's canonical JSON: columns in alphabetical order, UTF-8, no spaces."""
        cells = {name: cell for name, cell in zip(self.names, row, strict=False)}
        return hashlib.sha256(
            json.dumps(cells, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
                "utf-8", "surrogatepass"
            )
        ).hexdigest()


def _dateline(cells: dict[str, str], notes: list[str]) -> str:
    seen = re.sub(r"[\s.,]", "", cells.get("views", ""))
    views = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 10 else None
    if seen and views is None:
        notes.append(f"Không đọc được lượt xem “{cells['views'][:40]}”.")
    posted = squeeze(f"{cells.get('posted', '')} {cells.get('hour', '')}")
    dateline = posted_at.line(posted[:_LONGEST_DATE], views)
    if posted and not dateline:
        notes.append(f"Không đọc được ngày đăng “{posted[:40]}”.")
    return dateline


def _lines(cell: str) -> tuple[list[str], tuple[FileLink, ...]]:
    if _MARKUP.search(cell) or _ENTITY.search(cell):
        return html_text.fragment(f"<body>{cell}</body>")
    return [words for line in cell.splitlines() if (words := squeeze(line))], ()


def delimiter(first_line: str) -> str:
    """The delimiter with which the header has the most known columns."""
    return max(DELIMITERS, key=lambda sign: (_known(first_line, sign), first_line.count(sign)))


def _known(line: str, sign: str) -> int:
    try:
        header = next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return 0
    return len(Table(header[:_MOST_COLUMNS]).fields)


def rows(lines: Iterable[str], sign: str) -> Iterator[list[str]]:
    """The rows, the header first. Raises UnreadablePost where the quotes are not balanced."""
    try:
        for row in csv.reader(lines, delimiter=sign):
            if len(row) > _MOST_COLUMNS:
                raise UnreadablePost("bảng có quá 200 cột: hãy kiểm tra dấu phân cách giữa các cột")
            yield row
    except csv.Error as error:
        raise UnreadablePost(
            "bảng hỏng từ đây trở đi (có ô quá dài hoặc thiếu dấu ngoặc kép đóng): hãy lưu lại bảng bằng CSV UTF-8"
        ) from error
