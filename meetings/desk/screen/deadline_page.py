"""What the line under the box of a deadline says while it is typed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from ...models import PlenarySitting
from ..office_time import today
from ..typed_days import NoSuchDay, read_day
from . import deadlines


@require_safe
def read_back(request):
    """{"said": "hạn 30/04/2027, thứ Sáu, còn 151 ngày", "fault": false} for `?chu=cuối tháng 4&ngay=10/11/2026`."""
    if not request.user.has_perm("meetings.change_session"):
        raise PermissionDenied
    typed = request.GET.get("chu", "").strip()
    try:
        deadline = deadlines.read(typed, _given_on(request), PlenarySitting.objects.coming())
    except ValidationError as why:
        return JsonResponse({"said": why.messages[0], "fault": True})
    said = deadlines.read_back(deadline, today())
    is_short = deadline.due_on and not deadline.due_text and typed != str(deadline)
    return JsonResponse({"said": f"hạn {deadline}, {said}" if is_short else said, "fault": False})


def _given_on(request):
    try:
        return read_day(request.GET.get("ngay", ""))
    except NoSuchDay:
        return None


PATHS = [path("doc-thoi-han/", read_back, name="meetings_session_deadline")]
