"""Who may do what: the one table of the roles, from which the groups are made after each migration."""

from django.contrib.auth.models import Group, Permission


def _each(verbs, *models):
    return {f"{verb}_{model}" for verb in verbs.split() for model in models}


DOES = {
    "Văn thư": "soạn và gửi",
    "Lãnh đạo văn phòng": "duyệt, đăng, phát hành",
    "Quản trị": "giữ danh mục, tài khoản",
    "Người xem": "chỉ đọc",
}
"""{the group: what its people do, as the guide says it}."""

READ = _each(
    "view",
    *("session", "attendee", "agendaitem", "directive", "attachment", "unit", "council", "edition", "progressreport"),
    *("paperdraft", "editionfile", "paperdefaults", "member", "letter", "plenarysitting", "ladderstep", "proposal"),
    "errorreport",
)
"""What every role reads. Old posts are read by those who decide on them, accounts by those who keep them: that
reading stands with the other permissions of these roles."""

EDIT = (
    _each("add change delete", "session", "attendee", "agendaitem", "directive", "attachment")
    | _each("add change", "paperdraft")
    | _each("add change delete", "plenarysitting")
    | _each("view add change", "importbatch", "importedpost", "unitproposal")
    | {"submit_session", "add_progressreport", "add_unit", "add_registerentry", "change_letter"}
    | {"change_proposal", "add_unitlink", "change_errorreport", "change_invitation"}
)
ROLES = {
    "Văn thư": READ | EDIT,
    "Lãnh đạo văn phòng": READ
    | EDIT
    | {"publish_session", "issue_edition", "sign_edition", "add_registerclosing"}
    | {"add_succession", "grant_extension"},
    "Quản trị": READ
    | _each("add change", "unit", "unitname", "council", "user")
    | _each("add change delete", "paperdefaults", "member")
    | _each("add change", "ladderstep")
    | _each("view", "unitname", "user", "group", "accessattempt")
    | {"delete_unitname", "delete_accessattempt", "change_office"},
    "Người xem": READ,
}
"""{the group: the permissions it has, and no others}."""


SUPERVISE = "supervise_office"
OF_INSTALLATION = {SUPERVISE}
"""Permissions that no role of an office has: they are given to an account itself and hold on the portal alone. Who
supervises reads how far all offices are, and is a member of none."""


def make_groups(using):
    permissions = Permission.objects.using(using).filter(content_type__app_label__in=("meetings", "auth", "axes"))
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(permissions.filter(codename__in=codenames))
