"""The account of a quarter or a year: as the office knows it, or by sums of what is public; and as a workbook."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ...file_types import FileType
from ...models import Directive, Session
from ...models.account_sources import account_of
from ...paper_kinds.period_report_kinds import slug_of
from ...period_account import COLUMNS, Period
from ...vietnamese import date_digits
from ...writers.spreadsheet import Sheet, workbook
from ..desk_page import desk_page
from ..downloads import download
from ..office_time import today

QUARTERS = [("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV"), ("0", "Cả năm")]
NAME_WIDTH, WIDTH = 34, 10
LATE_HEADS = ("Số", "Nội dung", "Đơn vị chủ trì", "Thời hạn", "Quá hạn (ngày)")


class Choice(forms.Form):
    nam = forms.TypedChoiceField(label="Năm", coerce=int)
    quy = forms.TypedChoiceField(label="Kỳ", coerce=int, choices=QUARTERS)
    ban = forms.ChoiceField(
        label="Bản", choices=[("", "Nội bộ, nêu từng việc"), ("cong-khai", "Công khai, chỉ số liệu")], required=False
    )

    def __init__(self, query):
        """What is not asked for is the quarter of today."""
        this_day = today()
        usual = Period.quarter_of(this_day.year, this_day.month)
        super().__init__({"nam": usual.year, "quy": usual.quarter, **query.dict()})
        first = Directive.objects.in_force().order_by("session__year").values_list("session__year", flat=True).first()
        self.fields["nam"].choices = [(year, year) for year in range(this_day.year, (first or this_day.year) - 1, -1)]
        self.fields["nam"].widget.choices = self.fields["nam"].choices

    @property
    def asked(self):
        """None where it is of no period that there is."""
        if not self.is_valid():
            return None
        period = Period(self.cleaned_data["nam"], self.cleaned_data["quy"])
        return period if period.first <= today() else None

    @property
    def is_public(self):
        return bool(self.cleaned_data["ban"])


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def show(request):
    choice = Choice(request.GET)
    period = choice.asked
    context = {
        "title": f"Báo cáo {period.name}" if period else "Báo cáo quý, năm",
        "choice": choice,
        "period": period,
        "account": period and account_of(period, is_public=choice.is_public),
        "last_session": period and _last_session(period),
        "paper": period and slug_of(period),
        "columns": COLUMNS,
        "late_heads": LATE_HEADS,
        "query": urlencode({name: choice[name].value() or "" for name in choice.fields}),
    }
    return desk_page(request, "directive/period", context, status=200 if period else 404)


def _last_session(period):
    """The one that the numbered report belongs to."""
    held = Session.objects.not_withdrawn().filter(held_on__range=(period.first, period.last))
    return held.order_by("held_on", "pk").last()


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def as_xlsx(request):
    choice = Choice(request.GET)
    if (period := choice.asked) is None:
        return show(request)
    account = account_of(period, is_public=choice.is_public)
    version = "công khai" if choice.is_public else "nội bộ"
    title = f"Kết quả thực hiện chỉ đạo {period.name}, tính đến {date_digits(account.until)}, bản {version}"
    content = workbook(title, _sheets(account))
    return download(
        content, FileType.XLSX.content_type, f"chi-dao-{period.slug}{'-cong-khai' * choice.is_public}.xlsx"
    )


def _sheets(account):
    heads, widths = tuple(COLUMNS.values()), (NAME_WIDTH, *[WIDTH] * len(COLUMNS))
    for name, head, sums in account.tables:
        rows = [(each.name, *each.cells) for each in (*sums, account.total)]
        yield Sheet(name, (head, *heads), widths, rows, range(1, len(heads) + 1))
    if not account.tables:
        yield Sheet("Theo đơn vị chủ trì", ("Đơn vị chủ trì", *heads), widths, [])
    if account.late:
        rows = [
            (each.reference, each.words, each.lead, date_digits(each.due_on) if each.due_on else "", each.days)
            for each in account.late
        ]
        yield Sheet("Việc quá hạn", LATE_HEADS, (14, 60, 34, 12, 10), rows, (0, 3, 4))


PATHS = [
    path("bao-cao-quy-nam/", show, name="meetings_directive_period"),
    path("bao-cao-quy-nam/so-lieu.xlsx", as_xlsx, name="meetings_directive_period_xlsx"),
]
