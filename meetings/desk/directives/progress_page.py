"""The page of one directive: its words, its progress reports and the form for a new report."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from ...directive_facts import which_extensions
from ...models import Directive, ProgressReport, Refused, report_taken_back
from ...prose import directive_words
from ..desk_page import desk_page
from .due_words import Followed
from .report_form import MAY_LET_OUT, ReportForm


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
    let_out = request.POST.get("cong-khai", "")
    typed = [request.POST, request.FILES] if request.POST and not (follow or let_out) else []
    form = ReportForm(*typed, directive=directive, internal=internal, user=request.user)
    if request.method == "POST":
        if not may_report:
            raise PermissionDenied
        if follow and followed:
            return _follow_from_now(request, directive, follow)
        if let_out:
            return _let_out(request, directive, let_out)
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
        "may_let_out": followed and request.user.has_perm(MAY_LET_OUT),
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


def _let_out(request, directive, key):
    if not request.user.has_perm(MAY_LET_OUT):
        raise PermissionDenied
    report = get_object_or_404(directive.reports.all(), pk=key if key.isascii() and key.isdecimal() else 0)
    try:
        report_taken_back.let_out(report, by=request.user)
        messages.success(request, "Đã cho công khai báo cáo tiến độ này.")
    except Refused as refused:
        messages.warning(request, str(refused))
    return HttpResponseRedirect(request.path)


@require_safe
@permission_required("meetings.view_directive", raise_exception=True)
def file(request, pk, report):
    """The file of a report, for whoever reads the desk."""
    if (stored := get_object_or_404(ProgressReport, pk=report, directive=pk).stored) is None:
        raise Http404
    return stored.response(request)


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
        report = directive.report(by=request.user, as_a_whole=as_a_whole, **form.said)
    except ValidationError as reason:
        form.add_error(None, reason)
        return False
    messages.success(request, f"Đã ghi tiến độ {directive.reference}: {report.get_state_display()}.")
    return True
