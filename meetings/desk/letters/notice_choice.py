"""Each person says when to hear by mail of what awaits them, and at which address."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path

from ...models import Membership
from ...models.office import Told
from ..desk_page import desk_page


class ChoiceForm(forms.Form):
    told = forms.ChoiceField(
        label="Khi có việc chờ duyệt, chờ ký, bị trả lại, đơn vị hoặc bạn đọc gửi tới, hoặc chỉ đạo quá hạn",
        choices=Told.choices,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label="Địa chỉ thư của bạn",
        required=False,
        help_text="Để trống thì không nhận thư. Thư chỉ nêu tên việc và nơi xem, không chép nội dung.",
        error_messages={"invalid": "Địa chỉ thư viết như thuha@bachmai.hanoi.gov.vn."},
    )


def choose(request):
    """Whoever works here by no membership, an operator, is told of nothing."""
    place = get_object_or_404(Membership, user=request.user)
    form = ChoiceForm(request.POST or None, initial={"told": place.told, "email": request.user.email})
    if form.is_valid():
        Membership.objects.filter(pk=place.pk).update(told=form.cleaned_data["told"])
        request.user.email = form.cleaned_data["email"]
        request.user.save(update_fields=["email"])
        messages.success(request, "Đã ghi cách báo việc cho bạn.")
        return redirect("admin:index")
    return desk_page(request, "letters/choice", {"title": "Thư báo cho bạn", "form": form})


PATHS = [path("thu-bao/", choose, name="notice_choice")]
