"""The unknown unit names of a batch, each once, decided together in one form."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import path, reverse

from ... import archiving
from ...models import Refused, Unit, UnitProposal
from ...vietnamese import tidy
from .batch_page import batch_for

ON_A_PAGE = 50
LIKELY, OTHER = "likely", "other"
"""The name is another name of a unit: of the offered one, or of one that the clerk types."""

NEW, WORDS, PENDING = UnitProposal.Answer.NEW, UnitProposal.Answer.WORDS, UnitProposal.Answer.PENDING


def units(request, pk):
    batch = batch_for(request, pk)
    rows = batch.units.select_related("likely", "unit")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("trang"))
    faults = {}
    if request.method == "POST":
        if not request.user.has_perm("meetings.change_unitproposal"):
            raise PermissionDenied
        faults = _decide_all(request, page.object_list)
        if not faults:
            return redirect(f"{reverse('admin:meetings_importbatch_units', args=[pk])}?trang={page.number}")
    context = {
        **admin.site.each_context(request),
        "title": "Tên đơn vị chưa biết",
        "batch": batch,
        "page": page,
        "rows": [_form_row(row, request.POST, faults.get(row.pk, "")) for row in page.object_list],
        "names": Unit.objects.filter(active=True).values_list("name", flat=True),
        "left": batch.units.filter(answer=PENDING).count(),
        "faults": faults,
        "may_decide": request.user.has_perm("meetings.change_unitproposal"),
    }
    return render(request, "admin/archive/units.html", context, status=409 if faults else 200)


def _form_row(row, typed, fault):
    """The row with its stored choice, or with the refused choice that was just sent."""
    chosen = typed.get(f"answer-{row.pk}", _choice(row))
    name = typed.get(f"unit-{row.pk}", row.unit.name if row.unit and chosen == OTHER else "")
    return {"row": row, "chosen": chosen, "name": name, "fault": fault}


def _choice(row):
    if row.answer != UnitProposal.Answer.ALIAS:
        return row.answer
    return LIKELY if row.unit is None or row.unit_id == row.likely_id else OTHER


def _decide_all(request, rows):
    """Stores each changed answer; returns {key of a refused row: the reason}."""
    faults, stored = {}, 0
    for row in rows:
        choice, name = request.POST.get(f"answer-{row.pk}", ""), tidy(request.POST.get(f"unit-{row.pk}", ""))
        if name and choice in ("", PENDING):
            choice = OTHER
        if not choice or (choice == _choice(row) and (choice != OTHER or name == row.unit.name)):
            continue
        try:
            _decide(row, choice, name)
        except Refused as fault:
            faults[row.pk] = str(fault)
        else:
            stored += 1
    if stored:
        messages.success(request, f"Đã ghi {stored} quyết định về tên đơn vị.")
    return faults


def _decide(row, choice, name):
    if choice in (NEW, WORDS, PENDING):
        return archiving.decide_unit(row, answer=choice)
    if choice == LIKELY:
        return archiving.decide_unit(row, answer=UnitProposal.Answer.ALIAS, unit=row.likely)
    if choice != OTHER:
        raise Refused("Hãy chọn một trong các cách trên.")
    if not name:
        raise Refused("Hãy gõ tên đơn vị đã có.")
    unit = Unit.objects.called(name)
    if unit is None:
        raise Refused(f"Không có đơn vị nào tên “{name[:80]}”. Hãy chọn trong danh sách, hoặc thêm đơn vị mới.")
    return archiving.decide_unit(row, answer=UnitProposal.Answer.ALIAS, unit=unit)


PATHS = [path("<int:pk>/don-vi/", units, name="meetings_importbatch_units")]
