"""
Signs of life.
"""

from datetime import timedelta

from django.db import models
from django.utils import timezone


class Heartbeat(models.Model):
    """
    A worker that runs, or ran: it writes the time here every few seconds.

    A worker that stops as it was asked removes its row; the row of one that was killed
    grows old.
    """

    worker = models.CharField(max_length=64, primary_key=True)
    host = models.CharField(max_length=200)
    process = models.PositiveIntegerField()
    version = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-beat_at"]

    def __str__(self) -> str:
        return f"{self.worker} on {self.host}"

    @property
    def age(self) -> timedelta:
        """
        How long it has been silent.
        """
        return timezone.now() - self.beat_at
