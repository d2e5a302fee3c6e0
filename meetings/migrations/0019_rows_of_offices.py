import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0018_offices'),
    ]

    operations = [
        migrations.DeleteModel(
            name='ListedUnit',
        ),
        migrations.CreateModel(
            name='ListedUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=120)),
                ('name', models.CharField(max_length=200)),
                ('known_as', models.TextField()),
                ('office', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office')),
            ],
            options={
                'verbose_name': 'đơn vị được nêu tên',
                'verbose_name_plural': 'đơn vị được nêu tên',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('office', 'slug'), name='unit_listed_once')],
            },
        ),
        migrations.RemoveConstraint(
            model_name='edition',
            name='one_live_edition_at_an_address',
        ),
        migrations.RemoveConstraint(
            model_name='session',
            name='session_address_once',
        ),
        migrations.RemoveConstraint(
            model_name='session',
            name='old_post_read_once',
        ),
        migrations.RemoveIndex(
            model_name='directiveentry',
            name='directive_entry_owed',
        ),
        migrations.RemoveIndex(
            model_name='directiveentry',
            name='directive_entry_state',
        ),
        migrations.RemoveIndex(
            model_name='directiveentry',
            name='directive_entry_year',
        ),
        migrations.RemoveIndex(
            model_name='directiveentry',
            name='directive_entry_reference',
        ),
        migrations.RemoveIndex(
            model_name='directiveentry',
            name='directive_entry_modified',
        ),
        migrations.RemoveIndex(
            model_name='edition',
            name='edition_archive',
        ),
        migrations.RemoveIndex(
            model_name='edition',
            name='edition_visible_from',
        ),
        migrations.RemoveIndex(
            model_name='party',
            name='party_of_a_unit',
        ),
        migrations.RemoveIndex(
            model_name='searchentry',
            name='search_entry_visible_from',
        ),
        migrations.RemoveIndex(
            model_name='session',
            name='session_by_old_post',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_newest',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_year',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_kind',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_chair',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_path',
        ),
        migrations.RemoveIndex(
            model_name='sessionentry',
            name='session_entry_modified',
        ),
        migrations.AlterField(
            model_name='council',
            name='committee_name',
            field=models.CharField(help_text='Thường trực HĐND quận Hai Bà Trưng', max_length=160, verbose_name='tên Thường trực'),
        ),
        migrations.AlterField(
            model_name='council',
            name='name',
            field=models.CharField(help_text='Hội đồng nhân dân quận Hai Bà Trưng', max_length=200, verbose_name='tên đầy đủ'),
        ),
        migrations.AlterField(
            model_name='oldaddress',
            name='path',
            field=models.CharField(max_length=500, verbose_name='địa chỉ cũ'),
        ),
        migrations.AlterField(
            model_name='party',
            name='folded',
            field=models.CharField(max_length=200),
        ),
        migrations.AlterField(
            model_name='unit',
            name='slug',
            field=models.SlugField(editable=False, max_length=120, verbose_name='phần địa chỉ'),
        ),
        migrations.AlterField(
            model_name='unitname',
            name='folded',
            field=models.CharField(editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name='council',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='directiveentry',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='edition',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='historicalsession',
            name='office',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='meetings.office'),
        ),
        migrations.AddField(
            model_name='importbatch',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='oldaddress',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='party',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='revision',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='searchentry',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='session',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='sessionentry',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='unit',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='unitname',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['office', 'is_live', 'is_listed', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_owed'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['office', 'is_live', 'is_listed', 'state', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_state'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['office', 'is_live', 'is_listed', 'year', 'is_closed', 'due_sort', '-key', 'visible_from'], name='directive_entry_year'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['office', 'reference'], name='directive_entry_reference'),
        ),
        migrations.AddIndex(
            model_name='directiveentry',
            index=models.Index(fields=['office', 'modified'], name='directive_entry_modified'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['office', 'kind', 'state', '-year', '-month', '-held_on'], name='edition_archive'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['office', 'visible_from'], name='edition_visible_from'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['office', 'slug', 'is_lead'], name='party_of_a_unit'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['office', 'folded'], name='party_by_name'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(fields=['office', 'visible_from'], name='search_entry_visible_from'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['office', 'source_hash'], name='session_by_old_post'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'is_live', '-key', 'visible_from'], name='session_entry_newest'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'year', 'is_live', '-key', 'visible_from'], name='session_entry_year'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'kind', 'is_live', '-key', 'visible_from'], name='session_entry_kind'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'chair_slug', 'is_live', '-key', 'visible_from'], name='session_entry_chair'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'path'], name='session_entry_path'),
        ),
        migrations.AddIndex(
            model_name='sessionentry',
            index=models.Index(fields=['office', 'modified'], name='session_entry_modified'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.UniqueConstraint(fields=('office', 'name'), name='council_named_once'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.UniqueConstraint(fields=('office', 'committee_name'), name='committee_named_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'live')), fields=('office', 'path', 'kind'), name='one_live_edition_at_an_address'),
        ),
        migrations.AddConstraint(
            model_name='oldaddress',
            constraint=models.UniqueConstraint(fields=('office', 'path'), name='old_address_once'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('office',), name='one_revision_of_an_office'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(fields=('office', 'year', 'month', 'slug'), name='session_address_once'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(condition=models.Q(('source_hash', ''), _negated=True), fields=('office', 'source_hash'), name='old_post_read_once'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.UniqueConstraint(fields=('office', 'slug'), name='unit_address_once'),
        ),
        migrations.AddConstraint(
            model_name='unitname',
            constraint=models.UniqueConstraint(fields=('office', 'folded'), name='a_name_leads_to_one_unit'),
        ),
        migrations.AddField(
            model_name='councilterm',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='pageviews',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='progressreport',
            name='office',
            field=models.ForeignKey(default=1, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.office'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='importbatch',
            name='made_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập'),
        ),
    ]
