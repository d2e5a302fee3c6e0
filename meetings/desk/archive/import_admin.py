"""Registers the review of old posts in the admin: it has pages of its own and none of the admin's forms."""

from django.contrib import admin

from ...models import ImportBatch
from ..staff_paths import staff_paths
from . import (
    accept_all_page,
    batch_admin,
    batch_page,
    council_decision,
    decision_views,
    give_back_page,
    mend_page,
    post_page,
    units_page,
)


@admin.register(ImportBatch)
class ImportBatchAdmin(admin.ModelAdmin):
    def get_urls(self):
        """Each view checks the permissions it needs."""
        pages = (
            *(batch_admin, batch_page, council_decision, accept_all_page, units_page),
            *(post_page, mend_page, decision_views, give_back_page),
        )
        return staff_paths(self.admin_site, *(page.PATHS for page in pages))

    def has_delete_permission(self, request, obj=None):
        return False
