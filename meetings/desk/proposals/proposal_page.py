"""The page of one proposal: what the directive says, what the unit sent, and the decision."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...models import Proposal, Refused
from ...models.proposal import ProposalState
from ...models.unit_tasks import task_of
from ..desk_page import desk_page
from ..directives.due_words import Followed
from .proposal_list import with_names

TAKE, SEND_BACK, GRANT, DECLINE = "nhan", "tra-lai", "gia-han", "khong-gia-han"
VERBS = {TAKE: "change_proposal", SEND_BACK: "change_proposal", GRANT: "grant_extension", DECLINE: "grant_extension"}
"""Who may: the permission of each."""

_TELEPHONE = re.compile(r"(?<!\d)(?:\+84|0)(?:[ .]?\d){8,10}(?!\d)")


def show(request, pk):
    if not request.user.has_perm("meetings.view_proposal"):
        raise PermissionDenied
    proposals = with_names(Proposal.objects.select_related("directive__session__council", "directive__lead_unit"))
    proposal = get_object_or_404(proposals, pk=pk)
    refusal = _done(request, proposal) if request.method == "POST" else ""
    if request.method == "POST" and not refusal:
        return redirect(_next(proposal) or "admin:meetings_proposal_changelist")
    context = {
        "title": f"{proposal.link.unit}: chỉ đạo {proposal.directive.reference}",
        "proposal": proposal,
        "each": Followed(proposal.directive),
        "task": task_of(proposal.link.unit, proposal.directive.reference),
        "doubts": _doubts(proposal),
        "may_take": request.user.has_perm("meetings.change_proposal") and proposal.may_be_taken_by(request.user),
        "may_send_back": request.user.has_perm("meetings.change_proposal") and proposal.is_undecided,
        "typed": request.POST if refusal else _usual(proposal),
        "may_be_public": proposal.directive.is_public_in_its_tree,
        "others": with_names(_same_unit(proposal)).order_by("pk")[:20],
        "refusal": refusal,
    }
    return desk_page(request, "proposals/page", context, status=409 if refusal else 200)


@require_safe
@permission_required("meetings.view_proposal", raise_exception=True)
def file(request, pk):
    if (stored := get_object_or_404(Proposal, pk=pk).stored) is None:
        raise Http404
    return stored.response(request)


def _usual(proposal):
    """What the form begins with: the unit's words, public as the office set it, or as the clerk left it."""
    council, decided = proposal.directive.session.council, proposal.standing != ProposalState.WAITING
    return {
        "note": proposal.words,
        "loi": "cong-khai" if (proposal.is_public if decided else council.reports_are_public) else "noi-bo",
        "tep": "cong-khai" if (proposal.file_is_public if decided else council.report_files_are_public) else "noi-bo",
    }


def _done(request, proposal):
    """Why nothing was done, in words; "" where it was done."""
    verb, typed = request.POST.get("viec"), request.POST
    if verb not in VERBS or not request.user.has_perm(f"meetings.{VERBS[verb]}"):
        raise PermissionDenied
    try:
        if verb == TAKE:
            public = {"is_public": typed.get("loi") == "cong-khai", "file_is_public": typed.get("tep") == "cong-khai"}
            proposal.take(by=request.user, note=typed.get("note", ""), **public)
        elif verb == SEND_BACK:
            proposal.send_back(by=request.user, answer=typed.get("answer", ""))
        else:
            answer = typed.get("extension_answer", "")
            proposal.decide_extension(by=request.user, granted=verb == GRANT, answer=answer)
    except (Refused, ValidationError) as refused:
        proposal.refresh_from_db()
        return " ".join(getattr(refused, "messages", None) or [str(refused)])
    messages.success(request, f"{proposal}: {_outcome(proposal, verb)}.")
    return ""


def _outcome(proposal, verb):
    if verb in (GRANT, DECLINE):
        return proposal.get_extension_display().lower()
    return proposal.get_standing_display().lower()


def _doubts(proposal):
    found = []
    if proposal.directive.holder != proposal.link.unit:
        found.append(f"Chỉ đạo này nay do {proposal.directive.holder or 'đơn vị khác'} chủ trì.")
    if _TELEPHONE.search(proposal.words):
        found.append("Có số điện thoại trong lời báo cáo. Hãy bỏ đi nếu công khai.")
    return found


def _same_unit(proposal):
    return Proposal.objects.awaiting().filter(link__unit=proposal.link.unit_id).exclude(pk=proposal.pk)


def _next(proposal):
    """The address of the next one of the same unit; "" where there is none."""
    if following := _same_unit(proposal).order_by("pk").first():
        return reverse("admin:meetings_proposal_change", args=[following.pk])
    return ""
