"""Paste to rows: a passage taken apart for a look, and a unit added where the clerk asks for it.

Nothing else is stored here: the rows go into the form, and are saved with it.
"""

import json

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...models import Council, Unit
from ...vietnamese import squeeze, tidy
from .. import pasted
from ..catalogue import UnitForm

_MOST_ANSWERS = 200


@never_cache
@require_POST
def split(request):
    """The rows in the posted `text` for the section `kind`; `answers` tells what the clerk said of unknown units."""
    if not may_edit(request.user):
        raise PermissionDenied
    council = Council.objects.order_by("-valid_from", "pk").first()
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
        return JsonResponse({"id": str(known.pk), "text": known.name})
    form = UnitForm({"name": name, "kind": Unit.Kind.STATE, "active": "on"})
    if not form.is_valid():
        return _refused(" ".join(message for messages in form.errors.values() for message in messages))
    unit = form.save()
    return JsonResponse({"id": str(unit.pk), "text": unit.name}, status=201)


def may_edit(user):
    return user.has_perm("meetings.add_session") or user.has_perm("meetings.change_session")


def _answers(posted):
    """{name: unit's id, or "" to leave the name in the words} as {name: unit or None}."""
    try:
        answers = json.loads(posted or "{}")
        chosen = {str(name): int(pk) if pk else None for name, pk in answers.items()}
    except (ValueError, TypeError, AttributeError):
        chosen = None
    if chosen is None or len(chosen) > _MOST_ANSWERS:
        raise pasted.Unsplittable("Không đọc được các đơn vị bạn đã chọn. Xin tải lại trang rồi dán lại.")
    units = Unit.objects.in_bulk(set(filter(None, chosen.values())))
    return {name: units.get(pk) for name, pk in chosen.items()}


def _refused(reason):
    return JsonResponse({"error": reason}, status=400)


PATHS = [
    path("tach-van-ban/", split, name="meetings_session_paste"),
    path("tach-van-ban/don-vi-moi/", add_unit, name="meetings_session_paste_unit"),
]
