"""
Sections of the newspaper, with a name and an address in each language.
"""

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from selaras.languages import LANGUAGES, SOURCE

RESERVED = frozenset(
    {
        *LANGUAGES,
        *("about", "api", "card", "corrections", "documents", "feed", "health"),
        *("media", "metrics", "newsroom", "p", "report", "search", "static", "tag"),
    }
)
"""
Words that begin other addresses of the site.
"""

LANGUAGE_CHOICES = [(tag, row.own_name) for tag, row in LANGUAGES.items()]


def validate_address(slug: str) -> None:
    """
    Refuse an address that would hide another page of the site.
    """
    if slug in RESERVED:
        raise ValidationError(
            _("“%(slug)s” is the address of another page."), params={"slug": slug}
        )


class Section(ClusterableModel):
    """
    A section; ``slug`` is its name for settings and code, readers see its names.
    """

    slug = models.SlugField(
        _("identifier"), unique=True, max_length=50, validators=[validate_address]
    )
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.name_in(SOURCE)

    def name_in(self, language: str) -> str:
        """
        Its name in a language; the identifier where it has none.
        """
        found = self._named(language)
        return found.name if found else self.slug

    def slug_in(self, language: str) -> str:
        """
        Its address in a language; the identifier where it has none.
        """
        found = self._named(language)
        return found.slug if found else self.slug

    def _named(self, language: str) -> "SectionName | None":
        # Over all of them, so that a prefetch serves every language.
        return next((n for n in self.names.all() if n.language == language), None)


class SectionName(models.Model):
    """
    The name and the address of a section in one language.
    """

    section = ParentalKey(Section, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGE_CHOICES)
    name = models.CharField(_("name"), max_length=60)
    slug = models.CharField(
        _("address"), max_length=60, validators=[validate_slug, validate_address]
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("name in a language")
        verbose_name_plural = _("names in each language")
        constraints = [
            models.UniqueConstraint(
                fields=["section", "language"], name="section_one_name_per_language"
            ),
            models.UniqueConstraint(
                fields=["language", "slug"], name="section_one_address_per_language"
            ),
        ]

    def __str__(self) -> str:
        return self.name
