"""The pages that ask for a succession, show what follows from it, do it, and take it back."""

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_http_methods

from ...models import Council, Refused, Succession, Unit, succession
from ...models.open_directives import issued_words
from ..desk_page import desk_page
from .succession_form import CouncilSuccessionForm, SuccessionForm

of_chief = permission_required("meetings.add_succession", raise_exception=True)
asking = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Consequence:
    """What becomes of one unit, and of the open directives that it holds."""

    unit: Unit
    successor: Unit | None
    held: list
    """[(a Held, its words)]."""


@asking
@of_chief
def of_council(request, pk):
    council = get_object_or_404(Council.objects.select_related("successor"), pk=pk)
    form = CouncilSuccessionForm(request.POST or None, council=council, units=_going_on())
    return _ask(request, form, council, council)


@asking
@of_chief
def of_unit(request, pk):
    unit = get_object_or_404(Unit.objects.select_related("successor"), pk=pk)
    form = SuccessionForm(request.POST or None, units=[unit])
    return _ask(request, form, unit, None)


def _going_on():
    return list(Unit.objects.filter(valid_to=None, active=True))


def _ask(request, form, row, council):
    done = Succession.objects.filter(**_of(row), taken_back_at=None).first()
    context = {"title": f"Kế thừa: {row}", "row": row, "council": council, "form": form, "done": done, "refusal": ""}
    if done:
        context["why_it_stands"] = succession.why_it_stands(done)
    elif form.is_valid():
        consequences = _consequences(form.units)
        seen = _token(form, consequences)
        if request.POST.get("seen") == seen:
            try:
                return _do(request, form, row, council)
            except Refused as refused:
                context["refusal"] = str(refused)
        members = succession.leaving(council, form.cleaned_data["day"]) if council else []
        last_day = form.cleaned_data["day"] - succession.A_DAY
        shown = {"consequences": consequences, "seen": seen, "members": members, "last_day": last_day}
        if "_back" not in request.POST:
            context |= shown
    return desk_page(request, "succession/ask", context, status=409 if context["refusal"] else 200)


def _of(row):
    return {"council": row} if isinstance(row, Council) else {"handovers__from_unit": row}


def _consequences(units):
    held = succession.held_by(units)
    words = issued_words([each.directive for each in held])
    return [
        Consequence(unit, successor, [(each, words[each.directive.pk]) for each in held if each.unit_id == unit.pk])
        for unit, successor in units.items()
    ]


def _token(form, consequences):
    """Changes with everything that was typed and with everything that was shown."""
    typed = sorted((name, str(value)) for name, value in form.cleaned_data.items())
    shown = [(each.unit.pk, [(held.directive.pk, held.is_lead) for held, _ in each.held]) for each in consequences]
    return hashlib.sha256(repr((typed, shown)).encode()).hexdigest()


def _do(request, form, row, council):
    next_council = form.following if council else None
    done = succession.succeed(
        day=form.cleaned_data["day"], units=form.units, by=request.user, council=council, next_council=next_council
    )
    _log(request, done, row, "Ghi kế thừa")
    if not council:
        messages.success(request, f"Đã ghi kế thừa của {row}.")
        return redirect("admin:meetings_unit_change", row.pk)
    messages.success(request, f"Đã ghi {next_council} kế thừa {row}. Tiếp theo: ghi thành viên của {next_council}.")
    return redirect("admin:meetings_council_change", next_council.pk)


def _log(request, done, row, words):
    rows = [row, *Unit.objects.filter(pk__in=done.handovers.of_units().values("from_unit"))]
    for each in dict.fromkeys(rows):
        LogEntry.objects.log_actions(
            request.user.pk, [each], CHANGE, f"{words} từ {done.day:%d/%m/%Y}.", single_object=True
        )


@asking
@of_chief
def take_back(request, pk):
    done = get_object_or_404(Succession.objects.select_related("council", "next_council"), pk=pk)
    row = done.council or done.handovers.of_units().select_related("from_unit")[0].from_unit
    refusal = succession.why_it_stands(done)
    if request.method == "POST" and not refusal:
        try:
            succession.take_back(done, by=request.user)
            _log(request, done, row, "Lấy lại kế thừa")
            messages.success(request, f"Đã lấy lại kế thừa của {row}.")
            return redirect(f"admin:meetings_{row._meta.model_name}_change", row.pk)
        except Refused as refused:
            refusal = str(refused)
    context = {"title": f"Lấy lại kế thừa: {row}", "row": row, "done": done, "refusal": refusal}
    return desk_page(request, "succession/take_back", context, status=409 if request.method == "POST" else 200)


COUNCIL_PATHS = [
    path("<int:pk>/ke-thua/", of_council, name="meetings_council_succeed"),
    path("ke-thua/<int:pk>/lay-lai/", take_back, name="meetings_council_take_back"),
]
UNIT_PATHS = [path("<int:pk>/ke-thua/", of_unit, name="meetings_unit_succeed")]
