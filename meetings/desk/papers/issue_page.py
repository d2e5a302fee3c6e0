"""The page that asks before a paper is issued: number, day, the result of the form check, the reason to replace."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.urls import path

from ... import issuing, printing
from ...letters import invitation_letters, notices
from ...models import Edition, Refused, draft_of, four_eyes
from ...vietnamese import date_digits
from ...working_days import first_in_time, late_words, next_working_day
from ..desk_page import desk_page
from ..office_time import hour_and_day, today
from ..typed_days import DayField
from .draft_status import DraftStatus
from .papers_page import kind_called, label, session_for

_MOST = 32_767


class IssueForm(forms.Form):
    dated = DayField(
        label="Ngày văn bản",
        help_text="Viết như 05/01/2021, 5-1 hoặc hôm nay.",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    number = forms.IntegerField(
        label="Số, nếu sổ giấy đã đi trước",
        required=False,
        min_value=1,
        max_value=_MOST,
        error_messages={
            "min_value": "Số bắt đầu từ 01.",
            "max_value": "Số này lớn quá. Hãy xem lại số trong sổ giấy.",
            "invalid": "Hãy ghi số bằng chữ số, ví dụ 15; hoặc để trống.",
        },
        help_text="Để trống thì lấy số kế tiếp. Số đã cấp không dùng lại; sổ đi tiếp từ số ghi ở đây.",
    )
    note = forms.CharField(
        label="Vì sao phải thay văn bản đang có hiệu lực?", max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    form_note = forms.CharField(
        label="Vì sao vẫn phát hành khi thể thức còn chỗ chưa đúng?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    order_note = forms.CharField(
        label="Vì sao số sau ghi ngày trước?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Lưu cùng văn bản và ghi vào cột Ghi chú của sổ văn bản; không in trên văn bản.",
    )
    is_public = forms.BooleanField(
        label="Cho công khai", required=False, help_text="Người dân tải được bản không có phần nội bộ"
    )

    def __init__(self, *args, replacing, public_from, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["is_public"].help_text += f", {public_from}."
        if not replacing:
            del self.fields["note"]


@permission_required("meetings.issue_edition", raise_exception=True)
def issue(request, pk, slug):
    session, kind = session_for(request, pk), kind_called(slug)
    composed = issuing.compose(session, kind)
    initial = {"dated": today(), "is_public": True}
    form = IssueForm(
        request.POST or None, initial=initial, replacing=composed.before, public_from=_public_from(session, kind)
    )
    refusal, report, skipped, disorder = "", None, "", bool(form.is_bound and form.data.get("order_note"))
    if form.is_valid() and not (skipped := _skipped(request, session, composed, form.cleaned_data)):
        try:
            return _issue(request, session, kind, form)
        except issuing.FormBroken as broken:
            refusal, report = str(broken), broken.report
        except issuing.OutOfOrder as found:
            refusal, disorder = str(found), True
        except (Refused, printing.PressRefused) as refused:
            refusal = str(refused)
    draft = draft_of(session, kind)
    ready, status = issuing.readiness(draft), DraftStatus(draft, request.user)
    lacking, homeless = ready.missing, issuing.homeless()
    if not report and not lacking:
        report, refusal = _report(composed, session, form, refusal or homeless)
    context = {
        "title": f"Phát hành {label(kind).lower()}",
        "label": label(kind),
        "session": session,
        "slug": slug,
        "form": form,
        "composed": composed,
        "token": composed.token,
        "homeless": homeless,
        "year": (year := _dated(form).year),
        "next_number": Edition.objects.next_number(session.council_id, kind, year),
        "skipped": skipped,
        "disorder": disorder,
        "late": late_issue(_dated(form)),
        "in_time_from": first_in_time(today()),
        "send_by": next_working_day(today()),
        "lacking": lacking,
        "warnings": ready.warnings,
        "left_out": printing.left_out_of_pdf(issuing.template_of(session, kind)),
        "outdated": [] if lacking else issuing.outdated_names(composed, _dated(form)),
        "status": status,
        "where_set": four_eyes.WHERE,
        "report": report,
        "without_address": issuing.without_address(),
        "refusal": refusal,
    }
    return desk_page(request, "papers/issue", context, status=409 if refusal or skipped or form.errors else 200)


def _public_from(session, kind):
    """When the public can first read the paper, in words."""
    if kind not in Edition.WAIT_FOR_THE_PAGE or session.editions.live().exists():
        return "ngay khi phát hành"
    if session.is_scheduled:
        return f"từ giờ đăng trang của phiên họp: {hour_and_day(session.posted_at)}"
    return "từ khi trang của phiên họp được đăng; trang chưa đăng thì chưa ai ngoài cơ quan đọc được"


def _dated(form):
    """The typed day, or today without a valid one: its year is that of the number's series."""
    return (form.cleaned_data.get("dated") if form.is_bound else None) or today()


def late_issue(dated):
    """That a paper of the day is sent too late today, in words; "" where it is in time."""
    late = late_words(dated, today())
    return f"Văn bản ghi ngày {date_digits(dated)}, hôm nay {date_digits(today())}: {late}." if late else ""


def _skipped(request, session, composed, data):
    """The numbers that would never be used, for a second click to confirm; "" where there are none."""
    number, year = data["number"], data["dated"].year
    free = Edition.objects.next_number(session.council_id, composed.paper.kind, year)
    if not number or number <= free or request.POST.get("sure") == str(number):
        return ""
    unused = f"số {free:02d}" if number == free + 1 else f"các số từ {free:02d} đến {number - 1:02d}"
    return (
        f"Sẽ cấp số {number:02d}/{composed.paper.symbol}, sổ năm {year}, và bỏ trống {unused} "
        "(đã cấp trên sổ giấy). Nếu đúng như vậy, hãy bấm phát hành lần nữa."
    )


def _report(composed, session, form, refusal):
    """The form check of the paper as it would be issued, and the reason why it could not be printed."""
    try:
        return issuing.look(session, composed, dated=_dated(form)), refusal
    except printing.PressRefused as refused:
        return None, refusal or str(refused)


def _issue(request, session, kind, form):
    order = issuing.Order(seen=request.POST.get("token", ""), **form.cleaned_data)
    edition = issuing.issue(session, kind, order, by=request.user)
    notices.of_paper(draft_of(session, kind), "issue", by=request.user)
    messages.success(request, f"Đã phát hành {label(kind).lower()} số {edition.reference}.")
    if late := late_issue(edition.dated):
        messages.warning(request, f"{late} Sổ văn bản ghi là phát hành chậm.")
    if kind == Edition.INVITES:
        written = len(invitation_letters.invite_all(edition))
        messages.success(request, f"Đã viết {written} thư kèm giấy mời. Ai chưa có hộp thư: xem ở trang Giấy tờ.")
    return redirect("admin:meetings_edition_change", edition.pk)


PATHS = [path("<int:pk>/giay-to/<slug:slug>/phat-hanh/", issue, name="meetings_session_paper_issue")]
