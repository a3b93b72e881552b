"""
The newsroom's own terms and names, and what corrections suggest should be one.

* Term         what the newsroom says in Indonesian, and must be said the same each time
  + Rendering  how it is said in a language: preferred, allowed or forbidden
* Candidate    a change that people made more than once
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from selaras.languages import LANGUAGES, TARGETS

TARGET_CHOICES = [(tag, LANGUAGES[tag].own_name) for tag in TARGETS]


class Term(models.Model):
    """
    A word or name of the original that has a rendering of its own.
    """

    class Kind(models.TextChoices):
        """
        What it is.
        """

        TERM = "term", _("a term")
        NAME = "name", _("a name")
        KEPT = "kept", _("never translated")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.TERM)
    source = models.CharField(_("in Indonesian"), max_length=200)
    note = models.TextField(_("note"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["source"]
        verbose_name = _("term")
        verbose_name_plural = _("terms and names")
        constraints = [
            models.UniqueConstraint(fields=["source"], name="term_once"),
            models.CheckConstraint(condition=~Q(source=""), name="term_says_something"),
        ]

    def __str__(self) -> str:
        return self.source


class Rendering(models.Model):
    """
    How a term is said in a language.
    """

    class Status(models.TextChoices):
        """
        What the newsroom thinks of it. There is at most one preferred in a language.
        """

        PREFERRED = "preferred", _("preferred")
        ALLOWED = "allowed", _("allowed")
        FORBIDDEN = "forbidden", _("forbidden")

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="renderings")
    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    text = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=Status, default=Status.PREFERRED)

    class Meta:
        ordering = ["language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "language", "text"], name="rendering_once"
            ),
            models.UniqueConstraint(
                fields=["term", "language"],
                condition=Q(status="preferred"),
                name="rendering_one_preferred",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="rendering_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.text}"


class Candidate(models.Model):
    """
    A change that people made more than once, for a person to make a term of it or not.

    ``source`` is what stands in the originals, where that could be told; ``before`` and
    ``after`` are what was replaced by what. ``check_name`` is set where it is about a
    check that people overrule again and again.
    """

    class Kind(models.TextChoices):
        """
        What it could become.
        """

        TERM = "term", _("a term")
        NAME = "name", _("a name")
        RULE = "rule", _("a rule of a check")

    class Outcome(models.TextChoices):
        """
        What became of it.
        """

        OPEN = "open", _("open")
        TAKEN = "taken", _("taken")
        DECLINED = "declined", _("declined")

    kind = models.CharField(max_length=6, choices=Kind)
    language = models.CharField(max_length=2, choices=TARGET_CHOICES)
    source = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=200, blank=True)
    after = models.CharField(max_length=200, blank=True)
    check_name = models.CharField(max_length=40, blank=True)
    times = models.PositiveIntegerField(default=1)
    example = models.ForeignKey(
        "translations.Decision",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-times", "-id"]
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "source", "before", "after", "check_name"],
                name="candidate_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.before} → {self.after} ({self.times})"
