"""Seal what was issued before there were seals; let the roles at the papers."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from meetings.models import seal

READ = ["paperdraft", "editionfile", "paperdefaults"]
PREPARE = ["add_paperdraft", "change_paperdraft"]
ROLES = {
    "Văn thư": PREPARE,
    "Lãnh đạo văn phòng": [*PREPARE, "issue_edition", "sign_edition"],
    "Quản trị": ["add_paperdefaults", "change_paperdefaults", "delete_paperdefaults"],
    "Người xem": [],
}


def seal_the_issued(apps, schema_editor):
    Edition = apps.get_model("meetings", "Edition")
    seals, last = {}, {}
    for edition in Edition.objects.select_related("session", "replaces").order_by("pk"):
        council = edition.session.council_id
        if edition.replaces:
            edition.replaces.seal = seals[edition.replaces_id]
        edition.council_id, edition.seal = council, seal.of(edition, [], last.get(council, ""))
        edition.save(update_fields=["council", "seal"])
        seals[edition.pk] = last[council] = edition.seal


def let_the_roles(apps, schema_editor):
    config = apps.get_app_config("meetings")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = [*codenames, *(f"view_{model}" for model in READ)]
        group.permissions.add(*Permission.objects.filter(content_type__app_label="meetings", codename__in=wanted))


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_papers")]
    operations = [
        migrations.RunPython(seal_the_issued, migrations.RunPython.noop),
        migrations.RunPython(let_the_roles, migrations.RunPython.noop),
    ]
