"""Let the clerk and the chief of office at the batches of old posts."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

MODELS = ["importbatch", "importedpost", "unitproposal"]
ROLES = ["Văn thư", "Lãnh đạo văn phòng"]


def let_the_roles(apps, schema_editor):
    config = apps.get_app_config("meetings")
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps, using=schema_editor.connection.alias)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    wanted = [f"{verb}_{model}" for verb in ("view", "add", "change") for model in MODELS]
    for name in ROLES:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label="meetings", codename__in=wanted))


class Migration(migrations.Migration):
    dependencies = [("meetings", "0008_archive")]
    operations = [migrations.RunPython(let_the_roles, migrations.RunPython.noop)]
