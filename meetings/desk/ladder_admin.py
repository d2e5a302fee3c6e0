"""The admin of the office's ladder: a row for each step."""

from django.contrib import admin

from ..models import LadderStep
from ..vietnamese import upper_first
from .merging.one_row import MergesStaleSaves


@admin.register(LadderStep)
class LadderStepAdmin(MergesStaleSaves, admin.ModelAdmin):
    fields = ("days", "side", "action", "is_on")
    list_display = ("when", "action", "is_on")
    list_display_links = ("when",)
    actions = None
    noun = "bước"
    none_yet = "Chưa có bước nhắc việc nào."
    who_begins = "Người quản trị thêm bước."

    @admin.display(description="Khi nào")
    def when(self, step):
        return upper_first(step.when)

    def has_delete_permission(self, request, obj=None):
        """A step that is not wanted is off."""
        return False
