"""The link by which a unit reports: made, given out and revoked here, on its page of the desk and as a sheet."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ..letters import unit_letters
from ..models import Letter, Unit, UnitLink
from ..models.unit_link import link_for
from ..models.unit_tasks import owed_by
from ..writers import qr_code
from .desk_page import desk_page
from .office_time import today

MAKE, RENEW, REVOKE, MAIL = "cap", "cap-lai", "thu-hoi", "gui-thu"


@permission_required("meetings.add_unitlink", raise_exception=True)
def show(request, pk):
    unit = get_object_or_404(Unit, pk=pk)
    links = list(UnitLink.objects.usable().filter(unit=unit).select_related("unit"))
    if request.method == "POST":
        _act(request, unit, links)
        return HttpResponseRedirect(request.path)
    tasks = owed_by(unit)
    given = [_given(request, link, tasks) for link in links]
    has_this_month = any(link.month == today().replace(day=1) for link in links)
    context = {"title": f"Đường dẫn báo cáo: {unit}", "unit": unit, "tasks": tasks, "given": given}
    return desk_page(request, "unit/link", {**context, "month": today(), "has_this_month": has_this_month})


@require_safe
@permission_required("meetings.add_unitlink", raise_exception=True)
def sheet(request, pk):
    """On paper, with the list and a QR code."""
    link = UnitLink.objects.usable().filter(unit=pk).select_related("unit").first()
    if link is None:
        raise Http404
    tasks = owed_by(link.unit)
    context = {"title": f"Phiếu báo cáo: {link.unit}", "tasks": tasks, "each": _given(request, link, tasks)}
    return desk_page(request, "unit/sheet", context)


def _given(request, link, tasks):
    address = request.build_absolute_uri(link.address)
    return {
        "link": link,
        "address": address,
        "message": unit_letters.message(link, tasks, address),
        "qr": mark_safe(qr_code.svg(address)),
        "letter": Letter.objects.filter(key=link.letter_key).first(),
        "sent": link.proposals.count(),
    }


def _act(request, unit, links):
    verb, named = request.POST.get("viec"), request.POST.get("duong-dan")
    link = next((each for each in links if f"{each.pk}" == named), None)
    if verb in (RENEW, REVOKE) and link:
        link.revoke(by=request.user)
    if verb == MAKE or (verb == RENEW and link):
        made = link_for(unit, link.month if link else today(), by=request.user)
        messages.success(request, f"Đã cấp đường dẫn báo cáo, dùng đến hết {made.expires_on:%d/%m/%Y}.")
    elif verb == REVOKE and link:
        messages.success(request, "Đã thu hồi. Đường dẫn và mã QR đã in không mở được nữa; báo cáo đã gửi vẫn giữ.")
    elif verb == MAIL and link and unit.email:
        letter = unit_letters.send_link(link, owed_by(unit), request.build_absolute_uri(link.address))
        messages.success(request, f"Thư gửi {letter.to}: {letter.get_state_display().lower()}. Xem ở Sổ thư.")
    else:
        messages.warning(request, "Đường dẫn này vừa đổi. Hãy xem lại.")


PATHS = [
    path("<int:pk>/duong-dan/", show, name="meetings_unit_link"),
    path("<int:pk>/duong-dan/phieu/", sheet, name="meetings_unit_link_sheet"),
]
