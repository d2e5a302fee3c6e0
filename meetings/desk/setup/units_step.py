"""Step 3: the units that directives name: ticked in the usual list of the level, or pasted; e-mail may come later."""

import re
from itertools import groupby

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path

from ...council_names import level_of
from ...models import Unit
from ...vietnamese import fold, paragraphs, upper_first
from .steps import council_here, of_setup, saved_to, step_page
from .usual_units import usual_units

_LIST_MARK = re.compile(r"^\s*(?:[-–+•*]|\d{1,3}[.)]|[a-zđ]\))\s*")
LONGEST = Unit._meta.get_field("name").max_length


class UnitsForm(forms.Form):
    pasted = forms.CharField(
        label="Dán danh sách của cơ quan",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi đơn vị một dòng. Có hộp thư thì ghi sau dấu chấm phẩy: Trạm Y tế phường; tramyte@….gov.vn.",
    )

    def __init__(self, *args, usual, **named):
        super().__init__(*args, **named)
        self.usual = usual
        for count, (_, name) in enumerate(usual):
            self.fields[f"unit_{count}"] = forms.BooleanField(label=name, required=False, initial=True)
            self.fields[f"name_{count}"] = forms.CharField(
                label=f"Tên của {name}", required=False, initial=name, max_length=LONGEST
            )
            email = forms.EmailField(label=f"Hộp thư của {name}", required=False)
            email.widget.attrs["placeholder"] = "hộp thư"
            self.fields[f"email_{count}"] = email

    def groups(self):
        """[(whose they are, [(tick, name, e-mail)])]."""
        boxes = ("unit", "name", "email")
        rows = [(kind, *(self[f"{box}_{n}"] for box in boxes)) for n, (kind, _) in enumerate(self.usual)]
        return [(upper_first(kind.label), list(group)) for kind, group in groupby(rows, key=lambda row: row[0])]

    def clean_pasted(self):
        """[(name, e-mail)]; a line that is no unit is refused, and said."""
        found = []
        for line in paragraphs(self.cleaned_data["pasted"]):
            line = _LIST_MARK.sub("", line)
            name, _, email = (part.strip() for part in line.partition(";"))
            if not name or len(name) > LONGEST:
                raise ValidationError(f"“{line[:80]}” chưa có tên đơn vị, hoặc tên dài quá {LONGEST} chữ.")
            if email:
                try:
                    validate_email(email)
                except ValidationError as bad:
                    raise ValidationError(f"“{line[:80]}”: hộp thư chưa đúng.") from bad
            found.append((name, email))
        return found

    def chosen(self):
        """(kind, name, e-mail) of each."""
        for count, (kind, name) in enumerate(self.usual):
            if self.cleaned_data[f"unit_{count}"]:
                yield kind, self.cleaned_data[f"name_{count}"] or name, self.cleaned_data[f"email_{count}"]
        for name, email in self.cleaned_data["pasted"]:
            yield Unit.Kind.STATE, name, email


@of_setup
def units_step(request):
    council = council_here()
    units = list(Unit.objects.prefetch_related("names"))
    known = {name.folded for unit in units for name in unit.names.all()}
    usual = [row for row in usual_units(level_of(council.locality) if council else None) if fold(row[1]) not in known]
    form = UnitsForm(request.POST or None, usual=usual)
    if form.is_valid():
        count = _add(form)
        messages.success(request, f"Đã thêm {count} đơn vị." if count else "Không có đơn vị nào mới.")
        return redirect(saved_to(request, "units"))
    return step_page(request, "units", {"council": council, "form": form, "units": units})


@transaction.atomic
def _add(form):
    """A unit that is there, under whatever name, is not made again."""
    count = 0
    for kind, name, email in form.chosen():
        if Unit.objects.called(name) is None:
            Unit.objects.create(kind=kind, name=name, email=email)
            count += 1
    return count


PATHS = [path("mo-co-quan/don-vi/", units_step, name="setup_units")]
