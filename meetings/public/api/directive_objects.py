"""A directive as the API has it; in full also with its public reports. Rows are Tracked."""

from ...directive_states import KEPT, REPORTED
from ...models.public_index import PUBLIC_STATES
from ...vietnamese import fold
from ..directive_status import reports
from .fields import ADDRESS, DAY, TEXT, YES_NO, Field, ObjectType, many, or_null
from .meeting_objects import CHANGES, directive_address
from .system_objects import identity, meeting_address

UNIT = ObjectType(
    "Đơn vị như chỉ đạo ghi.",
    (
        Field("name", TEXT, "Tên đúng như trong chỉ đạo."),
        Field("id", or_null(ADDRESS), "Địa chỉ của đơn vị trong API; null khi chưa có."),
    ),
)
HANDOVER = ObjectType(
    "Một đơn vị tiếp nhận việc của đơn vị đã kết thúc; chỉ đạo vẫn giữ nguyên lời.",
    (
        Field("name", TEXT, "Tên đơn vị tiếp nhận.", "name"),
        Field("id", ADDRESS, "Địa chỉ của đơn vị trong API.", lambda party, at: at("api_organization", party.slug)),
        Field("from", TEXT, "Tên đơn vị bàn giao.", "from_name"),
        Field("on", DAY, "Từ ngày này.", "taken_over_on"),
        Field("role", {"enum": ["lead", "coordinator"]}, "Tiếp nhận việc chủ trì hay phối hợp.",
              lambda party, at: "lead" if party.is_lead else "coordinator"),
    ),
)  # fmt: skip
STATES = [state.value for state in REPORTED]
REPORT = ObjectType(
    "Một báo cáo tiến độ công khai.",
    (
        Field("reportedOn", DAY, "Ngày báo cáo.", "reported_on"),
        Field("state", {"enum": STATES}, "Tình trạng theo báo cáo.", "state"),
        Field("occurrence", or_null(DAY), "Kỳ báo cáo của việc định kỳ; null khi về cả chỉ đạo.", "occurrence"),
        Field("extendedTo", or_null(DAY), "Hạn mới, khi báo cáo này gia hạn.", "extended_to"),
        Field("note", or_null(TEXT), "Nội dung báo cáo.", "note"),
        Field("evidence", or_null(TEXT), "Văn bản kèm theo.", "evidence"),
    ),
)


def _record(directive):
    return directive.followed.task.directive


def _part_of(directive, at):
    head = directive.head.task.directive
    return directive_address(directive.path, head.number, at) if _record(directive).level else None


def _unit(name, directive, at):
    slug = directive.followed.slugs.get(fold(name), "")
    return UNIT.write({"name": name, "id": at("api_organization", slug) if slug else None})


def _lead(directive, at):
    lead = _record(directive).lead
    return _unit(lead, directive, at) if lead else None


def _coordinators(directive, at):
    return [_unit(name, directive, at) for name in _record(directive).coordinators]


def _handed_over(directive, at):
    return [HANDOVER.write(party, at) for party in directive.taken_over]


def _is_overdue(directive, at):
    return bool(directive.progress and directive.progress.state == "overdue")


STATE_WORDS = f"Tình trạng. {'; '.join(f'{state.value}: {state.label.lower()}' for state in KEPT)}."
REPORTED_ON_WORDS = "Ngày của báo cáo công khai gần nhất; null khi chưa có."
NEXT_DUE_WORDS = "Ngày đang tính hạn, khi đã gia hạn, đến kỳ hoặc chỉ ghi bằng chữ; null khi theo dueOn."
OVERDUE_WORDS = "Chưa xong và đã qua ngày đang tính hạn, tính theo ngày hôm nay ở Hà Nội."
RECORD = "followed.task.directive"
DIRECTIVE = ObjectType(
    "Nội dung chỉ đạo.",
    (
        identity(lambda directive, at: at("api_directive", directive.reference)),
        Field("type", {"const": "directive"}, "Loại riêng: OParl không có chỉ đạo."),
        Field("name", TEXT, "Nội dung chỉ đạo, nguyên văn.", "followed.task.words"),
        Field("reference", TEXT, "Số của chỉ đạo trong mọi phiên họp: 2021-01-1.", "reference"),
        Field("number", TEXT, "Số trong phiên họp: 2, hoặc 2.1 với việc nằm dưới mục 2.", f"{RECORD}.number"),
        Field("partOf", or_null(ADDRESS), "Chỉ đạo mà việc này nằm dưới.", _part_of),
        Field("meeting", ADDRESS, "Phiên họp giao việc.", lambda row, at: meeting_address(row.path, at)),
        Field("lead", or_null(UNIT.schema), "Đơn vị chủ trì; null khi chỉ đạo không nêu.", _lead),
        Field("coordinator", many(UNIT.schema), "Các đơn vị phối hợp.", _coordinators),
        Field("handedOverTo", many(HANDOVER.schema), "Các đơn vị tiếp nhận, theo thứ tự bàn giao.", _handed_over),
        Field("dueOn", or_null(DAY), "Thời hạn là một ngày; null khi chỉ đạo không nêu.", f"{RECORD}.due_on"),
        Field("dueText", or_null(TEXT), "Thời hạn bằng chữ, như kỳ họp tới.", f"{RECORD}.due_text"),
        Field("recurrence", or_null(TEXT), "Việc làm định kỳ, như hàng tháng.", f"{RECORD}.recurrence"),
        Field("product", or_null(TEXT), "Sản phẩm cần có, như báo cáo, kế hoạch.", f"{RECORD}.product"),
        Field("nextDueOn", or_null(DAY), NEXT_DUE_WORDS, "entry.next_due_on"),
        Field("state", {"enum": [*dict(PUBLIC_STATES)]}, STATE_WORDS, "entry.state"),
        Field("overdue", YES_NO, OVERDUE_WORDS, _is_overdue),
        Field("reportedOn", or_null(DAY), REPORTED_ON_WORDS, "entry.told_on"),
        *CHANGES,
        Field("web", ADDRESS, "Trang của chỉ đạo cho người đọc.", lambda row, at: at("directive", row.reference)),
    ),
)


def _progress(directive, at):
    return [REPORT.write(report) for report in reports([directive.entry])]


DIRECTIVE_IN_FULL = ObjectType(
    "Nội dung chỉ đạo, kèm các báo cáo công khai.",
    (
        *DIRECTIVE.fields,
        Field("progress", many(REPORT.schema), "Các báo cáo công khai, từ cũ đến mới.", _progress),
    ),
)
