"""
Which engine serves a language, and what was measured to say so.

* Trial  engines compared blind on the newsroom's own recent edits
* Route  the engine that a language goes to, where that is not the newsroom's first
* Halt   a language in which nothing goes live by itself, until somebody lifts it
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.languages import LANGUAGES, TARGETS

TARGET_CHOICES = [(tag, LANGUAGES[tag].own_name) for tag in TARGETS]


class Trial(models.Model):
    """
    A comparison of engines, with everything that it measured.
    """

    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    engines = models.JSONField()
    result = models.JSONField(default=dict)
    signature = models.TextField(blank=True)
    winner = models.CharField(max_length=200, blank=True)
    is_significant = models.BooleanField(default=False)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    ordered_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    failure = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["language"],
                condition=Q(done_at__isnull=True),
                name="trial_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {', '.join(self.engines)}"


class Route(models.Model):
    """
    The engine of a language, since a trial or a person said so.

    Without a name it is the newsroom's first one: it was moved back to that.
    """

    language = models.CharField(max_length=2, choices=TARGET_CHOICES, unique=True)
    engine = models.CharField(max_length=200, blank=True)
    trial = models.ForeignKey(
        Trial, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.language} → {self.engine}"


class Halt(models.Model):
    """
    What was sampled in a language fell below its floor: its versions are held.
    """

    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    reason = models.TextField()
    quality = models.FloatField()
    floor = models.FloatField()
    sampled = models.PositiveIntegerField()
    made_at = models.DateTimeField(auto_now_add=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["language"],
                condition=Q(lifted_at__isnull=True),
                name="halt_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.reason[:60]}"
