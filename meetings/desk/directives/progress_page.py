"""The page of one directive: its words, its progress reports and the form for a new report."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from ...directive_facts import which_extensions
from ...directive_states import OWED
from ...models import Directive, ProgressReport, Refused, report_taken_back
from ...prose import directive_words
from ...vietnamese import date_digits
from ..desk_page import desk_page
from ..office_time import today
from ..typed_days import DayField
from .due_words import Followed
from .proof import MAY_WAIVE, ask_for_proof, waiver_field


class ReportForm(forms.ModelForm):
    class Meta:
        model = ProgressReport
        fields = ("state", "occurrence", "reported_on", "note", "extended_to", "evidence", "is_public")
        widgets = {
            "state": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 3}),
            "reported_on": forms.DateInput(attrs={"autocomplete": "off"}),
            "extended_to": forms.DateInput(attrs={"autocomplete": "off"}),
        }
        field_classes = {"reported_on": DayField, "extended_to": DayField}
        labels = {"is_public": "Cho công khai"}
        help_texts = {
            "reported_on": "Viết như 05/01/2021, 5-1 hoặc hôm qua.",
            "extended_to": "Chỉ ghi khi cơ quan đồng ý gia hạn; nội dung báo cáo nêu vì sao.",
            "evidence": "Số, ký hiệu và ngày của văn bản, hoặc đường dẫn. Xong thì phải có.",
            "is_public": "Không chọn thì chỉ người trong cơ quan đọc được.",
        }

    def __init__(self, typed, *, directive, internal, may_waive):
        super().__init__(typed, instance=ProgressReport(directive=directive))
        self.label_suffix = ""
        self.fields["state"].choices = ProgressReport._meta.get_field("state").flatchoices
        self.initial.update(state=directive.state, reported_on=today())
        if may_waive:
            self.fields["waived"] = waiver_field()
        if internal:
            del self.fields["is_public"]
        if directive.term.months:
            self.fields["occurrence"] = OccurrenceField(days := directive.owed_occurrences(today()))
            self.initial["occurrence"] = days[0] if days else ""
        else:
            del self.fields["occurrence"]

    def clean(self):
        """What comes again is not done because one occurrence is: to end it is a choice of its own."""
        cleaned = super().clean()
        if "occurrence" in cleaned and not cleaned["occurrence"] and cleaned.get("state") in OWED:
            self.add_error("occurrence", "Hãy chọn kỳ báo cáo. Dòng cuối chỉ dùng khi xong hoặc thôi cả chỉ đạo.")
        ask_for_proof(self, cleaned.get("state"))
        return cleaned


class OccurrenceField(forms.TypedChoiceField):
    """The occurrences that are owed, the longest owed first; last the directive as a whole."""

    def __init__(self, days):
        choices = [(f"{day}", f"kỳ {date_digits(day)}") for day in days]
        choices.append(("", "cả chỉ đạo: kết thúc, không báo cáo nữa"))
        how = {"coerce": date.fromisoformat, "empty_value": None, "required": False}
        super().__init__(label="Kỳ báo cáo", choices=choices, **how)


def show(request, pk):
    directive = get_object_or_404(
        Directive.objects.select_related("session", "lead_unit").prefetch_related(
            *("coordinations__unit", "reports__author", "reports__taken_back__by", "reports__proposal"),
            "steps_taken__letter",
        ),
        pk=pk,
    )
    head, tasks = _family(directive)
    followed = directive.is_in_force
    may_report = request.user.has_perm("meetings.add_progressreport")
    internal = not directive.is_public_in_its_tree
    follow = request.POST.get("theo-doi", "")
    may_waive = request.user.has_perm(MAY_WAIVE)
    typed = (not follow and request.POST) or None
    form = ReportForm(typed, directive=directive, internal=internal, may_waive=may_waive)
    if request.method == "POST":
        if not may_report:
            raise PermissionDenied
        if follow and followed:
            return _follow_from_now(request, directive, follow)
        if followed and form.is_valid() and _recorded(request, directive, form):
            return HttpResponseRedirect(request.path)
    context = {
        "title": f"Chỉ đạo {directive.reference}",
        "each": Followed(directive),
        "words": directive_words(directive.to_record()),
        "session_name": directive.session,
        "head": head,
        "tasks": [Followed(task) for task in tasks],
        "reports": [
            (each, extension, may_report and _can_go(each, request.user))
            for each, extension in reversed(_with_extensions(directive))
        ],
        "steps": list(directive.steps_taken.all())[::-1],
        "form": form if may_report and followed else None,
        "followed": followed,
        "internal": internal,
    }
    return desk_page(request, "directive/progress", context, status=200 if followed or not form.is_bound else 409)


def _family(directive):
    """The directive above, or None, and the tasks below."""
    numbered = Directive.objects.filter(session=directive.session_id).select_related("session")
    if directive.level:
        return numbered.filter(number=directive.number.partition(".")[0]).exclude(number="").first(), []
    below = numbered.filter(number__startswith=f"{directive.number}.") if directive.number else numbered.none()
    return None, below


def _follow_from_now(request, directive, what):
    """Follow the directive with its tasks, or its whole session ("phien"). A second click changes nothing."""
    rows = Directive.objects.filter(session=directive.session_id) if what == "phien" else directive.family
    rows.in_force().follow(by=request.user)
    messages.success(request, "Đã bắt đầu theo dõi từ hôm nay.")
    return HttpResponseRedirect(request.path)


def _with_extensions(directive):
    """[(a report, which extension of the term it is)]; one that was taken back is none."""
    reports = list(directive.reports.all())
    held = [each for each in reports if not each.is_taken_back]
    which = dict(zip(held, which_extensions(each.told for each in held), strict=True))
    return [(each, which.get(each, 0)) for each in reports]


def _can_go(report, user):
    return report.may_be_taken_back(user) and not report.is_taken_back


def take_back(request, pk, report):
    """Asks why a report is taken back; its author may, on the day of the report."""
    reports = ProgressReport.objects.select_related("directive__session", "author")
    report = get_object_or_404(reports, pk=report, directive=pk)
    if not (request.user.has_perm("meetings.add_progressreport") and report.may_be_taken_back(request.user)):
        raise PermissionDenied
    refusal, reason = "", request.POST.get("reason", "")
    if request.method == "POST":
        try:
            report_taken_back.take_back(report, by=request.user, reason=reason)
            messages.success(request, f"Đã rút lại báo cáo tiến độ {report.directive.reference}.")
            return redirect("admin:meetings_directive_change", pk)
        except Refused as refused:
            refusal = str(refused)
    context = {"title": "Rút lại báo cáo", "report": report, "refusal": refusal, "reason": reason}
    return desk_page(request, "directive/take_back", context, status=409 if refusal else 200)


def _recorded(request, directive, form):
    try:
        as_a_whole = form.cleaned_data.get("occurrence") is None
        report = directive.report(by=request.user, as_a_whole=as_a_whole, **form.cleaned_data)
    except ValidationError as reason:
        form.add_error(None, reason)
        return False
    messages.success(request, f"Đã ghi tiến độ {directive.reference}: {report.get_state_display()}.")
    return True
