"""The API described after OpenAPI 3.1, from the types of its objects and from its parameters."""

from .announced_objects import ANNOUNCED
from .answers import FREE, METHODS
from .directive_objects import DIRECTIVE, DIRECTIVE_IN_FULL
from .fields import COUNT
from .meeting_objects import MEETING, MEETING_IN_FULL
from .parameters import BODY_SLUG, NAME, OF_DIRECTIVES, OF_MEETINGS, OF_ORGANIZATIONS, REFERENCE, UNIT
from .system_objects import BODY, GONE, ORGANIZATION, PROBLEM, SYSTEM, VERSION, all_of, page_of

TYPES = {
    "System": SYSTEM,
    "Body": BODY,
    "Organization": ORGANIZATION,
    "Gone": GONE,
    "Announced": ANNOUNCED,
    "Meeting": MEETING,
    "MeetingInFull": MEETING_IN_FULL,
    "Directive": DIRECTIVE,
    "DirectiveInFull": DIRECTIVE_IN_FULL,
    "Problem": PROBLEM,
}


def _named(name):
    return {"$ref": f"#/components/schemas/{name}"}


def _page_of(*names, order="mới nhất trước"):
    return page_of({"anyOf": [_named(name) for name in names]}, order).schema


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
    content = {"application/problem+json": {"schema": _named("Problem")}}
    headers = {**_ALWAYS, **_OF_REFUSAL.get(code, {})}
    return {"description": _REFUSALS[code], "headers": headers, "content": content}


def _get(name, summary, schema, query=(), path=(), refusals=()):
    headers = {**_ALWAYS, **_STATE}
    answer = {"description": "Dữ liệu.", "headers": headers, "content": {"application/json": {"schema": schema}}}
    codes = sorted(("400", "405", "429", *refusals))
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [
                *(parameter.described() for parameter in query),
                *(parameter.described("path") for parameter in path),
            ],
            "responses": {
                "200": answer,
                "304": {"description": "Chưa đổi.", "headers": headers},
                **{code: _refused(code) for code in codes},
            },
        }
    }


def description(origin):
    one, bodies = ("404", "410"), all_of(_named("Body")).schema
    meetings, directives = _page_of("Meeting", "Gone"), _page_of("Directive", "Gone")
    organizations = _page_of("Organization", order="theo phần cuối địa chỉ")
    meeting = {"anyOf": [_named("MeetingInFull"), _named("Announced")]}
    directive, announced = _named("DirectiveInFull"), all_of(_named("Announced")).schema
    paths = {
        "/api/": _get("system", "Nơi bắt đầu", _named("System")),
        "/api/bodies": _get("bodies", "Hội đồng nhân dân", bodies),
        "/api/bodies/{slug}": _get("body", "Một hội đồng", _named("Body"), (), [BODY_SLUG], ("404",)),
        "/api/meetings": _get("meetings", "Các phiên họp", meetings, OF_MEETINGS),
        "/api/meetings/{name}": _get("meeting", "Một phiên họp", meeting, (), [NAME], one),
        "/api/announced": _get("announced", "Các phiên họp theo giấy mời, chưa có bài đăng", announced),
        "/api/directives": _get("directives", "Các chỉ đạo", directives, OF_DIRECTIVES),
        "/api/directives/{reference}": _get("directive", "Một chỉ đạo", directive, (), [REFERENCE], one),
        "/api/organizations": _get("organizations", "Các đơn vị", organizations, OF_ORGANIZATIONS),
        "/api/organizations/{slug}": _get("organization", "Một đơn vị", _named("Organization"), (), [UNIT], ("404",)),
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
        "components": {"schemas": {name: described.schema for name, described in TYPES.items()}},
    }
