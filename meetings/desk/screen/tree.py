"""Directives and the tasks under them on the screen: each task names its directive, whatever place the rows have."""

GONE = "Chỉ đạo phía trên việc này đã bị bỏ. Hãy bỏ cả việc này, đưa ra cấp ngoài hoặc đặt dưới chỉ đạo khác."
TOO_DEEP = "Một việc chỉ đứng dưới một chỉ đạo, không đứng dưới một việc khác."


class TreeOfRows:
    """A formset whose rows have a cell "under"; none is ever stored under another row than the one it names."""

    def clean(self):
        super().clean()
        self.heads = {}
        rows = {self.key(form): form for form in self.forms if self._stays(form)}
        for form in rows.values():
            if fault := self._place(form, rows):
                form.add_error(None, fault)

    @staticmethod
    def key(form):
        """How a task names the row: what is stored by its key, what is new by its place."""
        return f"+{form.prefix.rpartition('-')[2]}" if form.instance._state.adding else str(form.instance.pk)

    def _stays(self, form):
        return hasattr(form, "cleaned_data") and not form.is_blank and not self._should_delete_form(form)

    def _place(self, form, rows):
        """What is wrong with the row's place, or ""; a right one is noted."""
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
        """New directives first: what stands under them needs their key."""
        self.give_places()
        added = [form for form in self.extra_forms if self._stays(form) and form not in self.heads]
        self.saved_first = {form: self.save_new(form, commit=commit) for form in added}
        for form, head in self.heads.items():
            form.instance.parent = head.instance
        for form in self.initial_forms:
            if form not in self.heads:
                form.instance.parent = None
        return super().save(commit)

    def save_new(self, form, commit=True):
        known = getattr(self, "saved_first", {})
        return known[form] if form in known else super().save_new(form, commit)

    def delete_existing(self, row, commit=True):
        """A task may have gone with its directive a moment ago."""
        if not commit or type(row).objects.filter(pk=row.pk).exists():
            super().delete_existing(row, commit)
