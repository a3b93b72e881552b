"""
What shows that a person read: the time on each sentence, and what came of a version.

* Reading  how long somebody had a sentence open
* Review   somebody answers for a version; its figures are frozen with it
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Reading(models.Model):
    """
    How many seconds a person had a sentence with one text before them, in all.

    ``seen`` names the text: when another stands there, time begins anew.
    """

    segment = models.ForeignKey(
        "translations.Segment", on_delete=models.CASCADE, related_name="readings"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    seconds = models.FloatField(default=0.0)
    seen = models.CharField(max_length=64, blank=True)
    last_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["segment", "by", "seen"], name="reading_one_for_each_text"
            ),
            models.CheckConstraint(
                condition=Q(seconds__gte=0), name="reading_takes_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.segment_id} by {self.by_id}: {self.seconds:.0f} s"


class Review(models.Model):
    """
    A person read a version and answers for it.

    ``fingerprint`` is that of the text that was reviewed: should a word change later,
    the review is no longer about what readers see, and says so.
    """

    version = models.ForeignKey(
        "translations.Version", on_delete=models.CASCADE, related_name="reviews"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    seconds = models.PositiveIntegerField()
    sentences = models.PositiveIntegerField()
    read = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(read__lte=F("sentences"), changed__lte=F("sentences")),
                name="review_counts_sentences",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} by {self.by_id}"
