"""The views of pasting: one splits a passage into rows to look at, one adds a unit.

The rows are not stored here: they go into the form and are saved with it.
"""

import json
import re

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...models import Council, Unit
from ...vietnamese import squeeze, tidy
from .. import pasted
from ..unit_admin import UnitForm

LARGEST_WORKBOOK = 5_000_000
_MOST_ANSWERS = 200
_LONGEST_ANSWERS = 60_000
_KEY = re.compile(r"[0-9]{1,18}")


@never_cache
@require_POST
def split(request):
    """The rows of the posted `text` for the section `kind`; `answers` are the clerk's for unknown units."""
    if not may_edit(request.user):
        raise PermissionDenied
    council = Council.objects.in_office()
    try:
        rows = pasted.split(
            request.POST.get("kind", ""),
            request.POST.get("text", ""),
            council=council and council.to_record(),
            answers=_answers(request.POST.get("answers")),
        )
    except pasted.Unsplittable as reason:
        return _refused(str(reason))
    return JsonResponse(rows.to_data())


@never_cache
@require_POST
def workbook(request):
    """The posted Excel file as the text that its cells give when they are copied."""
    if not may_edit(request.user):
        raise PermissionDenied
    if (file := request.FILES.get("tep")) is None or file.size > LARGEST_WORKBOOK:
        return _refused("Hãy chọn một tệp Excel .xlsx đến 5 MB, hoặc chép các ô trong Excel rồi dán vào đây.")
    from ...readers.inputs.xlsx_text import xlsx_text
    from ...readers.post_text import UnreadablePost

    try:
        return JsonResponse({"text": xlsx_text(file.read())})
    except UnreadablePost as fault:
        return _refused(f"Chưa đọc được tệp này: {fault}. Hoặc chép các ô trong Excel rồi dán vào đây.")


@never_cache
@require_POST
def add_unit(request):
    """The unit with the posted name; a new one where there is none."""
    if not (may_edit(request.user) and request.user.has_perm("meetings.add_unit")):
        raise PermissionDenied
    name = squeeze(tidy(request.POST.get("name", "")))
    if known := Unit.objects.called(name):
        return _unit_response(known)
    form = UnitForm({"name": name, "kind": Unit.Kind.STATE, "active": "on"})
    if added := _saved(form):
        return _unit_response(added, status=201)
    if known := Unit.objects.called(name):
        return _unit_response(known)
    reasons = [message for messages in form.errors.values() for message in messages]
    return _refused(" ".join(reasons) or "Chưa thêm được đơn vị này. Hãy bấm lần nữa.")


def _saved(form):
    """The unit; None where the form has errors or another request just added a unit with that name."""
    try:
        with transaction.atomic():
            return form.save() if form.is_valid() else None
    except IntegrityError:
        return None


def _unit_response(unit, status=200):
    return JsonResponse({"id": str(unit.pk), "text": unit.name}, status=status)


def may_edit(user):
    return user.has_perm("meetings.add_session") or user.has_perm("meetings.change_session")


def _answers(posted):
    """{name: unit's id, or "" to leave the name in the words} as {name: unit or None}."""
    chosen = _read(posted or "{}")
    if chosen is None:
        raise pasted.Unsplittable("Không đọc được các đơn vị bạn đã chọn. Hãy tải lại trang rồi dán lại.")
    units = Unit.objects.in_bulk({int(key) for key in chosen.values() if key})
    return {name: units.get(int(key)) if key else None for name, key in chosen.items()}


def _read(posted):
    """{name: the unit's key in digits, or ""}; None for any other text."""
    try:
        answers = json.loads(posted) if len(posted) <= _LONGEST_ANSWERS else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(answers, dict) or len(answers) > _MOST_ANSWERS:
        return None
    chosen = {name: str(key or "") for name, key in answers.items()}
    return chosen if all(not key or _KEY.fullmatch(key) for key in chosen.values()) else None


def _refused(reason):
    return JsonResponse({"error": reason}, status=400)


PATHS = [
    path("tach-van-ban/", split, name="meetings_session_paste"),
    path("tach-van-ban/bang-tinh/", workbook, name="meetings_session_paste_workbook"),
    path("tach-van-ban/don-vi-moi/", add_unit, name="meetings_session_paste_unit"),
]
