"""A further office, opened on the portal by an operator."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from ..council_names import Level, place_of
from ..office_opening import open_office
from ..portal.places import Places
from ..portal.show import show
from ..vietnamese import slugify, upper_first
from .door import for_supervisors


class OpeningForm(forms.Form):
    level = forms.ChoiceField(
        label="Cấp", choices=[(level.value, upper_first(level.word)) for level in Level], initial=Level.WARD.value
    )
    place = forms.CharField(label="Địa danh", max_length=80, help_text="Ví dụ: Bạch Mai.")
    named_after = forms.BooleanField(label="Địa danh là tên người, chữ số hoặc sự kiện lịch sử", required=False)
    host = forms.CharField(label="Tên miền", max_length=200, help_text="Ví dụ: hdnd.bachmai.hanoi.gov.vn.")
    slug = forms.SlugField(
        label="Mã", max_length=60, required=False, help_text="Để trống thì lấy theo cấp và địa danh: phuong-bach-mai."
    )

    def clean(self):
        typed = super().clean()
        if typed.get("place") and typed.get("level") and not typed.get("slug"):
            level = Level(typed["level"])
            typed["slug"] = slugify(f"{level.word} {place_of(level, typed['place'])}")
        return typed

    def open(self):
        """The office; None, with the reasons beside the boxes, where it was refused."""
        typed = self.cleaned_data
        try:
            return open_office(
                slug=typed["slug"],
                hosts=[typed["host"]],
                place=typed["place"],
                level=typed["level"],
                named_after=typed["named_after"],
            )
        except ValidationError as refused:
            places = {"hosts": "host", "slug": "slug"}
            for field, messages in refused.message_dict.items():
                self.add_error(places.get(field), messages)
            return None


@for_supervisors
def opening_page(request):
    if not request.user.is_superuser:
        raise PermissionDenied
    form = OpeningForm(request.POST or None)
    office = form.open() if request.method == "POST" and form.is_valid() else None
    if office:
        form = OpeningForm()
    context = {"form": form, "opened": office}
    return show(request, "open_office", reverse("supervision:open_office"), Places(request), **context)
