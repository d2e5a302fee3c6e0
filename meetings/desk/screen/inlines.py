"""The inlines of the session form: attendees, agenda items, directives."""

from django.contrib import admin
from django.urls import reverse_lazy
from django.utils.text import format_lazy

from ...models import AgendaItem, Attendee, Directive
from ...models.text_fields import LineField, ProseField
from ..plain_widgets import PlainWidgets
from .deadlines import Deadline
from .directive_rows import DirectiveForm
from .row_formsets import GrowingText, RowForm, RowFormSet, WrappedLine
from .tree import DirectiveRows
from .vote_form import FIELDS as VOTE
from .vote_form import AgendaForm


class RowInline(PlainWidgets):
    extra = 1
    """One spare row, for a browser without JavaScript."""
    form = RowForm
    formset = RowFormSet
    template = "admin/session/rows.html"
    noun = "dòng"
    placeholders = {}
    wide = ()
    """The one-line fields whose cells wrap."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        hint = {"placeholder": self.placeholders.get(db_field.name, "")}
        if isinstance(db_field, LineField) and db_field.name in self.wide:
            kwargs |= {"form_class": WrappedLine, "widget": GrowingText(hint)}
        if isinstance(db_field, ProseField) and "widget" not in kwargs:
            kwargs["widget"] = GrowingText({"class": "printed prose", **hint}, across=80)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return field
        if db_field.name == "order":
            field.widget.attrs |= {"class": "order"}
            field.required, field.initial, field.empty_value = False, None, 0
        elif hint["placeholder"]:
            field.widget.attrs |= hint
            field.help_text = ""
        return field


class AttendeeInline(RowInline, admin.TabularInline):
    model = Attendee
    fields = ("order", "name", "position", "role", "headcount", "presence", "reason", "delegate")
    template = "admin/session/roster.html"
    verbose_name = noun = "người"
    placeholders = {"name": "không ghi tên", "headcount": "1", "reason": " ", "delegate": "người dự thay"}
    wide = ("position", "reason")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("invitation")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Names and posts are suggested from earlier sessions."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("name", "position"):
            address = format_lazy("{}?truong={}", reverse_lazy("admin:meetings_session_suggest"), db_field.name)
            field.widget.attrs |= {"data-suggest": address}
        if db_field.name == "name":
            field.widget.attrs |= {"data-suggest-fills": "position"}
        return field


class AgendaInline(RowInline, admin.StackedInline):
    model = AgendaItem
    form = AgendaForm
    fieldsets = (
        ("Thứ tự", {"fields": ("order",), "classes": ("cell-order",)}),
        (
            "Nội dung · Tóm tắt · Ý kiến · Kết luận",
            {
                "fields": ("title", "presenter", "summary", "opinions", *VOTE, "conclusion"),
                "classes": ("cell-words",),
            },
        ),
        ("Công khai", {"fields": ("is_public", "opinions_public"), "classes": ("cell-last",)}),
    )
    noun = "nội dung"
    placeholders = {
        "title": "Tên nội dung",
        "presenter": "người hoặc cơ quan trình bày",
        "opinions": "mỗi dòng một ý kiến; chỉ lưu nội bộ nếu không chọn công khai",
        "conclusion": "chưa có kết luận",
        "summary": "để trống được",
        **dict.fromkeys(VOTE[3:6], "ghi họ tên nếu biểu quyết đích danh, mỗi dòng một người"),
    }
    wide = ("title", "presenter")


class DirectiveInline(RowInline, admin.StackedInline):
    model = Directive
    form = DirectiveForm
    formset = DirectiveRows
    fieldsets = (
        ("Thứ tự", {"fields": ("order", "under"), "classes": ("cell-order",)}),
        ("Về việc · Nội dung phải làm", {"fields": ("topic", "task", "assignment"), "classes": ("cell-words",)}),
        ("Đơn vị", {"fields": ("lead_unit", "coordinators"), "classes": ("cell-units",)}),
        ("Thời hạn", {"fields": ("due", "product", "is_public"), "classes": ("cell-last",)}),
    )
    noun = "chỉ đạo"

    @admin.display(description="Thuộc chỉ đạo")
    def under(self, directive):
        """Read-only, as the next two."""
        return str(directive.parent or "-")

    @admin.display(description="Phối hợp")
    def coordinators(self, directive):
        """Read-only, where the session may not be edited."""
        return ", ".join(coordination.unit.name for coordination in directive.coordinations.all()) or "-"

    @admin.display(description="Thời hạn")
    def due(self, directive):
        return str(Deadline(directive.due_on, directive.due_text)) or "-"
