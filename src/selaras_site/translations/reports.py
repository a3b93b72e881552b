"""
What readers say.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Report(models.Model):
    """
    What a reader said about a sentence, or about a whole version.

    ``token`` is the address at which readers see what became of it. ``name`` is how
    they wish to be thanked; it is printed once somebody of the newsroom has said so
    (``is_thanked``). ``answer`` is what the newsroom tells them.
    """

    class Kind(models.TextChoices):
        """
        What is said to be wrong.
        """

        NUMBER = "number", _("a number, a date or a sum")
        NAME = "name", _("a name")
        MEANING = "meaning", _("the meaning")
        MISSING = "missing", _("something is missing or was added")
        LANGUAGE = "language", _("it cannot be understood")
        OTHER = "other", _("something else")

    class Outcome(models.TextChoices):
        """
        What became of it.
        """

        OPEN = "open", _("open")
        CORRECTED = "corrected", _("corrected")
        DECLINED = "declined", _("nothing wrong")

    version = models.ForeignKey(
        "translations.Version", on_delete=models.CASCADE, related_name="reports"
    )
    segment = models.ForeignKey(
        "translations.Segment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
    )
    kind = models.CharField(_("what is wrong"), max_length=10, choices=Kind)
    text = models.TextField(_("what should it say?"), max_length=1000, blank=True)
    source = models.TextField(blank=True)
    translation = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    reporter = models.CharField(max_length=64, editable=False)
    times = models.PositiveIntegerField(default=1)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80, blank=True)
    is_thanked = models.BooleanField(default=False)
    answer = models.TextField(_("answer"), max_length=500, blank=True)
    decision = models.ForeignKey(
        "translations.Decision",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
    )
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("report of a reader")
        verbose_name_plural = _("reports of readers")

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:60]}"
