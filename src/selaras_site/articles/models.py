"""
The Indonesian originals.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.articles import previews
from selaras_site.articles.blocks import BodyBlock
from selaras_site.articles.images import NewsImage, NewsRendition
from selaras_site.articles.sections import Section, SectionName

__all__ = [
    "Article",
    "ArticleTag",
    "Correction",
    "NewsImage",
    "NewsRendition",
    "Section",
    "SectionName",
]


def own_words(language: Tag) -> "models.SlugField[str, str]":
    """
    The words of a version's address, where the newsroom does not want those made.
    """
    return models.SlugField(
        LANGUAGES[language].own_name, max_length=120, blank=True, default=""
    )


class ArticleTag(TaggedItemBase):
    """
    A tag on an article.
    """

    content_object = ParentalKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )


class Article(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """
    An article in Indonesian: what a newsroom writes, and the only thing it writes.

    Its id is its identity for ever; the slug is a decoration of its address.
    """

    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("section"),
    )
    headline = models.CharField(_("headline"), max_length=200)
    slug = models.SlugField(
        _("words in the address"),
        max_length=120,
        blank=True,
        help_text=_("Made from the headline when it is left empty."),
    )
    slug_en = own_words("en")
    slug_zh = own_words("zh")
    slug_ja = own_words("ja")
    slug_ar = own_words("ar")
    slug_fr = own_words("fr")
    summary = models.TextField(
        _("summary"),
        max_length=600,
        blank=True,
        help_text=_("One or two sentences, above the text and in search results."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    lead_image = models.ForeignKey(
        NewsImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("main picture"),
    )
    lead_caption = models.CharField(
        _("caption of the main picture"), max_length=500, blank=True
    )
    byline = models.CharField(_("by"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=100, blank=True)
    tags = ClusterTaggableManager(
        through=ArticleTag, blank=True, verbose_name=_("tags")
    )
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nothing is published in any language before this time."),
    )
    source_name = models.CharField(max_length=100, blank=True, editable=False)
    external_id = models.CharField(max_length=300, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    revisions = GenericRelation("wagtailcore.Revision", related_query_name="article")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="article",
        for_concrete_model=False,
    )

    search_fields = [
        index.SearchField("headline"),
        index.AutocompleteField("headline"),
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("byline"),
        index.FilterField("section"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["-first_published_at", "-id"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["live", "-first_published_at"], name="article_newest"),
            models.Index(
                fields=["section", "live", "-first_published_at"],
                name="article_newest_in_section",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_name", "external_id"],
                condition=~models.Q(external_id=""),
                name="article_once_from_each_source",
            )
        ]

    def __str__(self) -> str:
        return self.headline

    def words_in(self, language: Tag) -> str:
        """
        The words of the address that the newsroom chose for a language, if it did.
        """
        words: str = getattr(self, "slug" if language == SOURCE else f"slug_{language}")
        return words

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """
        Make the words of the address, then validate.
        """
        if not self.slug:
            self.slug = slugify(self.headline)[:120].strip("-") or "artikel"
        self.keep_embargo()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """
        Refuse times that contradict each other.
        """
        super().clean()
        if (
            self.expire_at
            and self.embargo_until
            and self.expire_at <= self.embargo_until
        ):
            raise ValidationError(
                {
                    "embargo_until": _(
                        "The article would expire before its embargo ends."
                    )
                }
            )

    def keep_embargo(self) -> None:
        """
        Let the schedule never begin before the embargo ends.
        """
        if self.embargo_until is None or self.embargo_until <= timezone.now():
            return
        begins: datetime | None = self.go_live_at  # type: ignore[has-type]
        if begins is None or begins < self.embargo_until:
            self.go_live_at = self.embargo_until

    def publish(self, *args: Any, **kwargs: Any) -> None:
        """
        Publish a revision; what follows from it is written in the same transaction.
        """
        with transaction.atomic():
            super().publish(*args, **kwargs)

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """
        Take the article down; what follows from it is written in the same transaction.
        """
        with transaction.atomic():
            super().unpublish(*args, **kwargs)

    def serve_preview(
        self,
        request: HttpRequest,
        mode_name: str,  # noqa: ARG002 - there is one mode
    ) -> HttpResponseBase:
        """
        The page that readers would see.
        """
        return previews.preview(request, self)


class Correction(models.Model):
    """
    What was wrong in an article after readers had seen it, in the newsroom's words.
    """

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField(
        _("correction"),
        max_length=600,
        help_text=_(
            "What was wrong and what is right, in a sentence that readers see."
        ),
    )
    made_at = models.DateTimeField(_("time"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["made_at", "id"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [
            models.Index(fields=["-made_at", "-id"], name="correction_newest"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
