"""Nobody's words are overwritten, in any form of the desk that edits a row: a stale save is shown both sides first.

What the form showed when it was opened is signed into it; the save locks the row and looks whether it still says so.
The lock holds until the save is done, so that nobody comes between the look and the save.
"""

from copy import copy
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import quote, unquote
from django.db import transaction
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst

from ...models.user_names import known_as
from ..primary_keys import as_pk
from .changed_places import RowPlaces
from .conflict import MINE, THEIRS
from .merge_screen import clock, line, question
from .overlap import Overlap
from .screen_data import shown, sign


@dataclass(frozen=True)
class Asked:
    """What the page says of the row: its name, where its form stands, and who saved it last."""

    title: str
    back: str
    last: LogEntry | None


def locked(model, pk):
    """Waits for whoever is saving the row, and keeps it until the transaction ends; on SQLite the transaction itself
    does, being the only one that writes."""
    if (pk := as_pk(pk)) is not None:
        return model._base_manager.select_for_update(of=("self",)).filter(pk=pk).first()


def begun(request, form, formsets=()):
    """What the form carries along: where one began. What was posted goes before what would be begun now."""
    return request.POST.get("_base") or sign(shown(form, formsets))


def meet(request, form, formsets, asked):
    """The page that shows both sides; None where nothing would be overwritten, and the form may go on. The forms are
    unbound, over what is stored now; the row is locked."""
    if "_base" not in request.POST:
        return None
    overlap = Overlap(request, request.POST.copy(), form, formsets, RowPlaces(form, formsets))
    if overlap.start.screen == overlap.theirs:
        return None
    if "_met" not in request.POST and any(each.whose != MINE for each in overlap.found):
        overlap.refused = [file.name for file in request.FILES.values()]
    if not overlap.is_settled:
        return _page(overlap, asked)
    request.POST = overlap.merged_post()
    return None


def last_save(row):
    entries = LogEntry.objects.filter(content_type__model=row._meta.model_name, object_id=str(row.pk))
    return entries.select_related("user").order_by("-action_time", "-pk").first() if row.pk else None


def _page(overlap, asked):
    places = sorted(overlap.found, key=lambda each: overlap.place_of(each)[0])
    questions = [question(overlap, place) for place in places if place.is_asked]
    who = asked.last.user if asked.last else None
    own = who == overlap.request.user
    context = {
        **admin.site.each_context(overlap.request),
        "title": asked.title,
        "back": asked.back,
        "who": "Bạn, ở một cửa sổ khác," if own else known_as(who) if who else "Có người",
        "short": "cửa sổ kia" if own else (who.first_name or known_as(who)) if who else "người kia",
        "at": clock(asked.last.action_time) if asked.last else "",
        "since": clock(overlap.start.at) if overlap.start.at else "",
        "met": overlap.now,
        "base": overlap.post.get("_base", ""),
        "tried": "_met" in overlap.post,
        "asked": questions,
        "open": sum(not each["chosen"] for each in questions),
        "taken": [line(overlap, place) for place in places if place.whose == THEIRS],
        "own": [line(overlap, place) for place in places if place.whose == MINE],
        "files": overlap.refused,
        "inputs": overlap.typed_inputs(),
    }
    return render(overlap.request, "admin/overlap.html", context, status=409)


class NothingOverwritten:
    """For a ModelAdmin: its form of a stored row."""

    change_form_template = "admin/row_form.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or not object_id:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            row = locked(self.model, unquote(object_id)) and self.get_object(request, unquote(object_id))
            if row is not None and self.has_change_permission(request, row) and (answer := self._meet(request, row)):
                return answer
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _meet(self, request, row):
        fresh = copy(request)
        fresh.method = "GET"
        form = self.get_form(request, row, change=True)(instance=row)
        formsets = self._create_formsets(fresh, row, change=True)[0]
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[quote(row.pk)])
        name = f"{capfirst(self.opts.verbose_name)}: {row}"
        return meet(request, form, formsets, Asked(name, back, last_save(row)))

    def render_change_form(self, request, context, change=False, obj=None, **kwargs):
        if change and self.has_change_permission(request, obj):
            formsets = [each.formset for each in context["inline_admin_formsets"]]
            context["base"] = begun(request, context["adminform"].form, formsets)
        return super().render_change_form(request, context, change=change, obj=obj, **kwargs)
