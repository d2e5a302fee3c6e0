import django.contrib.messages.storage.cookie
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0004_old_posts'),
    ]

    operations = [
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('begun_at', models.DateTimeField(db_index=True)),
                ('answer', models.JSONField(decoder=django.contrib.messages.storage.cookie.MessageDecoder, encoder=django.contrib.messages.storage.cookie.MessageEncoder, null=True)),
            ],
            options={
                'verbose_name': 'biểu mẫu đã gửi',
                'verbose_name_plural': 'biểu mẫu đã gửi',
            },
        ),
    ]
