"""The unknown unit names of a batch, those alike together, decided in one form."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import path, reverse

from ... import archiving
from ...models import Refused, Unit
from ...vietnamese import tidy
from .batch_page import batch_for
from .unit_groups import ALIAS, LIKELY, NEW, OTHER, PENDING, WORDS, groups

ON_A_PAGE = 50


def units(request, pk):
    batch = batch_for(request, pk)
    rows = list(batch.units.select_related("likely", "unit", "post").defer("post__reading", "post__source_text"))
    page = Paginator(groups(rows), ON_A_PAGE).get_page(request.GET.get("trang"))
    faults = {}
    if request.method == "POST":
        if not request.user.has_perm("meetings.change_unitproposal"):
            raise PermissionDenied
        faults = _decide_all(request, batch, page.object_list)
        if not faults:
            where = reverse("admin:meetings_importbatch_units", args=[pk])
            return redirect(f"{where}?trang={_goes_to(request, batch, page)}")
    context = {
        **admin.site.each_context(request),
        "title": "Tên đơn vị chưa biết",
        "batch": batch,
        "page": page,
        "groups": [_form_group(group, request.POST, faults.get(group.head.pk, "")) for group in page.object_list],
        "names": Unit.objects.filter(active=True).values_list("name", flat=True),
        "all": len(rows),
        "left": sum(row.answer == PENDING for row in rows),
        "faults": faults,
        "may_decide": request.user.has_perm("meetings.change_unitproposal"),
    }
    return render(request, "admin/archive/units.html", context, status=409 if faults else 200)


def _goes_to(request, batch, page):
    """The number of the page to show next. Decided groups move behind the others, so that the page after this one
    begins with the first group that stood behind those left undecided here."""
    if "truoc" in request.POST:
        return max(page.number - 1, 1)
    if "tiep" not in request.POST:
        return page.number
    undecided = set(batch.units.filter(answer=PENDING).values_list("pk", flat=True))
    left = sum(group.head.pk in undecided for group in page.object_list)
    return (page.start_index() - 1 + left) // ON_A_PAGE + 1


def _form_group(group, typed, fault):
    """The group with its stored choice, or with the refused choice that was just sent."""
    head, several = group.head, len(group.rows) > 1
    chosen = typed.get(f"answer-{head.pk}", group.choice)
    name = typed.get(f"unit-{head.pk}", head.unit.name if head.unit and chosen == OTHER else "")
    out = {row.pk for row in group.rows if fault and several and f"in-{row.pk}" not in typed}
    return {
        "group": group,
        "row": head,
        "several": several,
        "chosen": chosen,
        "name": name,
        "fault": fault,
        "out": out,
    }


def _decide_all(request, batch, shown):
    """Stores each changed answer; returns {key of a refused group's first name: the reason}."""
    faults, stored, taken_back = {}, 0, False
    for group in shown:
        head, typed = group.head, request.POST
        choice, name = typed.get(f"answer-{head.pk}", ""), tidy(typed.get(f"unit-{head.pk}", ""))
        if name and choice in ("", PENDING):
            choice = OTHER
        elif "con-lai" in typed and choice == group.choice == PENDING and not group.likely:
            choice = NEW
        if not choice or (choice == group.choice and (choice != OTHER or name == head.unit.name)):
            continue
        rows = [row for row in group.rows if len(group.rows) == 1 or f"in-{row.pk}" in typed]
        try:
            _decide(rows, choice, name)
        except Refused as fault:
            faults[head.pk] = str(fault)
        else:
            stored += len(rows)
            taken_back = taken_back or choice == PENDING
    if taken_back:
        archiving.liken(batch)
    if stored:
        messages.success(request, f"Đã ghi quyết định về {stored} tên đơn vị.")
    return faults


def _decide(rows, choice, name):
    if not rows:
        raise Refused("Hãy chọn ít nhất một tên.")
    if choice in (NEW, WORDS, PENDING):
        return archiving.decide_units(rows, answer=choice)
    if choice == LIKELY:
        return archiving.decide_units(rows, answer=ALIAS)
    if choice != OTHER:
        raise Refused("Hãy chọn một trong các cách trên.")
    if not name:
        raise Refused("Hãy gõ tên đơn vị đã có.")
    unit = Unit.objects.called(name)
    if unit is None:
        raise Refused(f"Không có đơn vị nào tên “{name[:80]}”. Hãy chọn trong danh sách, hoặc thêm đơn vị mới.")
    return archiving.decide_units(rows, answer=ALIAS, unit=unit)


PATHS = [path("<int:pk>/don-vi/", units, name="meetings_importbatch_units")]
