from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0011_members_and_votes'),
    ]

    operations = [
        migrations.AddField(
            model_name='council',
            name='forgets_drafts',
            field=models.BooleanField(default=False, help_text='Chữ gõ dở mà chưa lưu được giữ trên máy 14 ngày. Nhiều người dùng chung một máy thì chọn ô này.', verbose_name='Máy dùng chung: xóa bản gõ dở khi thoát'),
        ),
    ]
