import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def open_the_first(apps, schema_editor):
    """What there is becomes one office; on a new installation it has no name yet."""
    office = apps.get_model("meetings", "Office").objects.create(slug="co-quan")
    council = apps.get_model("meetings", "Council").objects.order_by("-valid_from", "pk").last()
    if council:
        office.name = council.committee_name
        office.save()
    Membership = apps.get_model("meetings", "Membership")
    for user in apps.get_model("auth", "User").objects.filter(is_staff=True).prefetch_related("groups"):
        Membership.objects.create(office=office, user=user).roles.set(user.groups.all())


def empty_the_index(apps, schema_editor):
    """It is written anew from the record room after this release's first migration."""
    for name in ("SearchEntry", "Party", "DirectiveEntry", "SessionEntry", "Revision"):
        apps.get_model("meetings", name).objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('meetings', '0017_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='mã')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='tên')),
                ('hosts', models.TextField(blank=True, help_text='Mỗi dòng một tên miền; dòng đầu là tên miền chính.', verbose_name='tên miền')),
                ('opened_on', models.DateField(blank=True, null=True, verbose_name='mở ngày')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='đóng ngày')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='meetings.office', verbose_name='cơ quan kế thừa')),
            ],
            options={
                'verbose_name': 'cơ quan',
                'verbose_name_plural': 'cơ quan',
                'ordering': ['name', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='meetings.office', verbose_name='cơ quan')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='tài khoản')),
                ('roles', models.ManyToManyField(blank=True, related_name='memberships', to='auth.group', verbose_name='vai trò')),
            ],
            options={
                'verbose_name': 'người của cơ quan',
                'verbose_name_plural': 'người của cơ quan',
                'constraints': [models.UniqueConstraint(fields=('office', 'user'), name='a_person_once_in_an_office')],
            },
        ),
        migrations.RunPython(open_the_first, migrations.RunPython.noop),
        migrations.RunPython(empty_the_index, migrations.RunPython.noop),
    ]
