"""Paste to rows: a passage taken apart for a look, and a unit added where the clerk asks for it.

Nothing else is stored here: the rows go into the form, and are saved with it.
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

_MOST_ANSWERS = 200
_LONGEST_ANSWERS = 60_000
_KEY = re.compile(r"[0-9]{1,18}")


@never_cache
@require_POST
def split(request):
    """The rows in the posted `text` for the section `kind`; `answers` tells what the clerk said of unknown units."""
    if not may_edit(request.user):
        raise PermissionDenied
    council = Council.objects.in_office()
    try:
        found = pasted.split(
            request.POST.get("kind", ""),
            request.POST.get("text", ""),
            council=council and council.to_record(),
            answers=_answers(request.POST.get("answers")),
        )
    except pasted.Unsplittable as reason:
        return _refused(str(reason))
    return JsonResponse(found.to_data())


@never_cache
@require_POST
def add_unit(request):
    """A new unit under the name the passage gives it; the unit that goes by that name already, if there is one."""
    if not (may_edit(request.user) and request.user.has_perm("meetings.add_unit")):
        raise PermissionDenied
    name = squeeze(tidy(request.POST.get("name", "")))
    if known := Unit.objects.called(name):
        return _told(known)
    form = UnitForm({"name": name, "kind": Unit.Kind.STATE, "active": "on"})
    if added := _saved(form):
        return _told(added, status=201)
    if known := Unit.objects.called(name):
        return _told(known)
    reasons = [message for messages in form.errors.values() for message in messages]
    return _refused(" ".join(reasons) or "Chưa thêm được đơn vị này. Xin bấm lần nữa.")


def _saved(form):
    """The unit; None where the form is refused, or somebody added a unit of that name in the same moment."""
    try:
        with transaction.atomic():
            return form.save() if form.is_valid() else None
    except IntegrityError:
        return None


def _told(unit, status=200):
    return JsonResponse({"id": str(unit.pk), "text": unit.name}, status=status)


def may_edit(user):
    return user.has_perm("meetings.add_session") or user.has_perm("meetings.change_session")


def _answers(posted):
    """{name: unit's id, or "" to leave the name in the words} as {name: unit or None}."""
    chosen = _read(posted or "{}")
    if chosen is None:
        raise pasted.Unsplittable("Không đọc được các đơn vị bạn đã chọn. Xin tải lại trang rồi dán lại.")
    units = Unit.objects.in_bulk({int(key) for key in chosen.values() if key})
    return {name: units.get(int(key)) if key else None for name, key in chosen.items()}


def _read(posted):
    """{name: the unit's key in digits, or ""}; None where the text is not that."""
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
    path("tach-van-ban/don-vi-moi/", add_unit, name="meetings_session_paste_unit"),
]
