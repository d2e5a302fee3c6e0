"""The admin of accounts: an administrator opens and closes them and gives roles, no single permissions."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html

from ...models.user_names import known_as
from ..merging.one_row import MergesStaleSaves, lock_row

READ_ONLY_FOR_ONESELF = ("is_active", "groups")
"""Nobody changes these on their own account: a change would lock them out or widen their own role."""

NAMED = ("username", ("last_name", "first_name"), "email", "groups")
LABELS = {
    "username": "Tên đăng nhập",
    "last_name": "Họ và tên đệm",
    "first_name": "Tên",
    "email": "Thư điện tử",
    "groups": "Vai trò",
    "is_active": "Đang dùng",
}


class NewAccountForm(UserCreationForm):
    """An account needs a name, which the history shows beside every change."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("last_name", "first_name"):
            self.fields[name].required = True


class NewPasswordForm(AdminPasswordChangeForm):
    """Every account of the desk has a password: there is no other way in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for name in ("password1", "password2"):
            self.fields[name].required = True


class AccountAdmin(MergesStaleSaves, UserAdmin):
    add_form = NewAccountForm
    form = forms.ModelForm
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/new_password.html"
    add_form_template = "admin/row_form.html"
    fieldsets = [(None, {"fields": (*NAMED, "is_active", "new_password", "last_login")})]
    add_fieldsets = [(None, {"fields": (*NAMED, "password1", "password2")})]
    filter_horizontal = ()
    list_display = ("username", "full_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "last_name", "first_name")
    search_help_text = "Tên đăng nhập, họ tên"
    actions = None
    noun = "tài khoản"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="Họ và tên", ordering="last_name")
    def full_name(self, user):
        return known_as(user)

    @admin.display(description="Vai trò")
    def roles(self, user):
        operator = "Toàn quyền (người vận hành máy)" if user.is_superuser else ""
        return operator or ", ".join(group.name for group in user.groups.all()) or "chưa có vai trò"

    @admin.display(description="Mật khẩu")
    def new_password(self, user):
        where = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('Không ai xem được mật khẩu. <a href="{}">Đặt mật khẩu mới</a>', where)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.label = LABELS.get(db_field.name, field.label)
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs |= {"queryset": Group.objects.order_by("pk"), "widget": forms.CheckboxSelectMultiple}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        own = READ_ONLY_FOR_ONESELF if obj is not None and obj.pk == request.user.pk else ()
        return ("new_password", "last_login", *own)

    @transaction.atomic
    def user_change_password(self, request, id, form_url=""):
        """The change stores the whole row, so that it first waits for another save of the row and reads it."""
        lock_row(User, id)
        return super().user_change_password(request, id, form_url)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request, obj=None):
        """An administrator does not change the operator's account."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        """Accounts are closed, not deleted, because the history names them."""
        return False


admin.site.unregister([User, Group])
admin.site.register(User, AccountAdmin)
