"""The widgets to choose units: Django's autocomplete, without a query for each row."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from ..primary_keys import as_pk


class _KnownChoices:
    """Takes the names of the chosen units from `names`, which the formset fills with one query."""

    names = None

    def optgroups(self, name, value, attrs=None):
        chosen = [str(pk) for pk in value if as_pk(pk)]
        if self.names is None or any(pk not in self.names for pk in chosen):
            return super().optgroups(name, chosen, attrs)
        groups = [(None, [], 0)]
        if not self.allow_multiple_selected:
            groups[0][1].append(self.create_option(name, "", "", False, 0))
        for index, pk in enumerate(chosen, start=1):
            groups[0][1].append(self.create_option(name, pk, self.names[pk], True, index))
        return groups

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | self.select2_attrs


class UnitSelect(_KnownChoices, AutocompleteSelect):
    select2_attrs = {"data-placeholder": "chưa giao đơn vị nào", "data-allow-clear": "true"}


class UnitsSelect(_KnownChoices, AutocompleteSelectMultiple):
    select2_attrs = {"data-placeholder": "+ đơn vị", "data-allow-clear": "false"}
