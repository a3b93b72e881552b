"""
Heartbeats.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """
    The table of workers.
    """

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "worker",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("host", models.CharField(max_length=200)),
                ("process", models.PositiveIntegerField()),
                ("version", models.CharField(max_length=40)),
                ("started_at", models.DateTimeField()),
                ("beat_at", models.DateTimeField(db_index=True)),
            ],
            options={"ordering": ["-beat_at"]},
        ),
    ]
