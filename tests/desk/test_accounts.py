"""Accounts: an administrator opens them, names their roles and closes them, and can give nobody more than a role."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.urls import NoReverseMatch, reverse

from meetings.desk.accounts.users import roles_of
from tests.conftest import PASSWORD, logged_in, make_user

USERS, ADD = "/quan-tri/auth/user/", "/quan-tri/auth/user/add/"
NEW = {"username": "thutrang", "last_name": "Hoàng Thu", "first_name": "Trang", "password1": "ca-phe-sang-som"}
NEW["password2"] = NEW["password1"]
POWERS = {"is_superuser": "on", "is_staff": "", "user_permissions": ["1", "2"], "_save": "1"}


@pytest.fixture
def at_administrators_desk(administrator):
    return logged_in(administrator)


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root", password=PASSWORD)


def role(name):
    return Group.objects.get(name=name)


def change(user):
    return reverse("admin:auth_user_change", args=[user.pk])


def test_a_new_account_enters_the_desk_with_its_role(at_administrators_desk, client):
    sent = at_administrators_desk.post(ADD, {**NEW, "roles": [role("Văn thư").pk]})
    assert sent.status_code == 302
    user = User.objects.get(username="thutrang")
    assert (user.is_staff, user.is_superuser, roles_of(user)) == (True, False, [role("Văn thư")])
    entered = client.post("/quan-tri/login/", {"username": "thutrang", "password": NEW["password1"]})
    assert entered["Location"] == "/quan-tri/"
    assert client.get("/quan-tri/meetings/session/").status_code == 200


def test_the_rules_for_a_password_are_told_before_it_is_chosen(at_administrators_desk, clerk):
    for address in (ADD, reverse("admin:auth_user_password_change", args=[clerk.pk]), "/quan-tri/password_change/"):
        html = at_administrators_desk.get(address).content.decode()
        for rule in ("Dài ít nhất 10 ký tự", "Không chỉ gồm chữ số", "nhiều người hay dùng", "Không giống tên"):
            assert rule in html, (address, rule)


@pytest.mark.parametrize(
    ("password", "said"),
    [("ngan", "cần ít nhất 10 ký tự"), ("9081726354", "chỉ gồm chữ số"), ("thutrang2021", "quá giống")]
    + [("1234567890", "nhiều người dùng")],
)
def test_a_weak_password_is_refused_with_the_reason(at_administrators_desk, password, said):
    answer = at_administrators_desk.post(ADD, {**NEW, "password1": password, "password2": password})
    assert said in answer.content.decode()
    assert not User.objects.filter(username="thutrang").exists()


def test_an_account_without_a_name_is_refused(at_administrators_desk):
    answer = at_administrators_desk.post(ADD, {**NEW, "last_name": "", "first_name": ""})
    assert "Hãy điền ô này" in answer.content.decode()


def test_powers_sent_along_are_not_taken(at_administrators_desk, clerk):
    at_administrators_desk.post(ADD, {**NEW, **POWERS})
    kept = {"username": "vanthu", "last_name": "Phạm Thu", "first_name": "Hà", "is_active": "on"}
    assert at_administrators_desk.post(change(clerk), {**kept, **POWERS}).status_code == 302
    for user in User.objects.filter(username__in=("thutrang", "vanthu")):
        assert (user.is_superuser, user.is_staff, user.user_permissions.count()) == (False, True, 0)
    assert User.objects.filter(is_superuser=True).count() == 0


def test_the_form_offers_names_roles_and_closing_and_nothing_else(at_administrators_desk, clerk):
    fields = at_administrators_desk.get(change(clerk)).context["adminform"].form.fields
    assert list(fields) == ["username", "last_name", "first_name", "email", "roles", "is_active"]


def test_whoever_runs_the_machine_is_out_of_an_administrators_reach(at_administrators_desk, root):
    before = User.objects.filter(pk=root.pk).values().get()
    for address in (change(root), reverse("admin:auth_user_password_change", args=[root.pk])):
        sent = at_administrators_desk.post(address, {**NEW, "username": "root", "is_active": ""})
        assert sent.status_code == 403
    assert User.objects.filter(pk=root.pk).values().get() == before
    assert "Toàn quyền" in at_administrators_desk.get(USERS).content.decode()


def test_nobody_closes_or_promotes_their_own_account(at_administrators_desk, administrator):
    sent = {"username": "quantri", "roles": [group.pk for group in Group.objects.all()]}
    assert at_administrators_desk.post(change(administrator), sent).status_code == 302
    administrator.refresh_from_db()
    assert administrator.is_active and roles_of(administrator) == [role("Quản trị")]


def test_accounts_are_closed_not_deleted(at_administrators_desk, clerk, january):
    assert at_administrators_desk.post(f"{USERS}{clerk.pk}/delete/", {"post": "yes"}).status_code == 403
    kept = {"username": "vanthu", "last_name": "Phạm Thu", "first_name": "Hà"}
    at_administrators_desk.post(change(clerk), kept)
    clerk.refresh_from_db()
    assert not clerk.is_active
    log = LogEntry.objects.get()
    assert (log.user.username, log.get_change_message()) == ("quantri", "Sửa Vai trò và Đang dùng.")


def test_a_new_password_is_set_by_an_administrator_and_noted(at_administrators_desk, clerk):
    where = reverse("admin:auth_user_password_change", args=[clerk.pk])
    sent = at_administrators_desk.post(where, {"password1": NEW["password1"], "password2": NEW["password1"]})
    assert sent.status_code == 302
    clerk.refresh_from_db()
    assert clerk.check_password(NEW["password1"])
    assert LogEntry.objects.get().user.username == "quantri"


def test_no_password_is_taken_away(at_administrators_desk, clerk):
    where = reverse("admin:auth_user_password_change", args=[clerk.pk])
    at_administrators_desk.post(where, {"usable_password": "false", "unset-password": "1"})
    clerk.refresh_from_db()
    assert clerk.check_password(PASSWORD)


def test_one_changes_ones_own_password(at_clerks_desk, clerk):
    new = NEW["password1"]
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert "Đã đổi mật khẩu" in at_clerks_desk.post("/quan-tri/password_change/", sent, follow=True).content.decode()
    clerk.refresh_from_db()
    assert clerk.check_password(new)
    assert at_clerks_desk.get("/quan-tri/").status_code == 200


def test_a_refusal_is_said_in_vietnamese(at_clerks_desk):
    assert "Vai trò của bạn không làm được việc này" in at_clerks_desk.get(USERS).content.decode()


@pytest.mark.parametrize("who", ["clerk", "chief", "reader"])
def test_only_an_administrator_sees_accounts(request, who):
    desk = logged_in(request.getfixturevalue(who))
    assert [desk.get(address).status_code for address in (USERS, ADD, "/quan-tri/axes/accessattempt/")] == [403] * 3


def test_groups_and_permissions_are_not_on_the_desk():
    assert not admin.site.is_registered(Group) and not admin.site.is_registered(Permission)
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")


def test_the_list_costs_the_same_queries_for_many_accounts(
    at_administrators_desk, clerk, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as few:
        at_administrators_desk.get(USERS)
    for number in range(12):
        make_user(f"nguoi{number}", "Người xem")
    with django_assert_max_num_queries(len(few)):
        at_administrators_desk.get(USERS)
