from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0011_signed_copies_taken_back"),
        ("meetings", "0031_directives_that_nobody_follows"),
        ("meetings", "0031_sent_form"),
        ("meetings", "0033_levels_follow_from_heads"),
    ]
