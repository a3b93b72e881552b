from django.db import migrations, models


class Migration(migrations.Migration):
    """
    By itself: PostgreSQL changes no table that has rows with pending events.
    """

    dependencies = [
        ('translations', '0006_thanks_and_trials'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='trial',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at__isnull', True)), fields=('language',), name='trial_one_at_a_time'),
        ),
    ]
