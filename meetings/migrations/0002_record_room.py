import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0001_desk'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('news', 'Bài đăng'), ('minutes', 'Biên bản'), ('notice', 'Thông báo kết luận'), ('invitation', 'Giấy mời')], max_length=12, verbose_name='loại')),
                ('sequence', models.PositiveSmallIntegerField(verbose_name='bản')),
                ('state', models.CharField(choices=[('live', 'Đang có hiệu lực'), ('replaced', 'Đã được thay'), ('withdrawn', 'Đã thu hồi'), ('cancelled', 'Đã bỏ hẹn')], default='live', max_length=10, verbose_name='tình trạng')),
                ('number', models.PositiveIntegerField(null=True, verbose_name='số')),
                ('number_year', models.PositiveSmallIntegerField(null=True, verbose_name='năm của số')),
                ('symbol', models.CharField(blank=True, max_length=40, verbose_name='ký hiệu')),
                ('dated', models.DateField(null=True, verbose_name='ngày văn bản')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('month', models.PositiveSmallIntegerField(verbose_name='tháng')),
                ('path', models.CharField(max_length=40, verbose_name='địa chỉ')),
                ('held_on', models.DateField(null=True, verbose_name='ngày họp')),
                ('posted_at', models.DateTimeField(null=True, verbose_name='ngày đăng')),
                ('title', models.CharField(max_length=300, verbose_name='tiêu đề')),
                ('record', models.JSONField(verbose_name='hồ sơ')),
                ('public_record', models.JSONField(verbose_name='hồ sơ công khai')),
                ('paper', models.JSONField(null=True, verbose_name='phần riêng của văn bản')),
                ('folded', models.TextField(editable=False)),
                ('record_sha256', models.CharField(max_length=64, verbose_name='mã băm của hồ sơ')),
                ('seal', models.CharField(max_length=64, verbose_name='dấu niêm')),
                ('seal_scheme', models.PositiveSmallIntegerField(default=1, verbose_name='cách niêm')),
                ('issued_at', models.DateTimeField(verbose_name='lúc phát hành')),
                ('visible_from', models.DateTimeField(verbose_name='công khai từ')),
                ('is_public', models.BooleanField(default=True, verbose_name='công khai')),
                ('note', models.TextField(blank=True, verbose_name='nội dung đính chính, lý do thay')),
                ('form_note', models.TextField(blank=True, verbose_name='lý do phát hành khi thể thức còn chỗ chưa đúng')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='hết hiệu lực lúc')),
                ('closed_note', models.TextField(blank=True, verbose_name='lý do hết hiệu lực')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thu hồi, thay')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='meetings.council', verbose_name='HĐND')),
                ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người phát hành')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='meetings.edition', verbose_name='thay cho bản')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='meetings.session', verbose_name='phiên họp')),
            ],
            options={
                'verbose_name': 'bản đã phát hành',
                'verbose_name_plural': 'giấy tờ đã phát hành',
                'ordering': ['-issued_at', '-pk'],
                'permissions': [('issue_edition', 'Phát hành giấy tờ'), ('sign_edition', 'Gắn bản ký vào giấy tờ')],
            },
        ),
        migrations.CreateModel(
            name='EditionFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('whole', 'Bản đầy đủ'), ('public', 'Bản công khai'), ('signed', 'Bản ký')], max_length=8, verbose_name='phần')),
                ('filename', models.CharField(max_length=80, verbose_name='tên tệp')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='mã băm SHA-256')),
                ('size', models.PositiveIntegerField(verbose_name='cỡ (byte)')),
                ('added_at', models.DateTimeField(auto_now_add=True, verbose_name='lúc lưu')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người lưu')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='meetings.edition', verbose_name='giấy tờ')),
            ],
            options={
                'verbose_name': 'tệp của giấy tờ',
                'verbose_name_plural': 'tệp của giấy tờ',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PageViews',
            fields=[
                ('session', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='views', serialize=False, to='meetings.session')),
                ('imported', models.PositiveIntegerField(default=0, verbose_name='lượt xem của bài cũ')),
                ('counted', models.PositiveIntegerField(default=0, verbose_name='lượt xem đã đếm')),
            ],
            options={
                'verbose_name': 'lượt xem',
                'verbose_name_plural': 'lượt xem',
            },
        ),
        migrations.CreateModel(
            name='SignedCopyRevocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500, verbose_name='lý do gỡ')),
                ('revoked_at', models.DateTimeField(auto_now_add=True, verbose_name='lúc gỡ')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='revocation', to='meetings.editionfile', verbose_name='bản ký')),
                ('revoked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người gỡ')),
            ],
            options={
                'verbose_name': 'bản ký đã gỡ',
                'verbose_name_plural': 'bản ký đã gỡ',
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='editionfile',
            constraint=models.UniqueConstraint(fields=('edition', 'part', 'filename'), name='a_file_of_an_edition_once'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['kind', 'state', '-year', '-month', '-held_on'], name='edition_archive'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['visible_from'], name='edition_visible_from'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'live')), fields=('session', 'kind'), name='one_live_edition_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('session', 'kind', 'sequence'), name='edition_sequence_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'live')), fields=('path', 'kind'), name='one_live_edition_at_an_address'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('council', 'kind', 'number_year', 'number'), name='a_number_is_given_once_in_its_series'),
        ),
    ]
