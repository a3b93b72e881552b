import uuid

from django.db import migrations


def give_tokens(apps, schema_editor):
    """
    A token of its own for each report that was there before.
    """
    Report = apps.get_model('translations', 'Report')
    for report in Report.objects.all().iterator():
        report.token = uuid.uuid4()
        report.save(update_fields=['token'])


class Migration(migrations.Migration):

    dependencies = [
        ('translations', '0003_desk_rows'),
    ]

    operations = [
        migrations.RunPython(give_tokens, migrations.RunPython.noop),
    ]
