"""The admin of sessions: one form with all rows of a session, and the pages under its address."""

from django.contrib import admin, messages
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.urls import reverse

from ..models import Council, PaperMove, Session
from ..models.workflow import DRAFT, VERBS
from . import open_forms, preview, workflow_pages
from .archive import beside
from .attachments import attachment_view
from .attachments.inline import AttachmentInline
from .comparing import comparison_page
from .history import history_page
from .home import session_list
from .merging import browser_drafts, merge_request
from .papers import answers_page, dossier_page, draft_page, issue_page, papers_page, verb_page
from .pasted import paste_view, suggestions, whole_screen, whole_view
from .plain_widgets import PlainWidgets
from .preparing import prepare_page
from .screen import checklist, deadline_page, screen_sections
from .screen.inlines import AgendaInline, AttendeeInline, DirectiveInline
from .screen.row_forms import SessionForm
from .staff_paths import staff_paths
from .walkthrough import walkthrough_page

TRIES = 4


def _musts(session):
    stored = Session.objects.with_rows().get(pk=session.pk)
    return checklist.musts(checklist.items(stored))


@admin.register(Session)
class SessionAdmin(PlainWidgets, admin.ModelAdmin):
    form = SessionForm
    change_form_template = "admin/session/form.html"
    inlines = [AttendeeInline, AgendaInline, DirectiveInline, AttachmentInline]
    actions = None
    save_on_top = True
    fieldsets = (
        (
            "Thời gian, địa điểm",
            {
                "fields": (
                    ("kind", "belongs_to", "ordinal", "held_on", "starts_at", "ends_at", "expanded"),
                    ("venue", "title", "council"),
                    "opening",
                )
            },
        ),
        ("Thành phần", {"fields": ("attendance",)}),
        ("Đánh giá", {"fields": ("assessment",)}),
        ("Chỉ đạo", {"fields": ("directives_intro", "closing")}),
    )

    @admin.display(description="Thuộc tháng")
    def belongs_to(self, session):
        """Read-only, where the session may not be edited."""
        return f"{session.month:02d}/{session.year}"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A stale save goes to the merge page; the browser deletes its draft only after a save."""
        if object_id and (answer := merge_request.merge_page_if_stale(self, request, object_id)):
            return answer
        answer = self._try_again(super().changeform_view, request, object_id, form_url, extra_context)
        return browser_drafts.mark_saved(request, answer, object_id)

    @staticmethod
    def _try_again(view, *args):
        """Another request may store the month's session or its address in the same moment; the next try sees it."""
        for _ in range(TRIES - 1):
            try:
                return view(*args)
            except IntegrityError:
                continue
        return view(*args)

    def render_change_form(self, request, context, **kwargs):
        context["kept"] = browser_drafts.form_context(request, context)
        sections = screen_sections.context(context["adminform"], context["inline_admin_formsets"], request.user)
        old_post = beside.context(request.user, context.get("original"))
        whole = whole_screen.context(request.user, context)
        return super().render_change_form(request, {**context, **sections, **old_post, **whole}, **kwargs)

    def get_changeform_initial_data(self, request):
        council = Council.objects.in_office()
        return {"council": council.pk if council else None, **super().get_changeform_initial_data(request)}

    def save_model(self, request, session, form, change):
        """A stored session is saved in save_related, which knows whether anything changed."""
        if not change:
            super().save_model(request, session, form, change)

    def save_related(self, request, form, formsets, change):
        session = form.instance
        if change and any(formset.has_changed() for formset in (form, *formsets)):
            session.version += 1
            super().save_model(request, session, form, change)
        super().save_related(request, form, formsets, change)

    def response_change(self, request, session):
        return self._verb_page(request, session) or super().response_change(request, session)

    def response_add(self, request, session, post_url_continue=None):
        return self._verb_page(request, session) or super().response_add(request, session, post_url_continue)

    def _verb_page(self, request, session):
        """A verb saves the form first, then asks on a page of its own; sending a draft asks nothing more, since its
        sender can take it back."""
        name = request.POST.get("_verb")
        if name in screen_sections.SAVING_VERBS and (musts := _musts(session)):
            messages.warning(request, f"Đã lưu, chưa làm tiếp được: {'; '.join(item.text for item in musts)}")
            where = reverse("admin:meetings_session_change", args=[session.pk])
            return HttpResponseRedirect(f"{where}#{musts[0].anchor}")
        if name == "submit" and session.state == DRAFT:
            return workflow_pages.submit(request, session)
        if name in VERBS:
            return HttpResponseRedirect(reverse("admin:meetings_session_verb", args=[session.pk, name]))

    def get_urls(self):
        pages = (
            merge_request,
            open_forms,
            preview,
            workflow_pages,
            comparison_page,
            attachment_view,
            prepare_page,
            paste_view,
            whole_view,
            suggestions,
            deadline_page,
            papers_page,
            answers_page,
            dossier_page,
            draft_page,
            issue_page,
            verb_page,
            walkthrough_page,
        )
        own = staff_paths(self.admin_site, *(page.PATHS for page in pages))
        return own + super().get_urls()

    def has_change_permission(self, request, obj=None):
        """A session that awaits approval or was published is read-only until it is sent back or reopened."""
        return super().has_change_permission(request, obj) and (obj is None or obj.is_editable)

    def changelist_view(self, request, extra_context=None):
        return session_list.show(self, request)

    def history_view(self, request, object_id, extra_context=None):
        return history_page.timeline_view(request, object_id)

    def has_delete_permission(self, request, obj=None):
        """A session that was ever submitted or issued cannot be deleted: its history is kept."""
        kept = obj is not None and (
            not obj.is_editable
            or obj.state_changes.exists()
            or obj.editions.exists()
            or PaperMove.objects.filter(draft__session=obj).exists()
        )
        return super().has_delete_permission(request, obj) and not kept
