"""Step 4: who works here. Each account gets a one-time password, shown once, on a sheet to hand over."""

from django import forms
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST

from ...models import Membership, OneTimePassword
from ...models.user_names import known_as
from ...vietnamese import slugify
from ..accounts.users import roles_of, works_elsewhere
from .door import parted
from .opening_code import random_words
from .steps import council_here, of_setup, saved_to, step_page

MOST = 6
"""Rows of new people on the page; more come with the next save."""

of_accounts = permission_required(("auth.add_user", "auth.change_user"), raise_exception=True)


class AccountForm(forms.ModelForm):
    full_name = forms.CharField(label="Họ và tên", max_length=150)
    role = forms.ModelChoiceField(Group.objects.order_by("pk"), label="Vai trò", empty_label="chọn vai trò")
    field_order = ("full_name", "username", "role")

    class Meta:
        model = User
        fields = ("username",)

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.fields["username"].required = False
        self.fields["username"].label = "Tên đăng nhập"

    def clean_full_name(self):
        """Sent twice, the form makes nobody twice."""
        last, first = parted(self.cleaned_data["full_name"])
        if Membership.objects.filter(user__last_name=last, user__first_name=first).exists():
            raise ValidationError("Người này đã có tài khoản ở trên. Mất phiếu thì bấm Cấp lại.")
        return self.cleaned_data["full_name"]

    def clean_username(self):
        return self.cleaned_data["username"] or _free_name(self.data.get(self.add_prefix("full_name"), ""))

    def save(self, commit=True):
        user = self.instance
        user.last_name, user.first_name = parted(self.cleaned_data["full_name"])
        user.is_staff = True
        user.set_unusable_password()
        user.save()
        Membership.objects.create(user=user).roles.set([self.cleaned_data["role"]])
        return user


AccountForms = forms.formset_factory(AccountForm, extra=MOST, max_num=MOST, absolute_max=MOST)


def _free_name(full_name):
    """ "Hoàng Thu Trang" → "thutrang", or "thutrang2" where somebody has it."""
    base = slugify(" ".join(full_name.split()[-2:])).replace("-", "")[:100]
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(
        name for name in (base, *(f"{base}{count}" for count in range(2, len(taken) + 3))) if name not in taken
    )


@of_setup
@of_accounts
def accounts_step(request):
    forms_ = AccountForms(request.POST or None)
    if not (request.method == "POST" and forms_.is_valid()):
        return _page(request, forms_)
    typed = [form for form in forms_ if form.has_changed()]
    if not typed:
        return redirect(saved_to(request, "accounts"))
    with transaction.atomic():
        slips = [_slip(form.save(), request.user, ADDITION) for form in typed]
    return _page(request, AccountForms(), slips)


@require_POST
@of_setup
@of_accounts
def renew(request, pk):
    """Another one-time password, for somebody who has not yet chosen their own."""
    waiting = OneTimePassword.objects.in_force().filter(
        user__memberships__in=Membership.objects.all(), user__is_superuser=False
    )
    user = get_object_or_404(waiting.select_related("user"), user=pk).user
    slips = [] if works_elsewhere(user) else [_slip(user, request.user, CHANGE)]
    return _page(request, AccountForms(), slips)


def _slip(user, by, action):
    """What is handed over. The password stands nowhere else."""
    words = random_words()
    until = OneTimePassword.objects.hand_out(user, words).until
    LogEntry.objects.log_actions(by.pk, [user], action, "Cấp mật khẩu dùng một lần.", single_object=True)
    roles = ", ".join(role.name for role in roles_of(user))
    return {"name": known_as(user), "roles": roles, "username": user.username, "words": words, "until": until}


def _page(request, forms_, slips=()):
    people = User.objects.filter(memberships__in=Membership.objects.all()).order_by("pk")
    people = people.prefetch_related("memberships__roles")
    waiting = set(OneTimePassword.objects.in_force().values_list("user", flat=True))
    context = {
        "council": council_here(),
        "forms": forms_,
        "people": [
            {
                "user": user,
                "roles": ", ".join(role.name for role in roles_of(user)),
                "waits": user.pk in waiting,
            }
            for user in people
        ],
        "slips": slips,
        "site": request.build_absolute_uri("/quan-tri/"),
    }
    return step_page(request, "accounts", context)


PATHS = [
    path("mo-co-quan/tai-khoan/", accounts_step, name="setup_accounts"),
    path("mo-co-quan/tai-khoan/<int:pk>/cap-lai/", renew, name="setup_renew"),
]
