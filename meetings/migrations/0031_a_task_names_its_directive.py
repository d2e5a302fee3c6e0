import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0010_an_old_post_is_found_by_its_text"),
    ]

    operations = [
        migrations.AddField(
            model_name="directive",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tasks",
                to="meetings.directive",
                verbose_name="thuộc chỉ đạo",
            ),
        ),
        migrations.AddField(
            model_name="historicaldirective",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.directive",
                verbose_name="thuộc chỉ đạo",
            ),
        ),
    ]
