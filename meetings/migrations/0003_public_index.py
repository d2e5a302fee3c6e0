import datetime
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0002_record_room'),
    ]

    operations = [
        migrations.CreateModel(
            name='ListedUnit',
            fields=[
                ('slug', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('known_as', models.TextField()),
            ],
            options={
                'verbose_name': 'đơn vị được nêu tên',
                'verbose_name_plural': 'đơn vị được nêu tên',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.UUIDField(default=uuid.uuid4)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('index_version', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'trạng thái công khai',
                'verbose_name_plural': 'trạng thái công khai',
            },
        ),
        migrations.CreateModel(
            name='CouncilTerm',
            fields=[
                ('council', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='term', serialize=False, to='meetings.council')),
                ('valid_from', models.DateField(null=True)),
                ('valid_to', models.DateField(null=True)),
            ],
            options={
                'verbose_name': 'thời gian hoạt động của hội đồng',
                'verbose_name_plural': 'thời gian hoạt động của hội đồng',
            },
        ),
        migrations.CreateModel(
            name='DirectiveEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BigIntegerField(unique=True)),
                ('is_live', models.BooleanField(default=True)),
                ('visible_from', models.DateTimeField()),
                ('modified', models.DateTimeField()),
                ('reference', models.CharField(max_length=60)),
                ('number', models.CharField(max_length=10)),
                ('level', models.PositiveSmallIntegerField()),
                ('is_listed', models.BooleanField()),
                ('year', models.PositiveSmallIntegerField()),
                ('due_sort', models.DateField(default=datetime.date(9999, 12, 31))),
                ('state', models.CharField(choices=[('open', 'Mở'), ('in_progress', 'Đang làm'), ('done', 'Xong'), ('dropped', 'Thôi thực hiện'), ('not_followed', 'Không theo dõi')], default='open', max_length=12)),
                ('told_on', models.DateField(null=True)),
                ('is_closed', models.BooleanField(default=False)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.edition')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.session')),
            ],
            options={
                'verbose_name': 'mục lục chỉ đạo',
                'verbose_name_plural': 'mục lục chỉ đạo',
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_lead', models.BooleanField()),
                ('order', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('folded', models.CharField(db_index=True, max_length=200)),
                ('slug', models.CharField(max_length=120)),
                ('directive', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='meetings.directiveentry')),
            ],
            options={
                'verbose_name': 'đơn vị trong chỉ đạo',
                'verbose_name_plural': 'đơn vị trong chỉ đạo',
                'ordering': ['directive', '-is_lead', 'order'],
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('key', models.BigAutoField(primary_key=True, serialize=False)),
                ('is_directive', models.BooleanField()),
                ('visible_from', models.DateTimeField()),
                ('words', models.TextField()),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.session')),
            ],
            options={
                'verbose_name': 'mục tìm kiếm',
                'verbose_name_plural': 'mục tìm kiếm',
            },
        ),
        migrations.CreateModel(
            name='SessionEntry',
            fields=[
                ('key', models.BigIntegerField(unique=True)),
                ('is_live', models.BooleanField(default=True)),
                ('visible_from', models.DateTimeField()),
                ('modified', models.DateTimeField()),
                ('session', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='meetings.session')),
                ('path', models.CharField(max_length=40)),
                ('year', models.PositiveSmallIntegerField()),
                ('month', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('held_on', models.DateField(null=True)),
                ('posted_at', models.DateTimeField(null=True)),
                ('kind', models.CharField(choices=[('regular', 'regular'), ('extraordinary', 'extraordinary'), ('thematic', 'thematic')], max_length=16)),
                ('chair', models.CharField(blank=True, max_length=200)),
                ('chair_slug', models.CharField(blank=True, max_length=120)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.edition')),
            ],
            options={
                'verbose_name': 'mục lục phiên họp',
                'verbose_name_plural': 'mục lục phiên họp',
            },
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['is_live', 'is_listed', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_owed'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['is_live', 'is_listed', 'state', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_state'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['year', 'is_live', 'is_listed', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_year'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['reference'], name='directive_entry_reference'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['modified'], name='directive_entry_modified'),
        ),
        migrations.AddConstraint(
            model_name='directiveentry',
            constraint=models.UniqueConstraint(fields=('session', 'number'), name='directive_entry_once'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['slug', 'is_lead'], name='party_of_a_unit'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(fields=['visible_from'], name='search_entry_visible_from'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['is_live', '-key', 'visible_from'], name='session_entry_newest'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['year', 'is_live', '-key', 'visible_from'], name='session_entry_year'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['kind', 'is_live', '-key', 'visible_from'], name='session_entry_kind'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['chair_slug', 'is_live', '-key', 'visible_from'], name='session_entry_chair'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['path'], name='session_entry_path'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['modified'], name='session_entry_modified'),
        ),
    ]
