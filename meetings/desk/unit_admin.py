"""The admin of units, with every name of a unit."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from ..models import Unit, UnitName
from ..vietnamese import fold
from . import unit_link_page, unit_work_page
from .merging.one_row import MergesStaleSaves
from .staff_paths import staff_paths


def fault_of(name, unit_id):
    """Why `name` cannot be a name of the unit, or "": a name belongs to one unit, and the column must hold it."""
    if len(fold(name)) > UnitName._meta.get_field("folded").max_length:
        return "Tên này quá dài. Hãy viết gọn lại."
    other = UnitName.objects.filter(folded=fold(name)).exclude(unit=unit_id).select_related("unit").first()
    return f"“{name}” đã là tên của đơn vị “{other.unit}”." if other else ""


class UnitForm(forms.ModelForm):
    class Meta:
        model = Unit
        fields = ("name", "short_name", "kind", "active", "email", "head_email")

    def clean(self):
        for field in ("name", "short_name"):
            if fault := fault_of(self.cleaned_data.get(field, ""), self.instance.pk):
                self.add_error(field, fault)


class UnitNameForm(forms.ModelForm):
    def clean_name(self):
        name = self.cleaned_data["name"]
        if fault := fault_of(name, self.instance.unit_id):
            raise ValidationError(fault)
        return name


class UnitNameRows(forms.BaseInlineFormSet):
    def clean(self):
        """No name is repeated: among the typed rows, the stored rows and the unit's own two names."""
        super().clean()
        seen = {fold(self.instance.name), fold(self.instance.short_name)}
        stored = set(self.instance.names.values_list("folded", flat=True)) if self.instance.pk else set()
        for form in self.forms:
            name = form.cleaned_data.get("name", "") if form.is_valid() else ""
            folded = fold(name)
            if not name or folded == form.instance.folded or self._should_delete_form(form):
                continue
            if folded in seen | stored:
                form.add_error("name", f"“{name}” đã là tên của đơn vị này.")
            seen.add(folded)


class UnitNameInline(admin.TabularInline):
    model = UnitName
    form = UnitNameForm
    formset = UnitNameRows
    fields = ("name",)
    extra = 1


@admin.register(Unit)
class UnitAdmin(MergesStaleSaves, admin.ModelAdmin):
    form = UnitForm
    inlines = [UnitNameInline]
    list_display = ("name", "short_name", "kind", "email", "active", "work")
    list_filter = ("kind", "active")
    search_fields = ("name",)
    search_help_text = "Tìm, không cần gõ dấu"
    actions = None
    noun = "đơn vị"
    none_yet = "Chưa có đơn vị nào. Có danh mục thì tên đơn vị trong chỉ đạo được nhận ra khi dán và khi nhập bài cũ."
    who_begins = "Văn thư hoặc Chánh Văn phòng thêm đơn vị."

    @admin.display(description="Việc")
    def work(self, unit):
        return format_html('<a href="{}">Việc của đơn vị</a>', reverse("admin:meetings_unit_work", args=[unit.pk]))

    def get_urls(self):
        from .succession import succession_page  # its form asks fault_of above

        pages = succession_page.UNIT_PATHS, unit_link_page.PATHS, unit_work_page.PATHS
        return staff_paths(self.admin_site, *pages) + super().get_urls()

    def get_search_results(self, request, queryset, search_term):
        """By any name of the unit, accents aside; the autocomplete of a directive offers active units only."""
        found = queryset.matching(search_term) if search_term.strip() else queryset
        if request.resolver_match.url_name == "autocomplete":
            found = found.filter(active=True).best_first(search_term)
        return found, False
