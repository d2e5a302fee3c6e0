"""The lists behind every session: the council and the units."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from ..models import Council, Unit, UnitName
from ..vietnamese import fold


def refuse_taken(name, unit):
    """A name leads to one unit only."""
    taken = UnitName.objects.filter(folded=fold(name)).exclude(unit=unit.pk).select_related("unit").first()
    if taken:
        raise ValidationError(f"“{name}” đã là tên của đơn vị “{taken.unit}”.")


class UnitForm(forms.ModelForm):
    class Meta:
        model = Unit
        fields = ("name", "short_name", "kind", "active", "email")

    def clean(self):
        for name in filter(None, (self.cleaned_data.get("name"), self.cleaned_data.get("short_name"))):
            refuse_taken(name, self.instance)


class UnitNameForm(forms.ModelForm):
    def clean_name(self):
        name = self.cleaned_data["name"]
        refuse_taken(name, self.instance.unit)
        return name


class UnitNameInline(admin.TabularInline):
    model = UnitName
    form = UnitNameForm
    fields = ("name",)
    extra = 1


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin):
    form = UnitForm
    inlines = [UnitNameInline]
    list_display = ("name", "short_name", "kind", "active")
    list_filter = ("kind", "active")
    search_fields = ("name",)
    actions = None

    def get_search_results(self, request, queryset, search_term):
        """Accents aside, by any of the unit's names."""
        return (queryset.matching(search_term) if search_term.strip() else queryset), False


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
    list_display = ("short_name", "locality", "valid_from", "valid_to")
    actions = None
