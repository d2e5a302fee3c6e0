"""Where Django finds the review of old posts: pages of our own, nothing of its usual forms."""

from django.contrib import admin
from django.urls import path

from ...models import ImportBatch
from . import accept_all_page, batch_admin, batch_page, council_decision, decision_views, post_page, units_page


@admin.register(ImportBatch)
class ImportBatchAdmin(admin.ModelAdmin):
    def get_urls(self):
        """Each view asks for the permissions it needs."""
        guarded = self.admin_site.admin_view
        rooms = (batch_admin, batch_page, council_decision, accept_all_page, units_page, post_page, decision_views)
        return [
            path(each.pattern._route, guarded(each.callback), name=each.name) for room in rooms for each in room.PATHS
        ]

    def has_delete_permission(self, request, obj=None):
        return False
