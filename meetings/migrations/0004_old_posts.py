import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0003_public_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên đợt nhập')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='bắt đầu lúc')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
            ],
            options={
                'verbose_name': 'đợt nhập bài cũ',
                'verbose_name_plural': 'nhập bài cũ',
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='ImportedPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(default=0, verbose_name='thứ tự')),
                ('name', models.CharField(max_length=300, verbose_name='tệp')),
                ('form', models.CharField(blank=True, max_length=8, verbose_name='dạng')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='địa chỉ bài cũ')),
                ('source_text', models.TextField(blank=True, verbose_name='nguyên văn')),
                ('source_hash', models.CharField(db_index=True, max_length=64)),
                ('notes', models.JSONField(default=list, verbose_name='ghi chú khi đọc tệp')),
                ('reading', models.JSONField(null=True, verbose_name='kết quả đọc')),
                ('reason', models.TextField(blank=True, verbose_name='lý do không đọc được')),
                ('verdict', models.CharField(choices=[('clean', 'đọc trọn vẹn'), ('doubts', 'có chỗ chưa chắc'), ('refused', 'không đọc được'), ('known', 'đã có từ trước'), ('changed', 'khác bản đã nhập')], default='clean', max_length=8, verbose_name='máy đọc')),
                ('decision', models.CharField(choices=[('pending', 'chờ quyết định'), ('accepted', 'đã nhập'), ('skipped', 'để lại')], default='pending', max_length=8, verbose_name='quyết định')),
                ('answers', models.JSONField(default=dict, verbose_name='câu trả lời')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='meetings.importbatch', verbose_name='đợt nhập')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.session', verbose_name='phiên họp')),
            ],
            options={
                'verbose_name': 'bài cũ',
                'verbose_name_plural': 'bài cũ',
                'ordering': ['batch', 'order'],
            },
        ),
        migrations.CreateModel(
            name='ImportedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('title', models.CharField(max_length=300, verbose_name='tên tài liệu')),
                ('filename', models.CharField(max_length=120)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField(default=0, verbose_name='cỡ (byte)')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='meetings.importedpost')),
            ],
            options={
                'verbose_name': 'tệp kèm bài cũ',
                'verbose_name_plural': 'tệp kèm bài cũ',
                'ordering': ['post', 'order'],
            },
        ),
        migrations.CreateModel(
            name='OldAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=500, unique=True, verbose_name='địa chỉ cũ')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='old_addresses', to='meetings.session')),
            ],
            options={
                'verbose_name': 'địa chỉ cũ',
                'verbose_name_plural': 'địa chỉ cũ',
            },
        ),
        migrations.CreateModel(
            name='UnitProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên trong bài')),
                ('folded', models.CharField(max_length=200)),
                ('count', models.PositiveIntegerField(default=0, verbose_name='số lần nêu')),
                ('likely_name', models.CharField(blank=True, max_length=200)),
                ('answer', models.CharField(choices=[('pending', 'chờ quyết định'), ('new', 'thêm đơn vị mới'), ('alias', 'tên gọi khác của đơn vị đã có'), ('words', 'để trong câu chữ')], default='pending', max_length=8, verbose_name='quyết định')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='meetings.importbatch', verbose_name='đợt nhập')),
                ('likely', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.unit', verbose_name='có lẽ là')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'tên đơn vị chưa biết',
                'verbose_name_plural': 'tên đơn vị chưa biết',
                'ordering': ['-count', 'name'],
            },
        ),
        migrations.AddIndex(
            model_name='importedpost',
            index=models.Index(fields=['batch', 'decision', 'verdict'], name='posts_to_decide'),
        ),
        migrations.AddConstraint(
            model_name='importedpost',
            constraint=models.UniqueConstraint(fields=('batch', 'name'), name='post_once_in_batch'),
        ),
        migrations.AddConstraint(
            model_name='unitproposal',
            constraint=models.UniqueConstraint(fields=('batch', 'folded'), name='unit_name_once_in_batch'),
        ),
    ]
