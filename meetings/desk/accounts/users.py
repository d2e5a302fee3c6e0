"""The admin of the accounts of an office: an administrator opens and closes them and gives roles, no single
permissions."""

from operator import attrgetter

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from ...models import Membership, every_office
from ...models.office_scope import current
from ...models.user_names import known_as
from ..merging.one_row import MergesStaleSaves, lock_row

READ_ONLY_FOR_ONESELF = ("is_active", "roles")
"""Nobody changes these on their own account: a change would lock them out or widen their own role."""

NAMED = ("username", ("last_name", "first_name"), "email", "roles")
SHARED = ("username", "last_name", "first_name", "email", "is_active")
"""What an office cannot change of somebody who works in another one too."""
LABELS = {
    "username": "Tên đăng nhập",
    "last_name": "Họ và tên đệm",
    "first_name": "Tên",
    "email": "Thư điện tử",
    "is_active": "Đang dùng",
}


class RolesForm(forms.ModelForm):
    """With the roles in the office at work."""

    roles = forms.ModelMultipleChoiceField(
        Group.objects.order_by("pk"), label="Vai trò", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "roles" in self.fields and self.instance.pk:
            self.initial["roles"] = roles_of(self.instance)


def roles_of(user):
    """In the office at work."""
    roles = (role for membership in user.memberships.all() for role in membership.roles.all())
    return sorted(roles, key=attrgetter("pk"))


def works_elsewhere(user):
    here = current()
    with every_office():
        return Membership.objects.filter(user=user).exclude(office=here).exists()


class RoleFilter(admin.SimpleListFilter):
    title = "vai trò"
    parameter_name = "vai-tro"

    def lookups(self, request, model_admin):
        return list(Group.objects.order_by("pk").values_list("pk", "name"))

    def queryset(self, request, users):
        chosen = self.value()
        return users.filter(pk__in=Membership.objects.filter(roles=chosen).values("user")) if chosen else users


class NewAccountForm(RolesForm, UserCreationForm):
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
    form = RolesForm
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/new_password.html"
    add_form_template = "admin/row_form.html"
    fieldsets = [(None, {"fields": (*NAMED, "is_active", "new_password", "last_login")})]
    add_fieldsets = [(None, {"fields": (*NAMED, "password1", "password2")})]
    filter_horizontal = ()
    list_display = ("username", "full_name", "roles", "is_active", "last_login")
    list_filter = ("is_active", RoleFilter)
    search_fields = ("username", "last_name", "first_name")
    search_help_text = "Tên đăng nhập, họ tên"
    actions = None
    noun = "tài khoản"

    def get_queryset(self, request):
        """Those of the office at work, and the operators, who may do everything in it."""
        shown = Q(pk__in=Membership.objects.values("user")) | Q(is_superuser=True)
        return super().get_queryset(request).filter(shown).prefetch_related("memberships__roles")

    @admin.display(description="Họ và tên", ordering="last_name")
    def full_name(self, user):
        return known_as(user)

    @admin.display(description="Vai trò")
    def roles(self, user):
        operator = "Toàn quyền (người vận hành máy)" if user.is_superuser else ""
        return operator or ", ".join(role.name for role in roles_of(user)) or "chưa có vai trò"

    @admin.display(description="Mật khẩu")
    def new_password(self, user):
        where = reverse("admin:auth_user_password_change", args=[user.pk])
        return format_html('Không ai xem được mật khẩu. <a href="{}">Đặt mật khẩu mới</a>', where)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.label = LABELS.get(db_field.name, field.label)
        return field

    def get_readonly_fields(self, request, obj=None):
        own = READ_ONLY_FOR_ONESELF if obj is not None and obj.pk == request.user.pk else ()
        shared = SHARED if self._is_anothers_too(request, obj) else ()
        return ("new_password", "last_login", *dict.fromkeys((*own, *shared)))

    @staticmethod
    def _is_anothers_too(request, user):
        return user is not None and not request.user.is_superuser and works_elsewhere(user)

    @transaction.atomic
    def user_change_password(self, request, id, form_url=""):
        """The change stores the whole row, so that it first waits for another save of the row and reads it."""
        user = lock_row(User, id)
        if self._is_anothers_too(request, user):
            raise PermissionDenied
        return super().user_change_password(request, id, form_url)

    def save_model(self, request, obj, form, change):
        obj.is_staff = True
        super().save_model(request, obj, form, change)
        membership, _ = Membership.objects.get_or_create(user=obj)
        if "roles" in form.cleaned_data:
            membership.roles.set(form.cleaned_data["roles"])

    def has_change_permission(self, request, obj=None):
        """An administrator does not change the operator's account."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        """Accounts are closed, not deleted, because the history names them."""
        return False


admin.site.unregister([User, Group])
admin.site.register(User, AccountAdmin)
