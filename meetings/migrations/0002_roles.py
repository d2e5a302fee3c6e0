"""The four roles, as groups: clerk, chief of office, administrator, reader."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

READ = ["session", "attendee", "agendaitem", "directive", "attachment", "unit", "council", "edition", "progressreport"]
WRITE = ["session", "attendee", "agendaitem", "directive", "attachment"]

ROLES = {
    "Văn thư": [*(f"{verb}_{model}" for verb in ("add", "change", "delete") for model in WRITE), "submit_session"]
    + ["add_progressreport", "add_unit"],
    "Lãnh đạo văn phòng": [*(f"{verb}_{model}" for verb in ("add", "change", "delete") for model in WRITE)]
    + ["submit_session", "publish_session", "add_progressreport", "add_unit"],
    "Quản trị": [f"{verb}_{model}" for verb in ("add", "change") for model in ("unit", "unitname", "council", "user")]
    + ["delete_unitname", "view_unitname", "view_user", "view_group", "delete_accessattempt", "view_accessattempt"],
    "Người xem": [],
}


def make_roles(apps, schema_editor):
    for label in ("meetings", "auth", "axes"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = [*codenames, *(f"view_{model}" for model in READ)]
        group.permissions.add(
            *Permission.objects.filter(content_type__app_label__in=("meetings", "auth", "axes"), codename__in=wanted)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("axes", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
