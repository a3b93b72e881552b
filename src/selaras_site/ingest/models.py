"""
Where articles come from, when they came, and what did not come in.
"""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from selaras_site.articles.models import Article, NewsImage, Section
from selaras_site.ingest.gathering import is_web

LONGEST_WAIT = timedelta(days=1)
"""
The longest time between two tries of a source that fails.
"""


class Rule(models.TextChoices):
    """
    What becomes of an article that comes in.
    """

    DRAFT = "draft", _("Save as a draft")
    PUBLISH = "publish", _("Publish at once")


class Source(models.Model):
    """
    Somewhere that articles are taken in from, again and again.

    ``claim`` and ``leased_until`` are of the worker that is at it.
    """

    class Kind(models.TextChoices):
        AUTO = "auto", _("Whatever it is")
        FEED = "feed", _("RSS, Atom or JSON Feed")
        WORDPRESS = "wordpress", _("Site made with WordPress")
        WXR = "wxr", _("Export of WordPress (WXR)")
        NINJS = "ninjs", _("ninjs of an agency")
        FOLDER = "folder", _("Folder of files")

    name = models.CharField(
        _("name"),
        max_length=100,
        unique=True,
        help_text=_("Articles are known by it: it stays once the first has come in."),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.AUTO
    )
    address = models.CharField(
        _("address"),
        max_length=1000,
        help_text=_(
            "An address with https://, or a file or folder among those that this "
            "server takes in."
        ),
    )
    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="+", verbose_name=_("section")
    )
    rule = models.CharField(
        _("what becomes of an article"),
        max_length=10,
        choices=Rule.choices,
        default=Rule.DRAFT,
    )
    byline = models.CharField(
        _("by"),
        max_length=200,
        blank=True,
        help_text=_("For articles that come without a name."),
    )
    is_active = models.BooleanField(_("active"), default=True)
    every_minutes = models.PositiveIntegerField(
        _("minutes between two looks"), default=15, validators=[MinValueValidator(5)]
    )
    allow_private = models.BooleanField(
        _("in our own network"),
        default=False,
        help_text=_("Lets this source be on a private address, and on any port."),
    )

    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    marked_address = models.CharField(max_length=1000, blank=True, editable=False)
    next_at = models.DateTimeField(
        _("next look"), default=timezone.now, db_index=True, editable=False
    )
    last_run_at = models.DateTimeField(
        _("last look"), null=True, blank=True, editable=False
    )
    failures = models.PositiveIntegerField(
        _("failures in a row"), default=0, editable=False
    )
    claim = models.UUIDField(null=True, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(every_minutes__gte=5),
                name="source_asked_every_five_minutes_at_most",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """
        Refuse a path outside the folder for what comes in, and a name that is in use.
        """
        super().clean()
        if not is_web(self.address) and not self.is_inside:
            raise ValidationError(
                {
                    "address": _(
                        "An address with https:// or a path below %(folder)s was "
                        "expected."
                    )
                    % {"folder": settings.SELARAS_INCOMING}
                }
            )
        before = Source.objects.filter(pk=self.pk).first()
        if before and before.name != self.name and before.has_articles():
            raise ValidationError(
                {"name": _("Articles have come in by this name: it has to stay.")}
            )

    def has_articles(self) -> bool:
        """
        Whether an article has come in from it.
        """
        return bool(Article.objects.filter(source_name=self.name).exists())

    @property
    def path(self) -> Path:
        """
        The file or folder, where the address is none on the web.
        """
        return (Path(settings.SELARAS_INCOMING) / self.address).resolve()

    @property
    def is_inside(self) -> bool:
        """
        Whether the path leads into the folder for what comes in.
        """
        return self.path.is_relative_to(Path(settings.SELARAS_INCOMING).resolve())

    @property
    def marks(self) -> dict[str, str]:
        """
        What to send so that an unchanged source is not read again.
        """
        if self.marked_address != self.address:
            return {}
        return {"etag": self.etag, "last_modified": self.last_modified}

    @property
    def pause(self) -> timedelta:
        """
        How long to wait for the next look: twice as long after each failure.
        """
        every = timedelta(minutes=self.every_minutes)
        # An exponent without bound would overflow long before anybody looks.
        longer: timedelta = every * 2 ** min(self.failures, 12)
        return min(longer, max(every, LONGEST_WAIT))


class Run(models.Model):
    """
    One look at a source, by the worker or from the command line.

    A run without an end was stopped; what it had taken in stays.
    """

    source = models.ForeignKey(
        Source,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("source"),
    )
    name = models.CharField(_("name"), max_length=100)
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True)
    new = models.PositiveIntegerField(_("new"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    withdrawn = models.PositiveIntegerField(_("withdrawn"), default=0)
    offered = models.PositiveIntegerField(_("for an editor"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name = _("look at a source")
        verbose_name_plural = _("looks at sources")

    def __str__(self) -> str:
        return f"{self.name}, {timezone.localtime(self.started_at):%Y-%m-%d %H:%M}"


class Refusal(models.Model):
    """
    What did not come in, or not as it was, and in a full sentence why.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article refused")
        PICTURE = "picture", _("Picture refused")
        OFFERED = "offered", _("Kept for an editor")

    run = models.ForeignKey(
        Run, on_delete=models.CASCADE, related_name="refusals", verbose_name=_("look")
    )
    kind = models.CharField(
        _("what"), max_length=10, choices=Kind.choices, default=Kind.ARTICLE
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("article"),
    )
    where = models.CharField(_("where"), max_length=1000, blank=True)
    external_id = models.CharField(_("identifier"), max_length=1000, blank=True)
    title = models.CharField(_("headline"), max_length=1000, blank=True)
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ["-run_id", "id"]
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")

    def __str__(self) -> str:
        return self.title or self.where or self.external_id


class Taken(models.Model):
    """
    What an article was like when it was last taken in.

    It stays when the article is deleted, so that the article does not come again.
    ``revision`` is the number of the revision that was saved then: where the newest one
    is another, a person has changed the article. ``was_public`` says whether it was
    published, or about to be, when we left it; ``modified_at`` is the source's word.
    """

    source_name = models.CharField(max_length=100)
    external_id = models.CharField(max_length=300)
    article = models.OneToOneField(
        Article, on_delete=models.SET_NULL, null=True, related_name="taken"
    )
    fingerprint = models.CharField(max_length=64)
    revision = models.BigIntegerField(null=True)
    was_public = models.BooleanField(default=False)
    is_withdrawn = models.BooleanField(default=False)
    modified_at = models.DateTimeField(null=True)
    lacks_pictures = models.BooleanField(default=False)
    taken_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_name", "external_id"],
                name="taken_once_from_each_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_name}: {self.external_id}"


class Picture(models.Model):
    """
    From where a picture of ours was taken, so that it is taken once.
    """

    collection = models.ForeignKey(
        Collection, on_delete=models.CASCADE, related_name="+"
    )
    address_hash = models.CharField(max_length=64)
    address = models.TextField()
    image = models.ForeignKey(NewsImage, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "address_hash"],
                name="picture_once_in_each_collection",
            )
        ]

    def __str__(self) -> str:
        return self.address[:80]
