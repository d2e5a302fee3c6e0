"""The parameters of the API, each said once: its shape and words, how it is read, what its refusal says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from ...models.public_index import PUBLIC_STATES
from ...vietnamese import LOCAL_ZONE
from .fields import DAY, MOMENT
from .meeting_objects import KINDS

DEFAULT_LIMIT, MOST = 20, 100
EARLIEST, LATEST = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""Between them every database keeps a moment, whatever its zone."""


class Wrong(Exception):
    """A parameter that is refused: its name, and the sentence that says why."""

    def __init__(self, name, reason):
        super().__init__(name)
        self.name, self.reason = name, reason


@dataclass(frozen=True)
class Parameter:
    name: str
    words: str
    schema: dict
    allowed: str = ""
    """What the refusal of a wrong value ends with."""
    convert: Callable[[str], Any] = lambda value: value
    """From what the schema has to the value; raises ValueError for what the schema alone does not refuse."""

    def read(self, text):
        try:
            return self.convert(_of_schema(self.schema, text))
        except ValueError:
            raise self.refusal(self.allowed) from None

    def refusal(self, reason):
        return Wrong(self.name, f"Tham số {self.name} không hợp lệ: {reason}")

    def described(self, where="query"):
        return {
            "name": self.name,
            "in": where,
            "description": self.words,
            "required": where == "path",
            "schema": self.schema,
        }


def _of_schema(schema, text):
    """`text`, an integer where the schema asks for one. Raises ValueError where the schema does not have it."""
    if schema.get("type") == "integer":
        if not re.fullmatch("[0-9]{1,4}", text) or not schema["minimum"] <= int(text) <= schema["maximum"]:
            raise ValueError
        return int(text)
    fits = text in schema.get("enum", [text]) and re.fullmatch(schema.get("pattern", "(?s:.*)"), text)
    if not fits or len(text) > schema.get("maxLength", len(text)):
        raise ValueError
    return text


def _moment(text):
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        moment = datetime.combine(date.fromisoformat(text), time.min, LOCAL_ZONE)
    elif re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        moment = datetime.fromisoformat(text)
    else:
        raise ValueError
    if not moment.tzinfo:
        raise ValueError
    return sorted((EARLIEST, moment, LATEST))[1]


def _one_of(name, words, values):
    return Parameter(name, words, {"enum": values}, f"một trong {', '.join(values)}.")


SLUG = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120}
FROM_LINKS = "Lấy từ links.next, không tự đặt.", "dùng địa chỉ trong links.next của trang trước."
LIMIT = Parameter(
    "limit",
    "Số dòng mỗi trang.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
    f"số từ 1 đến {MOST}.",
)
CURSOR = Parameter(
    "cursor",
    FROM_LINKS[0],
    {"type": "string", "pattern": "^[0-9a-z]{1,12}$"},
    FROM_LINKS[1],
    lambda text: int(text, 36),
)
SLUG_CURSOR = Parameter("cursor", FROM_LINKS[0], SLUG, FROM_LINKS[1])
MODIFIED_SINCE = Parameter(
    "modified_since",
    "Chỉ những gì đổi từ lúc này, kể cả đã thu hồi. Ngày tính theo giờ Hà Nội; dấu + viết là %2B.",
    {"anyOf": [DAY, MOMENT]},
    "ngày (2021-01-31) hoặc ngày giờ có múi giờ (2021-01-31T08:00:00+07:00); trong địa chỉ, dấu + viết là %2B.",
    _moment,
)
YEAR = Parameter(
    "year",
    "Năm mà phiên họp thuộc về.",
    {"type": "integer", "minimum": 1000, "maximum": 9999},
    "năm gồm bốn chữ số, ví dụ 2021.",
)
ORGANIZATION = Parameter(
    "organization",
    "Phần cuối địa chỉ của một đơn vị mà chỉ đạo nêu tên.",
    SLUG,
    "phần cuối địa chỉ của đơn vị, ví dụ ban-phap-che.",
)
WORDS = Parameter(
    "q",
    "Các từ phải có, có dấu hay không đều được; cụm từ trong ngoặc kép. Quá nhiều thì chỉ những gì mới nhất.",
    {"type": "string", "maxLength": 200},
    "nhiều nhất 200 ký tự.",
)
KIND = _one_of("kind", "Loại phiên họp.", KINDS)
STATE = _one_of("state", "Tình trạng; overdue: chưa xong và đã quá hạn.", [*dict(PUBLIC_STATES), "overdue"])

PAGED = (LIMIT, CURSOR, MODIFIED_SINCE, YEAR, ORGANIZATION, WORDS)
OF_MEETINGS, OF_DIRECTIVES, OF_ORGANIZATIONS = (*PAGED, KIND), (*PAGED, STATE), (LIMIT, SLUG_CURSOR)

NAME = Parameter("name", "Năm, tháng và phần thêm: 2021-01, 2020-12-dot-xuat.", SLUG)
REFERENCE = Parameter("reference", "Số của chỉ đạo: 2021-01-1.", SLUG)
BODY_SLUG = Parameter("slug", "Phần cuối địa chỉ của hội đồng: hdnd-quan-hai-ba-trung.", SLUG)
UNIT = Parameter("slug", "Phần cuối địa chỉ của đơn vị.", SLUG)


@dataclass(frozen=True)
class Asked:
    """What a list is asked for, and the `texts` that this was read from, by name, the cursor last."""

    texts: tuple[tuple[str, str], ...] = ()
    limit: int = DEFAULT_LIMIT
    cursor: int | str | None = None
    modified_since: datetime | None = None
    year: int | None = None
    kind: str = ""
    organization: str = ""
    q: str = ""
    state: str = ""

    @classmethod
    def of(cls, query, parameters):
        """From request.GET. Raises Wrong for a parameter that is unknown, given twice, or has a wrong value."""
        known = {parameter.name: parameter for parameter in parameters}
        if unknown := sorted(set(query) - set(known)):
            names = f"chỉ có {', '.join(known)}" if known else "địa chỉ này không có tham số"
            raise Wrong(unknown[0], f"Không có tham số {unknown[0]}: {names}.")
        for name, texts in query.lists():
            if len(texts) > 1:
                raise known[name].refusal("chỉ ghi một lần.")
        values = {name: known[name].read(text) for name, text in query.items()}
        texts = sorted(query.items(), key=lambda item: (item[0] == "cursor", item))
        return cls(tuple(texts), **values)
