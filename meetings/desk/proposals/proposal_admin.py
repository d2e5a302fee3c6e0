"""The admin of proposals: a list of what awaits, and a page to decide on one."""

from django.contrib import admin
from django.urls import path

from ...models import Proposal
from . import proposal_list, proposal_page


@admin.register(Proposal)
class ProposalAdmin(admin.ModelAdmin):
    def get_urls(self):
        """Nothing is added, changed or deleted here: each view asks for the permission itself."""
        guarded = self.admin_site.admin_view
        return [
            path("", guarded(proposal_list.show), name="meetings_proposal_changelist"),
            path("<int:pk>/", guarded(proposal_page.show), name="meetings_proposal_change"),
            path("<int:pk>/tep/", guarded(proposal_page.file), name="meetings_proposal_file"),
        ]

    def has_add_permission(self, request, obj=None):
        return False
