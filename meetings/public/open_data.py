"""Data to take away: the page that says what there is, and the files of a year, or of all years in one."""

import csv
import json
from collections import defaultdict

from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone

from ..models.public_index import DirectiveEntry, Party, SessionEntry
from ..record import Role, directive_reference
from ..vietnamese import LOCAL_ZONE
from ..writers.follow_up import by_session
from ..writers.spreadsheet import BYTE_ORDER_MARK, harmless
from . import queries
from .api.answers import free
from .api.directive_objects import REPORT
from .cached_page import kept, newest_masthead, origin, page, show
from .directive_status import reports, tracked

AT_ONCE = 50
ALL_YEARS = "tat-ca"
SESSION_COLUMNS = {
    "Địa chỉ": "address of the page",
    "Tiêu đề": "title",
    "Năm": "year it belongs to",
    "Tháng": "month it belongs to",
    "Loại": "kind",
    "Ngày họp": "day it was held",
    "Giờ bắt đầu": "hour it began",
    "Địa điểm": "place",
    "Chủ trì": "who presided",
    "Ngày đăng": "day of publication",
    "Số nội dung chỉ đạo": "number of directives",
}
DIRECTIVE_COLUMNS = {
    "Số chỉ đạo": "reference, with chi-dao/ before it: no spreadsheet takes it for a date",
    "Địa chỉ": "address of the page",
    "Nội dung": "words",
    "Chủ trì": "lead unit",
    "Phối hợp": "coordinating units",
    "Thời hạn": "deadline, a day",
    "Thời hạn bằng chữ": "deadline in words",
    "Tình trạng": "state on the day of the download",
    "Báo cáo gần nhất": "day of the latest report",
    "Phiên họp": "address of the session",
    "Thuộc chỉ đạo": "reference of the directive that it is a task of; blank for a directive",
    "Đơn vị tiếp nhận": "unit that leads now, where the lead unit ended",
    "Tiếp nhận từ ngày": "day from which it leads",
    "Mã đơn vị chủ trì": "lead unit: the end of its page's address, which stays",
    "Mã đơn vị phối hợp": "coordinating units, likewise",
    "Số báo cáo": "number of public reports",
    "Nội dung báo cáo gần nhất": "words of the latest report",
}
REPORT_COLUMNS = {
    "Số chỉ đạo": "reference of the directive, as in the file of directives",
    "Ngày báo cáo": "day of the report",
    "Tình trạng": "state that it reports",
    "Kỳ báo cáo": "where the directive comes again: the day of the occurrence that it is on",
    "Gia hạn đến": "new deadline, where it puts one off",
    "Nội dung báo cáo": "words",
    "Văn bản kèm theo": "evidence",
}
"""The head of a column, and its meaning in English."""


@page
def page_vi(request):
    return _shown(request, "open_data", "public:open_data")


@page
def page_en(request):
    return _shown(request, "open_data_en", "public:open_data_en", lang="en")


def _shown(request, template, address, **more):
    years = kept(request, "years with directives", queries.years_with_directives)
    example = SessionEntry.objects.live().newest_first().first()
    directive = DirectiveEntry.objects.live().newest_first().filter(level=0).first()
    context = {
        "masthead": newest_masthead(),
        "years": years,
        "origin": origin(request),
        "meeting": example and example.path.replace("/", "-"),
        "directive": directive and directive.reference,
        "year": years[0]["year"] if years else None,
        "all_years": {name: sum(each[name] for each in years) for name in ("sessions", "directives")},
        "session_columns": SESSION_COLUMNS,
        "directive_columns": DIRECTIVE_COLUMNS,
        "report_columns": REPORT_COLUMNS,
    }
    return show(request, template, reverse(address), **context, **more)


def _of_year(year, model=SessionEntry):
    """Of all years where none is named."""
    entries = model.objects.live()
    entries = entries.filter(year=year) if year else entries
    if not entries.exists():
        raise Http404
    return entries.newest_first()


def _named(year, rest):
    return f"{year or ALL_YEARS}{rest}"


@page
def records(request, year=None):
    """One session a line: its public record, where its page is, the reports on its directives by their numbers, and
    the identifiers of the units by their names."""
    entries, place = _of_year(year), origin(request)

    def lines():
        for portion in _portions(entries):
            progress, units = _progress_of(portion), _units_of(portion)
            for entry in portion:
                told = {"progress": progress.get(entry.session_id, {}), "units": units.get(entry.session_id, {})}
                address = place + reverse("public:session", args=[entry.path])
                line = {"web": address, **told, **entry.edition.public_record}
                yield json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n"

    return _download(lines(), _named(year, ".jsonl"), "application/jsonl")


def _progress_of(entries):
    """{session: {"2.1": {"state": …, "reports": […]}}}."""
    directives = list(DirectiveEntry.objects.live().filter(session__in=[entry.session_id for entry in entries]))
    found = defaultdict(dict)
    for each in directives:
        due = each.next_due_on and each.next_due_on.isoformat()
        found[each.session_id][each.number] = {"state": each.state, "nextDueOn": due, "reports": []}
    for report in reports(directives):
        if told := found[report.directive.session_id].get(report.directive.number):
            told["reports"].append(REPORT.write(report))
    return found


def _units_of(entries):
    """{session: {"Ban Pháp chế": "ban-phap-che"}}."""
    named = Party.objects.filter(directive__in=DirectiveEntry.objects.live())
    named = named.filter(directive__session__in=[entry.session_id for entry in entries]).order_by(
        "directive", "order"
    )
    return by_session(named.values_list("directive__session", "name", "slug"))


@page
def sessions(request, year=None):
    entries, place = _of_year(year), origin(request)

    def rows():
        yield SESSION_COLUMNS
        for entry in _in_full(entries):
            record = entry.edition.public
            chairs = "; ".join(attendee.name or attendee.position for attendee in record.attending(Role.CHAIR))
            yield (
                place + reverse("public:session", args=[entry.path]),
                entry.title,
                entry.year,
                entry.month,
                record.kind.label,
                record.held_on or "",
                record.starts_at or "",
                record.venue,
                chairs,
                timezone.localdate(entry.posted_at, LOCAL_ZONE) if entry.posted_at else "",
                sum(directive.level == 0 for directive in record.directives),
            )

    return _download(_csv(rows()), _named(year, "-phien-hop.csv"), "text/csv")


@page
def directives(request, year=None):
    keys, place = list(_of_year(year, DirectiveEntry).values_list("key", flat=True)), origin(request)

    def rows():
        yield DIRECTIVE_COLUMNS
        for start in range(0, len(keys), AT_ONCE):
            for directive in tracked(keys[start : start + AT_ONCE]):
                row = directive.followed.task.directive
                yield (
                    _id(directive.reference),
                    place + reverse("public:directive", args=[directive.reference]),
                    directive.followed.task.words,
                    row.lead,
                    "; ".join(row.coordinators),
                    row.due_on or "",
                    "; ".join(filter(None, (row.due_text, row.recurrence))),
                    directive.progress.words if directive.progress else "",
                    directive.entry.told_on or "",
                    place + reverse("public:session", args=[directive.path]),
                    _id(directive_reference(directive.path, directive.head.anchor)) if row.level else "",
                    *_leads_now(directive.leads_now),
                    directive.followed.lead_unit.slug,
                    "; ".join(unit.slug for unit in directive.followed.units),
                    len(directive.reports),
                    directive.report.note if directive.report else "",
                )

    return _download(_csv(rows()), _named(year, "-chi-dao.csv"), "text/csv")


def _id(reference):
    """ "chi-dao/2021-02-1", the end of its address: "2021-02-1" alone becomes a date in a spreadsheet."""
    return f"chi-dao/{reference}"


@page
def progress(request, year=None):
    """The public reports on the directives of a year, of each directive in the order of their days."""
    keys = list(_of_year(year, DirectiveEntry).values_list("key", flat=True))

    def rows():
        yield REPORT_COLUMNS
        for start in range(0, len(keys), AT_ONCE):
            entries = DirectiveEntry.objects.live().filter(key__in=keys[start : start + AT_ONCE])
            references = {(entry.session_id, entry.number): entry.reference for entry in entries}
            for report in reports(entries):
                if reference := references.get((report.directive.session_id, report.directive.number)):
                    yield (
                        _id(reference),
                        report.reported_on,
                        report.get_state_display(),
                        report.occurrence or "",
                        report.extended_to or "",
                        report.note,
                        report.evidence,
                    )

    return _download(_csv(rows()), _named(year, "-tien-do.csv"), "text/csv")


def _leads_now(party):
    return (party.name, party.taken_over_on) if party else ("", "")


def _in_full(entries):
    for portion in _portions(entries):
        yield from portion


def _portions(entries):
    """Reads portion by portion with no query open in between, so that a slow reader keeps no one from writing."""
    rows = entries.with_public_records()
    portion = list(rows[:AT_ONCE])
    while portion:
        yield portion
        portion = list(rows.filter(key__lt=portion[-1].key)[:AT_ONCE])


class _Line:
    """A file for csv.writer, which returns the line it writes."""

    def write(self, text):
        return text


def _csv(rows):
    writer = csv.writer(_Line(), quoting=csv.QUOTE_MINIMAL)
    for place, row in enumerate(rows):
        line = writer.writerow([harmless(value) for value in row])
        yield line if place else BYTE_ORDER_MARK + line


def _download(lines, name, content_type):
    response = StreamingHttpResponse(lines, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return free(response)
