"""The record room as the desk sees it: to read, never to change."""

from django.contrib import admin

from ..models import Edition


class ReadOnly:
    actions = None

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("title", "kind", "sequence", "state", "issued_at", "issued_by")
    list_filter = ("kind", "state", "year")
    fields = ("title", "kind", "sequence", "state", "note", "issued_at", "issued_by", "replaces", "record_sha256")
    list_select_related = ("issued_by",)
