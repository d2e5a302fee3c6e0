"""The admin of directives: a list and a page for reports. The session's form edits their words."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path

from ...models import Directive
from ..staff_paths import staff_paths
from . import directive_list, list_files, period_page, progress_page


@admin.register(Directive)
class DirectiveAdmin(admin.ModelAdmin):
    def get_urls(self):
        """Only a list and a page for each: nothing is added, changed or deleted here."""
        guarded = self.admin_site.admin_view
        return [
            *staff_paths(self.admin_site, period_page.PATHS, list_files.PATHS),
            path("", guarded(self.changelist_view), name="meetings_directive_changelist"),
            path("<int:pk>/", guarded(self.change_view), name="meetings_directive_change"),
            path("<int:pk>/bao-cao/<int:report>/tep/", guarded(progress_page.file), name="meetings_report_file"),
            path(
                "<int:pk>/bao-cao/<int:report>/rut-lai/",
                guarded(self.take_back_view),
                name="meetings_directive_take_back",
            ),
        ]

    def has_add_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        self._refuse_strangers(request)
        return directive_list.show(request)

    def change_view(self, request, pk):
        self._refuse_strangers(request)
        return progress_page.show(request, pk)

    def take_back_view(self, request, pk, report):
        self._refuse_strangers(request)
        return progress_page.take_back(request, pk, report)

    def _refuse_strangers(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
