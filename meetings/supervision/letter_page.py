"""Who supervises says at which address the weekly letter is wanted, or that it is not."""

from django import forms
from django.shortcuts import redirect
from django.urls import reverse

from ..portal.places import Places
from ..portal.show import show
from .door import for_supervisors


class AddressForm(forms.Form):
    email = forms.EmailField(
        label="Địa chỉ thư của bạn",
        required=False,
        help_text="Để trống thì không nhận thư.",
        error_messages={"invalid": "Địa chỉ thư viết như thuha@hanoi.gov.vn."},
    )


@for_supervisors
def letter_page(request):
    form = AddressForm(request.POST or None, initial={"email": request.user.email})
    if form.is_valid():
        request.user.email = form.cleaned_data["email"]
        request.user.save(update_fields=["email"])
        return redirect("supervision:grid")
    return show(request, "weekly_letter", reverse("supervision:letter"), Places(request), form=form)
