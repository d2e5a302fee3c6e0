"""Directives and their tasks in the form: a task names its directive, whatever the order of the rows."""

from ...models import Unit
from ..primary_keys import as_pk
from .row_formsets import RowFormSet

GONE = "Chỉ đạo phía trên việc này đã bị bỏ. Hãy bỏ cả việc này, đưa ra cấp ngoài hoặc đặt dưới chỉ đạo khác."
TOO_DEEP = "Một việc chỉ đứng dưới một chỉ đạo, không đứng dưới một việc khác."


class DirectiveRows(RowFormSet):
    """Each row has a cell "under" with its parent row. The unit names of all rows are looked up in one query."""

    products = ("báo cáo", "kế hoạch", "văn bản trả lời", "tờ trình", "dự thảo nghị quyết", "danh sách")
    """Offered for what is to come out of a directive; other words may be typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.queryset = self.queryset.prefetch_related("coordinations__unit").select_related("lead_unit", "parent")
        self._unit_names = None

    def get_form_kwargs(self, index):
        if self._unit_names is None:
            self._unit_names = {str(pk): name for pk, name in self._units()}
        return {**super().get_form_kwargs(index), "unit_names": self._unit_names, "since": self.instance.held_on}

    def _units(self):
        rows = list(self.get_queryset()) if self.instance.pk else []
        known = {
            (coordination.unit.pk, coordination.unit.name) for row in rows for coordination in row.coordinations.all()
        }
        known |= {(row.lead_unit.pk, row.lead_unit.name) for row in rows if row.lead_unit}
        return known | set(Unit.objects.filter(pk__in=self._posted()).values_list("pk", "name"))

    def _posted(self):
        """The chosen units of a posted form, for the case that it is shown again with its errors."""
        fields = [key for key in self.data if key.endswith(("-lead_unit", "-coordinators"))] if self.is_bound else []
        return {pk for key in fields for pk in self.data.getlist(key) if as_pk(pk)}

    def clean(self):
        super().clean()
        self.heads = {}
        rows = {self.key(form): form for form in self.forms if self._is_kept(form)}
        for form in rows.values():
            if fault := self._place(form, rows):
                form.add_error(None, fault)

    @staticmethod
    def key(form):
        """The name of the row in the cell "under": its key, or "+" and its place for a new row."""
        return f"+{form.prefix.rpartition('-')[2]}" if form.instance._state.adding else str(form.instance.pk)

    def _is_kept(self, form):
        return hasattr(form, "cleaned_data") and not form.is_blank and not self._should_delete_form(form)

    def _place(self, form, rows):
        """The error of the row's parent, or ""; a valid parent goes into `heads`."""
        named = form.cleaned_data.get("under", "")
        if not named:
            return ""
        head = rows.get(named)
        if head is None:
            return GONE
        if head is form or head.cleaned_data.get("under"):
            return TOO_DEEP
        self.heads[form] = head
        return ""

    def save(self, commit=True):
        """New directives are saved first, because their tasks need their key."""
        self.give_places()
        added = [form for form in self.extra_forms if self._is_kept(form) and form not in self.heads]
        self.saved_first = {form: self.save_new(form, commit=commit) for form in added}
        for form, head in self.heads.items():
            form.instance.parent = head.instance
        for form in self.initial_forms:
            if form not in self.heads:
                form.instance.parent = None
        return super().save(commit)

    def save_new(self, form, commit=True):
        saved = getattr(self, "saved_first", {})
        return saved[form] if form in saved else super().save_new(form, commit)

    def delete_existing(self, row, commit=True):
        """The row may be gone already: a directive is deleted with its tasks."""
        if not commit or type(row).objects.filter(pk=row.pk).exists():
            super().delete_existing(row, commit)
