"""
Versions and what they are made of.

* Snapshot      the original as it was published once; nothing in it ever changes
  + Version     a language, bound to one snapshot; its state says what readers see
    + Segment   a sentence, with its source and what is shown of it
      + Finding what a check said about it
* Standing      a person's word that a language of an article is to be held
* Decision      what a person did to a sentence; it outlives versions
* Report        what a reader said about a sentence
* Confirmation  what an author said that something in the original means
* QueueEntry    a sentence that waits for a person
* Seat          who has a sentence open, and until when
* Readership    how often an article was read in a language on a day
* Term          what the newsroom says in Indonesian, with its renderings
* Candidate     a change that people made again and again
* Reading       how long a person had a sentence before them
* Review        a person read a version and answers for it
* Trial         engines compared on the newsroom's own edits; routes and halts
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from selaras.languages import LANGUAGES, SOURCE, TARGETS
from selaras_site.articles.models import Article
from selaras_site.translations.confirmations import Confirmation
from selaras_site.translations.evidence import Reading, Review
from selaras_site.translations.reports import Report
from selaras_site.translations.searching import searchable
from selaras_site.translations.states import COMING, PUBLIC, Level, State
from selaras_site.translations.termbase import Candidate, Rendering, Term
from selaras_site.translations.trials import Halt, Route, Trial
from selaras_site.translations.waiting import QueueEntry, Readership, Seat

__all__ = [
    "COMING",
    "PUBLIC",
    "Candidate",
    "Confirmation",
    "Decision",
    "Finding",
    "Halt",
    "Level",
    "QueueEntry",
    "Readership",
    "Reading",
    "Rendering",
    "Report",
    "Review",
    "Route",
    "Seat",
    "Segment",
    "Snapshot",
    "Standing",
    "State",
    "Term",
    "Trial",
    "Version",
]

TARGET_CHOICES = [(tag, LANGUAGES[tag].own_name) for tag in TARGETS]


class Snapshot(models.Model):
    """
    The original as it was published once.

    ``content`` is the core article as plain data. Its first block is the main picture
    if ``has_lead``; its last ``corrections`` blocks are the corrections.
    """

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="snapshots"
    )
    revision_id = models.BigIntegerField()
    content = models.JSONField()
    has_lead = models.BooleanField(default=False)
    corrections = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revision_id__gt=0), name="snapshot_of_a_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id}@{self.revision_id}"


class Version(index.Indexed, models.Model):
    """
    What readers see in one language, bound to one snapshot.

    At most one version of an article and language is public, and at most one is coming.
    ``published_at`` is when the original was first published: lists are in its order;
    ``changed_at`` is when a person last changed a sentence. ``doubted`` is how many
    sentences readers are told to doubt, and ``headline_is_doubted`` whether one of the
    headline or the summary is among them. ``expected_bad`` is how many critical errors
    to expect in what is shown in translation: the desk's order.
    """

    search_auto_update = False  # a task does it, behind going live
    search_fields = [
        index.SearchField("headline_words", boost=3),
        index.SearchField("search_text"),
        index.FilterField("language"),
        index.FilterField("state"),
    ]

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="versions"
    )
    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.CASCADE, related_name="versions"
    )
    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    level = models.CharField(max_length=10, choices=Level, default=Level.MACHINE)
    headline = models.CharField(max_length=400, blank=True)
    headline_is_original = models.BooleanField(default=False)
    summary = models.TextField(blank=True)
    summary_is_original = models.BooleanField(default=False)
    slug = models.SlugField(max_length=120, blank=True)
    search_text = models.TextField(blank=True)
    engine = models.CharField(max_length=200, blank=True)
    sentences = models.PositiveIntegerField(default=0)
    failed_closed = models.PositiveIntegerField(default=0)
    doubted = models.PositiveIntegerField(default=0, db_default=0)
    headline_is_doubted = models.BooleanField(default=False, db_default=False)
    expected_bad = models.FloatField(default=0.0, db_default=0.0, editable=False)
    reason = models.TextField(blank=True)
    afresh = models.BooleanField(default=False, editable=False)
    claim = models.UUIDField(null=True, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    live_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        indexes = [
            # Not for public ones only: SQLite does not see that a query asks for these.
            models.Index(
                fields=["language", "-published_at", "-article"], name="version_newest"
            ),
            models.Index(
                fields=["leased_until"],
                condition=Q(state__in=[State.PENDING, State.TRANSLATING]),
                name="version_work",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(state__in=PUBLIC),
                name="version_one_public",
            ),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(state__in=COMING),
                name="version_one_coming",
            ),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="version_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(language=SOURCE) & Q(language__in=TARGETS),
                name="version_in_a_target_language",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC)
                | Q(live_at__isnull=False, made_at__isnull=False),
                name="version_public_was_made",
            ),
            models.CheckConstraint(
                condition=Q(state=State.TRANSLATING) | Q(claim__isnull=True),
                name="version_claimed_only_in_work",
            ),
            models.CheckConstraint(
                condition=Q(level=Level.MACHINE)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="version_reviewed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(
                    sentences__gte=models.F("failed_closed") + models.F("doubted")
                ),
                name="version_counts_sentences",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language} ({self.state})"

    @property
    def headline_words(self) -> str:
        """
        The headline as it is searched.
        """
        return searchable(self.headline, self.language)

    @property
    def is_public(self) -> bool:
        """
        Whether readers see it.
        """
        return self.state in PUBLIC

    @property
    def delay(self) -> timedelta | None:
        """
        From the publication of its original to being seen by readers.
        """
        return self.live_at - self.snapshot.made_at if self.live_at else None


class Standing(models.Model):
    """
    What a person said about an article in a language: not before somebody has looked.

    It outlives versions: while it stands, what is made anew is held.
    """

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="standings"
    )
    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    reason = models.TextField(blank=True)
    is_withdrawn = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="standing_one_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.language}: {self.reason[:60]}"


class Segment(models.Model):
    """
    One sentence of a version.

    ``source_key`` is the same for the same sentence with the same marks, wherever it
    stands. ``text`` is the translation; ``shown`` says whether readers see it.
    ``others`` are the engine's other translations, the best first: texts with scores.
    """

    class Shown(models.TextChoices):
        """
        What readers see.
        """

        TRANSLATION = "translation", _("the translation")
        ORIGINAL = "original", _("the Indonesian sentence")

    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, related_name="segments"
    )
    position = models.PositiveIntegerField()
    path = models.CharField(max_length=120)
    source = models.TextField()
    source_key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    marks = models.JSONField(default=list)
    lost_marks = models.JSONField(default=list)
    shown = models.CharField(max_length=12, choices=Shown, default=Shown.TRANSLATION)
    score = models.FloatField(null=True, blank=True)
    others = models.JSONField(default=list)
    provenance = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["source_key"], name="segment_of_sentence")]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="segment_once_at_each_position"
            )
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.source[:60]}"


class Finding(models.Model):
    """
    What a check said about a segment.
    """

    segment = models.ForeignKey(
        Segment, on_delete=models.CASCADE, related_name="findings"
    )
    check_name = models.CharField(max_length=40)
    severity = models.CharField(max_length=12)
    expected = models.TextField(blank=True)
    found = models.TextField(blank=True)
    message = models.TextField(blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.check_name}: {self.message[:60]}"


class Decision(models.Model):
    """
    What a person did to a sentence of an article in a language.

    It holds for the sentence, not for a version: renewing keeps it as long as the
    Indonesian sentence stays as it was. The newest one counts; one that was taken back
    leaves the sentence to the machine again, as it was ``before``.

    ``was`` is the sentence before, to be put back; ``seconds`` is how long the person
    had it open, where that is known; ``taken_from`` is the decision elsewhere whose
    text was taken over.
    """

    class Kind(models.TextChoices):
        """
        What was done.
        """

        ACCEPTED = "accepted", _("accepted")
        EDITED = "edited", _("edited")
        REJECTED = "rejected", _("rejected")
        REOPENED = "reopened", _("taken back")

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="decisions"
    )
    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    source_key = models.CharField(max_length=40)
    source = models.TextField()
    kind = models.CharField(max_length=10, choices=Kind)
    before = models.TextField(blank=True)
    text = models.TextField(blank=True)
    marks = models.JSONField(default=list)
    was = models.JSONField(default=dict)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    taken_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="spread"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["article", "language", "source_key"], name="decision_of"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.source[:60]}"
