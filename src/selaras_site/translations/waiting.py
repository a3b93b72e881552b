"""
Sentences that wait for a person, who has which open, and how often articles are read.

A row of the queue is made when a version was written, and goes when somebody decides.
It repeats what the queue is ordered and narrowed by, so that a page of it is one look
into an index. Nothing is lost with it: ``selaras_site.translations.queueing`` makes it
again from the segments, findings, decisions and reports, which are the truth.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from selaras_site.articles.models import Section


class QueueEntry(models.Model):
    """
    A sentence in the desk's queue.

    ``urgency`` is risk × readership × age; it is told anew every few minutes.
    """

    class Cause(models.TextChoices):
        """
        Why a person should look, the gravest first.
        """

        REPORTED = "reported", _("a reader says that it is wrong")
        FAILED = "failed", _("left in Indonesian")
        FOUND = "found", _("a check found something")
        RISKY = "risky", _("likely to be wrong")

    segment = models.OneToOneField(
        "translations.Segment",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="waiting",
    )
    version = models.ForeignKey(
        "translations.Version", on_delete=models.CASCADE, related_name="waiting"
    )
    language = models.CharField(max_length=2)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="+")
    cause = models.CharField(max_length=10, choices=Cause)
    risk = models.FloatField(default=0.0)
    urgency = models.FloatField(default=0.0)
    since = models.DateTimeField()

    class Meta:
        ordering = ["-urgency", "segment"]
        indexes = [
            models.Index(fields=["-urgency", "segment"], name="queue_most_urgent"),
            models.Index(
                fields=["language", "-urgency", "segment"], name="queue_of_language"
            ),
            models.Index(
                fields=["section", "-urgency", "segment"], name="queue_of_section"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.segment_id} ({self.cause})"


class Seat(models.Model):
    """
    Who has a sentence open, and until when: nobody else may decide before.
    """

    segment = models.OneToOneField(
        "translations.Segment",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="seat",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    taken_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.segment_id}: {self.by_id} until {self.until:%H:%M:%S}"


class Readership(models.Model):
    """
    How often an article was read in a language on a day: a number, nothing of readers.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="readership"
    )
    language = models.CharField(max_length=2)
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "day"], name="readership_of_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} {self.day}: {self.views}"
