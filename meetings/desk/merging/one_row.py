"""A stale save of any row but a session: it shows the merge page and overwrites nothing.

The form carries the signed values that it showed when it was opened. A save locks the row and compares these values
with the stored ones. It holds the lock until it is done, so that no other save comes in between.
"""

from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import quote, unquote
from django.db import transaction
from django.urls import reverse
from django.utils.text import capfirst

from ..desk_page import desk_page
from ..primary_keys import as_pk
from ..row_names import row_name
from .changed_places import RowFormLabels
from .conflict import MINE
from .merge_screen import clock, merge_context, saver_words
from .overlap import FormMerge, stored_forms
from .screen_data import form_values, sign_start


@dataclass(frozen=True)
class RowInfo:
    """The row in the words of the merge page: its name, the address of its form, and its last save."""

    title: str
    back: str
    last: LogEntry | None


def lock_row(model, pk):
    """The row, locked until the transaction ends; another save of the row waits here. On SQLite the transaction is
    the lock, because only one transaction writes at a time."""
    if (pk := as_pk(pk)) is not None:
        return model._base_manager.select_for_update(of=("self",)).filter(pk=pk).first()


def signed_start(request, form, formsets=()):
    """The signed start for the form's page; a posted start goes before the stored values."""
    return request.POST.get("_base") or sign_start(form_values(form, formsets))


def merge_page_if_stale(request, form, formsets, row):
    """The merge page; None where nothing would be overwritten and the form can be saved. The row is locked; the forms
    are unbound and show what is stored now."""
    if "_base" not in request.POST:
        return None
    merge = FormMerge(request, request.POST.copy(), form, formsets, RowFormLabels(form, formsets))
    if merge.start.values == merge.theirs:
        return None
    if "_met" not in request.POST and any(difference.whose != MINE for difference in merge.differences):
        merge.refused = [file.name for file in request.FILES.values()]
    if not merge.is_settled:
        return _page(merge, row)
    request.POST = merge.merged_post()
    return None


def last_save(row):
    entries = LogEntry.objects.filter(content_type__model=row._meta.model_name, object_id=str(row.pk))
    return entries.select_related("user").order_by("-action_time", "-pk").first() if row.pk else None


def _page(merge, row):
    context = {
        **merge_context(merge),
        **saver_words(row.last.user if row.last else None, merge.request.user),
        "title": row.title,
        "back": row.back,
        "at": clock(row.last.action_time) if row.last else "",
        "met": merge.stored_version,
        "base": merge.post.get("_base", ""),
    }
    return desk_page(merge.request, "overlap", context, status=409)


class MergesStaleSaves:
    """For a ModelAdmin: a stale save of a stored row goes to the merge page."""

    change_form_template = "admin/row_form.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or not object_id:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            row = lock_row(self.model, unquote(object_id)) and self.get_object(request, unquote(object_id))
            if (
                row is not None
                and self.has_change_permission(request, row)
                and (page := self._merge_page(request, row))
            ):
                return page
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _merge_page(self, request, row):
        form, formsets = stored_forms(self, request, row)
        back = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[quote(row.pk)])
        name = f"{capfirst(self.opts.verbose_name)}: {row_name(row)}"
        return merge_page_if_stale(request, form, formsets, RowInfo(name, back, last_save(row)))

    def render_change_form(self, request, context, change=False, obj=None, **kwargs):
        if change and self.has_change_permission(request, obj):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["base"] = signed_start(request, context["adminform"].form, formsets)
        return super().render_change_form(request, context, change=change, obj=obj, **kwargs)
