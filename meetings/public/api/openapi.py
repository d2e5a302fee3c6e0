"""The API described after OpenAPI 3.1: what may be asked, and the shape of each answer, each field in words."""

from ...directive_states import REPORTED
from ...models.public_index import PUBLIC_STATES
from ...paper import PaperKind
from ...paper_kinds import description
from ...record import Presence, Role, SessionKind
from .parameters import DEFAULT_LIMIT, FREE, METHODS, MOST

VERSION = "1"
TEXT, YES_NO, NULL = {"type": "string"}, {"type": "boolean"}, {"type": "null"}
ADDRESS = {"type": "string", "format": "uri"}
COUNT = {"type": "integer", "minimum": 0}
MOMENT, DAY = {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
STATES = [state.value for state in REPORTED]
KINDS = [kind.value for kind in SessionKind]
KIND_LABELS = ", ".join(kind.label for kind in SessionKind).capitalize()
PAPERS = ", ".join(description(kind).label for kind in PaperKind).capitalize()


def _or_null(*schemas):
    return {"anyOf": [*schemas, NULL]}


def _many(schema):
    return {"type": "array", "items": schema}


def _named(name):
    return {"$ref": f"#/components/schemas/{name}"}


def _object(described, fields, optional=()):
    """`fields` are {name: (schema, words)}."""
    return {
        "type": "object",
        "description": described,
        "properties": {name: {**schema, "description": words} for name, (schema, words) in fields.items()},
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }


_ID = {"id": (ADDRESS, "Địa chỉ của chính đối tượng này trong API.")}
_OF_OPARL = {**_ID, "type": (ADDRESS, "Loại đối tượng của OParl 1.1.")}
_CHANGES = {
    "created": (_or_null(MOMENT), "Lúc đăng phiên họp."),
    "modified": (MOMENT, "Lần gần nhất phần công khai thay đổi."),
    "deleted": ({"const": False}, "Luôn là false: còn hiệu lực."),
}
_FILE = {
    "size": (COUNT, "Cỡ tệp, tính bằng byte."),
    "sha256": (SHA256, "Mã băm SHA-256 của tệp; đối chiếu được ở /xac-minh/."),
    "accessUrl": (ADDRESS, "Địa chỉ tải tệp."),
}
_UNIT = _object(
    "Đơn vị như chỉ đạo ghi.",
    {
        "name": (TEXT, "Tên đúng như trong chỉ đạo."),
        "id": (_or_null(ADDRESS), "Địa chỉ của đơn vị trong API; null khi chưa có."),
    },
)
_ITEM = _object(
    "Một nội dung của phiên họp.",
    {
        "number": (TEXT, "Thứ tự trong chương trình."),
        "name": (TEXT, "Tên nội dung."),
        "public": ({"const": True}, "Luôn là true: nội dung không công khai không có ở đây."),
        "result": (_or_null(TEXT), "Kết luận; null khi hồ sơ không ghi."),
    },
)
_ATTENDEE = _object(
    "Một người, một chức danh hoặc một nhóm trong thành phần dự.",
    {
        "role": ({"enum": [role.value for role in Role]}, "Vai trò: chủ trì, thư ký, thành viên, được mời."),
        "name": (_or_null(TEXT), "Họ tên; null khi hồ sơ chỉ ghi chức danh hoặc nhóm."),
        "position": (_or_null(TEXT), "Chức vụ vào ngày họp."),
        "unit": (_or_null(TEXT), "Đơn vị."),
        "headcount": (_or_null(COUNT), "Số người; null khi hồ sơ không ghi."),
        "presence": (
            {"enum": [presence.value for presence in Presence]},
            "Có mặt hay vắng; unknown: hồ sơ không ghi.",
        ),
        "delegate": (_or_null(TEXT), "Người dự thay."),
    },
)
_PAPER = _object(
    "Một tệp của giấy tờ đang có hiệu lực.",
    {
        "name": (TEXT, "Tên giấy tờ, kèm số."),
        "kind": (
            {"enum": [kind.value for kind in PaperKind]},
            f"{PAPERS}.",
        ),
        "number": (_or_null(TEXT), "Số, ký hiệu; null ở biên bản in kèm bài đăng."),
        "date": (_or_null(DAY), "Ngày của giấy tờ."),
        "format": ({"enum": ["pdf", "docx"]}, "PDF hay Word."),
        **_FILE,
    },
)
_ATTACHMENT = _object("Tài liệu kèm phiên họp.", {"name": (TEXT, "Tên tài liệu."), **_FILE})
_REPORT = _object(
    "Một báo cáo tiến độ công khai.",
    {
        "reportedOn": (DAY, "Ngày báo cáo."),
        "state": ({"enum": STATES}, "Tình trạng theo báo cáo."),
        "note": (_or_null(TEXT), "Nội dung báo cáo."),
        "evidence": (_or_null(TEXT), "Văn bản kèm theo."),
    },
)
_MEETING = {
    **_OF_OPARL,
    "name": (TEXT, "Tiêu đề phiên họp."),
    "meetingState": ({"const": "held"}, "Luôn là held: phiên họp đã họp."),
    "cancelled": ({"const": False}, "Luôn là false."),
    "start": (_or_null(DAY, MOMENT), "Ngày họp, kèm giờ khi hồ sơ ghi giờ; null khi không rõ ngày."),
    "end": (_or_null(MOMENT), "Giờ kết thúc; null khi hồ sơ không ghi."),
    "location": (_or_null(TEXT), "Nơi họp; null khi hồ sơ không ghi."),
    "organization": (_many(ADDRESS), "Cơ quan họp."),
    "chair": (_many(TEXT), "Trường riêng. Người chủ trì."),
    "agendaItem": (_many(_ITEM), "Các nội dung công khai, theo thứ tự."),
    "directive": (_many(ADDRESS), "Trường riêng. Các chỉ đạo của phiên họp, theo thứ tự."),
    "year": ({"type": "integer"}, "Trường riêng. Năm mà phiên họp thuộc về."),
    "month": (
        {"type": "integer", "minimum": 1, "maximum": 12},
        "Trường riêng. Tháng mà phiên họp thuộc về; ngày họp có thể ở tháng khác.",
    ),
    "kind": ({"enum": KINDS}, f"Trường riêng. {KIND_LABELS}."),
    "expanded": (YES_NO, "Trường riêng. Phiên họp mở rộng."),
    **_CHANGES,
    "web": (ADDRESS, "Trang của phiên họp cho người đọc."),
    "record": (ADDRESS, "Trường riêng. Toàn bộ hồ sơ công khai bằng JSON."),
    "calendar": (ADDRESS, "Trường riêng. Phiên họp dưới dạng lịch (iCalendar)."),
}
_DIRECTIVE = {
    **_ID,
    "type": ({"const": "directive"}, "Loại riêng: OParl không có chỉ đạo."),
    "name": (TEXT, "Nội dung chỉ đạo, nguyên văn."),
    "reference": (TEXT, "Số của chỉ đạo trong mọi phiên họp: 2021-01-1."),
    "number": (TEXT, "Số trong phiên họp: 2, hoặc 2.1 với việc nằm dưới mục 2."),
    "partOf": (_or_null(ADDRESS), "Chỉ đạo mà việc này nằm dưới."),
    "meeting": (ADDRESS, "Phiên họp giao việc."),
    "lead": (_or_null(_UNIT), "Đơn vị chủ trì; null khi chỉ đạo không nêu."),
    "coordinator": (_many(_UNIT), "Các đơn vị phối hợp."),
    "dueOn": (_or_null(DAY), "Thời hạn là một ngày; null khi chỉ đạo không nêu."),
    "dueText": (_or_null(TEXT), "Thời hạn bằng chữ, như kỳ họp tới."),
    "recurrence": (_or_null(TEXT), "Việc làm định kỳ, như hàng tháng."),
    "state": (
        {"enum": [*dict(PUBLIC_STATES)]},
        "Tình trạng: mở, đang làm, xong, thôi thực hiện; not_followed: bài cũ nêu, chưa ai theo dõi.",
    ),
    "overdue": (YES_NO, "Chưa xong và đã qua dueOn, tính theo ngày hôm nay ở Hà Nội."),
    "reportedOn": (_or_null(DAY), "Ngày của báo cáo công khai gần nhất; null khi chưa có."),
    **_CHANGES,
    "web": (ADDRESS, "Trang của chỉ đạo cho người đọc."),
}

SCHEMAS = {
    "System": _object(
        "Nơi bắt đầu: địa chỉ của mọi danh sách.",
        {
            **_OF_OPARL,
            "oparlVersion": (ADDRESS, "Bản OParl mà tên các trường theo, nơi phù hợp."),
            "apiVersion": (TEXT, "Trường riêng. Bản của API này; thêm trường thì không đổi."),
            "name": (TEXT, "Tên của API."),
            "body": (ADDRESS, "Hội đồng nhân dân."),
            "meeting": (ADDRESS, "Trường riêng. Các phiên họp."),
            "directive": (ADDRESS, "Trường riêng. Các chỉ đạo."),
            "organization": (ADDRESS, "Trường riêng. Các đơn vị được nêu tên."),
            "description": (ADDRESS, "Trường riêng. Mô tả này."),
            "feed": (ADDRESS, "Trường riêng. Tin mới (RSS)."),
            "calendar": (ADDRESS, "Trường riêng. Lịch các phiên họp (iCalendar)."),
            "verification": (ADDRESS, "Trường riêng. Nơi kiểm tra một tệp có phải do cơ quan phát hành."),
            "website": (ADDRESS, "Trang giới thiệu dữ liệu mở."),
        },
    ),
    "Body": _object(
        "Hội đồng nhân dân, theo bài đăng mới nhất.",
        {
            **_OF_OPARL,
            "name": (TEXT, "Tên đầy đủ."),
            "shortName": (TEXT, "Tên gọi tắt."),
            "website": (ADDRESS, "Trang nhất."),
            "meeting": (ADDRESS, "Các phiên họp."),
            "organization": (ADDRESS, "Các đơn vị được nêu tên."),
        },
    ),
    "Organization": _object(
        "Đơn vị được nêu tên trong chỉ đạo.",
        {
            **_OF_OPARL,
            "name": (TEXT, "Tên, như chỉ đạo mới nhất ghi."),
            "body": (ADDRESS, "Hội đồng nhân dân."),
            "web": (ADDRESS, "Trang của đơn vị cho người đọc."),
        },
    ),
    "Gone": _object(
        "Đã thu hồi, hoặc không còn trong bản đính chính; chỉ có khi hỏi modified_since.",
        {
            **_ID,
            "type": (TEXT, "Loại của đối tượng đã có ở địa chỉ này."),
            "deleted": ({"const": True}, "Luôn là true: hãy bỏ khỏi bản sao."),
            "modified": (MOMENT, "Lúc không còn hiệu lực."),
        },
    ),
    "Meeting": _object("Phiên họp.", _MEETING),
    "MeetingInFull": _object(
        "Phiên họp, kèm thành phần dự, giấy tờ và tài liệu.",
        {
            **_MEETING,
            "attendee": (_many(_ATTENDEE), "Trường riêng. Thành phần dự."),
            "paper": (_many(_PAPER), "Trường riêng. Các tệp của giấy tờ đang có hiệu lực."),
            "auxiliaryFile": (_many(_ATTACHMENT), "Tài liệu kèm phiên họp."),
        },
    ),
    "Directive": _object("Nội dung chỉ đạo.", _DIRECTIVE),
    "DirectiveInFull": _object(
        "Nội dung chỉ đạo, kèm các báo cáo công khai.",
        {**_DIRECTIVE, "progress": (_many(_REPORT), "Các báo cáo công khai, từ cũ đến mới.")},
    ),
    "Problem": _object(
        "Vì sao không có dữ liệu (RFC 9457).",
        {
            "type": (TEXT, "Luôn là about:blank."),
            "title": (TEXT, "Vì sao, bằng tiếng Việt."),
            "status": ({"type": "integer", "minimum": 400, "maximum": 599}, "Như mã trạng thái HTTP."),
            "detail": (TEXT, "Nói thêm: lý do thu hồi, nơi xem tiếp."),
            "parameter": (TEXT, "Tham số không hợp lệ."),
        },
        optional=("detail", "parameter"),
    ),
}


def _page_of(name, order="mới nhất trước", also=("Gone",)):
    ways = {
        "self": (ADDRESS, "Trang này."),
        "first": (ADDRESS, "Trang đầu."),
        "next": (ADDRESS, "Trang sau; không có ở trang cuối."),
    }
    return _object(
        f"Một trang, {order}.",
        {
            "data": (_many({"anyOf": [_named(each) for each in (name, *also)]}), "Các dòng của trang."),
            "links": (_object("Đi tiếp.", ways, optional=("next",)), "Địa chỉ các trang."),
            "pagination": (_object("Cỡ trang.", {"elementsPerPage": (COUNT, "Số dòng nhiều nhất.")}), "Cỡ trang."),
        },
    )


def _all(name):
    return _object("Tất cả, không chia trang.", {"data": (_many(_named(name)), "Các dòng.")})


def _parameter(name, described, schema, where="query", **more):
    return {
        "name": name,
        "in": where,
        "description": described,
        "required": where == "path",
        "schema": schema,
        **more,
    }


SLUG = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120}
LIMIT = {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}
ROWS = _parameter("limit", "Số dòng mỗi trang.", LIMIT)
FROM_LINKS = "Lấy từ links.next, không tự đặt."
PAGED = [
    ROWS,
    _parameter("cursor", FROM_LINKS, {"type": "string", "pattern": "^[0-9a-z]{1,12}$"}),
    _parameter(
        "modified_since",
        "Chỉ những gì đổi từ lúc này, kể cả đã thu hồi. Ngày tính theo giờ Hà Nội; dấu + viết là %2B.",
        {"anyOf": [DAY, MOMENT]},
    ),
    _parameter("year", "Năm mà phiên họp thuộc về.", {"type": "integer", "minimum": 1000, "maximum": 9999}),
    _parameter("organization", "Phần cuối địa chỉ của một đơn vị mà chỉ đạo nêu tên.", SLUG),
]
KIND = _parameter("kind", "Loại phiên họp.", {"enum": KINDS})
STATE = _parameter(
    "state", "Tình trạng; overdue: chưa xong và đã quá hạn.", {"enum": [*dict(PUBLIC_STATES), "overdue"]}
)
NAME = _parameter("name", "Năm, tháng và phần thêm: 2021-01, 2020-12-dot-xuat.", SLUG, "path")
REFERENCE = _parameter("reference", "Số của chỉ đạo: 2021-01-1.", SLUG, "path")
UNIT = _parameter("slug", "Phần cuối địa chỉ của đơn vị.", SLUG, "path")

_REFUSALS = {
    "400": "Tham số không hợp lệ, hoặc không có tham số ấy ở địa chỉ này.",
    "404": "Không có.",
    "405": "Không phải cách đọc: chỉ có GET, HEAD và OPTIONS.",
    "410": "Đã thu hồi, hoặc không còn trong bản đính chính; detail là lý do.",
    "429": "Quá nhiều yêu cầu; xem Retry-After.",
}
_MEANT = {
    "Access-Control-Allow-Origin": "Trang nào cũng gọi được.",
    "Access-Control-Expose-Headers": "Những gì chương trình trong trình duyệt đọc được.",
    "Cross-Origin-Resource-Policy": "Trang nào cũng dùng được.",
}
_ALWAYS = {
    name: {"description": _MEANT[name], "required": True, "schema": {"const": value}} for name, value in FREE.items()
}
_STATE = {
    "ETag": {
        "description": "Gửi lại trong If-None-Match để hỏi đã đổi chưa.",
        "required": True,
        "schema": {"type": "string", "pattern": '^"[0-9a-z-]+"$'},
    }
}
_OF_REFUSAL = {
    "405": {"Allow": {"description": "Các cách đọc.", "required": True, "schema": {"const": METHODS}}},
    "429": {"Retry-After": {"description": "Số giây phải chờ.", "required": True, "schema": COUNT}},
}


def _refused(code):
    said = {"application/problem+json": {"schema": _named("Problem")}}
    headers = {**_ALWAYS, **_OF_REFUSAL.get(code, {})}
    return {"description": _REFUSALS[code], "headers": headers, "content": said}


def _get(name, summary, schema, parameters=(), refusals=()):
    headers = {**_ALWAYS, **_STATE}
    answer = {"description": "Dữ liệu.", "headers": headers, "content": {"application/json": {"schema": schema}}}
    codes = sorted(("400", "405", "429", *refusals))
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": list(parameters),
            "responses": {
                "200": answer,
                "304": {"description": "Chưa đổi.", "headers": headers},
                **{code: _refused(code) for code in codes},
            },
        }
    }


def description(origin):
    one = ("404", "410")
    paths = {
        "/api/": _get("system", "Nơi bắt đầu", _named("System")),
        "/api/bodies": _get("bodies", "Hội đồng nhân dân", _all("Body")),
        "/api/meetings": _get("meetings", "Các phiên họp", _page_of("Meeting"), [*PAGED, KIND]),
        "/api/meetings/{name}": _get("meeting", "Một phiên họp", _named("MeetingInFull"), [NAME], one),
        "/api/directives": _get("directives", "Các chỉ đạo", _page_of("Directive"), [*PAGED, STATE]),
        "/api/directives/{reference}": _get("directive", "Một chỉ đạo", _named("DirectiveInFull"), [REFERENCE], one),
        "/api/organizations": _get(
            "organizations",
            "Các đơn vị",
            _page_of("Organization", "theo phần cuối địa chỉ", also=()),
            [ROWS, _parameter("cursor", FROM_LINKS, SLUG)],
        ),
        "/api/organizations/{slug}": _get("organization", "Một đơn vị", _named("Organization"), [UNIT], ("404",)),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dữ liệu mở của Thường trực Hội đồng nhân dân",
            "version": VERSION,
            "description": "Phiên họp, chỉ đạo và đơn vị, chỉ để đọc. Tên trường theo OParl 1.1 nơi phù hợp; trường "
            "của riêng API này được ghi rõ. Tham số lạ bị từ chối. Giờ có múi giờ, ngày tính theo giờ Hà Nội.",
        },
        "servers": [{"url": origin}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
