import uuid

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('translations', '0004_tokens_of_reports'),
    ]

    operations = [
        migrations.AlterField(
            model_name='report',
            name='token',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
