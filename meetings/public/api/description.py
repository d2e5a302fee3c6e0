"""The API described after OpenAPI 3.1: what may be asked, and the shape of each answer."""

from ...models.progress import DirectiveState
from ...record import SessionKind
from .asking import DEFAULT_LIMIT, MOST

TEXT, YES_NO = {"type": "string"}, {"type": "boolean"}
ADDRESS = {"type": "string", "format": "uri"}
COUNT = {"type": "integer", "minimum": 0}
STATES = [each.value for each in DirectiveState]
KINDS = [each.value for each in SessionKind]


def _or_null(schema):
    return {"anyOf": [schema, {"type": "null"}]}


MOMENT, DAY = {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}
DAY_OR_MOMENT = {"anyOf": [DAY, MOMENT, {"type": "null"}]}


def _object(described, properties, optional=()):
    return {
        "type": "object",
        "description": described,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _many(schema):
    return {"type": "array", "items": schema}


def _named(name):
    return {"$ref": f"#/components/schemas/{name}"}


_FILE = {"name": TEXT, "size": COUNT, "sha256": TEXT, "accessUrl": ADDRESS}
_UNIT = _object("Đơn vị như chỉ đạo ghi; id là null khi chưa có trang.", {"name": TEXT, "id": _or_null(ADDRESS)})
_MEETING = {
    "id": ADDRESS,
    "type": TEXT,
    "name": TEXT,
    "meetingState": {"const": "held"},
    "cancelled": {"const": False},
    "start": DAY_OR_MOMENT,
    "end": _or_null(MOMENT),
    "location": _or_null(TEXT),
    "organization": _many(ADDRESS),
    "chair": _many(TEXT),
    "agendaItem": _many(
        _object("Nội dung của phiên họp.", {"number": TEXT, "name": TEXT, "public": YES_NO, "result": _or_null(TEXT)})
    ),
    "directive": _many(ADDRESS),
    "year": {"type": "integer"},
    "month": {"type": "integer", "minimum": 1, "maximum": 12},
    "kind": {"enum": KINDS},
    "expanded": YES_NO,
    "created": _or_null(MOMENT),
    "modified": MOMENT,
    "deleted": {"const": False},
    "web": ADDRESS,
    "record": ADDRESS,
    "calendar": ADDRESS,
}
_DIRECTIVE = {
    "id": ADDRESS,
    "type": {"const": "directive"},
    "name": TEXT,
    "reference": TEXT,
    "number": TEXT,
    "partOf": _or_null(ADDRESS),
    "meeting": ADDRESS,
    "lead": _or_null(_UNIT),
    "coordinator": _many(_UNIT),
    "dueOn": _or_null(DAY),
    "dueText": _or_null(TEXT),
    "recurrence": _or_null(TEXT),
    "state": {"enum": STATES},
    "overdue": YES_NO,
    "reportedOn": _or_null(DAY),
    "created": _or_null(MOMENT),
    "modified": MOMENT,
    "deleted": {"const": False},
    "web": ADDRESS,
}
_REPORT = {"reportedOn": DAY, "state": {"enum": STATES}, "note": _or_null(TEXT), "evidence": _or_null(TEXT)}
_PAPER = {**_FILE, "kind": TEXT, "number": _or_null(TEXT), "date": _or_null(DAY), "format": {"enum": ["pdf", "docx"]}}

SCHEMAS = {
    "System": _object(
        "Nơi bắt đầu: địa chỉ của mọi danh sách.",
        {
            "id": ADDRESS,
            "type": TEXT,
            "oparlVersion": TEXT,
            "name": TEXT,
            "body": ADDRESS,
            "meeting": ADDRESS,
            "directive": ADDRESS,
            "organization": ADDRESS,
            "description": ADDRESS,
            "website": ADDRESS,
        },
    ),
    "Body": _object(
        "Hội đồng nhân dân, theo bài đăng mới nhất.",
        {
            "id": ADDRESS,
            "type": TEXT,
            "name": TEXT,
            "shortName": TEXT,
            "website": ADDRESS,
            "meeting": ADDRESS,
            "organization": ADDRESS,
        },
    ),
    "Organization": _object(
        "Đơn vị được nêu tên trong chỉ đạo.",
        {"id": ADDRESS, "type": TEXT, "name": TEXT, "body": ADDRESS, "web": ADDRESS},
    ),
    "Gone": _object(
        "Đã thu hồi, hoặc không còn trong bản đính chính; chỉ có khi hỏi modified_since.",
        {"id": ADDRESS, "type": TEXT, "deleted": {"const": True}, "modified": MOMENT},
    ),
    "Meeting": _object("Phiên họp.", _MEETING),
    "MeetingInFull": _object(
        "Phiên họp, kèm giấy tờ và tài liệu.",
        {
            **_MEETING,
            "paper": _many(_object("Một tệp của giấy tờ đã phát hành.", _PAPER)),
            "auxiliaryFile": _many(_object("Tài liệu kèm phiên họp.", _FILE)),
        },
    ),
    "Directive": _object("Nội dung chỉ đạo. overdue tính theo ngày hôm nay ở Hà Nội.", _DIRECTIVE),
    "DirectiveInFull": _object(
        "Nội dung chỉ đạo, kèm các báo cáo công khai từ cũ đến mới.",
        {**_DIRECTIVE, "progress": _many(_object("Một báo cáo.", _REPORT))},
    ),
    "Problem": _object(
        "Vì sao không có dữ liệu (RFC 9457).",
        {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT, "parameter": TEXT},
        optional=("detail", "parameter"),
    ),
}


def _list_of(name, *, paged=True):
    rows = {"anyOf": [_named(name), _named("Gone")]} if paged else _named(name)
    ways = dict.fromkeys(("self", "first", "next"), ADDRESS)
    links = _object("Trang này, trang đầu, trang sau.", ways, optional=("next",))
    more = {"links": links, "pagination": _object("Cỡ trang.", {"elementsPerPage": COUNT})} if paged else {}
    return _object("Mới nhất trước." if paged else "Tất cả.", {"data": _many(rows), **more})


def _parameter(name, described, schema, where="query"):
    return {"name": name, "in": where, "description": described, "required": where == "path", "schema": schema}


SLUG = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120}
LIMIT = {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}
PAGED = [
    _parameter("limit", "Số dòng mỗi trang.", LIMIT),
    _parameter("cursor", "Lấy từ links.next.", {"type": "string", "pattern": "^[0-9a-z]{1,12}$"}),
    _parameter("modified_since", "Chỉ những gì đổi từ lúc này, kể cả đã thu hồi.", {"anyOf": [DAY, MOMENT]}),
    _parameter("year", "Năm.", {"type": "integer", "minimum": 1000, "maximum": 9999}),
    _parameter("organization", "Phần cuối địa chỉ của đơn vị.", SLUG),
]
KIND = _parameter("kind", "Loại phiên họp.", {"enum": KINDS})
STATE = _parameter("state", "Tình trạng.", {"enum": [*STATES, "overdue"]})
NAME = _parameter("name", "Năm, tháng và phần thêm: 2021-01, 2020-12-dot-xuat.", SLUG, "path")
REFERENCE = _parameter("reference", "Số của chỉ đạo: 2021-01-1.", SLUG, "path")
UNIT = _parameter("slug", "Phần cuối địa chỉ của đơn vị.", SLUG, "path")


def _get(summary, schema, parameters=(), refusals=()):
    answer = {"description": "Dữ liệu.", "content": {"application/json": {"schema": schema}}}
    said = {"application/problem+json": {"schema": _named("Problem")}}
    always = ("400", "429", *refusals)
    refused = {code: {"description": words, "content": said} for code, words in _REFUSALS.items() if code in always}
    return {
        "get": {
            "summary": summary,
            "operationId": summary,
            "parameters": list(parameters),
            "responses": {"200": answer, "304": {"description": "Chưa đổi."}, **refused},
        }
    }


_REFUSALS = {
    "400": "Tham số không hợp lệ.",
    "404": "Không có.",
    "410": "Đã thu hồi.",
    "429": "Quá nhiều yêu cầu; xem Retry-After.",
}


def description(origin):
    one = ("404", "410")
    paths = {
        "/api/": _get("system", _named("System")),
        "/api/bodies": _get("bodies", _list_of("Body", paged=False)),
        "/api/meetings": _get("meetings", _list_of("Meeting"), [*PAGED, KIND]),
        "/api/meetings/{name}": _get("meeting", _named("MeetingInFull"), [NAME], one),
        "/api/directives": _get("directives", _list_of("Directive"), [*PAGED, STATE]),
        "/api/directives/{reference}": _get("directive", _named("DirectiveInFull"), [REFERENCE], one),
        "/api/organizations": _get("organizations", _list_of("Organization", paged=False)),
        "/api/organizations/{slug}": _get("organization", _named("Organization"), [UNIT], ("404",)),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dữ liệu mở của Thường trực Hội đồng nhân dân",
            "version": "1",
            "description": "Phiên họp, chỉ đạo và đơn vị, chỉ để đọc. Tên trường theo OParl 1.1 nơi phù hợp.",
        },
        "servers": [{"url": origin}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
