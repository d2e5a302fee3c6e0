"""The head of each task, as place and level told it until now, becomes a fact of its row."""

from django.db import migrations


def name_heads(apps, schema_editor):
    directive, kept = (apps.get_model("meetings", name) for name in ("Directive", "HistoricalDirective"))
    session = head = None
    rows = directive.objects.order_by("session_id", "order", "pk").values_list("pk", "session_id", "level")
    for pk, of_session, level in rows.iterator():
        if of_session != session:
            session, head = of_session, None
        if level and head:
            directive.objects.filter(pk=pk).update(parent_id=head)
            kept.objects.filter(id=pk, level=1).update(parent_id=head)
        else:
            head = pk


def tell_levels(apps, schema_editor):
    for name in ("Directive", "HistoricalDirective"):
        rows = apps.get_model("meetings", name).objects
        rows.filter(parent_id__isnull=False).update(level=1)


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0031_a_task_names_its_directive"),
    ]

    operations = [
        migrations.RunPython(name_heads, tell_levels),
    ]
