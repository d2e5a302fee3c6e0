"""One screen per session: its words, its rows, a look at what they become, and the next step."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from ..models import Session
from ..models.fields import ProseField
from ..models.workflow import VERBS
from . import preview, verbs
from .forms import SessionForm
from .inlines import AgendaInline, AttendeeInline, DirectiveInline


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):
    form = SessionForm
    change_form_template = "admin/session/form.html"
    inlines = [AttendeeInline, AgendaInline, DirectiveInline]
    list_display = ("__str__", "kind", "held_on", "state", "posted_at")
    list_filter = ("state", "kind", "year")
    list_select_related = ("council",)
    list_per_page = 25
    actions = None
    save_on_top = True
    fieldsets = (
        (
            "Thời gian, địa điểm",
            {
                "fields": (
                    ("council", "kind", "expanded"),
                    ("belongs_to", "ordinal", "held_on", "starts_at", "ends_at"),
                    "venue",
                    "title",
                    "opening",
                    "attendance",
                    "seen_version",
                )
            },
        ),
        ("Đánh giá của chủ trì, lời dẫn vào chỉ đạo", {"fields": ("assessment", "directives_intro")}),
        ("Lời kết", {"fields": ("closing",)}),
    )
    formfield_overrides = {
        models.TimeField: {"widget": forms.TimeInput(attrs={"class": "vTimeField", "placeholder": "08:30"})},
        ProseField: {"widget": forms.Textarea(attrs={"rows": 4, "class": "prose"})},
    }

    def get_changeform_initial_data(self, request):
        from ..models import Council

        council = Council.objects.order_by("-valid_from", "pk").first()
        return {"council": council.pk if council else None, **super().get_changeform_initial_data(request)}

    def save_model(self, request, session, form, change):
        if change:
            session.version += 1
        super().save_model(request, session, form, change)

    def response_change(self, request, session):
        return self._on_to_verb(request, session) or super().response_change(request, session)

    def response_add(self, request, session, post_url_continue=None):
        return self._on_to_verb(request, session) or super().response_add(request, session, post_url_continue)

    def _on_to_verb(self, request, session):
        """The next step saves first, then asks on a page of its own."""
        if (name := request.POST.get("_verb")) in VERBS:
            return HttpResponseRedirect(reverse("admin:meetings_session_verb", args=[session.pk, name]))

    def get_urls(self):
        """Each room of the desk names its own addresses under a session; all are for logged-in staff."""
        rooms = (preview, verbs)
        own = [
            path(each.pattern._route, self.admin_site.admin_view(each.callback), name=each.name)
            for room in rooms
            for each in room.PATHS
        ]
        return own + super().get_urls()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        session = self.get_object(request, object_id)
        extra = {"verbs": session.verbs_for(request.user) if session else [], **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra)

    def has_change_permission(self, request, obj=None):
        """What awaits approval or was published is read-only until it is sent back or reopened."""
        return super().has_change_permission(request, obj) and (obj is None or obj.is_editable)

    def get_search_results(self, request, queryset, search_term):
        return queryset, False

    def has_delete_permission(self, request, obj=None):
        """What was issued is kept: a session with editions cannot be deleted."""
        kept = obj is not None and (not obj.is_editable or obj.editions.exists())
        return super().has_delete_permission(request, obj) and not kept
