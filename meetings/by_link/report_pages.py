"""What the unit owes, the form for one task, and the receipt. Looking changes nothing; a form that is sent acts."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from .. import uploads
from ..letters import notices
from ..models.proposal import Proposal, ProposalState
from ..models.unit_link import UnitLink
from ..models.unit_tasks import owed_by, task_of
from ..public.cached_page import newest_masthead
from ..public.see_other import SeeOther
from .bounded_upload import bounded
from .of_link import of_link
from .unit_report_form import LONGEST, UnitReportForm

MOST_A_MONTH = 300
"""Reports by the links of one unit and month: whoever found a link cannot bury the office in them."""

of_unit = of_link(UnitLink, "unit_reports/closed.html")


@of_unit
@require_safe
def tasks(request, link):
    to_report, sent_already = _parted(link)
    return _page(request, link, "tasks", to_report=to_report, sent=sent_already)


@of_unit
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, link, reference):
    before = Proposal.objects.of_unit_and_month(link).select_related("report__taken_back", "directive__session")
    if (task := task_of(link.unit, reference)) is None:
        return redirect("unit_reports:tasks", link.token)
    earlier = [each for each in before if each.directive_id == task.directive]
    if request.method != "POST":
        return _form_page(request, link, task, earlier, UnitReportForm(link=link, task=task))
    upload = bounded(request)
    form = UnitReportForm(request.POST, request.FILES, link=link, task=task, is_too_big=upload.is_too_big)
    if len(before) >= MOST_A_MONTH:
        form.add_error(None, "Đơn vị đã gửi quá nhiều báo cáo trong tháng. Đề nghị gọi Văn phòng.")
    if not form.is_valid():
        return _form_page(request, link, task, earlier, form, status=400)
    proposal = form.propose()
    notices.of_proposal(proposal)
    return SeeOther(reverse("unit_reports:sent", args=[link.token, task.reference, proposal.pk]))


@of_unit
@require_safe
def sent(request, link, reference, pk):
    proposal = Proposal.objects.of_unit_and_month(link).filter(pk=pk).first()
    task = task_of(link.unit, reference)
    if proposal is None or task is None or proposal.directive_id != task.directive:
        return redirect("unit_reports:tasks", link.token)
    to_report, _ = _parted(link)
    return _page(request, link, "sent", task=task, proposal=proposal, to_report=to_report)


def _parted(link):
    """What is still to be reported on, and what was: [(task, the latest that was sent on it), …] each."""
    sent = list(Proposal.objects.of_unit_and_month(link).select_related("report__taken_back"))
    latest = {each.directive_id: each for each in sent}
    for each in sent:
        if each.asks_extension and each is not latest[each.directive_id]:
            latest[each.directive_id].asked_before = each
    both = [(task, latest.get(task.directive)) for task in owed_by(link.unit, besides=latest)]
    to_report = [(task, last) for task, last in both if last is None or last.standing == ProposalState.SENT_BACK]
    return to_report, [pair for pair in both if pair not in to_report]


def _form_page(request, link, task, earlier, form, status=200):
    more = {"longest": LONGEST, "longest_mb": uploads.most_megabytes()}
    return _page(request, link, "report", task=task, earlier=earlier, form=form, status=status, **more)


def _page(request, link, template, *, status=200, **context):
    context |= {"masthead": newest_masthead(), "link": link, "unit": link.unit, "token": link.token}
    return render(request, f"unit_reports/{template}.html", context, status=status)
