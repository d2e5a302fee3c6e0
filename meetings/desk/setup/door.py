"""The door of a new installation: the code, and the first account, that of whoever sets it up."""

from datetime import timedelta

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.cache import never_cache

from ...models import Membership, Office
from ...models.office_scope import current
from ...vietnamese import squeeze, tidy
from ..desk_page import desk_page
from . import opening_code

FIRST_ROLES = ("Quản trị", "Lãnh đạo văn phòng")
COUNTED = {"username": "mã mở cơ quan"}
"""Wrong codes are counted, and lock, like the wrong passwords of an account of this name."""


class DoorForm(UserCreationForm):
    code = forms.CharField(
        label="Mã mở cơ quan",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text="In ra khi khởi động máy chủ, và ghi ở tệp opening-code trong DATA_DIR.",
    )
    full_name = forms.CharField(label="Họ và tên của bạn", max_length=150)

    field_order = ("code", "full_name", "username", "password1", "password2")

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["username"].help_text = "Viết liền, không dấu, ví dụ: thuha."
        self.fields["username"].widget.attrs.pop("autofocus", None)

    def clean_code(self):
        if not opening_code.is_right(self.cleaned_data["code"]):
            raise ValidationError("Mã chưa đúng. Hãy chép lại từ cửa sổ đã chạy bin/run.")
        return self.cleaned_data["code"]

    def save(self, commit=True):
        self.instance.last_name, self.instance.first_name = parted(self.cleaned_data["full_name"])
        self.instance.is_staff = True
        return super().save(commit)


def parted(full_name):
    """ "Phạm Thu Hà" → ("Phạm Thu", "Hà")."""
    last, _, first = squeeze(tidy(full_name)).rpartition(" ")
    return last, first


@never_cache
def door(request):
    if not opening_code.is_awaited():
        raise Http404
    if not AxesProxyHandler.is_allowed(request, COUNTED):
        return _locked(request)
    form = DoorForm(request.POST or None)
    if form.is_valid():
        login(request, _first_account(form), backend="meetings.office_permissions.OfficeBackend")
        return redirect("admin:setup_office")
    if "code" in form.errors:
        AxesProxyHandler.user_login_failed(sender=__name__, credentials=COUNTED, request=request)
        if not AxesProxyHandler.is_allowed(request, COUNTED):
            return _locked(request)
    return desk_page(request, "setup/door", {"title": "Mở cơ quan", "form": form})


def _locked(request):
    minutes = settings.AXES_COOLOFF_TIME // timedelta(minutes=1)
    context = {"title": "Mở cơ quan", "minutes": minutes, "limit": settings.AXES_FAILURE_LIMIT}
    answer = desk_page(request, "setup/door_locked", context, status=429)
    answer["Retry-After"] = minutes * 60
    return answer


@transaction.atomic
def _first_account(form):
    """Two who send the same code at once: the second waits here, and finds that it has been used."""
    Office.objects.select_for_update().get(pk=current().pk)
    if User.objects.filter(is_staff=True).exists():
        raise Http404
    user = form.save()
    Membership.objects.create(user=user).roles.set(Group.objects.filter(name__in=FIRST_ROLES))
    transaction.on_commit(opening_code.take_away)
    return user


DOOR = path("mo-co-quan/ma/", door, name="setup_door")
