"""The list of directives as it is narrowed, to take away: as a workbook, and as a sheet in Word."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from ... import printing
from ...file_types import FileType
from ...models import Council
from ...prose import directive_words
from ...vietnamese import date_digits, upper_first
from ...writers.spreadsheet import Sheet, workbook
from ..downloads import download
from ..office_time import today
from .directive_list import Narrowed
from .due_words import Followed, with_latest_report

HEADS = ("Số", "Nội dung", "Chủ trì", "Tình trạng", "Thời hạn", "Báo cáo gần nhất")
WIDTHS = (14, 60, 28, 14, 22, 40)
NAME = "chi-dao"
LIST = "admin:meetings_directive_changelist"


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def as_xlsx(request):
    narrowed = Narrowed(request.GET)
    title = f"Nội dung chỉ đạo ({narrowed.words}), ngày {date_digits(today())}"
    rows = [_cells(row) for row in _rows(narrowed)]
    sheets = [Sheet("Danh sách", HEADS, WIDTHS, rows, (0, 3, 4)), _filter_sheet(narrowed, len(rows))]
    return download(workbook(title, sheets), FileType.XLSX.content_type, f"{NAME}.xlsx")


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def as_docx(request):
    narrowed, council = Narrowed(request.GET), Council.objects.in_office()
    back = HttpResponseRedirect(f"{reverse(LIST)}?{request.GET.urlencode()}")
    if council is None:
        messages.error(request, "Chưa có hội đồng nhân dân nào, nên chưa in được danh sách.")
        return back
    rows = [_cells(row)[:-1] for row in _rows(narrowed)]
    try:
        content = printing.directive_list(council.to_record(), narrowed.words, date_digits(today()), rows)
    except printing.PressRefused as refused:
        messages.error(request, str(refused))
        return back
    return download(content, FileType.DOCX.content_type, f"{NAME}.docx")


def _filter_sheet(narrowed, count):
    """A header is seen on paper alone; whoever opens the file reads here what was chosen."""
    rows = [("Lọc theo", narrowed.words), ("Ngày lập", date_digits(today())), ("Số chỉ đạo", count)]
    return Sheet("Bộ lọc", ("Mục", "Nội dung"), (16, 80), rows)


def _rows(narrowed):
    rows = with_latest_report(narrowed.directives).prefetch_related("coordinations__unit")
    return [Followed(row) for row in rows]


def _cells(each):
    row, latest = each.directive, each.latest
    day = date_digits(each.deadline.day) if each.deadline.day else ""
    closed = f", {date_digits(row.closed_on)}" if row.closed_on else ""
    told = f"{date_digits(latest.reported_on)}: {latest.note or latest.get_state_display()}" if latest else ""
    return (
        row.reference,
        upper_first(directive_words(row.to_record())),
        f"{row.holder or 'chưa giao đơn vị nào'}",
        f"{row.state_now.label}{closed}",
        "; ".join(filter(None, (each.deadline.words, day))) or "không nêu",
        told,
    )


PATHS = [
    path("chi-dao.xlsx", as_xlsx, name="meetings_directive_xlsx"),
    path("chi-dao.docx", as_docx, name="meetings_directive_docx"),
]
