"""A session that is announced and that has no page yet, as the API has it; rows are upcoming.Announced."""

from datetime import datetime

from ...vietnamese import LOCAL_ZONE
from ..upcoming import hour_of
from .fields import ADDRESS, DAY, MOMENT, TEXT, YES_NO, Field, ObjectType, many, or_null
from .meeting_objects import KINDS
from .system_objects import identity, meeting_address, oparl_type

STATES = ["scheduled", "awaiting"]


def _start(row, at):
    hour = None if row.is_called_off else hour_of(row.edition.starts)
    return datetime.combine(row.edition.held_on, hour, LOCAL_ZONE) if hour else row.edition.held_on


def _invitation(row, at):
    return None if row.is_called_off else at("paper", row.edition.path, row.edition.kind, "pdf")


def _reason(row, at):
    return row.edition.closed_note if row.is_called_off else None


def _location(row, at):
    return None if row.is_called_off else row.venue or None


STATE_WORDS = "scheduled: chưa đến ngày; awaiting: đã qua ngày họp, đang chờ công bố."
ANNOUNCED = ObjectType(
    "Phiên họp theo giấy mời, chưa có bài đăng.",
    (
        identity(lambda row, at: meeting_address(row.edition.path, at)),
        oparl_type("Meeting"),
        Field("name", TEXT, "Tên phiên họp.", "title"),
        Field("meetingState", {"enum": STATES}, STATE_WORDS, lambda row, at: STATES[row.is_past]),
        Field("cancelled", YES_NO, "Giấy mời đã được thu hồi: phiên không họp như đã báo.", "is_called_off"),
        Field("reason", or_null(TEXT), "Trường riêng. Vì sao thu hồi giấy mời.", _reason),
        Field("start", {"anyOf": [DAY, MOMENT]}, "Ngày họp, kèm giờ khi giấy mời ghi giờ.", _start),
        Field("location", or_null(TEXT), "Nơi họp; null khi không ghi.", _location),
        Field("change", many(TEXT), "Trường riêng. Khác gì với giấy mời trước.", lambda row, at: [*row.changes]),
        Field("kind", {"enum": KINDS}, "Trường riêng. Loại phiên họp.", "edition.held_as"),
        Field("modified", MOMENT, "Lúc thông tin này được công bố.", "moment"),
        Field("deleted", {"const": False}, "Luôn là false."),
        Field("web", ADDRESS, "Trang của phiên họp.", lambda row, at: at("session", row.edition.path)),
        Field("calendar", ADDRESS, "Trường riêng. Dưới dạng lịch.", lambda row, at: at("calendar", row.edition.path)),
        Field("invitation", or_null(ADDRESS), "Trường riêng. Giấy mời bằng PDF.", _invitation),
    ),
)
