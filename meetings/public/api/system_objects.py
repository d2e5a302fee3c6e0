"""Where a program begins, and what all lists and answers have: the body, its units, what is gone, a refusal."""

from .fields import ADDRESS, COUNT, DAY, MOMENT, OPARL, TEXT, Field, ObjectType, many

VERSION = "1"


def identity(address):
    """The field that names an object, by its `address(row, at)`."""
    return Field("id", ADDRESS, "Địa chỉ của chính đối tượng này trong API.", address)


def oparl_type(name):
    return Field("type", ADDRESS, "Loại đối tượng của OParl 1.1.", lambda row, at: f"{OPARL}/{name}")


def link(field_name, words, view):
    """A field that leads to the one address of `view`."""
    return Field(field_name, ADDRESS, words, lambda row, at: at(view))


SYSTEM = ObjectType(
    "Nơi bắt đầu: địa chỉ của mọi danh sách.",
    (
        identity(lambda _, at: at("api")),
        oparl_type("System"),
        Field("oparlVersion", ADDRESS, "Bản OParl mà tên các trường theo, nơi phù hợp.", lambda *_: f"{OPARL}/"),
        Field("apiVersion", TEXT, "Trường riêng. Bản của API này; thêm trường thì không đổi.", lambda *_: VERSION),
        Field("name", TEXT, "Tên của API.", lambda *_: "Dữ liệu mở của Thường trực Hội đồng nhân dân"),
        link("body", "Hội đồng nhân dân.", "api_bodies"),
        link("meeting", "Trường riêng. Các phiên họp.", "api_meetings"),
        link("announced", "Trường riêng. Các phiên họp theo giấy mời, chưa có bài đăng.", "api_announced"),
        link("directive", "Trường riêng. Các chỉ đạo.", "api_directives"),
        link("organization", "Trường riêng. Các đơn vị được nêu tên.", "api_organizations"),
        link("description", "Trường riêng. Mô tả này.", "api_description"),
        link("feed", "Trường riêng. Tin mới (RSS).", "rss"),
        link("calendar", "Trường riêng. Lịch các phiên họp (iCalendar).", "calendars"),
        link("verification", "Trường riêng. Nơi kiểm tra một tệp có phải do cơ quan phát hành.", "verify"),
        link("website", "Trang giới thiệu dữ liệu mở.", "open_data"),
    ),
)


def _of_council(name):
    return lambda body, at: getattr(body["record"], name)


BODY = ObjectType(
    "Một hội đồng nhân dân, theo bài đăng mới nhất của hội đồng ấy.",
    (
        identity(lambda body, at: at("api_body", body["slug"])),
        oparl_type("Body"),
        Field("name", TEXT, "Tên đầy đủ.", _of_council("name")),
        Field("shortName", TEXT, "Tên gọi tắt.", _of_council("short_name")),
        Field("startDate", DAY, "Ngày bắt đầu hoạt động.", lambda body, at: body["since"], is_optional=True),
        Field("endDate", DAY, "Ngày cuối cùng hoạt động.", lambda body, at: body["until"], is_optional=True),
        link("website", "Trang nhất.", "front"),
        link("meeting", "Các phiên họp.", "api_meetings"),
        link("organization", "Các đơn vị được nêu tên.", "api_organizations"),
    ),
)


def _successor(unit, at):
    return unit.successor_name or None


ORGANIZATION = ObjectType(
    "Đơn vị được nêu tên trong chỉ đạo.",
    (
        identity(lambda unit, at: at("api_organization", unit.slug)),
        oparl_type("Organization"),
        Field("name", TEXT, "Tên, như chỉ đạo mới nhất ghi.", "name"),
        link("body", "Hội đồng nhân dân.", "api_bodies"),
        Field("endDate", DAY, "Ngày cuối cùng đơn vị hoạt động.", "ended_on", is_optional=True),
        Field("followedBy", TEXT, "Trường riêng. Tên đơn vị kế thừa.", _successor, is_optional=True),
        Field("web", ADDRESS, "Trang của đơn vị cho người đọc.", lambda unit, at: at("unit", unit.slug)),
    ),
)


def meeting_address(path, at):
    return at("api_meeting", path.replace("/", "-"))


def _gone_address(entry, at):
    is_directive = hasattr(entry, "reference")
    return at("api_directive", entry.reference) if is_directive else meeting_address(entry.path, at)


def _gone_type(entry, at):
    return "directive" if hasattr(entry, "reference") else f"{OPARL}/Meeting"


GONE = ObjectType(
    "Đã thu hồi, hoặc không còn trong bản đính chính; chỉ có khi hỏi modified_since.",
    (
        identity(_gone_address),
        Field("type", TEXT, "Loại của đối tượng đã có ở địa chỉ này.", _gone_type),
        Field("deleted", {"const": True}, "Luôn là true: hãy bỏ khỏi bản sao."),
        Field("modified", MOMENT, "Lúc không còn hiệu lực.", "modified"),
    ),
)

PROBLEM = ObjectType(
    "Vì sao không có dữ liệu (RFC 9457).",
    (
        Field("type", TEXT, "Luôn là about:blank.", lambda *_: "about:blank"),
        Field("title", TEXT, "Vì sao, bằng tiếng Việt."),
        Field("status", {"type": "integer", "minimum": 400, "maximum": 599}, "Như mã trạng thái HTTP."),
        Field("detail", TEXT, "Nói thêm: lý do thu hồi, nơi xem tiếp.", is_optional=True),
        Field("parameter", TEXT, "Tham số không hợp lệ.", is_optional=True),
    ),
)

LINKS = ObjectType(
    "Đi tiếp.",
    (
        Field("self", ADDRESS, "Trang này."),
        Field("first", ADDRESS, "Trang đầu."),
        Field("next", ADDRESS, "Trang sau; không có ở trang cuối.", is_optional=True),
    ),
)
PAGINATION = ObjectType(
    "Cỡ trang, và có bao nhiêu.",
    (
        Field("elementsPerPage", COUNT, "Số dòng nhiều nhất."),
        Field("totalElements", COUNT, "Số dòng của mọi trang."),
        Field("totalPages", COUNT, "Số trang."),
    ),
)


def page_of(rows, order):
    """A page of a list, each row of the shape `rows`."""
    return ObjectType(
        f"Một trang, {order}.",
        (
            Field("data", many(rows), "Các dòng của trang."),
            Field("links", LINKS.schema, "Địa chỉ các trang."),
            Field("pagination", PAGINATION.schema, "Cỡ trang."),
        ),
    )


def all_of(rows):
    return ObjectType("Tất cả, không chia trang.", (Field("data", many(rows), "Các dòng."),))
